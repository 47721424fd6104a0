-- What stands on the A4 sheet besides people: which roles it has, and another look-up of entrances where the district uses one.
alter table partnership add column sheet jsonb;

-- Groups: what they are for, who is in them, from when to when.
create table staff_group (
  id uuid primary key,
  partnership int not null references partnership,
  kind text not null check (kind in ('follow-up', 'steering', 'project', 'working', 'other')),
  name text not null,
  mandate text not null,
  from_day date not null,
  to_day date,
  made_by uuid not null references person,
  made_at timestamptz not null,
  check (to_day is null or to_day >= from_day - 1)
);
create table group_member (
  staff_group uuid not null references staff_group,
  person uuid not null references person,
  partnership int not null references partnership,
  from_day date not null,
  to_day date,
  added_by uuid not null references person,
  added_at timestamptz not null,
  primary key (staff_group, person, from_day),
  check (to_day is null or to_day >= from_day - 1)
);
-- Every half year somebody reads who can see what, and signs that it is as it should be. What was read is kept.
create table access_review (
  id uuid primary key,
  partnership int not null references partnership,
  signed_by uuid not null references person,
  signed_at timestamptz not null,
  next_due date not null,
  listed jsonb not null,                      -- name and roles of each, as they were read
  note text
);
create index access_review_last on access_review (partnership, signed_at);
-- Entrances elsewhere: the newest list counts, those before it are kept.
create table entrance_list (
  id uuid primary key,
  partnership int not null references partnership,
  brought_by uuid not null references person,
  brought_at timestamptz not null
);
create table entrance (
  list uuid not null references entrance_list,
  line int not null,
  partnership int not null references partnership,
  municipality text not null,
  postcodes text[] not null,
  police_district text not null,
  entrance text not null,
  phone text,
  url text,
  verified_on date,
  primary key (list, line)
);

do $$
declare t text;
        r text;
        each_role record;
        everybody text := (select string_agg('lods_' || f, ', ') from unnest(array['first_contact', 'visitator', 'primary_coordinator', 'family_counsellor', 'police_contact',
          'dsc_adviser', 'leader', 'tovholder', 'follow_up_member', 'steering_member', 'work_environment', 'hr', 'training_coordinator', 'tool_editor', 'evaluator',
          'group_volunteer', 'key_person', 'data_protection_officer', 'operator']) f);
begin
  execute format('grant select (id, name, sheet) on partnership to %s', everybody);
  execute format('create policy people_read on partnership for select to %s using (id = (select gate.partnership()) and gate.works_here((select gate.person())))', everybody);
  foreach t in array array['staff_group', 'group_member', 'access_review', 'entrance_list', 'entrance'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- Whoever works here, in the role that is held today.
  for each_role in select f as db, replace(initcap(replace(f, '_', ' ')), ' ', '') as camel
    from unnest(array['first_contact', 'visitator', 'primary_coordinator', 'family_counsellor', 'police_contact', 'dsc_adviser', 'leader', 'tovholder', 'follow_up_member',
      'steering_member', 'work_environment', 'hr', 'training_coordinator', 'tool_editor', 'evaluator', 'group_volunteer', 'key_person', 'data_protection_officer', 'operator']) f loop
    foreach t in array array['staff_group', 'group_member', 'entrance_list', 'entrance'] loop
      execute format('grant select on %I to lods_%s', t, each_role.db);
      execute format('create policy %I on %I for select to lods_%s using (partnership = (select gate.as_role(%L)))',
        each_role.db || '_reads', t, each_role.db, lower(left(each_role.camel, 1)) || substr(each_role.camel, 2));
    end loop;
  end loop;
  foreach r in array array['tovholder', 'leader'] loop
    execute format('grant insert on staff_group, group_member, access_review to lods_%s', r);
    execute format('grant update (to_day) on staff_group, group_member to lods_%s', r);
    foreach t in array array['staff_group', 'group_member'] loop
      execute format('create policy %I on %I for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and %I = (select gate.person()))',
        r || '_makes', t, r, r, case t when 'staff_group' then 'made_by' else 'added_by' end);
      execute format('create policy %I on %I for update to lods_%s using (partnership = (select gate.as_role(%L))) with check (partnership = (select gate.as_role(%L)) and to_day is not null)',
        r || '_ends', t, r, r, r);
    end loop;
    execute format('create policy %I on access_review for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and signed_by = (select gate.person()))', r || '_signs', r, r);
  end loop;
  grant select on access_review to lods_tovholder, lods_leader, lods_data_protection_officer;
  create policy tovholder_reads on access_review for select to lods_tovholder using (partnership = (select gate.as_role('tovholder')));
  create policy leader_reads on access_review for select to lods_leader using (partnership = (select gate.as_role('leader')));
  create policy data_protection_officer_reads on access_review for select to lods_data_protection_officer using (partnership = (select gate.as_role('dataProtectionOfficer')));
  grant insert on entrance_list, entrance to lods_tovholder;
  create policy tovholder_brings on entrance_list for insert to lods_tovholder with check (partnership = (select gate.as_role('tovholder')) and brought_by = (select gate.person()));
  create policy tovholder_brings on entrance for insert to lods_tovholder with check (partnership = (select gate.as_role('tovholder')));
end $$;

-- The gate sees that a group is there.
grant select (id, partnership) on staff_group to lods_gate;
create policy gate_reads on staff_group for select to lods_gate using (true);
