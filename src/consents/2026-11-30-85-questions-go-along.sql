-- A question that waits for an answer goes along with a hand-over: the answer reaches whoever has taken over.
create table sparring_given (
  sparring uuid not null references sparring,
  seq int not null check (seq > 0),
  before int generated always as (nullif(seq - 1, 0)) stored,
  partnership int not null references partnership,
  person uuid not null references person,
  by uuid not null references person,
  at timestamptz not null,
  primary key (sparring, seq),
  foreign key (sparring, before) references sparring_given (sparring, seq)
);
alter table sparring_given enable row level security;
alter table sparring_given force row level security;
create trigger sparring_given_is_kept before update or delete or truncate on sparring_given execute function sparring_is_kept();
grant select (sparring, seq, person), insert on sparring_given to lods_gate;
create policy gate_reads on sparring_given for select to lods_gate using (true);
create policy gate_hands_over on sparring_given for insert to lods_gate with check (by = gate.person() and person = gate.person());
grant create on schema gate to lods_gate;
create function gate.sparring_asker(about uuid) returns uuid language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce((select g.person from sparring_given g where g.sparring = about order by g.seq desc limit 1), (select s.asked_by from sparring s where s.id = about)) $$;
create or replace function gate.asked_sparrings() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(s.id), '{}') from sparring s where s.partnership = gate.partnership()
        and (s.asked_by = gate.person() or exists (select from sparring_given g where g.sparring = s.id and g.person = gate.person())) and gate.sparring_asker(s.id) = gate.person() $$;
create or replace function gate.sparring_waiting() returns table (n int, due timestamptz) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select count(*)::int, min(m.due) from sparring s join lateral (select x.due from sparring_message x where x.sparring = s.id order by x.seq desc limit 1) m on true
        where s.partnership = gate.as_role(s.to_role) and gate.sparring_asker(s.id) <> gate.person() and m.due is not null $$;
alter function gate.sparring_asker(uuid) owner to lods_gate;
revoke create on schema gate from lods_gate;
revoke execute on function gate.sparring_asker(uuid) from public;
grant execute on function gate.sparring_asker(uuid) to lods_gate;
do $$
declare r record;
begin
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'),
    ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser'), ('leader', 'leader'), ('tovholder', 'tovholder'), ('follow_up_member', 'followUpMember'),
    ('steering_member', 'steeringMember'), ('work_environment', 'workEnvironment'), ('hr', 'hr'), ('training_coordinator', 'trainingCoordinator'), ('tool_editor', 'toolEditor'),
    ('evaluator', 'evaluator'), ('group_volunteer', 'groupVolunteer'), ('key_person', 'keyPerson'), ('data_protection_officer', 'dataProtectionOfficer'), ('operator', 'operator')) as it (db, role) loop
    execute format('alter policy %I on sparring using (partnership = (select gate.as_role(%L)) and id = any((select gate.asked_sparrings())::uuid[]))', r.db || '_asked', r.role);
    execute format('grant select on sparring_given to lods_%s', r.db);
    execute format('create policy %I on sparring_given for select to lods_%s using (partnership = (select gate.as_role(%L)) and sparring = any((select gate.asked_sparrings())::uuid[]))', r.db || '_asked', r.db, r.role);
  end loop;
  for r in select * from (values ('visitator', 'visitator'), ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser')) as it (db, role) loop
    execute format('create policy %I on sparring_given for select to lods_%s using (partnership = (select gate.as_role(%L)) and sparring = any((select gate.sparrings_to(%L))::uuid[]))', r.db || '_receives', r.db, r.role, r.role);
  end loop;
end $$;
