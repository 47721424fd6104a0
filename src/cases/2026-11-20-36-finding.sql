-- A case is found by its number, by the citizen's own name or by a word that she chose: names and words as keyed hashes, never the other party's.
create table case_index (
  case_id uuid not null references case_file,
  partnership int not null references partnership,
  what text not null check (what in ('name', 'word')),
  hash text not null,                        -- HMAC-SHA-256 under a key of the house
  primary key (case_id, what, hash)
);
create index case_index_hash on case_index (partnership, hash);
-- One search: by whom, when, what kind of thing was typed, and which cases it led to. Never what was typed.
create table case_search (
  id uuid primary key,
  partnership int not null references partnership,
  person uuid not null references person,
  at timestamptz not null,
  kind text not null check (kind in ('number', 'words')),
  hits uuid[] not null
);
do $$
declare t text;
begin
  foreach t in array array['case_index', 'case_search'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function case_is_kept()', t || '_is_kept', t);
  end loop;
end $$;
grant select (id, partnership, person, at) on case_search to lods_gate;
create policy gate_reads on case_search for select to lods_gate using (true);

-- Whoever sends an enquiry writes the name down with it, and cannot look it up.
do $$
declare p record;
begin
  for p in select r.rolname as db, (regexp_match(pol.with_check, 'as_role\(''(\w+)'''))[1] as role
           from pg_policies pol join pg_roles r on r.rolname = any(pol.roles)
           where pol.tablename = 'case_event' and pol.policyname like '%\_sends' and pol.cmd = 'INSERT' loop
    execute format('grant insert on case_index to %I', p.db);
    execute format('create policy %I on case_index for insert to %I with check (partnership = (select gate.as_role(%L)) and case_id = any((select gate.sent_cases())::uuid[]))', substr(p.db, 6) || '_sends', p.db, p.role);
  end loop;
end $$;
create policy visitator_names on case_index for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and exists (select from case_file f where f.id = case_id));
create policy primary_coordinator_names on case_index for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and case_id = any((select gate.held_cases())::uuid[]));
grant select on case_index, case_search to lods_visitator, lods_primary_coordinator;
grant insert on case_search to lods_visitator, lods_primary_coordinator;
create policy visitator_reads on case_index for select to lods_visitator
  using (partnership = (select gate.as_role('visitator')) and case_id <> all((select gate.walled())::uuid[]));
create policy primary_coordinator_reads on case_index for select to lods_primary_coordinator using (case_id = any((select gate.held_cases())::uuid[]));
do $$
declare r record;
begin
  for r in select * from (values ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator')) as it (short, role) loop
    execute format('create policy %I on case_search for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and person = (select gate.person()))', r.short || '_searches', r.short, r.role);
    execute format('create policy %I on case_search for select to lods_%s using (partnership = (select gate.as_role(%L)) and person = (select gate.person()))', r.short || '_reads', r.short, r.role);
  end loop;
end $$;

-- She agrees to stand by name, or chooses a word.
alter table case_event drop constraint case_event_move_check;
alter table case_event add constraint case_event_move_check check (kind <> 'citizen' or move in
  ('receive', 'receive-urgent', 'call', 'clarify', 'take-over', 'accept', 'meet', 'give-back', 'advise', 'hand-code', 'agree', 'note', 'close', 'reopen', 'hand-over'));
create policy visitator_agrees on case_event for insert to lods_visitator
  with check (kind = 'citizen' and partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and by_role = 'visitator' and seq > 1 and move = 'agree');
create policy primary_coordinator_agrees on case_event for insert to lods_primary_coordinator
  with check (kind = 'citizen' and partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and by_role = 'primaryCoordinator'
              and seq > 1 and move = 'agree' and case_id = any((select gate.held_cases())::uuid[]));
