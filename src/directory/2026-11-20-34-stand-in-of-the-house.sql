-- Whoever stands in comes from the same organisation: what one authority keeps does not cross to another because somebody is away.
create function gate.same_organisation(who uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from person a join person b on b.organisation = a.organisation where a.id = who and b.id = gate.person() and a.partnership = gate.partnership()) $$;
alter function gate.same_organisation(uuid) owner to lods_gate;
alter policy people_stand_in on holding with check (for_person = (select gate.person()) and stands_in and to_day is not null
  and given_by = (select gate.person()) and partnership = gate.as_role(role) and gate.same_organisation(person));
