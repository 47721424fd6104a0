-- Whoever was given a decision to carry out sees that one, whatever role she or he has; the meeting and its minutes stay with those who steer.
grant select (decided, owner, due, done_at) on steering_decision to lods_gate;
grant select (on_day) on steering_meeting to lods_gate;
grant create on schema gate to lods_gate;
create function gate.my_decisions() returns table (decided text, due date, on_day date) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select d.decided, d.due, m.on_day from steering_decision d join steering_meeting m on m.id = d.meeting
        where d.partnership = gate.partnership() and d.owner = gate.person() and d.done_at is null order by d.due, d.id limit 20 $$;
alter function gate.my_decisions() owner to lods_gate;
revoke create on schema gate from lods_gate;
