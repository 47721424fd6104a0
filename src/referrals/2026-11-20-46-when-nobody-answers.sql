-- A referral that nobody answers is reminded of, passed on to somebody else in the same role and organisation, and put before the leader, who appoints.
-- Who is to answer, by when, and how far the clock has gone is what its events add up to: `referral_now`, kept by the database itself.
alter table referral_event alter column by drop not null;
alter table referral_event add column receiver uuid references person;      -- from here on it is this person's to answer
alter table referral_event add column due timestamptz;                      -- by when, from here on
alter table referral_event drop constraint referral_event_step_check;
alter table referral_event drop constraint referral_event_state_check;
alter table referral_event drop constraint referral_event_check1;
alter table referral_event add constraint referral_event_step check (step in ('send', 'see', 'accept', 'decline', 'take-back', 'answer', 'remind', 'pass-on', 'to-leader', 'appoint'));
alter table referral_event add constraint referral_event_leads_to check ((step, state) in (('send', 'sent'), ('see', 'seen'), ('accept', 'accepted'), ('decline', 'declined'),
  ('take-back', 'taken-back'), ('answer', 'answered'), ('remind', 'overdue'), ('pass-on', 'sent'), ('to-leader', 'escalated'), ('appoint', 'sent')));
alter table referral_event add constraint referral_event_by_clock check ((by is null) = (step in ('remind', 'pass-on', 'to-leader')) and (by is not null or box is null));
alter table referral_event add constraint referral_event_receiver check ((receiver is not null) = (step in ('pass-on', 'appoint')));
alter table referral_event add constraint referral_event_due check (due is null or step in ('pass-on', 'appoint', 'accept'));

-- To others than the first three, and without a case: what the police and the centre send.
alter table referral alter column case_id drop not null;
alter table referral alter column citizen drop not null;
alter table referral alter column to_person drop not null;
alter table referral drop constraint referral_to_role_check;
alter table referral drop constraint referral_check;
alter table referral add column outside text check (outside in ('shelter', 'doctor', 'selfHelpGroup', 'otherMunicipality', 'other'));
alter table referral add column about text not null default 'exposed' check (about in ('exposed', 'stalks'));
alter table referral add column ground text check (ground in ('task', 'consent', 'signed-paper', 'oral', 'law'));
alter table referral add constraint referral_to_role check (to_role in ('primaryCoordinator', 'familyCounsellor', 'policeContact', 'dscAdviser', 'visitator', 'outside'));
alter table referral add constraint referral_receiver check ((to_role = 'outside') = (to_person is null) and (to_role = 'outside') = (outside is not null));
alter table referral add constraint referral_consent check (consent is null or to_role in ('policeContact', 'dscAdviser'));
-- Whoever stalks has no record here: neither case nor citizen.
alter table referral add constraint referral_about check ((case_id is null) = (citizen is null) and (about = 'exposed' or citizen is null));

create table referral_now (
  referral uuid primary key references referral,
  partnership int not null references partnership,
  case_id uuid,
  number text not null,
  citizen uuid,
  to_role text not null,
  receiver uuid,
  from_person uuid not null,
  from_role text not null,
  state text not null,
  seq int not null,
  since timestamptz not null,
  due timestamptz,
  late_step text check (late_step in ('remind', 'pass-on', 'to-leader')),
  late_at timestamptz,
  check ((state in ('sent', 'seen', 'overdue', 'escalated')) <= (due is not null))
);
create index referral_now_waiting on referral_now (partnership, due) where due is not null;
create index referral_now_case on referral_now (case_id);
create index referral_now_receiver on referral_now (receiver, to_role);
create index referral_now_citizen on referral_now (citizen);
alter table referral_now enable row level security;
alter table referral_now force row level security;

grant select (from_role, outside, about, ground) on referral to lods_gate;
grant select (receiver, due) on referral_event to lods_gate;
grant select, insert, update on referral_now to lods_gate;
create policy gate_keeps on referral_now for all to lods_gate using (true) with check (true);

create function gate.keep_referral_now() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.seq = 1 then
    insert into referral_now (referral, partnership, case_id, number, citizen, to_role, receiver, from_person, from_role, state, seq, since, due)
      select r.id, r.partnership, r.case_id, r.number, r.citizen, r.to_role, r.to_person, r.from_person, r.from_role, new.state, 1, new.at, r.due
      from referral r where r.id = new.referral and r.partnership = new.partnership;
  else
    update referral_now n set seq = new.seq, state = new.state, since = new.at, receiver = coalesce(new.receiver, n.receiver),
      due = case when new.step in ('decline', 'take-back', 'answer') then null else coalesce(new.due, case when new.step <> 'accept' then n.due end) end,
      late_step = case when new.step in ('remind', 'pass-on', 'to-leader') then new.step when new.step = 'see' then n.late_step end,
      late_at = case when new.step in ('remind', 'pass-on', 'to-leader') then new.at when new.step = 'see' then n.late_at end
      where n.referral = new.referral and n.partnership = new.partnership and n.seq = new.seq - 1;
  end if;
  if not found then
    raise exception 'the event does not follow the last one of its referral' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;

