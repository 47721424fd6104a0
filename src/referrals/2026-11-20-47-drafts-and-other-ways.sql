-- What is not sent yet: one draft a person in a case, in a box under the key of the case. Gone when it is sent or thrown away.
create table referral_draft (
  case_id uuid not null references case_file,
  person uuid not null references person,
  partnership int not null references partnership,
  to_role text not null,
  receiver uuid references person,
  outside text,
  at timestamptz not null,
  box bytea not null,
  primary key (case_id, person)
);
alter table referral_draft enable row level security;
alter table referral_draft force row level security;
grant select, insert, update, delete on referral_draft to lods_visitator, lods_primary_coordinator;
create policy visitator_keeps on referral_draft for all to lods_visitator
  using (partnership = (select gate.as_role('visitator')) and person = (select gate.person()))
  with check (partnership = (select gate.as_role('visitator')) and person = (select gate.person()));
create policy primary_coordinator_keeps on referral_draft for all to lods_primary_coordinator
  using (partnership = (select gate.as_role('primaryCoordinator')) and person = (select gate.person()) and case_id = any((select gate.held_cases())::uuid[]))
  with check (partnership = (select gate.as_role('primaryCoordinator')) and person = (select gate.person()) and case_id = any((select gate.held_cases())::uuid[]));

-- Outside the system nobody answers here: whoever has the case writes down what was said.
drop policy visitator_acts on referral_event;
create policy visitator_acts on referral_event for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and receiver is null
              and (step = 'send' or (step = 'take-back' and gate.referral_waits(referral)) or (step in ('accept', 'decline', 'answer') and gate.referral_outside(referral))));
drop policy primary_coordinator_acts on referral_event;
create policy primary_coordinator_acts on referral_event for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and receiver is null
              and (step = 'send' or (step = 'take-back' and gate.referral_waits(referral)) or (step in ('accept', 'decline', 'answer') and gate.referral_outside(referral)))
              and referral = any((select gate.held_referrals())::uuid[]));

-- The other way: what the police and the centre send. They see state and answer of what they sent, and nothing of the case that it began.
do $$
declare r record;
begin
  for r in select * from (values ('police_contact', 'policeContact'), ('dsc_adviser', 'dscAdviser')) as it (db, role) loop
    execute format('grant insert on referral to lods_%s', r.db);
    execute format('create policy %I on referral for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and from_person = (select gate.person()) and from_role = %L and consent is null
                  and ground in (''signed-paper'', ''oral'')
                  and (to_role = ''visitator'' and gate.holds_one(to_person, array[''visitator'']) and about = ''exposed''
                         and case_id = any((select gate.sent_cases())::uuid[]) and gate.case_of(case_id, citizen)
                       or from_role = ''policeContact'' and to_role = ''dscAdviser'' and gate.holds_one(to_person, array[''dscAdviser'']) and case_id is null
                         and ground = ''signed-paper''))', r.db || '_sends', r.db, r.role, r.role);
    execute format('create policy %I on referral for select to lods_%s using (partnership = (select gate.as_role(%L)) and id = any((select gate.sent_referrals(%L))::uuid[]))',
      r.db || '_sent', r.db, r.role, r.role);
    execute format('create policy %I on referral_now for select to lods_%s using (partnership = (select gate.as_role(%L)) and referral = any((select gate.sent_referrals(%L))::uuid[]))',
      r.db || '_sent', r.db, r.role, r.role);
    execute format('create policy %I on referral_event for select to lods_%s using (partnership = (select gate.as_role(%L)) and referral = any((select gate.sent_referrals(%L))::uuid[]))',
      r.db || '_sent', r.db, r.role, r.role);
    execute format('create policy %I on referral_event for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and receiver is null
                  and (step = ''send'' or (step = ''take-back'' and gate.referral_waits(referral))) and referral = any((select gate.sent_referrals(%L))::uuid[]))',
      r.db || '_acts', r.db, r.role, r.role);
  end loop;
end $$;

-- A receiver's own notes about what was sent to her or him: the sender never sees them.
create table receiver_record (
  id uuid primary key,
  referral uuid not null references referral,
  partnership int not null references partnership,
  role text not null,
  organisation int not null references organisation,
  by uuid not null references person,
  at timestamptz not null,
  box bytea not null
);
create index receiver_record_of on receiver_record (referral, at);
alter table receiver_record enable row level security;
alter table receiver_record force row level security;
create trigger receiver_record_is_kept before update or delete or truncate on receiver_record execute function referral_is_kept();
do $$
declare r record;
begin
  for r in select * from (values ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor'), ('police_contact', 'policeContact'),
                                 ('dsc_adviser', 'dscAdviser')) as it (db, role) loop
    execute format('grant select, insert on receiver_record to lods_%s', r.db);
    execute format('create policy %I on receiver_record for select to lods_%s
      using (partnership = (select gate.as_role(%L)) and role = %L and referral = any((select gate.received_referrals(%L))::uuid[]))', r.db || '_reads', r.db, r.role, r.role, r.role);
    execute format('create policy %I on receiver_record for insert to lods_%s
      with check (partnership = (select gate.as_role(%L)) and role = %L and by = (select gate.person()) and referral = any((select gate.received_referrals(%L))::uuid[]))',
      r.db || '_adds', r.db, r.role, r.role, r.role);
  end loop;
end $$;
