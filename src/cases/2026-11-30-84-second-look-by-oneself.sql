-- Whoever confirms that somebody is shut out, or opens again, does so in her or his own name, and only once.
alter policy leader_decides on case_shut
  with check (partnership = (select gate.as_role('leader')) and (lifted_by = (select gate.person()) or lifted_by is null and confirmed_by = (select gate.person())));
alter policy officer_decides on case_shut
  with check (partnership = (select gate.as_role('dataProtectionOfficer')) and (lifted_by = (select gate.person()) or lifted_by is null and confirmed_by = (select gate.person())));
create function case_shut_in_own_name() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if (new.confirmed_by, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_at) and (old.confirmed_by is not null or new.confirmed_by is distinct from gate.person())
    or (new.lifted_by, new.lifted_at) is distinct from (old.lifted_by, old.lifted_at) and new.lifted_by is distinct from gate.person()
  then raise exception 'whoever decides does so in her or his own name'; end if;
  return new;
end $$;
create trigger case_shut_in_own_name before update on case_shut for each row execute function case_shut_in_own_name();

-- A seat in a meeting that is to come goes along with a hand-over; what the one before was sent to come by is read by the one who comes.
create table meeting_seat_given (
  seat uuid not null references meeting_seat,
  seq int not null check (seq > 0),
  before int generated always as (nullif(seq - 1, 0)) stored,
  meeting uuid not null references case_meeting,
  partnership int not null references partnership,
  person uuid not null references person,
  by uuid not null references person,
  at timestamptz not null,
  primary key (seat, seq),
  foreign key (seat, before) references meeting_seat_given (seat, seq)
);
create index meeting_seat_given_meeting on meeting_seat_given (meeting);
alter table meeting_seat_given enable row level security;
alter table meeting_seat_given force row level security;
create trigger meeting_seat_given_is_kept before update or delete or truncate on meeting_seat_given execute function case_is_kept();
grant select (seat, seq, meeting, person), insert on meeting_seat_given to lods_gate;
grant select (id) on meeting_seat to lods_gate;
grant select (meeting, what) on meeting_copy to lods_gate;
create policy gate_reads on meeting_seat_given for select to lods_gate using (true);
create policy gate_hands_over on meeting_seat_given for insert to lods_gate with check (by = gate.person() and person = gate.person());
grant create on schema gate to lods_gate;
create function gate.seat_holder(about uuid) returns uuid language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce((select g.person from meeting_seat_given g where g.seat = about order by g.seq desc limit 1), (select s.person from meeting_seat s where s.id = about)) $$;
-- To whom an invitation went besides: whoever has the seat now of the one who was invited.
create function gate.seats_along(copy uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(gate.seat_holder(s.id)), '{}') from meeting_copy c join meeting_seat s on s.meeting = c.meeting
        where c.id = copy and c.what = 'invitation' and (s.person = c.to_person or exists (select from meeting_seat_given g where g.seat = s.id and g.person = c.to_person)) $$;
create function gate.copies_along() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(c.id), '{}') from meeting_seat_given g join meeting_copy c on c.meeting = g.meeting where g.person = gate.person() and gate.person() = any(gate.seats_along(c.id)) $$;
alter function gate.seat_holder(uuid) owner to lods_gate;
alter function gate.seats_along(uuid) owner to lods_gate;
alter function gate.copies_along() owner to lods_gate;
revoke create on schema gate from lods_gate;
revoke execute on function gate.seat_holder(uuid), gate.seats_along(uuid) from public;
grant execute on function gate.seat_holder(uuid), gate.seats_along(uuid) to lods_gate;
grant select on meeting_seat_given to lods_visitator, lods_primary_coordinator;
create policy visitator_reads on meeting_seat_given for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_reads on meeting_seat_given for select to lods_primary_coordinator using (meeting = any((select gate.meetings_of_cases((select gate.held_cases())::uuid[]))::uuid[]));
do $$
declare r record;
        staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
begin
  execute format('create policy not_shut_out on meeting_seat_given as restrictive for all to %s using (not meeting = any((select gate.meetings_of_cases((select gate.shut_cases())::uuid[]))::uuid[]))', staff);
  execute format('create policy locked_is_shut on meeting_seat_given as restrictive for select to %s using (not meeting = any((select gate.meetings_of_cases((select gate.locked_cases())::uuid[]))::uuid[]))', staff);
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'),
    ('leader', 'leader'), ('key_person', 'keyPerson'), ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser')) as it (db, role) loop
    execute format('create policy %I on meeting_copy for select to lods_%s using (partnership = (select gate.as_role(%L)) and id = any((select gate.copies_along())::uuid[]))', r.db || '_comes_instead', r.db, r.role);
  end loop;
end $$;