-- Where a referral stands.
create or replace function gate.referral_state(about uuid) returns text language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select n.state from referral_now n where n.referral = about $$;
create function gate.referral_waits(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_now n where n.referral = about and n.state in ('sent', 'seen', 'overdue', 'escalated')) $$;
-- What is this person's to answer today in this role: sent, passed on or appointed to her or him, or to whom she or he stands in for.
-- Gone when it was declined, taken back or passed on.
create or replace function gate.received_referrals(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.referral), '{}') from referral_now n
        where n.receiver = any(gate.acts_for(wanted)) and n.to_role = wanted and n.partnership = gate.as_role(wanted) and n.state not in ('declined', 'taken-back') $$;
create function gate.received_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from referral_now n where n.referral = any(gate.received_referrals(wanted)) and n.case_id is not null $$;
-- In whatever receiving role it came: whoever holds two of them has one list.
create function gate.received_by_me() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select gate.received_referrals('primaryCoordinator') || gate.received_referrals('familyCounsellor') || gate.received_referrals('policeContact')
            || gate.received_referrals('dscAdviser') || gate.received_referrals('visitator') $$;
create or replace function gate.held_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.referral), '{}') from referral_now n where n.case_id = any(gate.held_cases()) $$;
create or replace function gate.offered_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from referral_now n
        where n.receiver = any(gate.acts_for('primaryCoordinator')) and n.to_role = 'primaryCoordinator' and n.partnership = gate.as_role('primaryCoordinator')
          and n.state in ('sent', 'seen', 'overdue', 'escalated') $$;
-- What this person, or the one she or he stands in for, has sent in this role.
create function gate.sent_referrals(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(r.id), '{}') from referral r
        where (r.from_person = any(gate.acts_for(wanted)) or r.from_person = gate.person()) and r.from_role = wanted and r.partnership = gate.as_role(wanted) $$;
