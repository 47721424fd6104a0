-- The key of what was handed over waits with the log after a new passphrase (see gate.locked_before).
create policy citizen_waits on bundle_key as restrictive for select to lods_citizen using ((select gate.locked_before()) is null);
