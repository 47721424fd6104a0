-- A family counsellor's tracks go along with a hand-over in that role. What waits for a person is asked by the gate and the hand-over itself, and answers nobody else.
-- For the one who said yes: what did not come along after all.
grant create on schema gate to lods_gate;
create function gate.stays_behind(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(w.id), '{}') from handover h cross join gate.left_with(h.giver, h.role) w
        where h.id = about and h.receiver = gate.person() and h.partnership = gate.partnership() $$;
alter function gate.stays_behind(uuid) owner to lods_gate;
revoke create on schema gate from lods_gate;
revoke execute on function gate.left_with(uuid, text), gate.batons_of(uuid, text), gate.open_tracks() from public;
grant execute on function gate.left_with(uuid, text), gate.batons_of(uuid, text) to lods_gate;
