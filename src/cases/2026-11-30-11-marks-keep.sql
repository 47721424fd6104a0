-- What a case rests on stays: while it is locked or held, and from the day that it is journalised, for what was there or was shown by then.
-- What she never showed to anybody is hers alone, and no mark reaches it.
create function gate.case_keeps(wanted uuid, since timestamptz) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_mark m where m.case_id = wanted and m.kind = 'journalise' and m.at >= since)
            or exists (select from (select distinct on (m.kind in ('hold', 'release')) m.kind from case_mark m
                                    where m.case_id = wanted and m.kind in ('hold', 'release', 'lock', 'unlock') order by m.kind in ('hold', 'release'), m.no desc) it
                       where it.kind in ('hold', 'lock')) $$;
create function gate.hers_keep(wanted uuid, since timestamptz) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_file f where f.citizen = wanted and gate.case_keeps(f.id, since)) $$;

create function gate.entry_stays(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from showing_entry e join showing s on s.id = e.showing join log l on l.id = s.log
                       where e.entry = wanted group by l.citizen having gate.hers_keep(l.citizen, min(s.from_at))) $$;
grant select (source) on incident_entry to lods_gate;
-- An export stays with what was lifted from it and stays: the copy in the log points into it.
create function gate.source_stays(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from incident_entry e where e.source = wanted and (gate.entry_stays(e.id)
                       or e.state = 'delivered' and exists (select from log l where l.id = e.log and gate.hers_keep(l.citizen, '-infinity')))) $$;

-- Her own dates say when she showed them first.
alter table measure add column first_shown_at timestamptz;
update measure set first_shown_at = at where shown;
create function measure_first_shown() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  new.first_shown_at := case when tg_op = 'UPDATE' and old.first_shown_at is not null then old.first_shown_at when new.shown then nullif(current_setting('lods.now', true), '')::timestamptz end;
  return new;
end $$;
create trigger measure_first_shown before insert or update on measure for each row execute function measure_first_shown();
grant select (first_shown_at) on measure to lods_gate;
create function gate.measure_stays(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from measure m where m.id = wanted and m.first_shown_at is not null and gate.hers_keep(m.citizen, m.first_shown_at)) $$;

-- A draft that was begun before the case was journalised is thrown away by nobody; it goes when it was sent instead.
grant select (made_at) on bundle to lods_gate;
grant select (case_id, person, at) on referral_draft to lods_gate;
create policy gate_reads on referral_draft for select to lods_gate using (true);
create function gate.draft_stays(wanted uuid, writer uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_draft d where d.case_id = wanted and d.person = writer and gate.case_keeps(d.case_id, d.at)
                       and not exists (select from referral r where r.case_id = d.case_id and r.from_person = d.person and r.sent_at >= d.at)) $$;
create function gate.bundle_stays(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from bundle b where b.id = wanted and b.case_id is not null and gate.case_keeps(b.case_id, b.made_at)) $$;

create function marks_keep() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
declare stays boolean := case tg_table_name
  when 'incident_entry' then gate.entry_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'import_source' then gate.source_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'measure' then gate.measure_stays((to_jsonb(old) ->> 'id')::uuid)
  when 'referral_draft' then gate.draft_stays((to_jsonb(old) ->> 'case_id')::uuid, (to_jsonb(old) ->> 'person')::uuid)
  when 'bundle_key' then gate.bundle_stays((to_jsonb(old) ->> 'bundle')::uuid)
end;
begin
  if stays is distinct from false then raise exception 'what a mark keeps is not deleted'; end if;
  return old;
end $$;

grant create on schema gate to lods_gate;
do $$
declare t text;
begin
  foreach t in array array['case_keeps(uuid, timestamptz)', 'hers_keep(uuid, timestamptz)', 'entry_stays(uuid)', 'source_stays(uuid)', 'measure_stays(uuid)', 'draft_stays(uuid, uuid)', 'bundle_stays(uuid)'] loop
    execute format('alter function gate.%s owner to lods_gate', t);
  end loop;
  foreach t in array array['incident_entry', 'import_source', 'measure', 'referral_draft', 'bundle_key'] loop
    execute format('create trigger marks_keep before delete on %I for each row execute function marks_keep()', t);
  end loop;
end $$;
revoke create on schema gate from lods_gate;
