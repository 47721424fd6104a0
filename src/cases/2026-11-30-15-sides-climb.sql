-- Cases behind walls climb by a ladder of their own, are handed over, and a family counsellor's track counts where names cross.
alter table case_event drop constraint case_event_side_move_check;
alter table case_event add constraint case_event_side_move_check check (kind = 'citizen' or move in
  ('open', 'plan', 'talk', 'offer', 'note', 'appoint', 'close', 'call', 'reopen', 'hand-over', 'withdraw', 'refer', 'taken-on', 'heard', 'came-back', 'remind', 'pass-on', 'to-leader'));
alter table handover drop constraint handover_role_check;
alter table handover add constraint handover_role_check check (role in ('visitator', 'primaryCoordinator', 'leader', 'hr', 'familyCounsellor', 'policeContact'));

grant create on schema gate to lods_gate;
-- Who cannot have this case today. Of an employee's case nobody knows who is shut out of it or works in another house.
create or replace function gate.left_out_of(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select gate.blocked_from(about) || coalesce((select array_agg(s.person) from case_shut s where s.lifted_at is null
          and s.citizen = (select f.citizen from case_file f where f.id = about)), '{}')
          || coalesce((select array_agg(k.person) from case_kept_out k where k.case_id = about), '{}')
          || coalesce((select array_agg(p.id) from case_file f join person p on p.partnership = f.partnership and p.organisation <> f.organisation
               where f.id = about and f.kind = 'employee'), '{}') $$;

-- The role in which somebody appoints in an employee's case today: the first of the ladder in which one is there who may know of it; the same as `appointingRole`.
create function gate.appointing_role(about uuid) returns text language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select l.role from unnest(array['leader', 'hr', 'workEnvironment']) with ordinality as l (role, step)
        where exists (select from case_file f join holding h on h.partnership = f.partnership and h.role = l.role join person p on p.id = h.person and p.organisation = f.organisation
          where f.id = about and f.kind = 'employee' and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())
            and not exists (select from case_kept_out k where k.case_id = f.id and k.person = h.person)
            and not exists (select from holding a where a.partnership = h.partnership and a.role = h.role and a.for_person = h.person
                              and a.from_day <= gate.today() and (a.to_day is null or a.to_day >= gate.today())))
        order by l.step limit 1 $$;

-- What a person has the baton in, in a role; of cases behind walls, in the first of their roles that the person holds today, or in each where none is held any more.
create or replace function gate.batons_of(who uuid, wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n
        where n.holder = who and n.partnership = gate.partnership() and n.next <> 'none'
          and case n.kind
            when 'citizen' then n.status = any(case wanted when 'visitator' then '{received,logging,clarified,closed}'::text[] when 'primaryCoordinator' then '{coordinated,closed}' else '{}' end)
            else wanted = any(case n.kind when 'employee' then '{leader,hr}'::text[] else '{familyCounsellor,policeContact}' end)
              and wanted = coalesce((select h.role from holding h
                where h.person = who and h.partnership = n.partnership and h.for_person is null and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())
                  and h.role = any(case n.kind when 'employee' then '{leader,hr}'::text[] else '{familyCounsellor,policeContact}' end)
                order by array_position('{leader,hr,familyCounsellor,policeContact}'::text[], h.role) limit 1), wanted) end $$;
-- Would an employee's case be left without anybody who may know of it, were this the end of the role?
create function gate.leaves_nobody(leaving bigint) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from holding l join person q on q.id = l.person join case_now n on n.partnership = l.partnership and n.kind = 'employee' and n.next <> 'none'
          join case_file f on f.id = n.case_id and f.organisation = q.organisation
          where l.id = leaving and l.role in ('leader', 'hr', 'workEnvironment') and l.for_person is null
            and not exists (select from case_kept_out k where k.case_id = f.id and k.person = l.person)
            and not exists (select from holding h join person p on p.id = h.person and p.organisation = f.organisation
              where h.partnership = f.partnership and h.id <> l.id and h.for_person is null and h.role in ('leader', 'hr', 'workEnvironment')
                and h.from_day <= gate.today() and h.to_day is null and not exists (select from case_kept_out k where k.case_id = f.id and k.person = h.person))) $$;
-- Nobody leaves a role while a case would be left without her. That an employee's case is there is nobody's to learn by it: there the ladder has the next one, and it is refused
-- only where there would be none.
create or replace function gate.nobody_orphans() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.for_person is null and new.role not in ('leader', 'hr') and cardinality(gate.batons_of(new.person, new.role)) > 0 and not exists (
    select from holding h where h.person = new.person and h.role = new.role and h.for_person is null and h.id <> new.id
      and h.from_day <= new.to_day + 1 and (h.to_day is null or h.to_day > new.to_day)) then
    raise exception 'cases wait for a hand-over';
  end if;
  if gate.leaves_nobody(new.id) then
    raise exception 'nobody would be left';
  end if;
  return new;
end $$;

-- Names that cross: whoever has a track on the exposed person's case has her side, as much as whoever has the case.
create function gate.on_track(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(t.counsellor), '{}') from family_track t
        left join lateral (select s.step from family_step s where s.track = t.id order by s.seq desc limit 1) l on true
        where t.case_id = about and coalesce(l.step, 'accept') = 'accept' $$;
