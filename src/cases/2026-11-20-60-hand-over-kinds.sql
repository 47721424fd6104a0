-- A hand-over is one of the moves however many others there are, and takes along only what is a citizen's.
do $$
declare made text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'case_event_move_check' and conrelid = 'case_event'::regclass);
begin
  if made not like '%hand-over%' then
    alter table case_event drop constraint case_event_move_check;
    execute 'alter table case_event add constraint case_event_move_check ' || replace(made, 'ARRAY[', 'ARRAY[''hand-over''::text, ');
  end if;
  if exists (select from pg_attribute where attrelid = 'case_now'::regclass and attname = 'kind' and not attisdropped) then
    execute $f$
      create or replace function gate.batons_of(who uuid, wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
        as $b$ select coalesce(array_agg(n.case_id), '{}') from case_now n
              where n.holder = who and n.partnership = gate.partnership() and n.next <> 'none' and n.kind = 'citizen'
                and n.status = any(case wanted when 'visitator' then '{received,logging,clarified,closed}'::text[] when 'primaryCoordinator' then '{coordinated,closed}' else '{}' end) $b$ $f$;
  end if;
end $$;
