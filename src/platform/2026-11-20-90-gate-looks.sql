-- A table that a caller made for himself (pg_temp) is looked at first unless it is named last: then nobody can lay a false list of holders
-- before the functions that the policies lean on. For all functions that run as the gate up to here; a test holds later ones to it.
do $$
declare f regprocedure;
begin
  for f in select oid::regprocedure from pg_proc where pronamespace = 'gate'::regnamespace and prosecdef loop
    execute format('alter function %s set search_path = public, pg_catalog, pg_temp', f);
  end loop;
end $$;

-- Nobody makes new things in the gate's schema while the house runs; a migration that gives the gate a function takes this for itself, and gives it back.
revoke create on schema gate from lods_gate;
