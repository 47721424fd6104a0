-- One database role per product role, plus three that no person holds: the gate (sees who holds what, never what is written),
-- sign_in (passwords and sessions, nothing else) and clock (jobs). The program logs in as lods_app, owns nothing and may only put these on.
do $$
declare name text;
begin
  foreach name in array array['gate','sign_in','clock','citizen','first_contact','visitator','primary_coordinator','police_contact',
                              'dsc_adviser','leader','tovholder','operator'] loop
    begin
      execute format('create role %I nologin noinherit', 'lods_' || name);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
  begin
    create role lods_app login noinherit;
  exception when duplicate_object or unique_violation then null;
  end;
  foreach name in array array['gate','sign_in','clock','citizen','first_contact','visitator','primary_coordinator','police_contact',
                              'dsc_adviser','leader','tovholder','operator'] loop
    execute format('grant %I to lods_app', 'lods_' || name);
  end loop;
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant lods_gate to %I', current_user);
  end if;
end $$;

revoke create on schema public from public;

-- Functions that policies lean on. They run as the gate, which may read ids and memberships only.
create schema gate;
grant create, usage on schema gate to lods_gate;
grant usage on schema gate to lods_sign_in, lods_clock, lods_citizen, lods_first_contact, lods_visitator, lods_primary_coordinator,
  lods_police_contact, lods_dsc_adviser, lods_leader, lods_tovholder, lods_operator;

create function gate.person() returns uuid language sql stable set search_path = pg_catalog
  as $$ select nullif(current_setting('lods.person', true), '')::uuid $$;
create function gate.partnership() returns int language sql stable set search_path = pg_catalog
  as $$ select nullif(current_setting('lods.partnership', true), '')::int $$;
-- The house's clock, which a demo may move; the database's own where nobody set it.
create function gate.now() returns timestamptz language sql stable set search_path = pg_catalog
  as $$ select coalesce(nullif(current_setting('lods.now', true), '')::timestamptz, now()) $$;
create function gate.today() returns date language sql stable set search_path = pg_catalog
  as $$ select (gate.now() at time zone 'Europe/Copenhagen')::date $$;

create table partnership (
  id int primary key,
  name text not null
);
alter table partnership enable row level security;
alter table partnership force row level security;
grant select on partnership to lods_gate;
create policy gate_reads on partnership for select to lods_gate using (true);

-- The demo's clock: seconds ahead of the real one. A real house has no row here.
create table demo_clock (
  only_one boolean primary key default true check (only_one),
  ahead_seconds bigint not null
);
alter table demo_clock enable row level security;
alter table demo_clock force row level security;
grant select, insert, update on demo_clock to lods_clock;
create policy clock_keeps on demo_clock for all to lods_clock using (true) with check (true);

-- A form sent twice makes one record: the second sending finds where the first one led.
create table submission (
  once uuid primary key,
  person uuid not null,
  act text not null,
  leads_to jsonb,
  at timestamptz not null
);
alter table submission enable row level security;
alter table submission force row level security;
grant select, insert, update on submission to lods_gate;
create policy gate_keeps on submission for all to lods_gate using (person = gate.person()) with check (person = gate.person());
