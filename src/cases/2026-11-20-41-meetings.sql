-- Meetings about a case. A meeting has room for one party at most: its seats take their party from the meeting itself.
create table case_meeting (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  at timestamptz not null,
  party text not null check (party in ('none', 'citizen', 'other')),
  forum text not null check (forum in ('none', 'SSP', 'PSP', 'KSP')),
  contact uuid references other_contact,      -- the other party is invited only after she was told
  organisation int not null references organisation,
  made_by uuid not null references person,
  by_role text not null,
  made_at timestamptz not null,
  box bytea not null,
  unique (id, party),
  check ((party = 'other') = (contact is not null))
);
create index case_meeting_case on case_meeting (case_id);
create table meeting_seat (
  id uuid primary key,
  partnership int not null references partnership,
  meeting uuid not null,
  meeting_party text not null,
  party text not null check (party in ('none', 'citizen', 'other')),
  person uuid references person,
  box bytea,
  foreign key (meeting, meeting_party) references case_meeting (id, party),
  check (party = 'none' or party = meeting_party),
  check ((party = 'none') = (person is not null) and (person is null) = (box is not null))
);
create index meeting_seat_meeting on meeting_seat (meeting);
-- What one receiver was sent, cut for that receiver and frozen.
create table meeting_copy (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  meeting uuid not null references case_meeting,
  what text not null check (what in ('invitation', 'minutes')),
  version int not null,
  to_person uuid not null references person,
  forum text not null,
  at timestamptz not null,
  by uuid not null references person,
  by_role text not null,
  key_wrapped bytea not null,
  box bytea not null,
  unique (meeting, what, version, to_person)
);
create index meeting_copy_to on meeting_copy (to_person);
do $$
declare t text;
begin
  foreach t in array array['case_meeting', 'meeting_seat', 'meeting_copy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function case_is_kept()', t || '_is_kept', t);
  end loop;
end $$;
alter table case_task add constraint case_task_of_meeting foreign key (meeting) references case_meeting;

grant select (id, case_id) on case_meeting to lods_gate;
create policy gate_reads on case_meeting for select to lods_gate using (true);
grant select (id, partnership, case_id, to_person) on meeting_copy to lods_gate;
create policy gate_reads on meeting_copy for select to lods_gate using (true);
create function gate.meetings_of_cases(cases uuid[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(m.id), '{}') from case_meeting m where m.case_id = any(cases) $$;
alter function gate.meetings_of_cases(uuid[]) owner to lods_gate;

do $$
declare r record;
        t text;
begin
  for r in select * from (values
    ('visitator', 'visitator', 'partnership = (select gate.as_role(''visitator''))', 'partnership = (select gate.as_role(''visitator''))'),
    ('primary_coordinator', 'primaryCoordinator', 'case_id = any((select gate.held_cases())::uuid[])', 'meeting = any((select gate.meetings_of_cases((select gate.held_cases())::uuid[]))::uuid[])')
  ) as it (db, role, reads, seats) loop
    foreach t in array array['case_meeting', 'meeting_copy'] loop
      execute format('grant select, insert on %I to lods_%s', t, r.db);
      execute format('create policy %I on %I for select to lods_%s using (%s)', r.db || '_reads', t, r.db, r.reads);
      execute format('create policy %I on %I for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and %I = (select gate.person()) and by_role = %L
                      and case_id = any((select gate.worked_cases(%L))::uuid[]))', r.db || '_adds', t, r.db, r.role, case t when 'case_meeting' then 'made_by' else 'by' end, r.role, r.role);
    end loop;
    execute format('grant select, insert on meeting_seat to lods_%s', r.db);
    execute format('create policy %I on meeting_seat for select to lods_%s using (%s)', r.db || '_reads', r.db, r.seats);
    execute format('create policy %I on meeting_seat for insert to lods_%s with check (partnership = (select gate.as_role(%L))
                    and meeting = any((select gate.meetings_of_cases((select gate.worked_cases(%L))::uuid[]))::uuid[]))', r.db || '_adds', r.db, r.role, r.role);
  end loop;
  -- Whoever takes part reads what was sent to that person, and nothing else of the meeting.
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'),
    ('leader', 'leader'), ('key_person', 'keyPerson'), ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser')) as it (db, role) loop
    execute format('grant select on meeting_copy to lods_%s', r.db);
    execute format('create policy %I on meeting_copy for select to lods_%s using (partnership = (select gate.as_role(%L)) and to_person = (select gate.person()))', r.db || '_was_sent', r.db, r.role);
  end loop;
end $$;