create function gate.has_side(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select gate.on_track(about) || coalesce((select array_agg(n.holder) from case_now n where n.case_id = about and n.holder is not null), '{}') $$;
-- Who cannot have this case, because of a case or a track that person has already. Whoever has the earlier of two keeps it; the leader's decision counts for both.
create or replace function gate.blocked_from(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(distinct b.who), '{}') from (
          select unnest(gate.has_side(c.crosses)) as who, c.crosses as other from name_crossing c where c.case_id = about
          union all select w.who, c.case_id from name_crossing c cross join unnest(gate.has_side(c.case_id)) as w (who) where c.crosses = about and not w.who = any(gate.has_side(about))) b
        where b.who is not null and not exists (select from both_allowed a where a.person = b.who and a.case_id in (about, b.other)) $$;
create or replace function gate.family_tracks(states text[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(t.id), '{}') from family_track t
        left join lateral (select s.step from family_step s where s.track = t.id order by s.seq desc limit 1) l on true
        where t.partnership = gate.as_role('familyCounsellor') and t.counsellor = any(gate.acts_for('familyCounsellor')) and coalesce(l.step, 'ask') = any(states)
          and not gate.person() = any(gate.blocked_from(t.case_id)) $$;
-- A crossing keeps out whoever acts, not whoever is stood in for.
create or replace function gate.other_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n join case_file f on f.id = n.case_id join person p on p.id = gate.person() and p.organisation = f.organisation
        where n.kind = 'otherParty' and n.partnership = gate.as_role(wanted) and n.holder = any(gate.acts_for(wanted)) and not gate.person() = any(gate.blocked_from(n.case_id)) $$;
do $$
declare f text;
begin
  foreach f in array array['appointing_role(uuid)', 'leaves_nobody(bigint)', 'on_track(uuid)', 'has_side(uuid)'] loop
    execute format('alter function gate.%s owner to lods_gate', f);
  end loop;
end $$;
revoke create on schema gate from lods_gate;

create policy not_both on family_track as restrictive for insert to lods_visitator, lods_primary_coordinator with check (not counsellor = any(gate.blocked_from(case_id)));

-- The clock sees numbers, dates and names of these cases too; it reminds, passes an employee's case on inside its wall, and puts it before whoever appoints.
alter policy clock_reads on case_now using (true);
alter policy clock_climbs on case_event
  with check (by is null and seq > 1 and gate.case_is_late(case_id)
              and (move = 'pass-on' and (kind = 'citizen' and gate.holds_one(holder, array['visitator', 'primaryCoordinator']) or kind = 'employee' and gate.may_be_given(case_id, holder))
                   or move in ('remind', 'to-leader') and gate.stays_with(case_id, status, holder, urgent)));
grant select (late_step, late_at) on case_now to lods_hr, lods_work_environment, lods_family_counsellor, lods_police_contact;
alter policy leader_appoints_late on case_event
  with check (kind = 'citizen' and partnership = (select gate.as_role('leader')) and by = (select gate.person()) and by_role = 'leader' and seq > 1 and move = 'appoint' and box is null
              and gate.case_with_leader(case_id) and gate.holds_one(holder, array['visitator', 'primaryCoordinator']));
do $$
declare r record;
begin
  for r in select * from (values ('hr', 'hr'), ('work_environment', 'workEnvironment')) as it (db, role) loop
    execute format('create policy %I on case_event for insert to lods_%s with check (kind = ''employee'' and partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                    and seq > 1 and move = ''appoint'' and box is null and gate.may_be_given(case_id, holder) and gate.appointing_role(case_id) = %L
                    and case_id = any((select gate.employee_cases(%L))::uuid[]))', r.db || '_appoints', r.db, r.role, r.role, r.role, r.role);
  end loop;
  -- A hand-over behind a wall: between the giver and the receiver alone, and for the cases that the receiver may have.
  for r in select * from (values ('leader', 'leader'), ('hr', 'hr'), ('family_counsellor', 'familyCounsellor'), ('police_contact', 'policeContact')) as it (db, role) loop
    if r.role <> 'leader' then
      execute format('grant select, insert, update (state, answered_by, answered_at, answer_box) on handover to lods_%s', r.db);
    end if;
    execute format('create policy %I on handover for select to lods_%s
                    using (partnership = (select gate.as_role(%L)) and role = %L and (select gate.person()) in (giver, receiver))', r.db || '_party_sees', r.db, r.role, r.role);
    execute format('create policy %I on handover for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and role = %L and state = ''offered''
                    and giver = (select gate.person()) and offered_by = (select gate.person()))', r.db || '_party_offers', r.db, r.role, r.role);
    execute format('create policy %I on handover for update to lods_%s
                    using (partnership = (select gate.as_role(%L)) and role = %L and state = ''offered'' and (select gate.person()) in (giver, receiver))
                    with check (answered_by = (select gate.person()) and (receiver = (select gate.person()) and state in (''accepted'', ''declined'')
                                or giver = (select gate.person()) and state = ''taken-back''))', r.db || '_party_answers', r.db, r.role, r.role);
    execute format('create policy %I on case_event for insert to lods_%s with check (kind <> ''citizen'' and partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                    and holder = (select gate.person()) and seq > 1 and move = ''hand-over'' and box is null and gate.may_be_given(case_id, holder)
                    and case_id = any((select gate.handed_cases(%L))::uuid[]))', r.db || '_takes_over', r.db, r.role, r.role, r.role);
  end loop;
end $$;
alter policy leader_sees on handover using (partnership = (select gate.as_role('leader')) and role in ('visitator', 'primaryCoordinator'));
alter policy leader_offers on handover
  with check (partnership = (select gate.as_role('leader')) and offered_by = (select gate.person()) and state = 'offered' and role in ('visitator', 'primaryCoordinator'));
alter policy leader_takes_back on handover using (partnership = (select gate.as_role('leader')) and state = 'offered' and role in ('visitator', 'primaryCoordinator'))
  with check (answered_by = (select gate.person()) and state = 'taken-back');
