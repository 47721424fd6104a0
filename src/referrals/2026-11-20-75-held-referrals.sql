-- What was sent out of a case that this person holds, from the moment it is sent: its first event is written before there is anything in `referral_now`.
create or replace function gate.held_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(r.id), '{}') from referral r where r.case_id = any(gate.held_cases()) $$;
