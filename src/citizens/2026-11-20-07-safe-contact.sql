-- How she may be reached without anybody else noticing. Every version is kept; the newest counts. The box (encrypted under her own key) holds
-- channels, times, what to say, messages, Digital Post, papers at home, a code word.
create table safe_contact (
  id uuid primary key,
  partnership int not null references partnership,
  citizen uuid not null references citizen,
  version int not null check (version > 0),
  by uuid not null references person,
  at timestamptz not null,
  box bytea not null,
  unique (citizen, version)
);
alter table safe_contact enable row level security;
alter table safe_contact force row level security;
grant select, insert on safe_contact to lods_visitator;
create policy visitator_reads on safe_contact for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_adds on safe_contact for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()));

create function safe_contact_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'versions of safe contact are only added';
end $$;
create trigger safe_contact_is_kept before update or delete or truncate on safe_contact execute function safe_contact_is_kept();

-- Everybody who works here may send an enquiry, which begins with somebody to help. Nobody sees her by that.
do $$
declare r record;
begin
  for r in select * from (values ('lods_primary_coordinator', 'primaryCoordinator'), ('lods_police_contact', 'policeContact'),
    ('lods_dsc_adviser', 'dscAdviser'), ('lods_leader', 'leader'), ('lods_tovholder', 'tovholder'), ('lods_operator', 'operator')) as it (db, role) loop
    execute format('grant insert on citizen to %I', r.db);
    execute format('create policy %I on citizen for insert to %I with check (partnership = (select gate.as_role(%L)))', substr(r.db, 6) || '_adds', r.db, r.role);
  end loop;
end $$;
