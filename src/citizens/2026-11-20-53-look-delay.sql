-- Where the police ask for it on a named ground, the citizen sees what they have read a while later: written down by whom, until when, thirty days at
-- the most, and renewed only with a new reason. When it is over everything is shown, the delay itself too.
create table look_delay (
  id uuid primary key,
  partnership int not null references partnership,
  citizen uuid not null references citizen,
  ground text not null check (ground in ('investigation', 'danger')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  since_at timestamptz not null,             -- of the first in an unbroken row; what was there before is shown as it always was
  renews uuid references look_delay,
  recorded_by uuid not null references person,
  key_wrapped bytea not null,
  box bytea not null,                        -- who asked, and why
  ended_by uuid references person,
  ended_at timestamptz,
  check (until_at > from_at and until_at <= from_at + interval '30 days' and since_at <= from_at),
  check ((renews is null) = (since_at = from_at)),
  check ((ended_by is null) = (ended_at is null))
);
create index look_delay_citizen on look_delay (citizen, until_at);
alter table look_delay enable row level security;
alter table look_delay force row level security;
create function look_delay_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then raise exception 'a delay is never removed'; end if;
  if old.ended_at is not null or (new.id, new.partnership, new.citizen, new.ground, new.from_at, new.until_at, new.since_at, new.renews, new.recorded_by, new.key_wrapped, new.box)
       is distinct from (old.id, old.partnership, old.citizen, old.ground, old.from_at, old.until_at, old.since_at, old.renews, old.recorded_by, old.key_wrapped, old.box)
  then raise exception 'a delay is only ended'; end if;
  return new;
end $$;
create trigger look_delay_is_kept before update or delete on look_delay for each row execute function look_delay_is_kept();
create trigger look_delay_is_not_emptied before truncate on look_delay execute function look_delay_is_kept();
grant select (id, partnership, citizen, ground, from_at, until_at, since_at, renews, recorded_by, ended_at) on look_delay to lods_gate;
create policy gate_reads on look_delay for select to lods_gate using (true);

-- From when what the police do is not shown to this person now; null when it is shown.
create function gate.looks_wait_since() returns timestamptz language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select min(d.since_at) from look_delay d where d.citizen = gate.person() and d.from_at <= gate.now() and gate.now() < d.until_at and d.ended_at is null $$;
-- Whether that delay runs now, for the same citizen, from that day on: then a new one may go on from it.
create function gate.delay_goes_on(before uuid, whom uuid, since timestamptz) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from look_delay d where d.id = before and d.citizen = whom and d.since_at = since and d.from_at <= gate.now() and gate.now() < d.until_at and d.ended_at is null) $$;
alter function gate.looks_wait_since() owner to lods_gate;
alter function gate.delay_goes_on(uuid, uuid, timestamptz) owner to lods_gate;

grant select, insert on look_delay to lods_visitator;
grant update (ended_by, ended_at) on look_delay to lods_visitator;
create policy visitator_reads on look_delay for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_delays on look_delay for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and recorded_by = (select gate.person()) and ended_by is null and from_at <= gate.now()
              and from_at > gate.now() - interval '1 minute' and (renews is null or gate.delay_goes_on(renews, citizen, since_at))
              and citizen in (select c.id from citizen c where c.partnership = look_delay.partnership));
create policy visitator_ends on look_delay for update to lods_visitator using (partnership = (select gate.as_role('visitator')))
  with check (partnership = (select gate.as_role('visitator')) and ended_by = (select gate.person()));
-- She reads that there was one when none of that row runs any more.
grant select on look_delay to lods_citizen;
create policy citizen_reads on look_delay for select to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()) and (select gate.looks_wait_since()) is null);

alter policy citizen_reads_own on journal
  using (partnership = (select gate.partnership()) and about_citizen = (select gate.person()) and ground is not null
         and ((select gate.looks_wait_since()) is null or at < (select gate.looks_wait_since()) or (role is distinct from 'policeContact' and act not like 'citizens.look-%')));
