-- Roles are given and ended by the tovholder and the leader, never to themselves; whoever is away asks somebody to stand in.
-- A holding is ended, never removed: its last day can only come nearer. One that never began ends the day before it begins.
alter table holding add column given_by uuid references person;
alter table holding add column given_at timestamptz;
alter table holding add column ended_by uuid references person;
alter table holding add column ended_at timestamptz;
alter table holding drop constraint holding_check;
alter table holding add constraint holding_days check (to_day is null or to_day >= from_day - 1);

create function holding_only_ends() returns trigger language plpgsql as $$
begin
  if old.to_day is not null and (new.to_day is null or new.to_day > old.to_day) then
    raise exception 'a role that is ended is given anew, not prolonged';
  end if;
  return new;
end $$;
create trigger holding_only_ends before update on holding for each row execute function holding_only_ends();

create function gate.works_here(who uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from person p where p.id = who and p.partnership = gate.partnership()) $$;
alter function gate.works_here(uuid) owner to lods_gate;

-- How a new colleague will sign in, until a password is set by command. Only the sign-in reads it.
create table sign_in_name (
  person uuid primary key references person,
  partnership int not null references partnership,
  name text not null check (length(name) between 3 and 60)
);
create unique index sign_in_name_once on sign_in_name (lower(name));
alter table sign_in_name enable row level security;
alter table sign_in_name force row level security;
grant select on sign_in_name to lods_sign_in;
create policy sign_in_reads on sign_in_name for select to lods_sign_in using (true);

do $$
declare r record;
        everybody text := (select string_agg('lods_' || f, ', ') from unnest(array['first_contact', 'visitator', 'primary_coordinator', 'family_counsellor', 'police_contact',
          'dsc_adviser', 'leader', 'tovholder', 'follow_up_member', 'steering_member', 'work_environment', 'hr', 'training_coordinator', 'tool_editor', 'evaluator',
          'group_volunteer', 'key_person', 'data_protection_officer', 'operator']) f);
begin
  execute format('grant insert (partnership, role, person, from_day, to_day, stands_in, for_person, part, given_by, given_at) on holding to %s', everybody);
  execute format('grant update (to_day, ended_by, ended_at) on holding to %s', everybody);
  for r in select * from (values ('tovholder'), ('leader')) as it (role) loop
    execute format('create policy %I on holding for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and given_by = (select gate.person())
                    and person <> (select gate.person()) and gate.works_here(person) and role <> ''citizen'')', r.role || '_gives', r.role, r.role);
    execute format('create policy %I on holding for update to lods_%s using (partnership = (select gate.as_role(%L)))
                    with check (partnership = (select gate.as_role(%L)) and ended_by = (select gate.person()) and to_day is not null)', r.role || '_ends', r.role, r.role, r.role);
    execute format('grant insert (id, partnership, organisation, unit, name, phone) on person to lods_%s', r.role);
    execute format('create policy %I on person for insert to lods_%s with check (partnership = (select gate.as_role(%L)))', r.role || '_adds', r.role, r.role);
    execute format('grant update (unit, phone) on person to lods_%s', r.role);
    execute format('create policy %I on person for update to lods_%s using (partnership = (select gate.as_role(%L))) with check (partnership = (select gate.as_role(%L)))',
      r.role || '_keeps', r.role, r.role, r.role);
    execute format('grant insert on sign_in_name to lods_%s', r.role);
    execute format('create policy %I on sign_in_name for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and gate.works_here(person))',
      r.role || '_names', r.role, r.role);
  end loop;
  -- Whoever is away: for one's own role alone, and never longer than it is held.
  execute format('create policy people_stand_in on holding for insert to %s with check (for_person = (select gate.person()) and stands_in and to_day is not null
                  and given_by = (select gate.person()) and partnership = gate.as_role(role) and gate.works_here(person))', everybody);
  execute format('create policy people_return on holding for update to %s using (for_person = (select gate.person()) and partnership = (select gate.partnership()))
                  with check (for_person = (select gate.person()) and ended_by = (select gate.person()) and to_day is not null)', everybody);
end $$;
