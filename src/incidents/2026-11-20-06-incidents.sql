-- The citizen's own log. What was told, when in words, the names of files and the salts of the seal lie in boxes; open are only ids, numbers,
-- days for ordering and counting, and the chain, which tells nothing.
create table log (
  id uuid primary key,
  partnership int not null references partnership,
  citizen uuid not null unique references citizen,
  key_wrapped bytea not null,
  head_seq int not null,
  head_seal text not null,
  last_no int not null,                       -- numbers of entries and exhibits are never given twice
  last_exhibit int not null,
  created_at timestamptz not null
) with (fillfactor = 70);

create table incident_entry (
  id uuid primary key,
  partnership int not null,
  log uuid not null references log,
  no int not null,
  version int not null,
  seq int not null,                           -- the chain line of this version
  sort_at timestamptz not null,               -- when it happened, as near as is known; else when it was written
  occurred_at timestamptz,
  occurred_on date,
  typical boolean not null default false,
  state text not null default 'private' check (state in ('private', 'delivered')),
  key_box bytea not null,
  box bytea not null,
  source uuid,
  source_offset bigint,
  source_length int,
  created_at timestamptz not null,
  unique (log, no)
);
create index incident_entry_newest on incident_entry (partnership, log, sort_at desc, no desc);
create index incident_entry_day on incident_entry (partnership, log, occurred_on) where occurred_on is not null;
create index incident_entry_typical on incident_entry (partnership, log) where typical;

-- How an entry read before it was changed.
create table incident_version (
  partnership int not null,
  log uuid not null,
  entry uuid not null references incident_entry on delete cascade,
  version int not null,
  seq int not null,
  box bytea not null,
  replaced_at timestamptz not null,
  primary key (entry, version)
);

-- Only for her. A table of its own, so that no reader of entries can come by it; no role but the citizen's may select from it.
create table incident_note (
  entry uuid primary key references incident_entry on delete cascade,
  partnership int not null,
  log uuid not null,
  key_box bytea not null,
  box bytea not null
);

create table exhibit (
  id uuid primary key,
  partnership int not null,
  log uuid not null references log,
  entry uuid not null references incident_entry on delete cascade,
  no int not null,
  file uuid not null,
  key_box bytea not null,                     -- the file's own key under the entry's
  box bytea not null,                         -- name, SHA-256, type, size, whether it tells where it was taken
  created_at timestamptz not null,
  unique (log, no)
);
create index exhibit_entry on exhibit (partnership, entry);

create table log_line (
  partnership int not null,
  log uuid not null references log,
  seq int not null,
  prev text not null,
  commitment text not null,
  primary key (partnership, log, seq)
);

create table showing (
  id uuid primary key,
  partnership int not null,
  log uuid not null references log,
  to_role text not null check (to_role in ('visitator', 'primaryCoordinator')),
  from_at timestamptz not null,
  revoked_at timestamptz
);
create index showing_log on showing (partnership, log);
create index showing_live on showing (partnership, to_role) where revoked_at is null;
create table showing_entry (
  showing uuid not null references showing,
  entry uuid not null references incident_entry on delete cascade,
  partnership int not null,
  log uuid not null,
  primary key (showing, entry)
);
create index showing_entry_entry on showing_entry (entry);

create function gate.own_log() returns uuid language sql stable security definer set search_path = public, pg_catalog
  as $$ select id from log where citizen = gate.person() and partnership = gate.partnership() $$;
-- Citizens whose case this person holds. Nobody does before there are cases.
create function gate.held_citizens() returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select '{}'::uuid[] $$;
-- Showings that this person may see in this role: of the whole partnership for the visitator, of her own cases for the coordinator.
create function gate.live_showings(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(s.id), '{}') from showing s join log l on l.id = s.log
        where s.partnership = gate.as_role(wanted) and s.to_role = wanted and s.revoked_at is null
          and (wanted <> 'primaryCoordinator' or l.citizen = any(gate.held_citizens())) $$;
create function gate.shown_logs(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(distinct s.log), '{}') from showing s where s.id = any(gate.live_showings(wanted)) $$;
alter function gate.own_log() owner to lods_gate;
alter function gate.held_citizens() owner to lods_gate;
alter function gate.live_showings(text) owner to lods_gate;
alter function gate.shown_logs(text) owner to lods_gate;

