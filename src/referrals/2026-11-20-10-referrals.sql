-- A referral is a question that must have an answer. Across organisations it carries a frozen copy, made when it was sent and never changed:
-- the receiver reads the copy, never the living case.
create table referral (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  number text not null,                       -- the case's, for both sides to speak of
  citizen uuid not null references citizen,
  to_role text not null check (to_role in ('primaryCoordinator', 'policeContact', 'dscAdviser')),
  to_person uuid not null references person,
  from_person uuid not null references person,
  from_role text not null,
  consent uuid references consent,            -- the ground across a border; inside the municipality the task's reason stands in the copy
  key_wrapped bytea not null,
  copy_box bytea not null,
  sent_at timestamptz not null,
  due timestamptz not null,
  check ((to_role = 'primaryCoordinator') = (consent is null))
);
create index referral_case on referral (partnership, case_id);
create index referral_receiver on referral (to_person, to_role);
create index referral_citizen on referral (citizen);
create table referral_event (
  referral uuid not null references referral,
  seq int not null check (seq > 0),
  partnership int not null references partnership,
  step text not null check (step in ('send', 'see', 'accept', 'decline', 'take-back', 'answer')),
  by uuid not null references person,
  at timestamptz not null,
  state text not null check (state in ('sent', 'seen', 'accepted', 'declined', 'taken-back', 'answered')),
  box bytea,                                  -- reason or answer, under the referral's key
  primary key (referral, seq),
  check ((seq = 1) = (step = 'send')),
  check ((step, state) in (('send', 'sent'), ('see', 'seen'), ('accept', 'accepted'), ('decline', 'declined'), ('take-back', 'taken-back'), ('answer', 'answered')))
);
alter table referral enable row level security;
alter table referral force row level security;
alter table referral_event enable row level security;
alter table referral_event force row level security;

create function referral_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'a referral is only added to';
end $$;
create trigger referral_is_kept before update or delete or truncate on referral execute function referral_is_kept();
create trigger referral_event_is_kept before update or delete or truncate on referral_event execute function referral_is_kept();

grant select (id, partnership, case_id, number, citizen, to_role, to_person, from_person, sent_at, due) on referral to lods_gate;
grant select (referral, seq, partnership, step, by, at, state) on referral_event to lods_gate;
create policy gate_reads on referral for select to lods_gate using (true);
create policy gate_reads on referral_event for select to lods_gate using (true);

-- Where a referral stands.
create function gate.referral_state(about uuid) returns text language sql stable security definer set search_path = public, pg_catalog
  as $$ select e.state from referral_event e where e.referral = about order by e.seq desc limit 1 $$;
-- What was sent to this person in this role: not lost when the baton moves on, gone when the role is, or when it was declined or taken back.
create function gate.received_referrals(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(r.id), '{}') from referral r
        where r.to_person = gate.person() and r.to_role = wanted and r.partnership = gate.as_role(wanted)
          and gate.referral_state(r.id) not in ('declined', 'taken-back') $$;
-- May it be sent: the receiver holds the role today, and across a border a consent to that role holds today.
create function gate.may_be_sent(about uuid, wanted text, receiver uuid, paper uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog
  as $$ select exists (select from holding h where h.person = receiver and h.partnership = gate.partnership() and h.role = wanted
                         and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()))
          and (wanted = 'primaryCoordinator' or exists (select from consent c where c.id = paper and c.citizen = about and c.to_role = wanted
                 and c.signed_at is not null and c.withdrawn_at is null and c.from_day <= gate.today() and gate.today() < c.until_day)) $$;
-- What was sent out of a case that this person holds.
create function gate.held_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(r.id), '{}') from referral r where r.case_id = any(gate.held_cases()) $$;
-- The coordinator to whom a case is waiting to be handed: until she answers she may take it, and read nothing of it.
create function gate.offered_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(r.case_id), '{}') from referral r
        where r.to_person = gate.person() and r.to_role = 'primaryCoordinator' and r.partnership = gate.as_role('primaryCoordinator')
          and gate.referral_state(r.id) in ('sent', 'seen') $$;
