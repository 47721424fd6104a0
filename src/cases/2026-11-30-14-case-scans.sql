-- Papers that somebody gave, such as the receipt or the decision of the police, scanned into the case. The file lies encrypted in the store under a key
-- of its own, and that key under the case's. Only added to.
create table case_scan (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  kind text not null check (kind in ('police-receipt', 'police-decision', 'police-letter', 'other')),
  on_day date not null,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  file uuid not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  key_box bytea not null,
  box bytea not null                          -- from whom it came, and what it is in words
);
create index case_scan_case on case_scan (case_id);
alter table case_scan enable row level security;
alter table case_scan force row level security;
create trigger case_scan_is_kept before update or delete or truncate on case_scan execute function case_is_kept();
grant select, insert on case_scan to lods_visitator, lods_primary_coordinator;
create policy visitator_reads on case_scan for select to lods_visitator using (partnership = (select gate.as_role('visitator')) and exists (select from case_now n where n.case_id = case_scan.case_id));
create policy visitator_adds on case_scan for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and by_role = 'visitator' and exists (select from case_now n where n.case_id = case_scan.case_id));
create policy primary_coordinator_reads on case_scan for select to lods_primary_coordinator using (partnership = (select gate.as_role('primaryCoordinator')) and case_id = any((select gate.held_cases())::uuid[]));
create policy primary_coordinator_adds on case_scan for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and by_role = 'primaryCoordinator' and case_id = any((select gate.held_cases())::uuid[]));
grant select (id, case_id) on case_scan to lods_gate;
create policy gate_reads on case_scan for select to lods_gate using (true);
do $$
declare staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles
                       where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
begin
  execute format('create policy locked_is_shut on case_scan as restrictive for select to %s using (not case_id = any((select gate.locked_cases())::uuid[]))', staff);
end $$;
select close_to_shut_out();

-- They are lines of a request to see the case as well.
alter table access_line drop constraint access_line_what_check;
alter table access_line add constraint access_line_what_check check (what in ('event', 'document', 'mark', 'paper', 'minutes', 'task', 'meeting', 'copy', 'told', 'contact', 'family', 'scan',
  'consent', 'measure', 'referral', 'answer', 'bundle'));
