-- How a yes was given: by herself on the screen, on paper that was signed and scanned, or said aloud; and where something is passed on without
-- her yes, on which ground in law a named colleague decided it. All four are papers that a sending must name.
alter table consent add column how text not null default 'screen' check (how in ('screen', 'paper', 'oral', 'law'));
alter table consent add column recorded_by uuid references person;
alter table consent add column law text check (law in ('essential', 'duty', 'danger'));
alter table consent add column purpose_box bytea;
alter table consent add column scan uuid;
alter table consent add column scan_type text;
alter table consent add column scan_key_box bytea;
alter table consent add column withdrawn_by uuid;
alter table consent add constraint consent_recorded check ((how = 'screen') = (recorded_by is null) and (how = 'screen' or signed_at is not null));
alter table consent add constraint consent_scanned check ((how = 'paper') = (scan is not null) and (scan is null) = (scan_key_box is null));
-- Said aloud it counts between authorities only, for what is neither health nor crime, and for five working days, which no holiday makes into sixteen days.
alter table consent add constraint consent_said_aloud check (how <> 'oral' or (to_role = 'policeContact' and topics <@ array['contact'] and until_day <= from_day + 15));
alter table consent add constraint consent_in_law check ((how = 'law') = (law is not null) and (how <> 'law' or (to_role = 'policeContact' and until_day <= from_day + 28)));

-- A yes is given once and taken back once; what it said is never changed afterwards.
create or replace function consent_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then raise exception 'a consent is never removed'; end if;
  if (new.how, new.recorded_by, new.law, new.purpose_box, new.scan, new.scan_type, new.scan_key_box)
       is distinct from (old.how, old.recorded_by, old.law, old.purpose_box, old.scan, old.scan_type, old.scan_key_box)
     or old.declined_at is not null or old.withdrawn_at is not null
     or (old.signed_at is not null and (new.signed_at, new.from_day, new.until_day, new.topics, new.answers_box, new.declined_at)
         is distinct from (old.signed_at, old.from_day, old.until_day, old.topics, old.answers_box, old.declined_at))
  then raise exception 'an answered consent is never changed'; end if;
  return new;
end $$;

grant select (how, law) on consent to lods_gate;
-- What the municipality decided in law is not hers to sign or take back; she reads it.
alter policy citizen_answers on consent
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()) and how <> 'law')
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()) and how <> 'law' and withdrawn_by is null);

grant update (withdrawn_at, withdrawn_by) on consent to lods_visitator, lods_primary_coordinator;
create policy visitator_records on consent for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and asked_by = (select gate.person()) and recorded_by = (select gate.person())
              and citizen in (select c.id from citizen c where c.partnership = consent.partnership));
create policy visitator_ends on consent for update to lods_visitator
  using (partnership = (select gate.as_role('visitator')))
  with check (partnership = (select gate.as_role('visitator')) and withdrawn_by = (select gate.person()));
create policy coordinator_records on consent for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and citizen = any((select gate.held_citizens())::uuid[])
              and asked_by = (select gate.person()) and recorded_by = (select gate.person()));
create policy coordinator_ends on consent for update to lods_primary_coordinator
  using (partnership = (select gate.as_role('primaryCoordinator')) and citizen = any((select gate.held_citizens())::uuid[]))
  with check (partnership = (select gate.as_role('primaryCoordinator')) and citizen = any((select gate.held_citizens())::uuid[]) and withdrawn_by = (select gate.person()));
