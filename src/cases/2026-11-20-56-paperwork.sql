-- Marks that the law asks for, and requests to see what is kept. Only added to.
create table case_mark (
  no bigint generated always as identity primary key,
  case_id uuid not null references case_file,
  partnership int not null references partnership,
  kind text not null check (kind in ('journalise', 'not-informed', 'hold', 'release', 'restrict', 'free', 'lock', 'unlock')),
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  until_day date,
  upto_seq int not null,                      -- the last event of the case that it covers
  box bytea not null,
  check ((kind = 'restrict') = (until_day is not null))
);
create index case_mark_case on case_mark (case_id);
create table access_request (
  id uuid primary key,
  case_id uuid not null references case_file,
  partnership int not null references partnership,
  asked_by text not null check (asked_by in ('citizen', 'otherParty', 'representative')),
  received_on date not null,
  due timestamptz not null,
  by uuid not null references person,
  at timestamptz not null,
  box bytea not null
);
create index access_request_case on access_request (case_id);
-- told: it takes longer, why, and until when · decided: once, with a line for everything there is.
create table access_step (
  request uuid not null references access_request,
  no bigint generated always as identity,
  partnership int not null,
  step text not null check (step in ('told', 'decided')),
  by uuid not null references person,
  at timestamptz not null,
  until_day date,
  box bytea not null,
  primary key (request, no),
  check ((step = 'told') = (until_day is not null))
);
create unique index access_decided_once on access_step (request) where step = 'decided';
create table access_line (
  request uuid not null references access_request,
  line int not null,
  partnership int not null,
  event_seq int,
  answer text not null check (answer in ('given', 'partly', 'withheld')),
  ground text check (ground in ('fvl-12-15b', 'fvl-15a', 'dbl-22', 'not-party', 'other')),
  box bytea not null,
  primary key (request, line),
  check ((answer = 'given') = (ground is null))
);

do $$
declare t text;
        r record;
begin
  foreach t in array array['case_mark', 'access_request', 'access_step', 'access_line'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to lods_visitator, lods_primary_coordinator', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function case_is_kept()', t || '_is_kept', t);
  end loop;
  for r in select * from (values ('visitator', 'visitator', 'exists (select from case_now n where n.case_id = %I.case_id)'),
                                 ('primary_coordinator', 'primaryCoordinator', 'case_id = any((select gate.held_cases())::uuid[])')) v (db, role, which) loop
    foreach t in array array['case_mark', 'access_request'] loop
      execute format('create policy %I on %I for select to %I using (partnership = (select gate.as_role(%L)) and ' || format(r.which, t) || ')',
        r.db || '_reads', t, 'lods_' || r.db, r.role);
      execute format('create policy %I on %I for insert to %I with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and ' || format(r.which, t) || ')',
        r.db || '_adds', t, 'lods_' || r.db, r.role);
    end loop;
    foreach t in array array['access_step', 'access_line'] loop
      execute format('create policy %I on %I for select to %I using (partnership = (select gate.as_role(%L)) and exists (select from access_request a where a.id = %I.request))',
        r.db || '_reads', t, 'lods_' || r.db, r.role, t);
      execute format('create policy %I on %I for insert to %I with check (partnership = (select gate.as_role(%L)) and exists (select from access_request a where a.id = %I.request))',
        r.db || '_adds', t, 'lods_' || r.db, r.role, t);
    end loop;
  end loop;
end $$;

create policy coordinator_locks_nothing on case_mark as restrictive for insert to lods_primary_coordinator with check (kind not in ('lock', 'unlock'));

grant create on schema gate to lods_gate;
grant select (no, case_id, partnership, kind, at, until_day) on case_mark to lods_gate;
create policy gate_reads on case_mark for select to lods_gate using (true);
grant select (id, partnership, case_id, asked_by, due) on access_request to lods_gate;
create policy gate_reads on access_request for select to lods_gate using (true);
-- Cases that are shut: closed, locked with a reason, and not opened again.
create function gate.locked_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(it.case_id), '{}') from (
          select distinct on (m.case_id) m.case_id, m.kind from case_mark m
          where m.partnership = gate.partnership() and m.kind in ('lock', 'unlock') order by m.case_id, m.no desc) it
        where it.kind = 'lock' $$;
alter function gate.locked_cases() owner to lods_gate;
revoke create on schema gate from lods_gate;

-- What has happened in a locked case is read by nobody until it is opened.
create policy locked_is_shut on case_event as restrictive for select to lods_visitator, lods_primary_coordinator
  using (not (case_id = any((select gate.locked_cases())::uuid[])));

-- The leader opens a locked case with a reason, and reads nothing of it.
grant select (key_wrapped, partnership, citizen) on case_file to lods_leader;
create policy leader_opens_locked on case_file for select to lods_leader
  using (partnership = (select gate.as_role('leader')) and id = any((select gate.locked_cases())::uuid[]));
grant select, insert on case_mark to lods_leader;
create policy leader_reads_locked on case_mark for select to lods_leader
  using (partnership = (select gate.as_role('leader')) and case_id = any((select gate.locked_cases())::uuid[]));
create policy leader_opens_locked on case_mark for insert to lods_leader
  with check (partnership = (select gate.as_role('leader')) and by = (select gate.person()) and by_role = 'leader' and kind = 'unlock'
              and case_id = any((select gate.locked_cases())::uuid[]));
