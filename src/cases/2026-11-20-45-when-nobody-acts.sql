-- When the day has passed and nobody has done anything, the clock says so in the case: it reminds, passes on, and puts it before the leader, who appoints.
-- And a case that waits for others to answer says that it waits.
do $$
declare made text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'case_event_move_check' and conrelid = 'case_event'::regclass);
begin
  alter table case_event drop constraint case_event_move_check;
  execute 'alter table case_event add constraint case_event_move_check ' ||
    replace(made, 'ARRAY[', 'ARRAY[''refer-on''::text, ''taken-on''::text, ''heard''::text, ''came-back''::text, ''remind''::text, ''pass-on''::text, ''to-leader''::text, ''appoint''::text, ');
end $$;
alter table case_event alter column by drop not null;
alter table case_event add constraint case_event_by_clock check ((by is null) = (move in ('remind', 'pass-on', 'to-leader')));
alter table case_event add constraint case_event_clock_says_nothing check (by is not null or (by_role = 'clock' and box is null));

-- How far the clock has gone about what is due now; nothing again when somebody has acted.
alter table case_now add column late_step text check (late_step in ('remind', 'pass-on', 'to-leader'));
alter table case_now add column late_at timestamptz;
alter table case_now add constraint case_now_late check ((late_step is null) = (late_at is null));

-- Looks at the case as it stood before the event: its name makes it the first of the two that keep `case_now`.
create function gate.keep_late() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update case_now set
    late_step = case when new.by_role = 'clock' then new.move when (due, next) is distinct from (new.due, new.next) or holder is distinct from new.holder then null else late_step end,
    late_at = case when new.by_role = 'clock' then new.at when (due, next) is distinct from (new.due, new.next) or holder is distinct from new.holder then null else late_at end
    where case_id = new.case_id and seq = new.seq - 1;
  return null;
end $$;
create trigger keep_late after insert on case_event for each row execute function gate.keep_late();

-- Nothing but what is next and by when is changed by whoever is not responsible.
create function gate.stays_with(about uuid, said_status text, said_holder uuid, said_urgent boolean) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_now n where n.case_id = about and n.status = said_status and n.holder = said_holder and n.urgent = said_urgent) $$;
create function gate.case_is_late(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_now n where n.case_id = about and n.due <= gate.now()) $$;
create function gate.case_with_leader(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_now n where n.case_id = about and n.late_step = 'to-leader') $$;
create function gate.holds_one(who uuid, wanted text[]) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from holding h where h.person = who and h.role = any(wanted) and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())) $$;
do $$
declare gave boolean := not has_schema_privilege('lods_gate', 'gate', 'create');
begin
  if gave then grant create on schema gate to lods_gate; end if;
  alter function gate.keep_late() owner to lods_gate;
  alter function gate.stays_with(uuid, text, uuid, boolean) owner to lods_gate;
  alter function gate.case_is_late(uuid) owner to lods_gate;
  alter function gate.case_with_leader(uuid) owner to lods_gate;
  alter function gate.holds_one(uuid, text[]) owner to lods_gate;
  if gave then revoke create on schema gate from lods_gate; end if;
end $$;

-- The clock: dates, states and holders of cases, and its own three steps. Whom a case is about and what is in it, it never sees.
grant usage on schema gate to lods_clock;
grant select (id, terms) on partnership to lods_clock;
create policy clock_reads on partnership for select to lods_clock using (true);
grant select (case_id, partnership, kind, number, seq, status, holder, since, next, due, urgent, late_step, late_at) on case_now to lods_clock;
create policy clock_reads on case_now for select to lods_clock using (kind = 'citizen');
grant insert on case_event to lods_clock;
create policy clock_climbs on case_event for insert to lods_clock
  with check (by is null and seq > 1 and gate.case_is_late(case_id)
              and (move = 'pass-on' and gate.holds_one(holder, array['visitator', 'primaryCoordinator']) or gate.stays_with(case_id, status, holder, urgent)));

-- The leader appoints where it was put before her, and nowhere else.
grant select (kind, late_step, late_at) on case_now to lods_leader, lods_tovholder;
create policy leader_appoints_late on case_event for insert to lods_leader
  with check (partnership = (select gate.as_role('leader')) and by = (select gate.person()) and by_role = 'leader' and seq > 1 and move = 'appoint' and box is null
              and gate.case_with_leader(case_id) and gate.holds_one(holder, array['visitator', 'primaryCoordinator']));

-- Whoever is responsible writes down that the case waits for others, and that it no longer does.
create policy visitator_refers on case_event for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and by_role = 'visitator' and seq > 1 and move in ('refer-on', 'heard'));
create policy primary_coordinator_refers on case_event for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and by_role = 'primaryCoordinator' and seq > 1
              and move in ('refer-on', 'heard') and case_id = any((select gate.held_cases())::uuid[]));
