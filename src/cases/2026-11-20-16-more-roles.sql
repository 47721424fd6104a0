-- Whoever works here may send an enquiry: the later roles as the first ones.
do $$
declare r record;
begin
  for r in select * from (values ('family_counsellor', 'familyCounsellor'), ('follow_up_member', 'followUpMember'), ('steering_member', 'steeringMember'),
    ('work_environment', 'workEnvironment'), ('hr', 'hr'), ('training_coordinator', 'trainingCoordinator'), ('tool_editor', 'toolEditor'), ('evaluator', 'evaluator'),
    ('group_volunteer', 'groupVolunteer'), ('key_person', 'keyPerson'), ('data_protection_officer', 'dataProtectionOfficer')) as it (db, role) loop
    execute format('grant insert on citizen to lods_%s', r.db);
    execute format('create policy %I on citizen for insert to lods_%s with check (partnership = (select gate.as_role(%L)))', r.db || '_adds', r.db, r.role);
    execute format('grant insert (id, partnership, citizen, key_wrapped, opened_by, opened_at) on case_file to lods_%s', r.db);
    execute format('grant insert on case_event to lods_%s', r.db);
    execute format('grant select (id, number, opened_by, opened_at) on case_file to lods_%s', r.db);
    execute format('grant select (case_id, number, holder, due) on case_now to lods_%s', r.db);
    execute format('create policy %I on case_file for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and opened_by = (select gate.person()))',
      r.db || '_opens', r.db, r.role);
    execute format('create policy %I on case_event for insert to lods_%s
                    with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                                and seq = 1 and move in (''receive'', ''receive-urgent'') and case_id = any((select gate.sent_cases())::uuid[]))',
      r.db || '_sends', r.db, r.role, r.role);
    execute format('create policy %I on case_file for select to lods_%s using (opened_by = (select gate.person()) and partnership = (select gate.as_role(%L)))',
      r.db || '_has_receipt', r.db, r.role);
    execute format('create policy %I on case_now for select to lods_%s
                    using (seq = 1 and partnership = (select gate.as_role(%L)) and case_id = any((select gate.sent_cases())::uuid[]))',
      r.db || '_has_receipt', r.db, r.role);
  end loop;
end $$;
