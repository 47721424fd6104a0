-- Bundles: what was made of chosen entries, to be delivered. A row is only added to. The zip lies encrypted in the store of files under a key of its
-- own, and that key stands in a table of its own: where an entry is destroyed before delivery, the keys of the bundles that hold it are destroyed with it.
create table bundle (
  id uuid primary key,
  partnership int not null references partnership,
  log uuid not null references log,
  citizen uuid not null references citizen,
  case_id uuid references case_file,          -- none where she made it herself
  made_by uuid not null,
  made_role text not null check (made_role in ('citizen', 'visitator', 'primaryCoordinator')),
  ground text not null,
  consent uuid references consent,
  entries uuid[] not null check (cardinality(entries) > 0),
  file uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  head_seq int not null,                      -- the end of the chain as it was then, to be written down at the delivery
  head_seal text not null,
  made_at timestamptz not null,
  check ((made_role = 'citizen') = (case_id is null)),
  check ((made_role = 'citizen') = (consent is null))
);
create index bundle_log on bundle (log);
create index bundle_case on bundle (case_id) where case_id is not null;

create table bundle_key (
  bundle uuid primary key references bundle,
  partnership int not null,
  key_wrapped bytea not null,
  box bytea not null                          -- purpose, title, who it is about, what was pointed out and how it was answered
);

-- Delivered once, for good; what was answered to it as often as something new is known.
create table bundle_event (
  bundle uuid not null references bundle,
  seq int not null check (seq > 0),
  partnership int not null,
  step text not null check (step in ('deliver', 'receipt')),
  by uuid not null,
  by_role text not null,
  at timestamptz not null,
  box bytea not null,
  primary key (bundle, seq),
  check ((seq = 1) = (step = 'deliver'))
);

do $$
declare t text;
begin
  foreach t in array array['bundle', 'bundle_key', 'bundle_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create function bundle_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a bundle is only added to';
end $$;
create trigger bundle_is_kept before update or delete or truncate on bundle execute function bundle_is_kept();
create trigger bundle_event_is_kept before update or delete or truncate on bundle_event execute function bundle_is_kept();
create trigger bundle_key_is_not_changed before update or truncate on bundle_key execute function bundle_is_kept();

-- The gate knows that there is a bundle, of what, by whom and on which paper; never what it says, nor its key.
grant select (id, partnership, log, citizen, case_id, made_by, made_role, consent, entries) on bundle to lods_gate;
grant select (bundle) on bundle_key to lods_gate;
grant select (bundle, seq, partnership, step) on bundle_event to lods_gate;
create policy gate_reads on bundle for select to lods_gate using (true);
create policy gate_reads on bundle_key for select to lods_gate using (true);
create policy gate_reads on bundle_event for select to lods_gate using (true);

-- Whether this consent lets the log be passed on to the police today.
create function gate.consent_holds(paper uuid, about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from consent c where c.id = paper and c.citizen = about and c.to_role = 'policeContact' and 'log' = any(c.topics)
          and c.signed_at is not null and c.withdrawn_at is null and c.declined_at is null
          and c.from_day <= gate.today() and (c.until_day is null or gate.today() < c.until_day)) $$;
-- Whether all of these entries are shown to that role now.
create function gate.all_shown(wanted text, about uuid, chosen uuid[]) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select not exists (select from unnest(chosen) as c(entry) where not exists (
          select from showing_entry x join showing s on s.id = x.showing
          where x.entry = c.entry and s.log = about and s.to_role = wanted and s.revoked_at is null)) $$;
-- Where a bundle stands. withdrawn: what it was made on no longer holds, and it was not delivered.
create function gate.bundle_state(about uuid) returns text language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select case
          when exists (select from bundle_event e where e.bundle = b.id and e.step = 'deliver') then 'delivered'
          when not exists (select from bundle_key k where k.bundle = b.id) then 'destroyed'
          when b.made_role = 'citizen' or (gate.consent_holds(b.consent, b.citizen) and gate.all_shown(b.made_role, b.log, b.entries)) then 'made'
          else 'withdrawn' end
        from bundle b where b.id = about $$;
-- The logs out of which this person may make a bundle today in this role: shown to it, and covered by a consent to the police.
create function gate.passable_logs(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(l.id), '{}') from log l where l.id = any(gate.shown_logs(wanted))
          and exists (select from consent c where c.citizen = l.citizen and gate.consent_holds(c.id, l.citizen)) $$;
-- Whether this case is about that citizen, and whose it is to act in it.
create function gate.case_of(about uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_now n where n.case_id = about and n.citizen = wanted and n.partnership = gate.partnership()) $$;
alter function gate.consent_holds(uuid, uuid) owner to lods_gate;
alter function gate.all_shown(text, uuid, uuid[]) owner to lods_gate;
alter function gate.bundle_state(uuid) owner to lods_gate;
alter function gate.passable_logs(text) owner to lods_gate;
alter function gate.case_of(uuid, uuid) owner to lods_gate;

-- Hers: all that was made of her log, by herself or for her.
grant select, insert on bundle, bundle_key, bundle_event to lods_citizen;
create policy citizen_reads on bundle for select to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()));
create policy citizen_makes on bundle for insert to lods_citizen
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()) and made_by = (select gate.person()) and made_role = 'citizen'
              and log = (select gate.own_log())
              and not exists (select from unnest(entries) as c(entry) where not exists (select from incident_entry i where i.id = c.entry and i.log = (select gate.own_log()))));