-- Within one municipality it is a task; across a border a consent to that role holds today; to somebody outside the system the ground stands in the copy.
create or replace function gate.may_be_sent(about uuid, wanted text, receiver uuid, paper uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select wanted = 'outside' or (gate.holds_one(receiver, array[wanted])
          and (wanted in ('primaryCoordinator', 'familyCounsellor') or exists (select from consent c where c.id = paper and c.citizen = about and c.to_role = wanted
                 and c.signed_at is not null and c.withdrawn_at is null and c.from_day <= gate.today() and gate.today() < c.until_day))) $$;
create function gate.referral_is_late(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_now n where n.referral = about and n.due <= gate.now() and n.state in ('sent', 'seen', 'overdue', 'escalated')) $$;
create function gate.referral_with_leader(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_now n where n.referral = about and n.state = 'escalated') $$;
create function gate.may_receive(about uuid, who uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_now n where n.referral = about and gate.holds_one(who, array[n.to_role])) $$;
create function gate.referral_outside(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_now n where n.referral = about and n.to_role = 'outside') $$;
do $$
declare gave boolean := not has_schema_privilege('lods_gate', 'gate', 'create');
        f text;
begin
  if gave then grant create on schema gate to lods_gate; end if;
  foreach f in array array['keep_referral_now()', 'referral_waits(uuid)', 'received_cases(text)', 'received_by_me()', 'sent_referrals(text)', 'referral_is_late(uuid)', 'referral_with_leader(uuid)',
                           'referral_outside(uuid)', 'may_receive(uuid, uuid)'] loop
    execute format('alter function gate.%s owner to lods_gate', f);
  end loop;
  if gave then revoke create on schema gate from lods_gate; end if;
end $$;

-- What was sent before this table was there.
set role lods_gate;
insert into referral_now (referral, partnership, case_id, number, citizen, to_role, receiver, from_person, from_role, state, seq, since, due)
  select r.id, r.partnership, r.case_id, r.number, r.citizen, r.to_role, r.to_person, r.from_person, r.from_role, e.state, e.seq, e.at,
    case when e.state in ('sent', 'seen') then r.due end
  from referral r join lateral (select x.state, x.seq, x.at from referral_event x where x.referral = r.id order by x.seq desc limit 1) e on true;
reset role;
create trigger keep_referral_now after insert on referral_event for each row execute function gate.keep_referral_now();

-- Receivers: the copy, the answer, and that the case need not wait any longer.
do $$
declare r record;
begin
  grant select on referral, referral_event to lods_family_counsellor;
  grant insert on referral_event to lods_family_counsellor;
  for r in select * from (values ('primary_coordinator', 'primaryCoordinator'), ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser'),
                                 ('family_counsellor', 'familyCounsellor'), ('visitator', 'visitator')) as it (db, role) loop
    if r.role not in ('familyCounsellor', 'visitator') then
      execute format('drop policy %I on referral_event', r.db || '_answers');
    end if;
    if r.role not in ('familyCounsellor', 'visitator') then
      execute format('drop policy %I on referral', r.db || '_receives');
      execute format('drop policy %I on referral_event', r.db || '_receives');
    end if;
    if r.role <> 'visitator' then
      execute format('create policy %I on referral for select to lods_%s using (partnership = (select gate.as_role(%L)) and id = any((select gate.received_by_me())::uuid[]))',
        r.db || '_receives', r.db, r.role);
      execute format('create policy %I on referral_event for select to lods_%s using (partnership = (select gate.as_role(%L)) and referral = any((select gate.received_by_me())::uuid[]))',
        r.db || '_receives', r.db, r.role);
    end if;
    execute format('create policy %I on referral_event for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and seq > 1 and receiver is null and (case when step in (''see'', ''accept'', ''decline'') then gate.referral_waits(referral)
                                          else step = ''answer'' and gate.referral_state(referral) in (''accepted'', ''answered'') end)
                    and referral = any((select gate.received_referrals(%L))::uuid[]))',
      r.db || '_answers', r.db, r.role, r.role);
    execute format('grant select on referral_now to lods_%s', r.db);
    if r.role <> 'visitator' then
      execute format('create policy %I on referral_now for select to lods_%s using (partnership = (select gate.as_role(%L)) and referral = any((select gate.received_by_me())::uuid[]))',
        r.db || '_receives', r.db, r.role);
      execute format('create policy %I on case_event for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                      and seq > 1 and move in (''taken-on'', ''heard'', ''came-back'') and box is null and gate.stays_with(case_id, status, holder, urgent)
                      and case_id = any((select gate.received_cases(%L))::uuid[]))', r.db || '_hears', r.db, r.role, r.role, r.role);
    end if;
  end loop;
end $$;

-- Senders.
create policy visitator_reads on referral_now for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_sent on referral_now for select to lods_primary_coordinator using (referral = any((select gate.held_referrals())::uuid[]));
alter policy visitator_acts on referral_event
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and receiver is null
              and (step = 'send' or (step = 'take-back' and gate.referral_waits(referral))));
alter policy primary_coordinator_acts on referral_event
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and receiver is null
              and (step = 'send' or (step = 'take-back' and gate.referral_waits(referral))) and referral = any((select gate.held_referrals())::uuid[]));

-- The clock and the leader: number, date, state and name. Neither sees a copy, a citizen or a word.
grant select (referral, partnership, case_id, number, to_role, receiver, state, seq, due, late_step, late_at) on referral_now to lods_clock;
create policy clock_reads on referral_now for select to lods_clock using (true);
grant insert on referral_event to lods_clock;
create policy clock_climbs on referral_event for insert to lods_clock
  with check (by is null and seq > 1 and gate.referral_is_late(referral) and (receiver is null or gate.may_receive(referral, receiver)));
grant select (referral, partnership, number, to_role, receiver, state, seq, due, late_step, late_at) on referral_now to lods_leader;
grant select (referral, partnership, number, receiver, due, late_step, late_at) on referral_now to lods_tovholder;
create policy leader_counts on referral_now for select to lods_leader using (partnership = (select gate.as_role('leader')));
create policy tovholder_counts on referral_now for select to lods_tovholder using (partnership = (select gate.as_role('tovholder')));
grant insert on referral_event to lods_leader;
create policy leader_appoints on referral_event for insert to lods_leader
  with check (partnership = (select gate.as_role('leader')) and by = (select gate.person()) and step = 'appoint' and seq > 1 and box is null
              and gate.referral_with_leader(referral) and gate.may_receive(referral, receiver));

-- Hers.
grant select (referral, partnership, case_id, number, citizen, to_role, receiver, state, seq, since, due) on referral_now to lods_citizen;
grant select (outside, about, ground) on referral to lods_citizen;
create policy citizen_reads on referral_now for select to lods_citizen using (citizen = (select gate.person()) and partnership = (select gate.partnership()));
