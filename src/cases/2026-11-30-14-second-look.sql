-- Nobody is looked through by nobody: what a leader opened in danger is read by another leader or the data protection officer, and a leader, or that
-- officer, who is shut out of a case by somebody who is no leader is told to the others, who confirm it or open again. It holds meanwhile.
alter table case_shut add column second_look boolean not null default false;
create function gate.asks_second_look() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  new.second_look := new.kind = 'decided'
    and exists (select from holding h where h.person = new.person and h.role in ('leader', 'dataProtectionOfficer') and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()))
    and not exists (select from holding h where h.person = new."by" and h.role = 'leader' and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()));
  return new;
end $$;
create trigger asks_second_look before insert on case_shut for each row execute function gate.asks_second_look();
create trigger second_look_stays before update of second_look on case_shut for each row when (new.second_look is distinct from old.second_look) execute function case_shut_is_kept();

do $$
declare r record;
begin
  for r in select rolname from pg_roles where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_sign_in', 'lods_clock', 'lods_citizen') loop
    execute format('grant select (second_look) on case_shut to %I', r.rolname);
  end loop;
end $$;
grant select on case_shut to lods_data_protection_officer;
grant update (confirmed_by, confirmed_at, lifted_by, lifted_at, lift_box) on case_shut to lods_data_protection_officer;
create policy officer_reads on case_shut for select to lods_data_protection_officer
  using (partnership = (select gate.as_role('dataProtectionOfficer')) and second_look and person <> (select gate.person()));
create policy officer_decides on case_shut for update to lods_data_protection_officer
  using (partnership = (select gate.as_role('dataProtectionOfficer')) and second_look and person <> (select gate.person()))
  with check (partnership = (select gate.as_role('dataProtectionOfficer')) and (lifted_by is null or lifted_by = (select gate.person()) or confirmed_by = (select gate.person())));

grant select, update (reviewed_by, reviewed_at, note_box) on break_glass to lods_data_protection_officer;
create policy officer_reviews on break_glass for select to lods_data_protection_officer
  using (partnership = (select gate.as_role('dataProtectionOfficer')) and by_role = 'leader' and by <> (select gate.person()));
create policy officer_writes_note on break_glass for update to lods_data_protection_officer
  using (partnership = (select gate.as_role('dataProtectionOfficer')) and by_role = 'leader' and by <> (select gate.person()))
  with check (partnership = (select gate.as_role('dataProtectionOfficer')) and reviewed_by = (select gate.person()));
grant select (reviewed_by) on break_glass to lods_gate;

-- The number of the case that was opened, and nothing else of it, for those who look it through.
create function gate.glass_number(about uuid) returns text language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select n.number from break_glass g join case_now n on n.case_id = g.case_id
        where g.id = about and g.partnership = coalesce(gate.as_role('leader'), gate.as_role('dataProtectionOfficer')) $$;
create or replace function gate.glass_to_review() returns int language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select count(*)::int from break_glass g where g.partnership = gate.as_role('leader') and g.reviewed_at is null and g.by <> gate.person() $$;
-- What waits for a second look: number, day and the colleague's name, for the officer who looks and the tovholder who sees that somebody does.
create function gate.second_looks() returns table (what text, number text, day date, name text) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select 'danger', coalesce(n.number, ''), (g.at at time zone 'Europe/Copenhagen')::date, p.name from break_glass g join person p on p.id = g.by left join case_now n on n.case_id = g.case_id
          where g.partnership = coalesce(gate.as_role('dataProtectionOfficer'), gate.as_role('tovholder')) and g.by_role = 'leader' and g.reviewed_at is null and g.by <> gate.person()
        union all
        select 'shut', s.number, (s.at at time zone 'Europe/Copenhagen')::date, p.name from case_shut s join person p on p.id = s.person
          where s.partnership = coalesce(gate.as_role('dataProtectionOfficer'), gate.as_role('tovholder')) and s.second_look and s.confirmed_at is null and s.lifted_at is null and s.person <> gate.person() $$;
grant create on schema gate to lods_gate;
alter function gate.asks_second_look() owner to lods_gate;
alter function gate.glass_number(uuid) owner to lods_gate;
alter function gate.second_looks() owner to lods_gate;
revoke create on schema gate from lods_gate;
