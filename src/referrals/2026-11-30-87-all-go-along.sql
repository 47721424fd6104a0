-- What goes along with a hand-over: referrals and the answers owed to their senders, tracks, tasks, seats in meetings that are to come, and questions that wait for an answer.
create or replace function gate.left_with(who uuid, wanted text) returns table (what text, id uuid, case_id uuid, citizen uuid, number text, day date, goes boolean)
  language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select 'referral', n.referral, n.case_id, n.citizen, n.number, (n.due at time zone 'Europe/Copenhagen')::date, n.state <> 'escalated' from referral_now n
          where n.receiver = who and n.to_role = wanted and n.partnership = gate.partnership() and n.due is not null
        union all
        select 'track', o.track, o.case_id, c.citizen, c.number, case o.state when 'ask' then o.due end, true from gate.open_tracks() o join case_now c on c.case_id = o.case_id
          where wanted = 'familyCounsellor' and gate.counsellor_of(o.track) = who
        union all
        select 'task', t.id, t.case_id, c.citizen, c.number, s.due, wanted not in ('hr', 'policeContact') from case_task t join case_now c on c.case_id = t.case_id
          join lateral (select l.owner, l.step, l.due from case_task_step l where l.task = t.id order by l.seq desc limit 1) s on true
          where s.owner = who and s.step = 'give' and t.partnership = gate.partnership() and c.kind = 'citizen'
        union all
        select 'access', a.id, a.case_id, c.citizen, c.number, (a.due at time zone 'Europe/Copenhagen')::date, true from access_request a join case_now c on c.case_id = a.case_id
          where c.case_id = any(gate.batons_of(who, wanted)) and not exists (select from access_step s where s.request = a.id and s.step = 'decided')
        union all
        select 'meeting', m.id, m.case_id, c.citizen, c.number, (m.at at time zone 'Europe/Copenhagen')::date, wanted not in ('hr', 'policeContact') from case_meeting m join case_now c on c.case_id = m.case_id
          where m.partnership = gate.partnership() and c.kind = 'citizen' and m.at >= gate.now() and exists (select from meeting_seat s where s.meeting = m.id and gate.seat_holder(s.id) = who)
        union all
        select 'sparring', p.id, null, null, '', (x.due at time zone 'Europe/Copenhagen')::date, true from sparring p
          join lateral (select due from sparring_message m where m.sparring = p.id order by m.seq desc limit 1) x on true
          where gate.sparring_asker(p.id) = who and p.partnership = gate.partnership() and x.due is not null $$;
create or replace function gate.goes_along() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into referral_event (referral, seq, partnership, step, by, at, state, receiver, due)
    select n.referral, n.seq + 1, n.partnership, 'hand-on', gate.person(), gate.now(), case when n.state in ('accepted', 'declined', 'answered') then n.state else 'sent' end, new.receiver,
      greatest(n.due, gate.now() + interval '1 day')
    from gate.left_with(new.giver, new.role) w join referral_now n on n.referral = w.id
    where w.what = 'referral' and w.goes and (w.case_id is null or not new.receiver = any(gate.left_out_of(w.case_id)));
  insert into family_giving (track, seq, partnership, counsellor, how, by, at)
    select w.id, coalesce((select max(g.seq) from family_giving g where g.track = w.id), 0) + 1, new.partnership, new.receiver, 'hand-over', gate.person(), gate.now()
    from gate.left_with(new.giver, new.role) w where w.what = 'track' and not new.receiver = any(gate.left_out_of(w.case_id));
  insert into case_task_step (task, seq, partnership, step, owner, due, by, at, box)
    select w.id, s.seq + 1, s.partnership, 'give', new.receiver, s.due, gate.person(), gate.now(), null
    from gate.left_with(new.giver, new.role) w join lateral (select l.seq, l.partnership, l.due from case_task_step l where l.task = w.id order by l.seq desc limit 1) s on true
    where w.what = 'task' and w.goes and not new.receiver = any(gate.left_out_of(w.case_id))
      and (select g.organisation = r.organisation from person g, person r where g.id = new.giver and r.id = new.receiver);
  insert into meeting_seat_given (seat, seq, meeting, partnership, person, by, at)
    select s.id, coalesce((select max(g.seq) from meeting_seat_given g where g.seat = s.id), 0) + 1, w.id, new.partnership, new.receiver, gate.person(), gate.now()
    from gate.left_with(new.giver, new.role) w join meeting_seat s on s.meeting = w.id and gate.seat_holder(s.id) = new.giver
    where w.what = 'meeting' and w.goes and not new.receiver = any(gate.left_out_of(w.case_id))
      and (select g.organisation = r.organisation from person g, person r where g.id = new.giver and r.id = new.receiver);
  insert into sparring_given (sparring, seq, partnership, person, by, at)
    select w.id, coalesce((select max(g.seq) from sparring_given g where g.sparring = w.id), 0) + 1, new.partnership, new.receiver, gate.person(), gate.now()
    from gate.left_with(new.giver, new.role) w where w.what = 'sparring'
      and (select g.organisation = r.organisation from person g, person r where g.id = new.giver and r.id = new.receiver);
  return null;
end $$;
