-- What was begun on the page of a move goes when its writer does that move, as what was begun of a paper goes with the paper: else nobody who has begun could advise,
-- clarify or close in a case that is to be kept. The words are those of the moves' pages.
grant select (by, at) on case_event to lods_gate;
create or replace function gate.case_draft_stays(wanted uuid, writer uuid, named text) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_draft d where d.case_id = wanted and d.person = writer and d.paper = named and gate.case_keeps(d.case_id, d.at)
                       and not exists (select from case_paper p where p.case_id = d.case_id and p.by = d.person and p.at >= d.at)
                       and not exists (select from case_inner_paper p where p.case_id = d.case_id and p.by = d.person and p.at >= d.at)
                       and not exists (select from family_record r join family_track t on t.id = r.track where t.case_id = d.case_id and r.by = d.person and r.at >= d.at)
                       and not exists (select from case_event e where e.case_id = d.case_id and e.by = d.person and e.at >= d.at
                                       and (d.paper, e.move) in (('afklaring', 'clarify'), ('raad', 'advise'), ('luk', 'close'), ('plan', 'plan'), ('samtale', 'talk'), ('tilbud', 'offer')))) $$;
