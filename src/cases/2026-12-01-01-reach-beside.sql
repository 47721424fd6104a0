-- Whoever is asked to reach her beside the case (a colleague with a task, the family counsellor) sees the rule in force on that day, not a copy of an
-- earlier one; says how she was reached; and nothing else of the case. Until something is agreed the enquiry's way stands in: that and what she is
-- called lie here in versions, each under a key of its own.
create table case_reach (
  case_id uuid not null references case_file,
  version int not null check (version > 0),
  partnership int not null references partnership,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  key_wrapped bytea not null,
  box bytea not null,
  primary key (case_id, version)
);
alter table case_reach enable row level security;
alter table case_reach force row level security;
create trigger case_reach_is_kept before update or delete or truncate on case_reach execute function case_is_kept();

-- A task that is to reach her; of the others the page says that they are not.
alter table case_task add column reaches boolean not null default false;
grant select (reaches) on case_task to lods_gate;

create function gate.reach_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(r.case_id), '{}') from (
          select t.case_id from case_task t join lateral (select s.step, s.owner from case_task_step s where s.task = t.id order by s.seq desc limit 1) l on true
          where t.reaches and l.step = 'give' and l.owner = gate.person() and t.partnership = gate.as_role(wanted)
          union select f.case_id from family_track f where wanted = 'familyCounsellor' and f.id = any(gate.family_tracks('{ask,accept}'))) r
        where not r.case_id = any(gate.locked_cases()) $$;
create function gate.reach_citizens(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(f.citizen), '{}') from case_file f where f.id = any(gate.reach_cases(wanted)) $$;
alter function gate.reach_cases(text) owner to lods_gate;
alter function gate.reach_citizens(text) owner to lods_gate;

do $$
declare r record;
        staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles
                       where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
begin
  for r in select * from (values ('first_contact', 'firstContact'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'),
    ('leader', 'leader'), ('key_person', 'keyPerson')) as it (db, role) loop
    execute format('grant select on citizen, safe_contact, case_reach to lods_%s', r.db);
    execute format('grant insert on reached to lods_%s', r.db);
    execute format('create policy %I on citizen for select to lods_%s using (id = any((select gate.reach_citizens(%L))::uuid[]))', r.db || '_is_to_reach', r.db, r.role);
    execute format('create policy %I on safe_contact for select to lods_%s using (citizen = any((select gate.reach_citizens(%L))::uuid[]))', r.db || '_is_to_reach', r.db, r.role);
    execute format('create policy %I on case_reach for select to lods_%s using (case_id = any((select gate.reach_cases(%L))::uuid[]))', r.db || '_is_to_reach', r.db, r.role);
    execute format('create policy %I on reached for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and citizen = any((select gate.reach_citizens(%L))::uuid[]))', r.db || '_says_reached', r.db, r.role, r.role);
  end loop;
  for r in select * from (values ('visitator', 'visitator', 'partnership = (select gate.as_role(''visitator''))'),
    ('primary_coordinator', 'primaryCoordinator', 'case_id = any((select gate.held_cases())::uuid[])')) as it (db, role, reads) loop
    execute format('grant select, insert on case_reach to lods_%s', r.db);
    execute format('create policy %I on case_reach for select to lods_%s using (%s)', r.db || '_reads', r.db, r.reads);
    execute format('create policy %I on case_reach for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L and %s)',
      r.db || '_adds', r.db, r.role, r.role, r.reads);
  end loop;
  execute format('create policy locked_is_shut on case_reach as restrictive for select to %s using (not case_id = any((select gate.locked_cases())::uuid[]))', staff);
end $$;
select close_to_shut_out();
