-- A hand-over: all batons of one person in one role, offered to another, who accepts or declines. Until then each case stays with the giver.
create table handover (
  id uuid primary key,
  partnership int not null references partnership,
  role text not null check (role in ('visitator', 'primaryCoordinator')),
  giver uuid not null references person,
  receiver uuid not null references person,
  last_day date,                              -- the giver's last day in the role; null: the giver stays
  state text not null check (state in ('offered', 'accepted', 'declined', 'taken-back')),
  offered_by uuid not null references person,
  offered_at timestamptz not null,
  due timestamptz not null,
  answered_by uuid references person,
  answered_at timestamptz,
  key_wrapped bytea not null,
  box bytea not null,                         -- the checklist, under the hand-over's own key
  answer_box bytea,                           -- why it was declined
  check (giver <> receiver),
  check ((state = 'offered') = (answered_at is null))
);
create unique index handover_open on handover (giver, role) where state = 'offered';
create index handover_receiver on handover (receiver) where state = 'offered';
alter table handover enable row level security;
alter table handover force row level security;
grant select (id, partnership, role, giver, receiver, last_day, state, offered_by, offered_at, due, answered_by, answered_at) on handover to lods_gate;
create policy gate_reads on handover for select to lods_gate using (true);
grant select, insert, update (state, answered_by, answered_at, answer_box) on handover to lods_visitator, lods_primary_coordinator, lods_leader;

alter table case_event drop constraint case_event_move_check;
alter table case_event add constraint case_event_move_check check (move in ('receive', 'receive-urgent', 'call', 'clarify', 'take-over', 'accept', 'meet', 'give-back',
  'advise', 'hand-code', 'note', 'close', 'reopen', 'hand-over'));

-- What a person has the baton in, in a role; the same as `goesAlong` in handover.ts.
create function gate.batons_of(who uuid, wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n
        where n.holder = who and n.partnership = gate.partnership() and n.next <> 'none'
          and n.status = any(case wanted when 'visitator' then '{received,logging,clarified,closed}'::text[] when 'primaryCoordinator' then '{coordinated,closed}' else '{}' end) $$;
alter function gate.batons_of(uuid, text) owner to lods_gate;
-- The cases that an open hand-over would bring to this person.
create function gate.handed_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(c), '{}') from handover h cross join unnest(gate.batons_of(h.giver, h.role)) c
        where h.receiver = gate.person() and h.partnership = gate.partnership() and h.role = wanted and h.state = 'offered' $$;
alter function gate.handed_cases(text) owner to lods_gate;

do $$
declare r record;
begin
  for r in select * from (values ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator')) as it (db, role) loop
    execute format('create policy %I on handover for select to lods_%s
                    using (partnership = (select gate.as_role(%L)) and role = %L and (select gate.person()) in (giver, receiver))', r.db || '_sees', r.db, r.role, r.role);
    execute format('create policy %I on handover for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and role = %L and state = ''offered''
                    and giver = (select gate.person()) and offered_by = (select gate.person()))', r.db || '_offers', r.db, r.role, r.role);
    execute format('create policy %I on handover for update to lods_%s
                    using (partnership = (select gate.as_role(%L)) and role = %L and state = ''offered'' and (select gate.person()) in (giver, receiver))
                    with check (answered_by = (select gate.person()) and (receiver = (select gate.person()) and state in (''accepted'', ''declined'')
                                or giver = (select gate.person()) and state = ''taken-back''))', r.db || '_answers', r.db, r.role, r.role);
    execute format('create policy %I on case_event for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                    and holder = (select gate.person()) and seq > 1 and move = ''hand-over'' and case_id = any((select gate.handed_cases(%L))::uuid[]))',
      r.db || '_takes_over', r.db, r.role, r.role, r.role);
  end loop;
end $$;
create policy leader_sees on handover for select to lods_leader using (partnership = (select gate.as_role('leader')));
create policy leader_offers on handover for insert to lods_leader
  with check (partnership = (select gate.as_role('leader')) and offered_by = (select gate.person()) and state = 'offered');
create policy leader_takes_back on handover for update to lods_leader using (partnership = (select gate.as_role('leader')) and state = 'offered')
  with check (answered_by = (select gate.person()) and state = 'taken-back');

-- A giver who leaves has her last day when the hand-over is accepted, in the same transaction; at the earliest at once.
grant update (to_day, ended_by, ended_at) on holding to lods_gate;
create policy gate_ends on holding for update to lods_gate using (true) with check (true);
create function gate.giver_leaves() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare last date := greatest(new.last_day, gate.today() - 1);
begin
  update holding set to_day = greatest(last, from_day - 1), ended_by = gate.person(), ended_at = gate.now()
    where person = new.giver and role = new.role and partnership = new.partnership and for_person is null and (to_day is null or to_day > last);
  return null;
end $$;
alter function gate.giver_leaves() owner to lods_gate;
create trigger giver_leaves after update on handover for each row when (new.state = 'accepted' and old.state = 'offered' and new.last_day is not null)
  execute function gate.giver_leaves();

-- Nobody leaves a role while a case would be left without her.
create function gate.nobody_orphans() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.for_person is null and cardinality(gate.batons_of(new.person, new.role)) > 0 and not exists (
    select from holding h where h.person = new.person and h.role = new.role and h.for_person is null and h.id <> new.id
      and h.from_day <= new.to_day + 1 and (h.to_day is null or h.to_day > new.to_day)) then
    raise exception 'cases wait for a hand-over';
  end if;
  return new;
end $$;
alter function gate.nobody_orphans() owner to lods_gate;
create trigger nobody_orphans before update on holding for each row when (new.to_day is not null and new.to_day is distinct from old.to_day)
  execute function gate.nobody_orphans();
