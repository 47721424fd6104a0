-- Somebody who stalks is referred to the centre only after the exposed person was told, or with the reason why not; what the sender answered lies with the referral.
-- And a spoken yes counts between authorities: Dansk Stalking Center is none.
alter table referral add column told_first text check (told_first in ('told', 'waived', 'nobody'));
alter table referral add column told_on date;
alter table referral add column told_box bytea;
alter table referral add constraint referral_told_first check (
  (told_on is not null) = coalesce(told_first = 'told', false) and (told_box is not null) = coalesce(told_first in ('waived', 'nobody'), false));
create policy told_first on referral as restrictive for insert to lods_police_contact, lods_dsc_adviser
  with check ((about = 'exposed' or told_first is not null) and (ground <> 'oral' or from_role = 'policeContact'));
