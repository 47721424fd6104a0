-- Who the local collaboration is: organisations, their units, their people, and who holds which role from when to when.
create table organisation (
  id int primary key,
  partnership int not null references partnership,
  kind text not null check (kind in ('municipality', 'police', 'dsc', 'other')),
  name text not null,
  phone text,
  url text
);
create table unit (
  id int primary key,
  partnership int not null references partnership,
  organisation int not null references organisation,
  name text not null
);
create table person (
  id uuid primary key,
  partnership int not null references partnership,
  organisation int not null references organisation,
  unit int references unit,
  name text not null,
  phone text
);
-- A role held for a time; both days count. History: a holding is ended, never removed.
create table holding (
  id int generated always as identity primary key,
  partnership int not null references partnership,
  role text not null,
  person uuid not null references person,
  from_day date not null,
  to_day date,
  stands_in boolean not null default false,
  check (to_day is null or to_day >= from_day)
);
create index holding_person on holding (person, role);
create index unit_partnership on unit (partnership);
create index person_partnership on person (partnership);

-- The partnership, when this person holds this role on this day; null otherwise. Policies compare with it, so a wrong role sees nothing.
create function gate.as_role(wanted text) returns int language sql stable security definer set search_path = public, pg_catalog
  as $$ select h.partnership from holding h
        where h.person = gate.person() and h.partnership = gate.partnership() and h.role = wanted
          and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())
        limit 1 $$;
alter function gate.as_role(text) owner to lods_gate;

do $$
declare t text;
begin
  foreach t in array array['organisation', 'unit', 'person', 'holding'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to lods_gate, lods_sign_in, lods_clock, lods_citizen, lods_first_contact, lods_visitator, lods_primary_coordinator,
                    lods_police_contact, lods_dsc_adviser, lods_leader, lods_tovholder, lods_operator', t);
    execute format('create policy house_reads on %I for select to lods_gate, lods_sign_in, lods_clock using (true)', t);
    execute format('create policy people_read on %I for select to lods_citizen, lods_first_contact, lods_visitator, lods_primary_coordinator,
                    lods_police_contact, lods_dsc_adviser, lods_leader, lods_tovholder, lods_operator
                    using (partnership = (select gate.partnership()))', t);
  end loop;
end $$;
