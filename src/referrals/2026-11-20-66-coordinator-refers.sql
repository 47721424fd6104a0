-- What belongs to a case that somebody holds is known from the referral itself: its first event is written before `referral_now` has a row for it,
-- and a coordinator could not send one.
create or replace function gate.held_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(r.id), '{}') from referral r where r.case_id = any(gate.held_cases()) $$;
