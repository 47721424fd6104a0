-- Whoever is shut out of a case reads nothing of who else is: a row that stays on the list while the case is gone tells whose case it is.
do $$
declare r record;
begin
  for r in select * from (values ('visitator_reads', 'lods_visitator'), ('leader_reads', 'lods_leader'), ('officer_reads', 'lods_data_protection_officer')) as it (policy, db) loop
    execute format('create policy %I on case_shut as restrictive for select to %I using (person = (select gate.person()) or not case_id = any((select gate.shut_cases())::uuid[]))', r.policy || '_not_own', r.db);
  end loop;
end $$;
grant create on schema gate to lods_gate;
-- A name that is said while the case is given it, in another sitting: each waits for the other at the very end, so that the second finds what the first has kept.
create or replace function gate.find_named() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('own-names', 0));
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
alter function gate.find_named() owner to lods_gate;
revoke create on schema gate from lods_gate;
