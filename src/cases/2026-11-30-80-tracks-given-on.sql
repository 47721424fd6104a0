-- A family counsellor's track goes from one to another: along with a hand-over, or because the leader says who when nobody can act on it.
create table family_giving (
  track uuid not null references family_track,
  seq int not null check (seq > 0),
  before int generated always as (nullif(seq - 1, 0)) stored,
  partnership int not null references partnership,
  counsellor uuid not null references person,
  how text not null check (how in ('hand-over', 'appoint')),
  by uuid not null references person,
  at timestamptz not null,
  primary key (track, seq),
  foreign key (track, before) references family_giving (track, seq)
);
alter table family_giving enable row level security;
alter table family_giving force row level security;
create trigger family_giving_is_kept before update or delete or truncate on family_giving execute function case_is_kept();
grant select (track, seq, counsellor), insert on family_giving to lods_gate;
grant select (due) on family_track to lods_gate;
create policy gate_reads on family_giving for select to lods_gate using (true);
create policy gate_hands_over on family_giving for insert to lods_gate with check (how = 'hand-over' and by = gate.person() and counsellor = gate.person());

grant create on schema gate to lods_gate;
-- Whose a track is now: the last one it was given to, or the one who was asked.
create function gate.counsellor_of(about uuid) returns uuid language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce((select g.counsellor from family_giving g where g.track = about order by g.seq desc limit 1), (select t.counsellor from family_track t where t.id = about)) $$;
create or replace function gate.family_tracks(states text[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(t.id), '{}') from family_track t
        left join lateral (select s.step from family_step s where s.track = t.id order by s.seq desc limit 1) l on true
        where t.partnership = gate.as_role('familyCounsellor') and gate.counsellor_of(t.id) = any(gate.acts_for('familyCounsellor')) and coalesce(l.step, 'ask') = any(states)
          and not gate.person() = any(gate.blocked_from(t.case_id)) $$;
create or replace function gate.on_track(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(gate.counsellor_of(t.id)), '{}') from family_track t
        left join lateral (select s.step from family_step s where s.track = t.id order by s.seq desc limit 1) l on true
        where t.case_id = about and coalesce(l.step, 'accept') = 'accept' $$;

-- The tracks that are asked about or under way, of cases that are not locked.
create function gate.open_tracks() returns table (track uuid, case_id uuid, state text, due date) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select t.id, t.case_id, coalesce(l.step, 'ask'), t.due from family_track t
        left join lateral (select s.step from family_step s where s.track = t.id order by s.seq desc limit 1) l on true
        where t.partnership = gate.partnership() and coalesce(l.step, 'accept') = 'accept' and not t.case_id = any(gate.locked_cases()) $$;
-- Who can act on a track today: whose it is or whoever stands in, unless kept from the case. The same as `actingFor` over the day without those who are left out.
create function gate.acts_on_track(about uuid) returns uuid language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ with held as (select h.id, h.person, h.for_person from holding h
            where h.role = 'familyCounsellor' and h.partnership = gate.partnership() and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())),
          stood as (select distinct on (for_person) for_person as away, person as by from held where for_person is not null order by for_person, id),
          acts as (select coalesce((select s.by from stood s where s.away = gate.counsellor_of(about)),
            (select h.person from held h where h.person = gate.counsellor_of(about) and h.for_person is null limit 1)) as who)
        select who from acts where not exists (select from stood s where s.away = who)
          and not who = any(gate.left_out_of((select t.case_id from family_track t where t.id = about))) $$;
-- For the leader: the tracks on which nobody can act today, by number and name alone. Nobody is told of a case that she or he is shut out of.
create function gate.tracks_adrift() returns table (track uuid, number text, counsellor text, accepted boolean) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select o.track, n.number, p.name, o.state = 'accept' from gate.open_tracks() o join case_now n on n.case_id = o.case_id join person p on p.id = gate.counsellor_of(o.track)
        where n.partnership = gate.as_role('leader') and gate.acts_on_track(o.track) is null and not gate.shut_out(o.case_id, null) $$;
