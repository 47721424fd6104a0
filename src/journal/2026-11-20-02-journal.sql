-- Who did or read what, when, and on what ground. Lines are added and never changed, by nobody.
create table journal (
  id bigint generated always as identity primary key,
  partnership int not null,
  at timestamptz not null,
  person uuid,
  person_name text not null,
  organisation text not null,
  role text,
  act text not null,
  ground text,                        -- null: it was refused
  about_case uuid,
  about_citizen uuid,
  reason text
);
create index journal_case on journal (partnership, about_case, id) where about_case is not null;
create index journal_citizen on journal (partnership, about_citizen, id) where about_citizen is not null;
alter table journal enable row level security;
alter table journal force row level security;

grant insert on journal to lods_gate, lods_sign_in, lods_clock, lods_citizen, lods_first_contact, lods_visitator, lods_primary_coordinator,
  lods_police_contact, lods_dsc_adviser, lods_leader, lods_tovholder, lods_operator;
create policy all_write on journal for insert
  to lods_gate, lods_sign_in, lods_clock, lods_citizen, lods_first_contact, lods_visitator, lods_primary_coordinator,
     lods_police_contact, lods_dsc_adviser, lods_leader, lods_tovholder, lods_operator
  with check (partnership = gate.partnership() and person is not distinct from gate.person());

grant select on journal to lods_citizen;
create policy citizen_reads_own on journal for select to lods_citizen
  using (partnership = (select gate.partnership()) and about_citizen = (select gate.person()) and ground is not null);

create function journal_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is only added to';
end $$;
create trigger journal_is_kept before update or delete or truncate on journal execute function journal_is_kept();