do $$
declare t text;
begin
  foreach t in array array['log', 'incident_entry', 'incident_version', 'incident_note', 'exhibit', 'log_line', 'showing', 'showing_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- Hers, in her own log.
  foreach t in array array['incident_entry', 'incident_version', 'incident_note', 'exhibit', 'log_line', 'showing', 'showing_entry'] loop
    execute format('grant select, insert on %I to lods_citizen', t);
    execute format('create policy citizen_reads on %I for select to lods_citizen
      using (partnership = (select gate.partnership()) and log = (select gate.own_log()))', t);
    execute format('create policy citizen_adds on %I for insert to lods_citizen
      with check (partnership = (select gate.partnership()) and log = (select gate.own_log()))', t);
  end loop;
end $$;

grant select, insert on log to lods_citizen;
grant update (head_seq, head_seal, last_no, last_exhibit) on log to lods_citizen;
create policy citizen_reads on log for select to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()));
create policy citizen_adds on log for insert to lods_citizen
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()));
create policy citizen_goes_on on log for update to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()))
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()));

grant update (version, seq, sort_at, occurred_at, occurred_on, typical, state, box) on incident_entry to lods_citizen;
create policy citizen_changes on incident_entry for update to lods_citizen
  using (partnership = (select gate.partnership()) and log = (select gate.own_log()))
  with check (partnership = (select gate.partnership()) and log = (select gate.own_log()));
grant delete on incident_entry to lods_citizen;
create policy citizen_deletes on incident_entry for delete to lods_citizen
  using (partnership = (select gate.partnership()) and log = (select gate.own_log()) and state = 'private');
grant delete on incident_note to lods_citizen;
create policy citizen_deletes on incident_note for delete to lods_citizen
  using (partnership = (select gate.partnership()) and log = (select gate.own_log()));
grant update (revoked_at) on showing to lods_citizen;
create policy citizen_takes_back on showing for update to lods_citizen
  using (partnership = (select gate.partnership()) and log = (select gate.own_log()))
  with check (partnership = (select gate.partnership()) and log = (select gate.own_log()));

-- The gate knows what there is and to whom it is shown, never what it says.
grant select (id, partnership, citizen) on log to lods_gate;
grant select (id, partnership, log, state) on incident_entry to lods_gate;
grant select (id, partnership, log, entry, no) on exhibit to lods_gate;
grant select on showing, showing_entry to lods_gate;
do $$
declare t text;
begin
  foreach t in array array['log', 'incident_entry', 'exhibit', 'showing', 'showing_entry'] loop
    execute format('create policy gate_reads on %I for select to lods_gate using (true)', t);
  end loop;
end $$;

-- Staff: what is shown now to their role, and nothing before or after.
do $$
declare r record;
begin
  for r in select * from (values ('visitator', 'lods_visitator', 'visitator'), ('coordinator', 'lods_primary_coordinator', 'primaryCoordinator')) v(short, db, role) loop
    execute format('grant select (id, partnership, citizen, key_wrapped) on log to %I', r.db);
    execute format('grant select on incident_entry, exhibit, showing, showing_entry to %I', r.db);
    execute format('create policy %I on log for select to %I
      using (partnership = (select gate.as_role(%L)) and id = any((select gate.shown_logs(%L))::uuid[]))', r.short || '_reads', r.db, r.role, r.role);
    execute format('create policy %I on showing for select to %I
      using (partnership = (select gate.as_role(%L)) and id = any((select gate.live_showings(%L))::uuid[]))', r.short || '_reads', r.db, r.role, r.role);
    execute format('create policy %I on showing_entry for select to %I
      using (partnership = (select gate.as_role(%L)) and showing = any((select gate.live_showings(%L))::uuid[]))', r.short || '_reads', r.db, r.role, r.role);
    execute format('create policy %I on incident_entry for select to %I
      using (partnership = (select gate.as_role(%L)) and exists (select from showing_entry s where s.entry = incident_entry.id))', r.short || '_reads', r.db, r.role);
    execute format('create policy %I on exhibit for select to %I
      using (partnership = (select gate.as_role(%L)) and exists (select from showing_entry s where s.entry = exhibit.entry))', r.short || '_reads', r.db, r.role);
  end loop;
end $$;
