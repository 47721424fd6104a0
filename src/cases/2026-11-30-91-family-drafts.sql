-- The family counsellor puts a record of hers aside as any paper is put aside: a draft on a track that she has taken on. It lies under the key of the track.
alter policy family_counsellor_adds on case_draft with check (person = (select gate.person()) and partnership = (select gate.as_role('familyCounsellor')) and by_role = 'familyCounsellor'
  and (case_id = any((select gate.other_cases('familyCounsellor'))::uuid[]) or case_id = any((select gate.family_cases())::uuid[])));
alter policy family_counsellor_keeps on case_draft with check (person = (select gate.person()) and partnership = (select gate.as_role('familyCounsellor'))
  and (case_id = any((select gate.other_cases('familyCounsellor'))::uuid[]) or case_id = any((select gate.family_cases())::uuid[])));

-- What a mark keeps of it goes when its writer keeps a record instead.
grant select (by, at, version) on family_record to lods_gate;
create or replace function gate.case_draft_stays(wanted uuid, writer uuid, named text) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_draft d where d.case_id = wanted and d.person = writer and d.paper = named and gate.case_keeps(d.case_id, d.at)
                       and not exists (select from case_paper p where p.case_id = d.case_id and p.by = d.person and p.at >= d.at)
                       and not exists (select from case_inner_paper p where p.case_id = d.case_id and p.by = d.person and p.at >= d.at)
                       and not exists (select from family_record r join family_track t on t.id = r.track where t.case_id = d.case_id and r.by = d.person and r.at >= d.at)) $$;
