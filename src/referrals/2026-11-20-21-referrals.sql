-- The copy that was sent about her waits with the log after a new passphrase (see gate.locked_before).
create policy citizen_waits on referral as restrictive for select to lods_citizen using ((select gate.locked_before()) is null);
