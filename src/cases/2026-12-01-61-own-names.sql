-- A colleague says once what she or he is called, or what a relative is called. Only keyed hashes are kept, the same as of the blind name check, inside one
-- controller. Where a case is given that name, or has it already, the colleague is shut out of it; the leader alone hears of it, and may open again.
create table own_name (
  id uuid primary key,
  partnership int not null references partnership,
  organisation int not null references organisation,
  person uuid not null references person,
  kind text not null check (kind in ('party', 'relative')),
  at timestamptz not null,
  ended_at timestamptz
);
create table own_name_hash (
  own_name uuid not null references own_name,
  hash text not null,                        -- HMAC-SHA-256 under a key of the house and a purpose: the name check's, and that of the index cases are found by
  primary key (own_name, hash)
);
create index own_name_hash_hash on own_name_hash (hash);
create index own_name_person on own_name (person);
alter table own_name enable row level security;
alter table own_name force row level security;
alter table own_name_hash enable row level security;
alter table own_name_hash force row level security;
create trigger own_name_hash_is_kept before update or delete or truncate on own_name_hash execute function case_is_kept();
create trigger own_name_is_kept before delete or truncate on own_name execute function case_is_kept();
create function own_name_ends_once() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (new.id, new.partnership, new.organisation, new.person, new.kind, new.at)
       is distinct from (old.id, old.partnership, old.organisation, old.person, old.kind, old.at)
  then raise exception 'a name is only ended'; end if;
  return new;
end $$;
create trigger own_name_ends_once before update on own_name for each row execute function own_name_ends_once();

alter table case_shut add column own_name uuid references own_name;
alter table case_shut alter column citizen drop not null;
-- What a name has shut gets its key from whoever opens it again, with the reason.
alter table case_shut alter column key_wrapped drop not null;
alter table case_shut add constraint case_shut_key_check check ((own_name is null or lifted_at is not null) = (key_wrapped is not null));
create trigger key_stays before update of key_wrapped on case_shut for each row when (old.key_wrapped is not null and new.key_wrapped is distinct from old.key_wrapped) execute function case_shut_is_kept();
grant update (key_wrapped) on case_shut to lods_leader, lods_data_protection_officer;
alter table case_shut drop constraint case_shut_kind_check;
alter table case_shut add constraint case_shut_kind_check check (kind in ('decided', 'party', 'relative', 'own-name', 'relative-name'));
alter table case_shut add constraint case_shut_by_name_check check ((own_name is not null) = (kind in ('own-name', 'relative-name')) and (citizen is not null or own_name is not null));
create function case_shut_class(kind text) returns text language sql immutable as $$ select case kind when 'decided' then 'decided' when 'own-name' then 'name' when 'relative-name' then 'name' else 'said' end $$;
drop index case_shut_once;
create unique index case_shut_once on case_shut (case_id, person, case_shut_class(kind), coalesce(own_name, '00000000-0000-0000-0000-000000000000'::uuid)) where lifted_at is null;
create trigger own_name_stays before update of own_name on case_shut for each row when (new.own_name is distinct from old.own_name) execute function case_shut_is_kept();

-- Whoever was kept out of a case behind a wall by a name is let in again when the leader opens it; whoever was named when it was opened never is.
drop trigger case_kept_out_is_kept on case_kept_out;
create trigger case_kept_out_stays before update or truncate on case_kept_out execute function case_is_kept();
create function case_kept_out_is_kept() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if old."by" <> old.person or exists (select from case_shut s where s.case_id = old.case_id and s.person = old.person and s.lifted_at is null and s.own_name is not null)
  then raise exception 'what has happened in a case is only added to'; end if;
  return old;
end $$;
create trigger case_kept_out_is_kept before delete on case_kept_out for each row execute function case_kept_out_is_kept();

grant select on own_name, own_name_hash to lods_gate;
create policy gate_reads on own_name for select to lods_gate using (true);
create policy gate_reads on own_name_hash for select to lods_gate using (true);
grant select (case_id, partnership, what, hash) on case_index to lods_gate;
create policy gate_reads on case_index for select to lods_gate using (true);
grant select (own_name), insert on case_shut to lods_gate;
create policy gate_shuts_by_name on case_shut for insert to lods_gate with check (own_name is not null);
grant insert, delete on case_kept_out to lods_gate;
create policy gate_keeps_out on case_kept_out for insert to lods_gate with check (by = person);
create policy gate_lets_in on case_kept_out for delete to lods_gate using (by = person);

