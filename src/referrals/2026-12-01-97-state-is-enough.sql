-- What became of a referral about her she reads where its state stands (`referral_now`); of the steps before it nothing is shown to her, so she reads none.
drop policy citizen_reads on referral_event;
drop policy citizen_waits on referral_event;
revoke select (referral, seq, partnership, step, by, at, state) on referral_event from lods_citizen;
-- Whoever takes in what came from outside has sent it: `visitator_acts` and `family_counsellor_acts` let the first step of it be written.
drop policy visitator_takes_in on referral_event;
drop policy family_counsellor_takes_in on referral_event;
