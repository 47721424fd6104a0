-- The rest of the roles on the A4 sheet. They see who is who, and what they do is written down, like everybody's who works here.
do $$
declare name text;
        p record;
        fresh text[] := array['family_counsellor', 'follow_up_member', 'steering_member', 'work_environment', 'hr', 'training_coordinator', 'tool_editor',
                              'evaluator', 'group_volunteer', 'key_person', 'data_protection_officer'];
        list text := (select string_agg('lods_' || f, ', ') from unnest(fresh) f);
begin
  foreach name in array fresh loop
    begin
      execute format('create role %I nologin noinherit', 'lods_' || name);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to lods_app', 'lods_' || name);
  end loop;
  execute format('grant usage on schema gate to %s', list);
  execute format('grant select on organisation, unit, person, holding to %s', list);
  execute format('grant insert on journal to %s', list);
  for p in select policyname, tablename, roles from pg_policies
           where (policyname, tablename) in (('people_read', 'organisation'), ('people_read', 'unit'), ('people_read', 'person'), ('people_read', 'holding'), ('all_write', 'journal')) loop
    execute format('alter policy %I on %I to %s, %s', p.policyname, p.tablename, array_to_string(p.roles, ', '), list);
  end loop;
end $$;