create policy citizen_reads on bundle_key for select to lods_citizen
  using (partnership = (select gate.partnership()) and exists (select from bundle b where b.id = bundle_key.bundle));
create policy citizen_makes on bundle_key for insert to lods_citizen
  with check (partnership = (select gate.partnership()) and exists (select from bundle b where b.id = bundle_key.bundle and b.made_by = (select gate.person())));
create policy citizen_reads on bundle_event for select to lods_citizen
  using (partnership = (select gate.partnership()) and exists (select from bundle b where b.id = bundle_event.bundle));
create policy citizen_records on bundle_event for insert to lods_citizen
  with check (partnership = (select gate.partnership()) and by = (select gate.person()) and by_role = 'citizen'
              and exists (select from bundle b where b.id = bundle_event.bundle) and gate.bundle_state(bundle) = case step when 'deliver' then 'made' else 'delivered' end);

-- Staff: what their own role made, in cases that are theirs. The key only while it may be delivered, or has been.
do $$
declare r record;
begin
  for r in select * from (values ('visitator', 'visitator', 'true'),
    ('primary_coordinator', 'primaryCoordinator', 'case_id = any((select gate.held_cases())::uuid[])')) as it (db, role, theirs) loop
    execute format('grant select, insert on bundle, bundle_key, bundle_event to lods_%s', r.db);
    execute format('create policy %I on bundle for select to lods_%s using (partnership = (select gate.as_role(%L)) and made_role = %L and %s)',
      r.db || '_reads', r.db, r.role, r.role, r.theirs);
    execute format('create policy %I on bundle for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and made_by = (select gate.person()) and made_role = %L and %s
                  and log = any((select gate.passable_logs(%L))::uuid[]) and gate.consent_holds(consent, citizen) and gate.case_of(case_id, citizen)
                  and exists (select from log l where l.id = bundle.log and l.citizen = bundle.citizen) and gate.all_shown(%L, log, entries))',
      r.db || '_makes', r.db, r.role, r.role, r.theirs, r.role, r.role);
    execute format('create policy %I on bundle_key for select to lods_%s
      using (partnership = (select gate.as_role(%L)) and exists (select from bundle b where b.id = bundle_key.bundle) and gate.bundle_state(bundle) in (''made'', ''delivered''))',
      r.db || '_reads', r.db, r.role);
    execute format('create policy %I on bundle_key for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and exists (select from bundle b where b.id = bundle_key.bundle and b.made_by = (select gate.person())))',
      r.db || '_makes', r.db, r.role);
    execute format('create policy %I on bundle_event for select to lods_%s
      using (partnership = (select gate.as_role(%L)) and exists (select from bundle b where b.id = bundle_event.bundle))', r.db || '_reads', r.db, r.role);
    execute format('create policy %I on bundle_event for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                  and exists (select from bundle b where b.id = bundle_event.bundle) and gate.bundle_state(bundle) = case step when ''deliver'' then ''made'' else ''delivered'' end)',
      r.db || '_records', r.db, r.role, r.role);
    -- The chain tells nothing of what is in it, and a bundle cannot be checked without it.
    execute format('grant select on log_line to lods_%s', r.db);
    execute format('create policy %I on log_line for select to lods_%s
      using (partnership = (select gate.as_role(%L)) and log = any((select gate.passable_logs(%L))::uuid[]))', r.db || '_passes_on', r.db, r.role, r.role);
  end loop;
end $$;

-- Whoever records a delivery, the database itself marks what was delivered; what is delivered stays so.
grant update (state) on incident_entry to lods_gate;
create policy gate_marks on incident_entry for update to lods_gate using (true) with check (state = 'delivered');
create function gate.mark_delivered() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update incident_entry set state = 'delivered' where id in (select unnest(b.entries) from bundle b where b.id = new.bundle) and state <> 'delivered';
  return null;
end $$;
alter function gate.mark_delivered() owner to lods_gate;
create trigger mark_delivered after insert on bundle_event for each row when (new.step = 'deliver') execute function gate.mark_delivered();
create function delivered_stays() returns trigger language plpgsql as $$
begin
  raise exception 'what was delivered stays delivered';
end $$;
create trigger delivered_stays before update of state on incident_entry for each row when (old.state = 'delivered' and new.state <> 'delivered') execute function delivered_stays();

-- A destroyed entry is destroyed in the bundles that hold it and were not delivered: what cannot be opened can be forgotten.
grant delete on bundle_key to lods_gate;
create policy gate_forgets on bundle_key for delete to lods_gate using (true);
create function gate.forget_bundles() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  delete from bundle_key k using bundle b where b.id = k.bundle and b.log = old.log and old.id = any(b.entries)
    and not exists (select from bundle_event e where e.bundle = b.id);
  return null;
end $$;
alter function gate.forget_bundles() owner to lods_gate;
create trigger forget_bundles after delete on incident_entry for each row execute function gate.forget_bundles();
