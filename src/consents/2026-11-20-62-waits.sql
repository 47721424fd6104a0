-- What she has agreed to waits with the log after a new passphrase (see gate.locked_before).
do $$
declare t text;
begin
  foreach t in array array['consent'] loop
    execute format('create policy citizen_waits on %I as restrictive for select to lods_citizen using ((select gate.locked_before()) is null)', t);
  end loop;
end $$;
