-- Danger to life: a colleague who has no case says why, then whom it is about, and for an hour sees how she is reached safely and how the case
-- stands. The reason comes first and is never changed; the leader reads each one and writes what was found.
create table break_glass (
  id uuid primary key,
  partnership int not null references partnership,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  key_wrapped bytea not null,
  reason_box bytea not null,
  case_id uuid references case_file,
  citizen uuid references citizen,
  opened_at timestamptz,
  until_at timestamptz,
  reviewed_by uuid references person,
  reviewed_at timestamptz,
  note_box bytea,
  check ((case_id is null) = (opened_at is null) and (case_id is null) = (citizen is null) and (case_id is null) = (until_at is null)),
  check (until_at <= opened_at + interval '60 minutes' and opened_at <= at + interval '60 minutes'),
  check ((reviewed_by is null) = (reviewed_at is null) and (reviewed_by is null) = (note_box is null)),
  check (reviewed_by is null or reviewed_by <> by)
);
create index break_glass_by on break_glass (by, until_at);
alter table break_glass enable row level security;
alter table break_glass force row level security;
create function break_glass_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then raise exception 'an opening in danger is never removed'; end if;
  if (new.id, new.partnership, new."by", new.by_role, new.at, new.key_wrapped, new.reason_box) is distinct from (old.id, old.partnership, old."by", old.by_role, old.at, old.key_wrapped, old.reason_box)
     or (old.case_id is not null and (new.case_id, new.citizen, new.opened_at, new.until_at) is distinct from (old.case_id, old.citizen, old.opened_at, old.until_at))
     or (old.reviewed_by is not null and (new.reviewed_by, new.reviewed_at, new.note_box) is distinct from (old.reviewed_by, old.reviewed_at, old.note_box))
  then raise exception 'an opening in danger is only added to'; end if;
  return new;
end $$;
create trigger break_glass_is_kept before update or delete on break_glass for each row execute function break_glass_is_kept();
create trigger break_glass_is_not_emptied before truncate on break_glass execute function break_glass_is_kept();

grant select (id, partnership, by, by_role, at, case_id, citizen, opened_at, until_at, reviewed_at) on break_glass to lods_gate;
create policy gate_reads on break_glass for select to lods_gate using (true);

-- The case and the citizen that this person has open now in this role, and the number by which a case is found.
create function gate.glass_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(g.case_id), '{}') from break_glass g
        where g.by = gate.person() and g.by_role = wanted and g.partnership = gate.as_role(wanted) and g.opened_at <= gate.now() and gate.now() < g.until_at $$;
create function gate.glass_citizens(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(g.citizen), '{}') from break_glass g
        where g.by = gate.person() and g.by_role = wanted and g.partnership = gate.as_role(wanted) and g.opened_at <= gate.now() and gate.now() < g.until_at $$;
create function gate.is_case_of(about uuid, whom uuid, here int) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_file f where f.id = about and f.citizen = whom and f.partnership = here) $$;
-- How many openings wait to be looked through, for the leader's first page; the leader's own are another leader's.
create function gate.glass_to_review() returns int language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select count(*)::int from break_glass g where g.partnership = gate.as_role('leader') and g.reviewed_at is null and g.by <> gate.person() $$;
alter function gate.glass_cases(text) owner to lods_gate;
alter function gate.glass_citizens(text) owner to lods_gate;
alter function gate.is_case_of(uuid, uuid, int) owner to lods_gate;
alter function gate.glass_to_review() owner to lods_gate;

do $$
declare r record;
begin
  for r in select * from (values ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'), ('police_contact', 'policeContact'), ('leader', 'leader')) as it (db, role) loop
    execute format('grant select, insert, update on break_glass to lods_%s', r.db);
    execute format('create policy %I on break_glass for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L and case_id is null and reviewed_by is null)', r.db || '_breaks', r.db, r.role, r.role);
    execute format('create policy %I on break_glass for select to lods_%s using (by = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_broke', r.db, r.role);
    execute format('create policy %I on break_glass for update to lods_%s using (by = (select gate.person()) and by_role = %L and partnership = (select gate.as_role(%L)) and case_id is null)
      with check (by = (select gate.person()) and reviewed_by is null and opened_at <= gate.now() and gate.is_case_of(case_id, citizen, partnership))', r.db || '_opens_once', r.db, r.role, r.role);
    -- What is opened for the hour: her key and her rule, and of the case how it came and what was found.
    execute format('grant select on citizen, safe_contact, case_file to lods_%s', r.db);
    execute format('grant select on case_event to lods_%s', r.db);
    execute format('create policy %I on citizen for select to lods_%s using (id = any((select gate.glass_citizens(%L))::uuid[]))', r.db || '_in_danger', r.db, r.role);
    execute format('create policy %I on safe_contact for select to lods_%s using (citizen = any((select gate.glass_citizens(%L))::uuid[]))', r.db || '_in_danger', r.db, r.role);
    execute format('create policy %I on case_file for select to lods_%s using (id = any((select gate.glass_cases(%L))::uuid[]))', r.db || '_in_danger', r.db, r.role);
    execute format('create policy %I on case_event for select to lods_%s
      using (case_id = any((select gate.glass_cases(%L))::uuid[]) and move in (''receive'', ''receive-urgent'', ''clarify''))', r.db || '_in_danger', r.db, r.role);
  end loop;
end $$;
-- The leader looks each one through.
create policy leader_reviews on break_glass for select to lods_leader using (partnership = (select gate.as_role('leader')));
create policy leader_writes_note on break_glass for update to lods_leader using (partnership = (select gate.as_role('leader')) and by <> (select gate.person()))
  with check (partnership = (select gate.as_role('leader')) and reviewed_by = (select gate.person()));
