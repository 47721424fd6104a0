-- What she signed about a referral waits with the referral after a new passphrase (see gate.locked_before).
do $$
declare t text;
begin
  foreach t in array array['referral_paper', 'referral_paper_end'] loop
    execute format('create policy citizen_waits on %I as restrictive for select to lods_citizen using ((select gate.locked_before()) is null)', t);
  end loop;
end $$;
