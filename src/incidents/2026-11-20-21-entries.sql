-- A new passphrase alone does not reach what was written before it (see gate.locked_before): held by the second wall for entries, versions, notes and files.
create policy citizen_waits on incident_entry as restrictive for select to lods_citizen
  using (created_at > coalesce((select gate.locked_before()), '-infinity'::timestamptz));
do $$
declare t text;
begin
  foreach t in array array['incident_version', 'incident_note', 'exhibit'] loop
    execute format('create policy citizen_waits on %I as restrictive for select to lods_citizen
      using ((select gate.locked_before()) is null or exists (select from incident_entry e where e.id = %I.entry))', t, t);
  end loop;
end $$;
