-- Out of an employee's case, too, the other party is reached only after the employee was told. What was answered lies in the event's own box.
alter table case_event drop constraint case_event_side_move_check;
alter table case_event add constraint case_event_side_move_check check (kind = 'citizen' or move in
  ('open', 'plan', 'talk', 'offer', 'note', 'appoint', 'close', 'call', 'reopen', 'hand-over', 'withdraw', 'refer', 'taken-on', 'heard', 'came-back', 'remind', 'pass-on', 'to-leader', 'contact', 'contacted'));
alter table case_event add constraint case_event_contact_check check (move not in ('contact', 'contacted') or (kind = 'employee' and box is not null));
do $$
declare r record;
begin
  for r in select * from (values ('leader', 'leader'), ('hr', 'hr'), ('work_environment', 'workEnvironment')) as it (short, role) loop
    execute format('create policy %I on case_event for insert to lods_%s with check (kind = ''employee'' and partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and by_role = %L and seq > 1 and move in (''contact'', ''contacted'') and status = ''open'' and case_id = any((select gate.employee_cases(%L))::uuid[]))',
      r.short || '_reaches_other', r.short, r.role, r.role, r.role);
  end loop;
end $$;
