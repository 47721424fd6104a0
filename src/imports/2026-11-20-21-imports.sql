-- What lay here before a new passphrase waits with the log (see gate.locked_before).
create policy citizen_waits on import_source as restrictive for select to lods_citizen
  using (created_at > coalesce((select gate.locked_before()), '-infinity'::timestamptz));
