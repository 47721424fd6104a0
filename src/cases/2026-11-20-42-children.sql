-- The family counsellor's own track beside a case: what was asked, how it was answered, and her records, which nobody reads but she and whoever acts for her.
create table family_track (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  counsellor uuid not null references person,
  asked_by uuid not null references person,
  by_role text not null,
  asked_at timestamptz not null,
  due date not null,
  key_wrapped bytea not null,
  box bytea not null,
  unique (id, case_id)
);
create index family_track_case on family_track (case_id);
create index family_track_counsellor on family_track (counsellor);
create table family_step (
  track uuid not null references family_track,
  seq int not null check (seq in (1, 2)),
  before int generated always as (nullif(seq - 1, 0)) stored,
  partnership int not null references partnership,
  step text not null check (step in ('accept', 'decline', 'take-back', 'end')),
  by uuid not null references person,
  at timestamptz not null,
  box bytea,
  primary key (track, seq),
  foreign key (track, before) references family_step (track, seq),
  check ((step = 'end') = (seq = 2))
);
create table family_record (
  id uuid not null,
  version int not null check (version > 0),
  before int generated always as (nullif(version - 1, 0)) stored,
  partnership int not null references partnership,
  track uuid not null references family_track,
  kind text not null check (kind in ('child', 'mother', 'father', 'agreement', 'outcome')),
  on_day date not null,
  until_day date,
  by uuid not null references person,
  at timestamptz not null,
  key_wrapped bytea not null,                 -- each record has its own: the records are never one
  box bytea not null,
  primary key (id, version),
  unique (id, version, track, kind),
  foreign key (id, before, track, kind) references family_record (id, version, track, kind),
  check (until_day is null or (kind = 'agreement' and until_day >= on_day))
);
create index family_record_track on family_record (track);
do $$
declare t text;
begin
  foreach t in array array['family_track', 'family_step', 'family_record'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function case_is_kept()', t || '_is_kept', t);
  end loop;
end $$;
grant select (id, partnership, case_id, counsellor) on family_track to lods_gate;
grant select (track, seq, step) on family_step to lods_gate;
create policy gate_reads on family_track for select to lods_gate using (true);
grant select (id, track, kind) on family_record to lods_gate;
create policy gate_reads on family_record for select to lods_gate using (true);
create policy gate_reads on family_step for select to lods_gate using (true);

-- The tracks on which this person acts as family counsellor today, in one of these states.
create function gate.family_tracks(states text[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(t.id), '{}') from family_track t
        left join lateral (select s.step from family_step s where s.track = t.id order by s.seq desc limit 1) l on true
        where t.partnership = gate.as_role('familyCounsellor') and t.counsellor = any(gate.acts_for('familyCounsellor')) and coalesce(l.step, 'ask') = any(states) $$;
create function gate.family_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(t.case_id), '{}') from family_track t where t.id = any(gate.family_tracks('{accept}')) $$;
create function gate.tracks_of_cases(cases uuid[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(t.id), '{}') from family_track t where t.case_id = any(cases) $$;
alter function gate.family_tracks(text[]) owner to lods_gate;
alter function gate.family_cases() owner to lods_gate;
alter function gate.tracks_of_cases(uuid[]) owner to lods_gate;

grant select on family_track, family_step, family_record to lods_family_counsellor;
grant insert on family_step, family_record to lods_family_counsellor;
create policy family_counsellor_reads on family_track for select to lods_family_counsellor using (id = any((select gate.family_tracks('{ask,accept,end}'))::uuid[]));
create policy family_counsellor_reads on family_step for select to lods_family_counsellor using (track = any((select gate.family_tracks('{ask,accept,end}'))::uuid[]));
create policy family_counsellor_reads on family_record for select to lods_family_counsellor using (track = any((select gate.family_tracks('{accept,end}'))::uuid[]));
create policy family_counsellor_answers on family_step for insert to lods_family_counsellor with check (partnership = (select gate.as_role('familyCounsellor')) and by = (select gate.person())
  and (step in ('accept', 'decline') and track = any((select gate.family_tracks('{ask}'))::uuid[]) or step = 'end' and track = any((select gate.family_tracks('{accept}'))::uuid[])));
create policy family_counsellor_writes on family_record for insert to lods_family_counsellor with check (partnership = (select gate.as_role('familyCounsellor')) and by = (select gate.person())
  and track = any((select gate.family_tracks('{accept}'))::uuid[]));

-- Those who have the case ask, see state and dates, and nothing that she has written.
do $$
declare r record;
begin
  for r in select * from (values ('visitator', 'visitator', 'true'), ('primary_coordinator', 'primaryCoordinator', 'case_id = any((select gate.held_cases())::uuid[])')) as it (db, role, cases) loop
    execute format('grant select, insert on family_track, family_step to lods_%s', r.db);
    execute format('grant select (id, version, partnership, track, kind, on_day, until_day) on family_record to lods_%s', r.db);
    execute format('create policy %I on family_track for select to lods_%s using (partnership = (select gate.as_role(%L)) and %s)', r.db || '_reads', r.db, r.role, r.cases);
    execute format('create policy %I on family_track for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and asked_by = (select gate.person()) and by_role = %L
                    and case_id = any((select gate.worked_cases(%L))::uuid[]))', r.db || '_asks', r.db, r.role, r.role, r.role);
    execute format('create policy %I on family_step for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and step = ''take-back''
                    and track = any((select gate.tracks_of_cases((select gate.worked_cases(%L))::uuid[]))::uuid[]))', r.db || '_takes_back', r.db, r.role, r.role);
  end loop;
end $$;
create policy visitator_reads on family_step for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_reads on family_step for select to lods_primary_coordinator using (track = any((select gate.tracks_of_cases((select gate.held_cases())::uuid[]))::uuid[]));
create policy visitator_reads_dates on family_record for select to lods_visitator using (partnership = (select gate.as_role('visitator')) and kind in ('agreement', 'outcome'));
create policy primary_coordinator_reads_dates on family_record for select to lods_primary_coordinator
  using (kind in ('agreement', 'outcome') and track = any((select gate.tracks_of_cases((select gate.held_cases())::uuid[]))::uuid[]));

-- She too reaches the other party only after the citizen was told.
do $$
declare t text;
begin
  foreach t in array array['told_her', 'other_contact'] loop
    execute format('grant select, insert on %I to lods_family_counsellor', t);
    execute format('create policy family_counsellor_reads on %I for select to lods_family_counsellor using (case_id = any((select gate.family_cases())::uuid[]))', t);
    execute format('create policy family_counsellor_adds on %I for insert to lods_family_counsellor with check (partnership = (select gate.as_role(''familyCounsellor'')) and by = (select gate.person())
                    and by_role = ''familyCounsellor'' and case_id = any((select gate.family_cases())::uuid[]))', t);
  end loop;
end $$;
grant select, insert on other_contact_done to lods_family_counsellor;
create policy family_counsellor_reads on other_contact_done for select to lods_family_counsellor using (contact = any((select gate.contacts_of_cases((select gate.family_cases())::uuid[]))::uuid[]));
create policy family_counsellor_adds on other_contact_done for insert to lods_family_counsellor with check (partnership = (select gate.as_role('familyCounsellor')) and by = (select gate.person())
  and by_role = 'familyCounsellor' and contact = any((select gate.contacts_of_cases((select gate.family_cases())::uuid[]))::uuid[]));

-- Whether there is such a paper in a case is no secret to the gate; what it says is in the box.
grant select (id, case_id, kind) on case_paper to lods_gate;
create policy gate_reads on case_paper for select to lods_gate using (true);
