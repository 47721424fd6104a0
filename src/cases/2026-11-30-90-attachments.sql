-- Files that answer a question of a tool in a case. Each lies encrypted in the store under a key of its own, and that key under the key of what the tool is filled in in.
-- While it is only put in, its writer alone sees it and may take it out; kept, it is read by whoever reads the paper, and by nobody else.
create table case_attachment (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  person uuid not null references person,
  by_role text not null,
  paper text not null check (paper ~ '^[a-z0-9-]{1,60}(/[a-z0-9-]{1,60})?$'),       -- what it was put in for: as the draft
  same text not null,                         -- keyed: the same file for the same question of the same paper
  at timestamptz not null,
  file uuid not null,
  key_box bytea not null,
  box bytea not null,                         -- its name, type, size and hash
  kept_as text check (kept_as in ('paper', 'inner', 'event', 'family')),
  kept_in text,
  check ((kept_as is null) = (kept_in is null))
);
create index case_attachment_case on case_attachment (case_id, person, paper);
-- A file that is sent twice is put in once.
create unique index case_attachment_once on case_attachment (same) where kept_as is null;
alter table case_attachment enable row level security;
alter table case_attachment force row level security;

-- Kept once, and then neither changed nor taken away.
create function attachment_is_kept() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_op = 'TRUNCATE' or old.kept_as is not null then raise exception 'what is kept in a case stays as it is'; end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger case_attachment_is_kept before update or delete on case_attachment for each row execute function attachment_is_kept();
create trigger case_attachment_is_not_cleared before truncate on case_attachment execute function attachment_is_kept();

do $$
declare r record;
        staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles
                       where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
        paper text := 'kept_as = ''paper'' and exists (select from case_paper p where p.id::text = kept_in and p.case_id = case_attachment.case_id)';
        inner_paper text := 'kept_as = ''inner'' and exists (select from case_inner_paper p where p.id::text = kept_in and p.case_id = case_attachment.case_id)';
        event text := 'kept_as = ''event'' and exists (select from case_event e where e.seq::text = kept_in and e.case_id = case_attachment.case_id)';
        family text := 'kept_as = ''family'' and exists (select from family_record f join family_track t on t.id = f.track where f.id::text = kept_in and t.case_id = case_attachment.case_id)';
begin
  execute format('create policy locked_is_shut on case_attachment as restrictive for select to %s using (not case_id = any((select gate.locked_cases())::uuid[]))', staff);
  -- Where the paper itself is read: the walls around the paper are the walls around its files.
  for r in select * from (values
    ('visitator', 'visitator', concat_ws(' or ', paper, inner_paper, event), '(select gate.drafted_cases(''visitator''))'),
    ('primary_coordinator', 'primaryCoordinator', concat_ws(' or ', paper, inner_paper, event), '(select gate.worked_cases(''primaryCoordinator''))'),
    ('leader', 'leader', event, '(select gate.employee_cases(''leader''))'), ('hr', 'hr', event, '(select gate.employee_cases(''hr''))'),
    ('family_counsellor', 'familyCounsellor', concat_ws(' or ', inner_paper, event, family),
      'array_cat((select gate.other_cases(''familyCounsellor''))::uuid[], (select gate.family_cases())::uuid[])'),
    ('police_contact', 'policeContact', concat_ws(' or ', inner_paper, event), '(select gate.other_cases(''policeContact''))')
  ) as it (db, role, reads, works) loop
    execute format('grant select, insert, delete on case_attachment to lods_%s', r.db);
    execute format('grant update (kept_as, kept_in) on case_attachment to lods_%s', r.db);
    execute format('create policy %I on case_attachment for select to lods_%s using (partnership = (select gate.as_role(%L)) and (kept_as is null and person = (select gate.person()) or %s))', r.db || '_reads', r.db, r.role, r.reads);
    execute format('create policy %I on case_attachment for delete to lods_%s using (kept_as is null and person = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_takes_out', r.db, r.role);
    execute format('create policy %I on case_attachment for insert to lods_%s with check (kept_as is null and person = (select gate.person()) and partnership = (select gate.as_role(%L)) and by_role = %L
                    and case_id = any(%s::uuid[]))', r.db || '_puts_in', r.db, r.role, r.role, r.works);
    execute format('create policy %I on case_attachment for update to lods_%s using (kept_as is null and person = (select gate.person()) and partnership = (select gate.as_role(%L)))
                    with check (kept_as is not null and person = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_keeps', r.db, r.role, r.role);
  end loop;
end $$;
grant select on case_attachment to lods_work_environment;
create policy work_environment_reads on case_attachment for select to lods_work_environment using (partnership = (select gate.as_role('workEnvironment'))
  and kept_as = 'event' and exists (select from case_event e where e.seq::text = kept_in and e.case_id = case_attachment.case_id));
select close_to_shut_out();

-- A file that was put in before the case was journalised asks the mark, as the draft it was put in for does.
grant select (id, case_id, person, at, kept_as) on case_attachment to lods_gate;
create policy gate_reads on case_attachment for select to lods_gate using (true);
grant create on schema gate to lods_gate;
create function gate.attachment_stays(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_attachment a where a.id = wanted and gate.case_keeps(a.case_id, a.at)) $$;
alter function gate.attachment_stays(uuid) owner to lods_gate;
revoke create on schema gate from lods_gate;

create or replace function marks_keep() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
declare stays boolean := case tg_table_name
  when 'incident_entry' then gate.entry_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'import_source' then gate.source_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'measure' then gate.measure_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'referral_draft' then gate.draft_stays((to_jsonb(old) ->> 'case_id')::uuid, (to_jsonb(old) ->> 'person')::uuid)
  when 'case_draft' then gate.case_draft_stays((to_jsonb(old) ->> 'case_id')::uuid, (to_jsonb(old) ->> 'person')::uuid, to_jsonb(old) ->> 'paper')
  when 'case_attachment' then gate.attachment_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'bundle_key' then gate.bundle_stays((to_jsonb(old) ->> 'bundle')::uuid)
end;
begin
  if stays is distinct from false then raise exception 'what a mark keeps is not deleted'; end if;
  return old;
end $$;
create trigger marks_keep before delete on case_attachment for each row execute function marks_keep();
