-- A draft in a case asks the mark like the draft of a referral: from before the case was journalised it is thrown away by nobody, and goes when its writer keeps it instead.
grant select (case_id, person, paper, at) on case_draft to lods_gate;
create policy gate_reads on case_draft for select to lods_gate using (true);
grant select (by, at) on case_paper, case_inner_paper to lods_gate;
create function gate.case_draft_stays(wanted uuid, writer uuid, named text) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_draft d where d.case_id = wanted and d.person = writer and d.paper = named and gate.case_keeps(d.case_id, d.at)
                       and not exists (select from case_paper p where p.case_id = d.case_id and p.by = d.person and p.at >= d.at)
                       and not exists (select from case_inner_paper p where p.case_id = d.case_id and p.by = d.person and p.at >= d.at)) $$;
grant create on schema gate to lods_gate;
alter function gate.case_draft_stays(uuid, uuid, text) owner to lods_gate;
revoke create on schema gate from lods_gate;

create or replace function marks_keep() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
declare stays boolean := case tg_table_name
  when 'incident_entry' then gate.entry_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'import_source' then gate.source_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'measure' then gate.measure_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'referral_draft' then gate.draft_stays((to_jsonb(old) ->> 'case_id')::uuid, (to_jsonb(old) ->> 'person')::uuid)
  when 'case_draft' then gate.case_draft_stays((to_jsonb(old) ->> 'case_id')::uuid, (to_jsonb(old) ->> 'person')::uuid, to_jsonb(old) ->> 'paper')
  when 'bundle_key' then gate.bundle_stays((to_jsonb(old) ->> 'bundle')::uuid)
end;
begin
  if stays is distinct from false then raise exception 'what a mark keeps is not deleted'; end if;
  return old;
end $$;
create trigger marks_keep before delete on case_draft for each row execute function marks_keep();
