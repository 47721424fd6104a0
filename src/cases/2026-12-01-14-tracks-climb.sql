-- A family counsellor who does not answer: the clock reminds, then the leader says who is asked instead. Nothing is passed on by the clock: that would open it to somebody who has no task in it.
create table family_late (
  track uuid not null references family_track,
  seq int not null check (seq > 0),
  before int generated always as (nullif(seq - 1, 0)) stored,
  step text not null check (step in ('remind', 'to-leader')),
  at timestamptz not null,
  primary key (track, seq),
  foreign key (track, before) references family_late (track, seq)
);
alter table family_late enable row level security;
alter table family_late force row level security;
create trigger family_late_is_kept before update or delete or truncate on family_late execute function case_is_kept();
grant select on family_late to lods_gate;
grant select (at) on family_giving to lods_gate;
create policy gate_reads on family_late for select to lods_gate using (true);

grant create on schema gate to lods_gate;
-- What waits for a counsellor's answer, in cases that are not locked. Given to another, it begins anew.
create function gate.asked_tracks() returns table (track uuid, partnership int, case_id uuid, number text, counsellor uuid, due date, given_at timestamptz, seq int, late_step text, late_at timestamptz)
  language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select t.id, t.partnership, t.case_id, n.number, gate.counsellor_of(t.id), t.due, g.at, coalesce((select max(x.seq) from family_late x where x.track = t.id), 0), l.step, l.at
        from family_track t join case_now n on n.case_id = t.case_id
        left join lateral (select v.at from family_giving v where v.track = t.id order by v.seq desc limit 1) g on true
        left join lateral (select x.step, x.at from family_late x where x.track = t.id and x.at > coalesce(g.at, '-infinity') order by x.seq desc limit 1) l on true
        where not exists (select from family_step s where s.track = t.id) and not t.case_id = any(gate.locked_cases()) $$;
create function gate.track_late(about uuid) returns text language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select a.late_step from gate.asked_tracks() a where a.track = about $$;
create function gate.track_is_late(about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from gate.asked_tracks() a where a.track = about and a.due < gate.today()) $$;
-- For the leader and the tovholder: number, day and name. Nobody is told of a case that she or he is shut out of.
create function gate.missed_tracks(wanted text) returns table (track uuid, number text, name text, due date, late_step text)
  language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select a.track, a.number, p.name, a.due, a.late_step from gate.asked_tracks() a join person p on p.id = a.counsellor
        where wanted in ('leader', 'tovholder') and a.partnership = gate.as_role(wanted) and a.late_step is not null and not gate.shut_out(a.case_id, null) $$;
do $$
declare f text;
begin
  foreach f in array array['asked_tracks()', 'track_late(uuid)', 'track_is_late(uuid)', 'missed_tracks(text)'] loop
    execute format('alter function gate.%s owner to lods_gate', f);
    execute format('revoke execute on function gate.%s from public', f);
    execute format('grant execute on function gate.%s to lods_gate', f);
  end loop;
end $$;
revoke create on schema gate from lods_gate;
grant execute on function gate.asked_tracks(), gate.track_is_late(uuid) to lods_clock;
grant execute on function gate.missed_tracks(text) to lods_leader, lods_tovholder;

grant insert on family_late to lods_clock;
create policy clock_climbs on family_late for insert to lods_clock with check (gate.track_is_late(track));
create policy leader_sees_late on family_giving for select to lods_leader
  using (partnership = (select gate.as_role('leader')) and track in (select m.track from gate.missed_tracks('leader') m where m.late_step = 'to-leader'));
create policy leader_appoints_late on family_giving for insert to lods_leader with check (partnership = (select gate.as_role('leader')) and by = (select gate.person()) and how = 'appoint'
  and track in (select m.track from gate.missed_tracks('leader') m where m.late_step = 'to-leader') and gate.may_have_track(track, counsellor));
