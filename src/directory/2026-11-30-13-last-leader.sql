-- Somebody must always be there who can appoint: the last leader of an organisation does not end the role before another leads.
-- Who only stands in for that leader while away is no other.
create function gate.leads_after(wanted bigint, last date) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from holding mine join person p on p.id = mine.person
          join holding h on h.role = 'leader' and h.partnership = mine.partnership and h.id <> mine.id and h.for_person is null
            and h.from_day <= last + 1 and (h.to_day is null or h.to_day > last)
          join person o on o.id = h.person and o.organisation = p.organisation
          where mine.id = wanted) $$;
create function gate.a_leader_stays() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  -- Called off before it began, or over already: nobody is lost by it.
  if new.to_day >= old.from_day - 1 and old.from_day <= gate.today() and (old.to_day is null or old.to_day >= gate.today()) and not gate.leads_after(new.id, new.to_day) then
    raise exception 'nobody would lead';
  end if;
  return new;
end $$;
grant create on schema gate to lods_gate;
alter function gate.leads_after(bigint, date) owner to lods_gate;
alter function gate.a_leader_stays() owner to lods_gate;
revoke create on schema gate from lods_gate;
create trigger a_leader_stays before update on holding for each row
  when (new.role = 'leader' and new.for_person is null and new.to_day is not null and (old.to_day is null or new.to_day < old.to_day)) execute function gate.a_leader_stays();
