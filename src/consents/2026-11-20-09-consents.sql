-- What a citizen has agreed may be passed on: to whom, what, from when to when. Asked by the municipality, signed and taken back by her alone.
create table consent (
  id uuid primary key,
  partnership int not null references partnership,
  citizen uuid not null references citizen,
  to_role text not null check (to_role in ('policeContact', 'dscAdviser')),
  form text not null,
  version int not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  signed_at timestamptz,
  from_day date,
  until_day date,
  topics text[] not null default '{}',
  answers_box bytea,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  check ((signed_at is null) = (from_day is null)),
  check (withdrawn_at is null or signed_at is not null)
);
create index consent_citizen on consent (partnership, citizen);
create unique index consent_waits_once on consent (citizen, to_role) where signed_at is null and declined_at is null;
alter table consent enable row level security;
alter table consent force row level security;

-- A yes is given once and taken back once; what it said is never changed afterwards.
create function consent_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' then raise exception 'a consent is never removed'; end if;
  if old.declined_at is not null or old.withdrawn_at is not null
     or (old.signed_at is not null and (new.signed_at, new.from_day, new.until_day, new.topics, new.answers_box, new.declined_at)
         is distinct from (old.signed_at, old.from_day, old.until_day, old.topics, old.answers_box, old.declined_at))
  then raise exception 'an answered consent is never changed'; end if;
  return new;
end $$;
create trigger consent_is_kept before update or delete on consent for each row execute function consent_is_kept();
create trigger consent_is_not_emptied before truncate on consent execute function consent_is_kept();

-- Whether it holds is no secret to the gate; what was written is in the box.
grant select (id, partnership, citizen, to_role, signed_at, from_day, until_day, topics, declined_at, withdrawn_at) on consent to lods_gate;
create policy gate_reads on consent for select to lods_gate using (true);

grant select on consent to lods_citizen, lods_visitator, lods_primary_coordinator;
grant update (signed_at, from_day, until_day, topics, answers_box, declined_at, withdrawn_at) on consent to lods_citizen;
grant insert on consent to lods_visitator, lods_primary_coordinator;
create policy citizen_reads on consent for select to lods_citizen using (partnership = (select gate.partnership()) and citizen = (select gate.person()));
create policy citizen_answers on consent for update to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()))
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()));
create policy visitator_reads on consent for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_asks on consent for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and asked_by = (select gate.person()) and signed_at is null);
create policy coordinator_reads on consent for select to lods_primary_coordinator
  using (partnership = (select gate.as_role('primaryCoordinator')) and citizen = any((select gate.held_citizens())::uuid[]));
create policy coordinator_asks on consent for insert to lods_primary_coordinator
  with check (partnership = (select gate.as_role('primaryCoordinator')) and citizen = any((select gate.held_citizens())::uuid[])
    and asked_by = (select gate.person()) and signed_at is null);
