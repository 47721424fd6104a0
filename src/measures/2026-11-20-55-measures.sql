-- Protective measures. Kinds and dates are open, so that the house can warn ahead; what a letter says lies in a box under the citizen's key.
create table measure (
  id uuid primary key,
  partnership int not null references partnership,
  citizen uuid not null references citizen,
  kind text not null check (kind in ('policeCaution', 'provisionalRestrainingOrder', 'restrainingOrder', 'exclusionZone', 'expulsionFromHome',
                                     'cprAddressProtection', 'specialAddressProtection')),
  origin text not null check (origin in ('own', 'told')),
  shown boolean not null,                     -- of her own: may the visitator and her coordinator see it
  by uuid not null,
  at timestamptz not null,
  check (origin = 'own' or not shown),
  check (origin = 'told' or by = citizen)
);
create index measure_citizen on measure (partnership, citizen);
create table measure_version (
  measure uuid not null references measure on delete cascade,
  version int not null check (version > 0),
  partnership int not null,
  standing text not null check (standing in ('asked', 'holds', 'refused', 'ended')),
  decided_on date,
  served_on date,
  from_day date,
  until_day date,
  extended boolean not null,
  by uuid not null,
  by_role text not null,
  at timestamptz not null,
  box bytea not null,
  primary key (measure, version)
);
-- A day on which there was contact while it held, and where the log tells of it. A row is a contact: never a person and never a case.
create table measure_contact (
  id uuid primary key,
  measure uuid not null references measure on delete cascade,
  partnership int not null,
  on_day date not null,
  entry_no int check (entry_no > 0),
  by uuid not null,
  by_role text not null,
  at timestamptz not null
);
create index measure_contact_measure on measure_contact (measure);

do $$
declare t text;
begin
  foreach t in array array['measure', 'measure_version', 'measure_contact'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to lods_citizen, lods_visitator, lods_primary_coordinator', t);
  end loop;
end $$;

grant select (id, partnership, citizen, origin, shown) on measure to lods_gate;
create policy gate_reads on measure for select to lods_gate using (true);

-- Hers: all that concerns her; she changes, shows and removes only what she wrote herself.
create policy citizen_reads on measure for select to lods_citizen using (partnership = (select gate.partnership()) and citizen = (select gate.person()));
create policy citizen_adds on measure for insert to lods_citizen
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()) and by = (select gate.person()) and origin = 'own');
grant update (shown), delete on measure to lods_citizen;
create policy citizen_shows on measure for update to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()) and origin = 'own')
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()) and origin = 'own');
create policy citizen_removes on measure for delete to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()) and origin = 'own' and not shown);
create policy citizen_reads on measure_version for select to lods_citizen
  using (partnership = (select gate.partnership()) and exists (select from measure m where m.id = measure_version.measure));
create policy citizen_adds on measure_version for insert to lods_citizen
  with check (partnership = (select gate.partnership()) and by = (select gate.person()) and by_role = 'citizen' and exists (select from measure m where m.id = measure_version.measure and m.origin = 'own'));
create policy citizen_reads on measure_contact for select to lods_citizen
  using (partnership = (select gate.partnership()) and exists (select from measure m where m.id = measure_contact.measure));
create policy citizen_adds on measure_contact for insert to lods_citizen
  with check (partnership = (select gate.partnership()) and by = (select gate.person()) and by_role = 'citizen' and exists (select from measure m where m.id = measure_contact.measure));

-- Those who work with her: what they were told, and what she shows; of citizens whom they may see at all.
do $$
declare r record;
begin
  for r in select * from (values ('visitator', 'lods_visitator', 'visitator'), ('primary_coordinator', 'lods_primary_coordinator', 'primaryCoordinator')) v (short, db, role) loop
    execute format('create policy %I on measure for select to %I
      using (partnership = (select gate.as_role(%L)) and (origin = ''told'' or shown) and exists (select from citizen c where c.id = measure.citizen))', r.short || '_reads', r.db, r.role);
    execute format('create policy %I on measure for insert to %I
      with check (partnership = (select gate.as_role(%L)) and origin = ''told'' and by = (select gate.person()) and exists (select from citizen c where c.id = measure.citizen))', r.short || '_adds', r.db, r.role);
    execute format('create policy %I on measure_version for select to %I
      using (partnership = (select gate.as_role(%L)) and exists (select from measure m where m.id = measure_version.measure))', r.short || '_reads', r.db, r.role);
    execute format('create policy %I on measure_version for insert to %I
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L and exists (select from measure m where m.id = measure_version.measure and m.origin = ''told''))',
      r.short || '_adds', r.db, r.role, r.role);
    execute format('create policy %I on measure_contact for select to %I
      using (partnership = (select gate.as_role(%L)) and exists (select from measure m where m.id = measure_contact.measure))', r.short || '_reads', r.db, r.role);
    execute format('create policy %I on measure_contact for insert to %I
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L and exists (select from measure m where m.id = measure_contact.measure))',
      r.short || '_adds', r.db, r.role, r.role);
  end loop;
end $$;
