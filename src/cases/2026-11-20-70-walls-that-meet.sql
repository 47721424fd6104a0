-- What hangs on a task, a contact, a meeting or a family counsellor's track stands behind the wall of whoever is shut out, as the thing itself does;
-- and a locked case is shut for everybody who works here, in all that was written in it. What was sent stays with its receiver.
do $$
declare t record;
        staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles
                       where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
begin
  for t in select * from (values ('case_task_step', 'task', 'tasks_of_cases'), ('other_contact_done', 'contact', 'contacts_of_cases'), ('meeting_seat', 'meeting', 'meetings_of_cases'),
    ('family_step', 'track', 'tracks_of_cases'), ('family_record', 'track', 'tracks_of_cases')) as it (name, col, list) loop
    execute format('create policy not_shut_out on %I as restrictive for all to %s using (not %I = any((select gate.%I((select gate.shut_cases())::uuid[]))::uuid[]))', t.name, staff, t.col, t.list);
    execute format('create policy locked_is_shut on %I as restrictive for select to %s using (not %I = any((select gate.%I((select gate.locked_cases())::uuid[]))::uuid[]))', t.name, staff, t.col, t.list);
  end loop;
  drop policy locked_is_shut on case_event;
  for t in select unnest(array['case_event', 'case_paper', 'case_task', 'told_her', 'other_contact', 'child_duty_told', 'case_meeting', 'family_track', 'access_request', 'referral_draft', 'bundle']) as name loop
    execute format('create policy locked_is_shut on %I as restrictive for select to %s using (case_id is null or not case_id = any((select gate.locked_cases())::uuid[]))', t.name, staff);
  end loop;
end $$;
