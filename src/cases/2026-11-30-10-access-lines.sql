-- A request to see what is kept is decided for everything that lies in the case, not for its history alone, and a line says what it is about.
alter table access_line add column what text check (what in ('event', 'document', 'mark', 'paper', 'minutes', 'task', 'meeting', 'copy', 'told', 'contact', 'family',
  'consent', 'measure', 'referral', 'answer', 'bundle'));
alter table access_line add column ref text;
create unique index access_line_once on access_line (request, what, ref) where ref is not null;

-- Somebody who represents one of them says whom. `representative` stands on requests from before.
alter table access_request drop constraint access_request_asked_by_check;
alter table access_request add constraint access_request_asked_by_check
  check (asked_by in ('citizen', 'citizenRepresentative', 'otherParty', 'otherRepresentative', 'representative'));

-- Before the other party is answered: whether the citizen was told, or why she was not.
alter table access_step drop constraint access_step_step_check;
alter table access_step add constraint access_step_step_check check (step in ('told', 'she-told', 'decided'));
create unique index access_she_told_once on access_step (request) where step = 'she-told';

-- A decision says so or does not come about: the other party is answered only after that question.
create function access_asks_first() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.step = 'decided' and exists (select from access_request a where a.id = new.request and a.asked_by in ('otherParty', 'otherRepresentative'))
     and not exists (select from access_step s where s.request = new.request and s.step = 'she-told') then
    raise exception 'the other party is answered when it is said whether the citizen was told';
  end if;
  return new;
end $$;
create trigger access_asks_first before insert on access_step for each row execute function access_asks_first();