grant create on schema gate to lods_gate;
-- A name that was ended or opened again for this case shuts nobody out any more.
create function gate.shut_by_name(about uuid, named uuid) returns void language sql security definer set search_path = public, pg_catalog, pg_temp
  as $$ insert into case_shut (id, partnership, case_id, number, citizen, person, kind, by, at, own_name)
        select gen_random_uuid(), f.partnership, f.id, f.number, f.citizen, o.person, case o.kind when 'party' then 'own-name' else 'relative-name' end, o.person, gate.now(), o.id
        from own_name o join case_file f on f.id = about and f.partnership = o.partnership
        where o.id = named and o.ended_at is null and not exists (select from case_shut s where s.case_id = f.id and s.own_name = o.id)
        on conflict do nothing $$;
-- At the very end of what was done: whoever gives a case a name finishes what she is doing first.
create function gate.find_named() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_table_name = 'own_name_hash' then
    perform gate.shut_by_name(m.case_id, new.own_name) from name_mark m join own_name o on o.id = new.own_name and o.organisation = m.organisation where m.hash = new.hash;
    perform gate.shut_by_name(i.case_id, new.own_name) from case_index i join own_name o on o.id = new.own_name join organisation g on g.id = o.organisation and g.kind = 'municipality'
      where i.hash = new.hash and i.what = 'name' and i.partnership = o.partnership;
  elsif tg_table_name = 'name_mark' then
    perform gate.shut_by_name(new.case_id, h.own_name) from own_name_hash h join own_name o on o.id = h.own_name and o.organisation = new.organisation where h.hash = new.hash;
  elsif new.what = 'name' then
    perform gate.shut_by_name(new.case_id, h.own_name) from own_name_hash h join own_name o on o.id = h.own_name and o.partnership = new.partnership
      join organisation g on g.id = o.organisation and g.kind = 'municipality' where h.hash = new.hash;
  end if;
  return null;
end $$;
create function gate.keep_out_named() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.own_name is null or new.citizen is not null then return null; end if;
  if tg_op = 'INSERT' then
    insert into case_kept_out (case_id, person, partnership, by, at) values (new.case_id, new.person, new.partnership, new.person, new.at) on conflict do nothing;
  elsif new.lifted_at is not null and not exists (select from case_shut s where s.case_id = new.case_id and s.person = new.person and s.lifted_at is null and s.own_name is not null) then
    delete from case_kept_out where case_id = new.case_id and person = new.person and by = person;
  end if;
  return null;
end $$;
create or replace function gate.shut_citizens() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(distinct s.citizen), '{}') from case_shut s where s.person = gate.person() and s.lifted_at is null and s.citizen is not null $$;
create or replace function gate.shut_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(f.id), '{}') from case_file f where f.citizen = any(gate.shut_citizens())
          or f.id in (select s.case_id from case_shut s where s.person = gate.person() and s.lifted_at is null) $$;
-- A leader who is shut out by a name cannot open again: another leader or the data protection officer looks.
create or replace function gate.asks_second_look() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  new.second_look := exists (select from holding h where h.person = new.person and h.role in ('leader', 'dataProtectionOfficer') and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()))
    and (new.own_name is not null or (new.kind = 'decided'
      and not exists (select from holding h where h.person = new."by" and h.role = 'leader' and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()))));
  return new;
end $$;
-- What a name has shut is nothing for the tovholder.
create or replace function gate.second_looks() returns table (what text, number text, day date, name text) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select 'danger', coalesce(n.number, ''), (g.at at time zone 'Europe/Copenhagen')::date, p.name from break_glass g join person p on p.id = g.by left join case_now n on n.case_id = g.case_id
          where g.partnership = coalesce(gate.as_role('dataProtectionOfficer'), gate.as_role('tovholder')) and g.by_role = 'leader' and g.reviewed_at is null and g.by <> gate.person()
        union all
        select 'shut', s.number, (s.at at time zone 'Europe/Copenhagen')::date, p.name from case_shut s join person p on p.id = s.person
          where s.partnership = coalesce(gate.as_role('dataProtectionOfficer'), gate.as_role('tovholder')) and s.second_look and s.confirmed_at is null and s.lifted_at is null and s.person <> gate.person()
            and (s.own_name is null or gate.as_role('dataProtectionOfficer') is not null) $$;
