-- Somebody who is away for a time is stood in for: the stand-in holds the role in that time, and acts for that one person.
alter table holding add column for_person uuid references person;
alter table holding add constraint holding_stands_in check (for_person is null or (stands_in and for_person <> person and to_day is not null));

-- Those for whom this person acts in this role today: oneself, unless somebody stands in, and those one stands in for.
-- The same answer as `actingFor` in rules.ts; a test holds them against each other.
create function gate.acts_for(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$
  with held as (
    select h.id, h.person, h.for_person from holding h
    where h.role = wanted and h.partnership = gate.partnership() and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())),
  stood as (select distinct on (for_person) for_person as away, person as by from held where for_person is not null order by for_person, id)
  select coalesce(array_agg(distinct who), '{}') from (
    select h.person as who from held h where h.person = gate.person() and h.for_person is null
    union all select s.away from stood s where s.by = gate.person()) acts
  where not exists (select from stood s where s.away = gate.person()) $$;
alter function gate.acts_for(text) owner to lods_gate;
