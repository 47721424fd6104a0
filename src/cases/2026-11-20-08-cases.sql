-- A case is its events. `case_now` is what they add up to, kept by the database itself; no product role writes it.
create table case_number (
  partnership int not null references partnership,
  year int not null,
  last int not null,
  primary key (partnership, year)
);
create table case_file (
  id uuid primary key,
  partnership int not null references partnership,
  number text not null,                       -- YYYY-NNNN, given by the database
  citizen uuid not null references citizen,
  key_wrapped bytea not null,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  unique (partnership, number)
);
create index case_file_citizen on case_file (citizen);
create index case_file_opened_by on case_file (opened_by);
create table case_event (
  case_id uuid not null references case_file,
  seq int not null check (seq > 0),
  partnership int not null references partnership,
  move text not null check (move in ('receive', 'receive-urgent', 'call', 'clarify', 'take-over', 'accept', 'meet', 'give-back', 'advise',
                                     'hand-code', 'note', 'close', 'reopen')),
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  status text not null check (status in ('received', 'logging', 'clarified', 'coordinated', 'closed')),
  holder uuid references person,
  next text not null,
  due timestamptz,
  urgent boolean not null,
  box bytea,                                  -- what was given with it, encrypted under the key of the case
  primary key (case_id, seq),
  check (next = 'none' or (holder is not null and due is not null)),
  check (next <> 'none' or status = 'closed')
);
create table case_now (
  case_id uuid primary key references case_file,
  partnership int not null,
  number text not null,
  citizen uuid not null,
  seq int not null,
  status text not null,
  holder uuid,
  since timestamptz not null,
  next text not null,
  due timestamptz,
  urgent boolean not null
);
create index case_now_waiting on case_now (partnership, due) where next <> 'none';
create index case_now_holder on case_now (holder) where holder is not null;

do $$
declare t text;
begin
  foreach t in array array['case_number', 'case_file', 'case_event', 'case_now'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

-- The gate: who stands how to which case, and what keeps numbers and the present state.
grant select, insert, update on case_number to lods_gate;
create policy gate_counts on case_number for all to lods_gate using (true) with check (true);
grant select (id, partnership, number, citizen, opened_by) on case_file to lods_gate;
create policy gate_reads on case_file for select to lods_gate using (true);
grant select, insert, update on case_now to lods_gate;
create policy gate_keeps on case_now for all to lods_gate using (true) with check (true);

create function gate.give_case_number() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
declare y int := extract(year from new.opened_at at time zone 'Europe/Copenhagen');
        n int;
begin
  insert into case_number (partnership, year, last) values (new.partnership, y, 1)
    on conflict (partnership, year) do update set last = case_number.last + 1 returning last into n;
  new.number := y || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
  return new;
end $$;
alter function gate.give_case_number() owner to lods_gate;
create trigger give_number before insert on case_file for each row execute function gate.give_case_number();

-- One event follows the other; whoever comes second with the same number is told so.
create function gate.keep_case_now() returns trigger language plpgsql security definer set search_path = public, pg_catalog as $$
begin
  if new.seq = 1 then
    insert into case_now (case_id, partnership, number, citizen, seq, status, holder, since, next, due, urgent)
      select f.id, f.partnership, f.number, f.citizen, 1, new.status, new.holder, new.at, new.next, new.due, new.urgent
      from case_file f where f.id = new.case_id and f.partnership = new.partnership;
  else
    update case_now set seq = new.seq, status = new.status, since = case when holder is distinct from new.holder then new.at else since end,
      holder = new.holder, next = new.next, due = new.due, urgent = new.urgent
      where case_id = new.case_id and partnership = new.partnership and seq = new.seq - 1;
  end if;
  if not found then
    raise exception 'the event does not follow the last one of its case' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
alter function gate.keep_case_now() owner to lods_gate;
create trigger keep_now after insert on case_event for each row execute function gate.keep_case_now();

create function case_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what has happened in a case is only added to';
end $$;
create trigger case_event_is_kept before update or delete or truncate on case_event execute function case_is_kept();
create trigger case_file_is_kept before update or delete or truncate on case_file execute function case_is_kept();

-- The cases and citizens of the coordinator who holds the baton today.
create or replace function gate.held_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n
        where n.holder = gate.person() and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed') $$;
create or replace function gate.held_citizens() returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(n.citizen), '{}') from case_now n
        where n.holder = gate.person() and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed') $$;
-- The cases that this person sent in; those of them that nobody has taken up yet are the ones whose progress is told.
create function gate.sent_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(f.id), '{}') from case_file f where f.opened_by = gate.person() and f.partnership = gate.partnership() $$;
alter function gate.held_cases() owner to lods_gate;
alter function gate.held_citizens() owner to lods_gate;
alter function gate.sent_cases() owner to lods_gate;

