-- A coordinator's first event stands under the referral itself: where a referral stands is written only once that event is there.
create or replace function gate.held_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(r.id), '{}') from referral r where r.case_id = any(gate.held_cases()) $$;
