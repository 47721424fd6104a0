-- Closed, called and not reached: what was tried is written down, and the promise has a new day. A note is kept in a closed case too.
do $$
declare made text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'case_event_move_check' and conrelid = 'case_event'::regclass);
begin
  alter table case_event drop constraint case_event_move_check;
  execute 'alter table case_event add constraint case_event_move_check ' || replace(made, 'ARRAY[', 'ARRAY[''not-reached''::text, ');
end $$;
create policy visitator_tries_again on case_event for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and by_role = 'visitator' and seq > 1 and move = 'not-reached');
create policy primary_coordinator_tries_again on case_event for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and by_role = 'primaryCoordinator' and seq > 1 and move = 'not-reached'
              and case_id = any((select gate.held_cases())::uuid[]));

-- Minutes that were sent from a case that is locked are locked with it.
do $$
declare staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
begin
  execute format('create policy locked_is_shut on meeting_copy as restrictive for select to %s using (not case_id = any((select gate.locked_cases())::uuid[]))', staff);
end $$;