-- Whoever works here sends an enquiry: the case and its first event, in her own name, and the number and the holder of it for the receipt. Nothing is read back.
do $$
declare r record;
begin
  for r in select * from (values ('lods_first_contact', 'firstContact'), ('lods_visitator', 'visitator'), ('lods_primary_coordinator', 'primaryCoordinator'),
    ('lods_police_contact', 'policeContact'), ('lods_dsc_adviser', 'dscAdviser'), ('lods_leader', 'leader'), ('lods_tovholder', 'tovholder'),
    ('lods_operator', 'operator')) as it (db, role) loop
    execute format('grant insert (id, partnership, citizen, key_wrapped, opened_by, opened_at) on case_file to %I', r.db);
    execute format('grant insert on case_event to %I', r.db);
    execute format('grant select (id, number, opened_by, opened_at) on case_file to %I', r.db);
    execute format('grant select (case_id, number, holder, due) on case_now to %I', r.db);
    execute format('create policy %I on case_file for insert to %I with check (partnership = (select gate.as_role(%L)) and opened_by = (select gate.person()))',
      substr(r.db, 6) || '_opens', r.db, r.role);
    execute format('create policy %I on case_event for insert to %I
                    with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                                and seq = 1 and move in (''receive'', ''receive-urgent'') and case_id = any((select gate.sent_cases())::uuid[]))',
      substr(r.db, 6) || '_sends', r.db, r.role, r.role);
    execute format('create policy %I on case_file for select to %I using (opened_by = (select gate.person()) and partnership = (select gate.as_role(%L)))',
      substr(r.db, 6) || '_has_receipt', r.db, r.role);
    execute format('create policy %I on case_now for select to %I
                    using (seq = 1 and partnership = (select gate.as_role(%L)) and case_id = any((select gate.sent_cases())::uuid[]))',
      substr(r.db, 6) || '_has_receipt', r.db, r.role);
  end loop;
end $$;

-- The visitator: every case of the partnership.
grant select on case_file, case_event, case_now to lods_visitator;
create policy visitator_reads on case_file for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_reads on case_event for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_reads on case_now for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_acts on case_event for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and by_role = 'visitator'
              and seq > 1 and move in ('call', 'clarify', 'take-over', 'advise', 'hand-code', 'note', 'close', 'reopen'));

-- The coordinator: the cases she holds, and what is needed to help in them.
grant select on case_file, case_event, case_now to lods_primary_coordinator;
create policy primary_coordinator_reads on case_file for select to lods_primary_coordinator using (id = any((select gate.held_cases())::uuid[]));
create policy primary_coordinator_reads on case_event for select to lods_primary_coordinator using (case_id = any((select gate.held_cases())::uuid[]));
create policy primary_coordinator_reads on case_now for select to lods_primary_coordinator using (case_id = any((select gate.held_cases())::uuid[]));
create policy primary_coordinator_acts on case_event for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and by_role = 'primaryCoordinator'
              and seq > 1 and move in ('call', 'meet', 'give-back', 'advise', 'note', 'close') and case_id = any((select gate.held_cases())::uuid[]));
grant select on citizen to lods_primary_coordinator;
create policy primary_coordinator_reads on citizen for select to lods_primary_coordinator using (id = any((select gate.held_citizens())::uuid[]));
grant select, insert on safe_contact to lods_primary_coordinator;
create policy primary_coordinator_reads on safe_contact for select to lods_primary_coordinator using (citizen = any((select gate.held_citizens())::uuid[]));
create policy primary_coordinator_adds on safe_contact for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and citizen = any((select gate.held_citizens())::uuid[]));

-- Those who see to it that nobody waits: which case, where it is, who has it, by when. Nothing of what it is about.
grant select (case_id, partnership, number, status, holder, due) on case_now to lods_leader, lods_tovholder;
create policy leader_counts on case_now for select to lods_leader using (partnership = (select gate.as_role('leader')));
create policy tovholder_counts on case_now for select to lods_tovholder using (partnership = (select gate.as_role('tovholder')));

-- Who has looked, for those who may read the case.
grant select on journal to lods_visitator, lods_primary_coordinator;
create policy visitator_sees_looks on journal for select to lods_visitator
  using (partnership = (select gate.as_role('visitator')) and about_case is not null and ground is not null);
create policy primary_coordinator_sees_looks on journal for select to lods_primary_coordinator
  using (partnership = (select gate.as_role('primaryCoordinator')) and about_case = any((select gate.held_cases())::uuid[]) and ground is not null);
