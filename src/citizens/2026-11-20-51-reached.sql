-- How she was reached, or will be, each time somebody did so or planned it: on which way, by which version of her rule, and, where the rule was
-- not followed, why. Written before anything leaves; she may read it.
create table reached (
  id uuid primary key,
  partnership int not null references partnership,
  citizen uuid not null references citizen,
  act text not null,
  channel text not null check (channel in ('here', 'phone', 'sms', 'email', 'letter', 'digital-post')),
  version int not null check (version >= 0),       -- of the rule; 0 where none was agreed
  met boolean not null,
  by uuid not null references person,
  at timestamptz not null,
  why_box bytea,
  check (met or why_box is not null)
);
create index reached_citizen on reached (citizen);
alter table reached enable row level security;
alter table reached force row level security;
create function reached_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'how she was reached is only added to';
end $$;
create trigger reached_is_kept before update or delete or truncate on reached execute function reached_is_kept();

grant select, insert on reached to lods_visitator, lods_primary_coordinator;
grant select on reached to lods_citizen;
create policy visitator_reads on reached for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_adds on reached for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person()) and citizen in (select c.id from citizen c where c.partnership = reached.partnership));
create policy primary_coordinator_reads on reached for select to lods_primary_coordinator using (citizen = any((select gate.held_citizens())::uuid[]));
create policy primary_coordinator_adds on reached for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person()) and citizen = any((select gate.held_citizens())::uuid[]));
create policy citizen_reads on reached for select to lods_citizen using (partnership = (select gate.partnership()) and citizen = (select gate.person()));
