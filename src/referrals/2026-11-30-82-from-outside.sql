-- A shelter, a doctor, a self-help group or another outside the system refers a citizen here: whoever takes it writes it down, on what ground, and what may be told back.
-- It is answered as every referral to the visitator is, and afterwards somebody tells the one who sent it, by a day.
alter table referral add column tells text check (tells in ('state', 'words'));      -- what the ground lets the sender hear: whether it was taken, or also what came of it
alter table referral drop constraint referral_receiver;
alter table referral add constraint referral_receiver check ((to_role = 'outside') = (to_person is null) and (to_role <> 'outside' or outside is not null)
  and (outside is null or to_role in ('outside', 'visitator')) and (tells is not null) = (to_role = 'visitator' and outside is not null));
grant select (tells) on referral to lods_gate, lods_citizen;

alter table referral_event drop constraint referral_event_step;
alter table referral_event add constraint referral_event_step check (step in ('send', 'see', 'accept', 'decline', 'take-back', 'answer', 'remind', 'pass-on', 'to-leader', 'appoint', 'hand-on', 'tell'));
alter table referral_event drop constraint referral_event_leads_to;
alter table referral_event add constraint referral_event_leads_to check ((step, state) in (('send', 'sent'), ('see', 'seen'), ('accept', 'accepted'), ('decline', 'declined'),
  ('take-back', 'taken-back'), ('answer', 'answered'), ('remind', 'overdue'), ('pass-on', 'sent'), ('to-leader', 'escalated'), ('appoint', 'sent'),
  ('hand-on', 'sent'), ('hand-on', 'accepted'), ('hand-on', 'declined'), ('hand-on', 'answered'), ('tell', 'accepted'), ('tell', 'declined'), ('tell', 'answered')));
alter table referral_event drop constraint referral_event_due;
alter table referral_event add constraint referral_event_due check (due is null or step in ('pass-on', 'appoint', 'accept', 'hand-on', 'decline', 'answer'));

-- The day of a decision is the one by which somebody outside is told; none where the sender reads it here.
create or replace function gate.keep_referral_now() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.seq = 1 then
    insert into referral_now (referral, partnership, case_id, number, citizen, to_role, receiver, from_person, from_role, state, seq, since, due, side_case)
      select r.id, r.partnership, r.case_id, r.number, r.citizen, r.to_role, r.to_person, r.from_person, r.from_role, new.state, 1, new.at, r.due, r.side_case
      from referral r where r.id = new.referral and r.partnership = new.partnership;
  else
    update referral_now n set seq = new.seq, state = new.state, since = new.at, receiver = coalesce(new.receiver, n.receiver),
      due = case when new.step in ('decline', 'answer') then new.due when new.step = 'take-back' or new.step = 'tell' and new.state <> 'accepted' then null
                 else coalesce(new.due, case when new.step <> 'accept' then n.due end) end,
      late_step = case when new.step in ('remind', 'pass-on', 'to-leader') then new.step when new.step = 'see' then n.late_step end,
      late_at = case when new.step in ('remind', 'pass-on', 'to-leader') then new.at when new.step = 'see' then n.late_at end
      where n.referral = new.referral and n.partnership = new.partnership and n.seq = new.seq - 1;
  end if;
  if not found then
    raise exception 'the event does not follow the last one of its referral' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;

grant create on schema gate to lods_gate;
create function gate.took_in(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral r where r.id = took_in.about and r.from_person = gate.person() and r.partnership = gate.partnership() and r.to_role = 'visitator' and r.outside is not null) $$;
-- Whether this person acts for the one who is to tell somebody outside.
create function gate.may_tell(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from referral_now n join referral r on r.id = n.referral where n.referral = may_tell.about and n.to_role = 'visitator' and r.outside is not null
          and n.partnership = gate.as_role('visitator') and n.receiver = any(gate.acts_for('visitator'))) $$;
alter function gate.took_in(uuid) owner to lods_gate;
alter function gate.may_tell(uuid) owner to lods_gate;
revoke create on schema gate from lods_gate;

do $$
declare r record;
begin
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor')) as it (db, role) loop
    execute format('grant insert on referral, referral_event to lods_%s', r.db);
    execute format('create policy %I on referral for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and from_person = (select gate.person()) and from_role = %L and to_role = ''visitator'' and outside is not null and tells is not null
                  and consent is null and side_case is null and about = ''exposed'' and ground in (''signed-paper'', ''oral'', ''law'') and gate.holds_one(to_person, array[''visitator''])
                  and case_id = any((select gate.sent_cases())::uuid[]) and gate.case_of(case_id, citizen))', r.db || '_takes_in', r.db, r.role, r.role);
    execute format('create policy %I on referral_event for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and seq = 1 and step = ''send'' and receiver is null and gate.took_in(referral))', r.db || '_takes_in', r.db, r.role);
  end loop;
end $$;
create policy visitator_tells on referral_event for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and seq > 1 and step = 'tell' and receiver is null and due is null and gate.may_tell(referral));
