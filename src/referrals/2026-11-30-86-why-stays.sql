-- Why the exposed person was not told before somebody who stalks was referred to the centre stays with whoever referred: under a key of its own, that nobody opens but the police.
create table referral_told_why (
  referral uuid primary key references referral,
  partnership int not null references partnership,
  by uuid not null references person,
  at timestamptz not null,
  key_wrapped bytea not null,
  box bytea not null
);
alter table referral_told_why enable row level security;
alter table referral_told_why force row level security;
create trigger referral_told_why_is_kept before update or delete or truncate on referral_told_why execute function referral_is_kept();
grant select, insert on referral_told_why to lods_police_contact;
create policy police_contact_reads on referral_told_why for select to lods_police_contact
  using (partnership = (select gate.as_role('policeContact')) and referral = any((select gate.sent_referrals('policeContact'))::uuid[]));
create policy police_contact_adds on referral_told_why for insert to lods_police_contact
  with check (partnership = (select gate.as_role('policeContact')) and by = (select gate.person()) and referral = any((select gate.sent_referrals('policeContact'))::uuid[]));
select close_to_shut_out();

-- Nothing of it lies with the copy any more, and what lies there from before is read by nobody who received it.
alter table referral drop constraint referral_told_first;
alter table referral add constraint referral_told_first check ((told_on is not null) = coalesce(told_first = 'told', false));
alter table referral add constraint referral_told_elsewhere check (told_box is null) not valid;
do $$
declare r text;
        columns text := (select string_agg(quote_ident(attname), ', ') from pg_attribute where attrelid = 'referral'::regclass and attnum > 0 and not attisdropped and attname <> 'told_box');
begin
  foreach r in array array['lods_dsc_adviser', 'lods_visitator', 'lods_primary_coordinator', 'lods_family_counsellor'] loop
    execute format('revoke select on referral from %I', r);
    execute format('grant select (%s) on referral to %I', columns, r);
  end loop;
end $$;