alter function gate.referral_state(uuid) owner to lods_gate;
alter function gate.may_be_sent(uuid, text, uuid, uuid) owner to lods_gate;
alter function gate.received_referrals(text) owner to lods_gate;
alter function gate.held_referrals() owner to lods_gate;
alter function gate.offered_cases() owner to lods_gate;

-- Receivers: the copy that was sent to them, and their answer.
do $$
declare r record;
begin
  for r in select * from (values ('primary_coordinator', 'primaryCoordinator'), ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser')) as it (db, role) loop
    execute format('grant select on referral, referral_event to lods_%s', r.db);
    execute format('grant insert on referral_event to lods_%s', r.db);
    execute format('create policy %I on referral for select to lods_%s using (id = any((select gate.received_referrals(%L))::uuid[]))', r.db || '_receives', r.db, r.role);
    execute format('create policy %I on referral_event for select to lods_%s using (referral = any((select gate.received_referrals(%L))::uuid[]))',
      r.db || '_receives', r.db, r.role);
    execute format('create policy %I on referral_event for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and seq > 1 and (case when step in (''see'', ''accept'', ''decline'') then gate.referral_state(referral) in (''sent'', ''seen'')
                                          else step = ''answer'' and gate.referral_state(referral) in (''accepted'', ''answered'') end)
                    and referral = any((select gate.received_referrals(%L))::uuid[]))',
      r.db || '_answers', r.db, r.role, r.role);
  end loop;
end $$;

-- Senders: state and answer of what they sent.
grant select, insert on referral, referral_event to lods_visitator, lods_primary_coordinator;
create policy visitator_reads on referral for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_reads on referral_event for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_sends on referral for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and from_person = (select gate.person()) and from_role = 'visitator'
              and gate.may_be_sent(citizen, to_role, to_person, consent));
create policy visitator_acts on referral_event for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person())
              and (step = 'send' or (step = 'take-back' and gate.referral_state(referral) in ('sent', 'seen'))));
create policy primary_coordinator_sent on referral for select to lods_primary_coordinator using (case_id = any((select gate.held_cases())::uuid[]));
create policy primary_coordinator_sent on referral_event for select to lods_primary_coordinator using (referral = any((select gate.held_referrals())::uuid[]));
create policy primary_coordinator_sends on referral for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and from_person = (select gate.person()) and from_role = 'primaryCoordinator'
              and case_id = any((select gate.held_cases())::uuid[]) and gate.may_be_sent(citizen, to_role, to_person, consent));
create policy primary_coordinator_acts on referral_event for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person())
              and (step = 'send' or (step = 'take-back' and gate.referral_state(referral) in ('sent', 'seen')))
              and referral = any((select gate.held_referrals())::uuid[]));

-- Taking a case that was offered: one event, in her own name.
create policy primary_coordinator_accepts on case_event for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and by_role = 'primaryCoordinator'
              and seq > 1 and move = 'accept' and case_id = any((select gate.offered_cases())::uuid[]));

-- She sees what was sent about her, to whom, and whether they have answered.
grant select (id, partnership, case_id, number, citizen, to_role, to_person, from_person, consent, key_wrapped, copy_box, sent_at, due) on referral to lods_citizen;
grant select (referral, seq, partnership, step, by, at, state) on referral_event to lods_citizen;
create function gate.own_referrals() returns uuid[] language sql stable security definer set search_path = public, pg_catalog
  as $$ select coalesce(array_agg(r.id), '{}') from referral r where r.citizen = gate.person() and r.partnership = gate.partnership() $$;
alter function gate.own_referrals() owner to lods_gate;
create policy citizen_reads on referral for select to lods_citizen using (citizen = (select gate.person()) and partnership = (select gate.partnership()));
create policy citizen_reads on referral_event for select to lods_citizen using (referral = any((select gate.own_referrals())::uuid[]));
