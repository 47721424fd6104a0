-- A draft that a mark keeps goes in the deed that keeps what was begun, and not afterwards: whoever kept any other paper meanwhile could throw it away.
create or replace function gate.case_draft_stays(wanted uuid, writer uuid, named text) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_draft d where d.case_id = wanted and d.person = writer and d.paper = named and gate.case_keeps(d.case_id, d.at)
                       and not exists (select from case_paper p where p.case_id = d.case_id and p.by = d.person and p.at = gate.now())
                       and not exists (select from case_inner_paper p where p.case_id = d.case_id and p.by = d.person and p.at = gate.now())
                       and not exists (select from family_record r join family_track t on t.id = r.track where t.case_id = d.case_id and r.by = d.person and r.at = gate.now())
                       and not exists (select from case_event e where e.case_id = d.case_id and e.by = d.person and e.at = gate.now()
                                       and (d.paper, e.move) in (('afklaring', 'clarify'), ('raad', 'advise'), ('luk', 'close'), ('plan', 'plan'), ('samtale', 'talk'), ('tilbud', 'offer')))) $$;