do $$
declare f text;
begin
  foreach f in array array['shut_by_name(uuid, uuid)', 'find_named()', 'keep_out_named()', 'shut_cases()', 'shut_citizens()', 'asks_second_look()', 'second_looks()'] loop
    execute format('alter function gate.%s owner to lods_gate', f);
  end loop;
end $$;
revoke create on schema gate from lods_gate;
revoke execute on function gate.shut_by_name(uuid, uuid) from public;
create constraint trigger find_named after insert on name_mark deferrable initially deferred for each row execute function gate.find_named();
create constraint trigger find_named after insert on case_index deferrable initially deferred for each row execute function gate.find_named();
create constraint trigger find_named after insert on own_name_hash deferrable initially deferred for each row execute function gate.find_named();
create trigger keep_out_named after insert or update of lifted_at on case_shut for each row execute function gate.keep_out_named();

-- Whoever is shut out by a name is not told, nor is the visitator. The leader sees what lies inside her own walls, and of cases
-- behind them only whom else they could be given to: two numbers that one name shuts would tell that they belong together.
alter policy visitator_reads on case_shut using (partnership = (select gate.as_role('visitator')) and person <> (select gate.person()) and own_name is null);
alter policy leader_reads on case_shut using (partnership = (select gate.as_role('leader')) and person <> (select gate.person())
  and (citizen is not null or exists (select from case_now n where n.case_id = case_shut.case_id)
    and exists (select from holding h where h.person = case_shut.person and h.role in ('leader', 'hr', 'workEnvironment', 'familyCounsellor', 'policeContact') and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()))));
alter policy leader_decides on case_shut using (partnership = (select gate.as_role('leader')) and person <> (select gate.person())
  and (citizen is not null or exists (select from case_now n where n.case_id = case_shut.case_id)
    and exists (select from holding h where h.person = case_shut.person and h.role in ('leader', 'hr', 'workEnvironment', 'familyCounsellor', 'policeContact') and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()))));
do $$
declare r record;
begin
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'),
    ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser'), ('leader', 'leader'), ('tovholder', 'tovholder'), ('follow_up_member', 'followUpMember'),
    ('steering_member', 'steeringMember'), ('work_environment', 'workEnvironment'), ('hr', 'hr'), ('training_coordinator', 'trainingCoordinator'), ('tool_editor', 'toolEditor'),
    ('evaluator', 'evaluator'), ('group_volunteer', 'groupVolunteer'), ('key_person', 'keyPerson'), ('data_protection_officer', 'dataProtectionOfficer'), ('operator', 'operator')) as it (db, role) loop
    execute format('alter policy %I on case_shut using (person = (select gate.person()) and partnership = (select gate.as_role(%L)) and kind in (''party'', ''relative''))', r.db || '_own', r.role);
    execute format('grant select (id, partnership, person, kind, at, ended_at), insert, update (ended_at) on own_name to lods_%s', r.db);
    execute format('grant insert on own_name_hash to lods_%s', r.db);
    execute format('create policy %I on own_name for select to lods_%s using (person = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_own', r.db, r.role);
    execute format('create policy %I on own_name for insert to lods_%s with check (person = (select gate.person()) and partnership = (select gate.as_role(%L)) and ended_at is null
      and organisation = (select p.organisation from person p where p.id = (select gate.person())))', r.db || '_says', r.db, r.role);
    execute format('create policy %I on own_name for update to lods_%s using (person = (select gate.person()) and partnership = (select gate.as_role(%L)))
      with check (person = (select gate.person()) and ended_at is not null)', r.db || '_ends', r.db, r.role);
    execute format('create policy %I on own_name_hash for insert to lods_%s with check (exists (select from own_name o where o.id = own_name_hash.own_name))', r.db || '_says', r.db);
  end loop;
end $$;
grant select (own_name) on case_shut to lods_visitator, lods_leader, lods_data_protection_officer;