-- Whom a track can be given to: somebody who is there in the role and can have its case.
create function gate.may_have_track(about uuid, receiver uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from holding h where h.person = receiver and h.role = 'familyCounsellor' and h.partnership = gate.partnership()
            and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today()))
          and not exists (select from holding a where a.for_person = receiver and a.role = 'familyCounsellor' and a.partnership = gate.partnership()
            and a.from_day <= gate.today() and (a.to_day is null or a.to_day >= gate.today()))
          and not receiver = any(gate.left_out_of((select t.case_id from family_track t where t.id = about))) $$;
-- Nobody leaves a role while a case, or a track, would be left without her.
create or replace function gate.nobody_orphans() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.for_person is null and new.role not in ('leader', 'hr')
    and (cardinality(gate.batons_of(new.person, new.role)) > 0
         or new.role = 'familyCounsellor' and exists (select from gate.open_tracks() o where gate.counsellor_of(o.track) = new.person))
    and not exists (
    select from holding h where h.person = new.person and h.role = new.role and h.for_person is null and h.id <> new.id
      and h.from_day <= new.to_day + 1 and (h.to_day is null or h.to_day > new.to_day)) then
    raise exception 'cases wait for a hand-over';
  end if;
  if gate.leaves_nobody(new.id) then
    raise exception 'nobody would be left';
  end if;
  return new;
end $$;
do $$
declare f text;
begin
  foreach f in array array['counsellor_of(uuid)', 'open_tracks()', 'acts_on_track(uuid)', 'tracks_adrift()', 'may_have_track(uuid, uuid)'] loop
    execute format('alter function gate.%s owner to lods_gate', f);
  end loop;
end $$;
revoke create on schema gate from lods_gate;
-- What a person has is for the functions that ask it, not for everybody who can put a question.
revoke execute on function gate.counsellor_of(uuid), gate.open_tracks(), gate.acts_on_track(uuid), gate.may_have_track(uuid, uuid), gate.tracks_adrift() from public;
grant execute on function gate.counsellor_of(uuid), gate.open_tracks(), gate.acts_on_track(uuid), gate.may_have_track(uuid, uuid) to lods_gate;
grant execute on function gate.tracks_adrift(), gate.may_have_track(uuid, uuid) to lods_leader;
grant execute on function gate.tracks_adrift() to lods_gate;

-- The leader gives it to somebody where nobody can act, and sees no more of it than that.
grant select (track, seq), insert on family_giving to lods_leader;
create policy leader_sees_order on family_giving for select to lods_leader using (partnership = (select gate.as_role('leader')) and track in (select a.track from gate.tracks_adrift() a));
create policy leader_appoints on family_giving for insert to lods_leader with check (partnership = (select gate.as_role('leader')) and by = (select gate.person()) and how = 'appoint'
  and track in (select a.track from gate.tracks_adrift() a) and gate.may_have_track(track, counsellor));
grant select on family_giving to lods_family_counsellor, lods_visitator, lods_primary_coordinator;
create policy family_counsellor_reads on family_giving for select to lods_family_counsellor using (track = any((select gate.family_tracks('{ask,accept,end}'))::uuid[]));
create policy visitator_reads on family_giving for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_reads on family_giving for select to lods_primary_coordinator using (track = any((select gate.tracks_of_cases((select gate.held_cases())::uuid[]))::uuid[]));
do $$
declare staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
begin
  execute format('create policy not_shut_out on family_giving as restrictive for all to %s using (not track = any((select gate.tracks_of_cases((select gate.shut_cases())::uuid[]))::uuid[]))', staff);
  execute format('create policy locked_is_shut on family_giving as restrictive for select to %s using (not track = any((select gate.tracks_of_cases((select gate.locked_cases())::uuid[]))::uuid[]))', staff);
end $$;
