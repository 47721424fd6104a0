-- A draft that a mark keeps goes in the deed that sends it, and not afterwards: whoever sent something to somebody outside the system meanwhile could throw it away.
create or replace function gate.draft_stays(wanted uuid, writer uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_draft d where d.case_id = wanted and d.person = writer and gate.case_keeps(d.case_id, d.at)
                       and not exists (select from referral r where r.case_id = d.case_id and r.from_person = d.person and r.sent_at = gate.now())) $$;
