-- A question to a visitator, a police contact or an adviser at Dansk Stalking Center, without anybody's name: asked, answered in a thread, counted.
create table sparring (
  id uuid primary key,
  partnership int not null references partnership,
  asked_by uuid not null references person,
  to_role text not null check (to_role in ('visitator', 'policeContact', 'dscAdviser')),
  kind text not null check (kind in ('is-it-stalking', 'evidence', 'safety', 'children', 'other-party', 'law', 'other')),
  at timestamptz not null,
  key_wrapped bytea not null
);
create index sparring_to on sparring (partnership, to_role);
create index sparring_by on sparring (asked_by);
create table sparring_message (
  sparring uuid not null references sparring,
  seq int not null check (seq > 0),
  partnership int not null references partnership,
  by uuid not null references person,
  at timestamptz not null,
  due timestamptz,                            -- by when it waits for an answer; none on an answer
  box bytea not null,
  primary key (sparring, seq)
);
alter table sparring enable row level security;
alter table sparring force row level security;
alter table sparring_message enable row level security;
alter table sparring_message force row level security;
create function sparring_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what was asked and answered is only added to';
end $$;
create trigger sparring_is_kept before update or delete or truncate on sparring execute function sparring_is_kept();
create trigger sparring_message_is_kept before update or delete or truncate on sparring_message execute function sparring_is_kept();
grant select (id, partnership, asked_by, to_role, kind, at) on sparring to lods_gate;
grant select (sparring, seq, partnership, by, at, due) on sparring_message to lods_gate;
create policy gate_reads on sparring for select to lods_gate using (true);
create policy gate_reads on sparring_message for select to lods_gate using (true);

-- The threads that this person asked, and those sent to the role that is worn.
create function gate.asked_sparrings() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(s.id), '{}') from sparring s where s.asked_by = gate.person() and s.partnership = gate.partnership() $$;
create function gate.sparrings_to(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(s.id), '{}') from sparring s where s.to_role = wanted and s.partnership = gate.as_role(wanted) $$;
-- How many threads wait for this person, in any role held today, and the first day.
create function gate.sparring_waiting() returns table (n int, due timestamptz) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select count(*)::int, min(m.due) from sparring s join lateral (select x.due from sparring_message x where x.sparring = s.id order by x.seq desc limit 1) m on true
        where s.partnership = gate.as_role(s.to_role) and s.asked_by <> gate.person() and m.due is not null $$;
-- Counted for those who follow the effort: how many, of which kind, to whom, in which year. Nobody's name.
create function gate.sparring_counts() returns table (year int, kind text, to_role text, n int) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select extract(year from s.at at time zone 'Europe/Copenhagen')::int, s.kind, s.to_role, count(*)::int from sparring s
        where s.partnership = coalesce(gate.as_role('tovholder'), gate.as_role('leader'), gate.as_role('evaluator')) group by 1, 2, 3 $$;
alter function gate.asked_sparrings() owner to lods_gate;
alter function gate.sparrings_to(text) owner to lods_gate;
alter function gate.sparring_waiting() owner to lods_gate;
alter function gate.sparring_counts() owner to lods_gate;

do $$
declare r record;
begin
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'),
    ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser'), ('leader', 'leader'), ('tovholder', 'tovholder'), ('follow_up_member', 'followUpMember'),
    ('steering_member', 'steeringMember'), ('work_environment', 'workEnvironment'), ('hr', 'hr'), ('training_coordinator', 'trainingCoordinator'), ('tool_editor', 'toolEditor'),
    ('evaluator', 'evaluator'), ('group_volunteer', 'groupVolunteer'), ('key_person', 'keyPerson'), ('data_protection_officer', 'dataProtectionOfficer'), ('operator', 'operator')) as it (db, role) loop
    execute format('grant select, insert on sparring, sparring_message to lods_%s', r.db);
    execute format('create policy %I on sparring for select to lods_%s using (asked_by = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_asked', r.db, r.role);
    execute format('create policy %I on sparring for insert to lods_%s with check (asked_by = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_asks', r.db, r.role);
    execute format('create policy %I on sparring_message for select to lods_%s using (partnership = (select gate.as_role(%L)) and sparring = any((select gate.asked_sparrings())::uuid[]))', r.db || '_asked', r.db, r.role);
    execute format('create policy %I on sparring_message for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and sparring = any(gate.asked_sparrings()))', r.db || '_asks', r.db, r.role);
  end loop;
  for r in select * from (values ('visitator', 'visitator'), ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser')) as it (db, role) loop
    execute format('create policy %I on sparring for select to lods_%s using (to_role = %L and partnership = (select gate.as_role(%L)))', r.db || '_receives', r.db, r.role, r.role);
    execute format('create policy %I on sparring_message for select to lods_%s using (partnership = (select gate.as_role(%L)) and sparring = any((select gate.sparrings_to(%L))::uuid[]))', r.db || '_receives', r.db, r.role, r.role);
    execute format('create policy %I on sparring_message for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and sparring = any((select gate.sparrings_to(%L))::uuid[]))', r.db || '_answers', r.db, r.role, r.role);
  end loop;
end $$;
