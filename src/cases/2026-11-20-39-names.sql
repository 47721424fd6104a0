-- The blind name check: keyed hashes of the exposed person's and the other party's names, inside one organisation. It answers one question, to the leader
-- who distributes: is the one whose case this is the other one in another case? Never who, and never which case.
create table name_mark (
  case_id uuid not null references case_file,
  partnership int not null references partnership,
  organisation int not null references organisation,
  side text not null check (side in ('subject', 'counterpart')),   -- whose case it is, and the other one of the two
  hash text not null,                        -- HMAC-SHA-256 under a key of the house and a purpose of the organisation
  ground text not null check (ground in ('impartial', 'safety')),
  by uuid not null references person,
  at timestamptz not null,
  primary key (case_id, side, hash)
);
create index name_mark_hash on name_mark (organisation, hash);
-- `case_id` is the later one: it is the one that is distributed anew.
create table name_crossing (
  case_id uuid not null references case_file,
  crosses uuid not null references case_file,
  partnership int not null references partnership,
  at timestamptz not null,
  primary key (case_id, crosses),
  check (case_id <> crosses)
);
create index name_crossing_back on name_crossing (crosses);
-- A leader's decision, with its reason, that a family counsellor has both. The records stay apart.
create table both_allowed (
  case_id uuid not null references case_file,
  person uuid not null references person,
  partnership int not null references partnership,
  by uuid not null references person,
  at timestamptz not null,
  key_wrapped bytea not null,
  box bytea not null,
  primary key (case_id, person)
);
do $$
declare t text;
begin
  foreach t in array array['name_mark', 'name_crossing', 'both_allowed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function case_is_kept()', t || '_is_kept', t);
  end loop;
end $$;
grant select on name_mark to lods_gate;
create policy gate_reads on name_mark for select to lods_gate using (true);
grant select, insert on name_crossing to lods_gate;
create policy gate_keeps on name_crossing for all to lods_gate using (true) with check (true);
grant select (case_id, person, partnership) on both_allowed to lods_gate;
create policy gate_reads on both_allowed for select to lods_gate using (true);

grant create on schema gate to lods_gate;
create function gate.find_crossings() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  insert into name_crossing (case_id, crosses, partnership, at)
    select distinct new.case_id, m.case_id, new.partnership, new.at from name_mark m
    where m.partnership = new.partnership and m.organisation = new.organisation and m.hash = new.hash and m.side <> new.side and m.case_id <> new.case_id
      and not exists (select from name_crossing c where c.case_id = m.case_id and c.crosses = new.case_id)
    on conflict do nothing;
  return null;
end $$;
alter function gate.find_crossings() owner to lods_gate;
create trigger find_crossings after insert on name_mark for each row execute function gate.find_crossings();

-- Who cannot have this case, because of a case that person has already. Whoever has the earlier of two keeps it.
create function gate.blocked_from(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(distinct b.who), '{}') from (
          select n.holder as who from name_crossing c join case_now n on n.case_id = c.crosses where c.case_id = about
          union select n.holder from name_crossing c join case_now n on n.case_id = c.case_id where c.crosses = about and n.holder is distinct from (select o.holder from case_now o where o.case_id = about)) b
        where b.who is not null and not exists (select from both_allowed a where a.person = b.who
          and (a.case_id = about or a.case_id in (select c.case_id from name_crossing c where c.crosses = about))) $$;
alter function gate.blocked_from(uuid) owner to lods_gate;
create function gate.one_of_two() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  -- Whoever opens one has written it down; from then on it is the leader's to give.
  if new.seq > 1 and new.holder is not null and new.holder is distinct from (select n.holder from case_now n where n.case_id = new.case_id) and new.holder = any(gate.blocked_from(new.case_id)) then
    raise exception 'this person has a case that crosses this one';
  end if;
  return new;
end $$;
alter function gate.one_of_two() owner to lods_gate;
create trigger one_of_two before insert on case_event for each row execute function gate.one_of_two();

create or replace function gate.held_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n where n.kind = 'citizen'
        and n.holder = any(gate.acts_for('primaryCoordinator')) and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed')
        and not n.holder = any(gate.blocked_from(n.case_id)) $$;
create or replace function gate.other_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n join case_file f on f.id = n.case_id join person p on p.id = gate.person() and p.organisation = f.organisation
        where n.kind = 'otherParty' and n.partnership = gate.as_role(wanted) and n.holder = any(gate.acts_for(wanted)) and not n.holder = any(gate.blocked_from(n.case_id)) $$;
revoke create on schema gate from lods_gate;

-- Whoever opens a case or clarifies one gives the names; nobody reads the hashes.
do $$
declare r record;
begin
  for r in select * from (values ('visitator', 'visitator', 'exists (select from case_file f where f.id = case_id)'),
      ('leader', 'leader', 'case_id = any((select gate.opened_cases(''employee''))::uuid[])'), ('hr', 'hr', 'case_id = any((select gate.opened_cases(''employee''))::uuid[])'),
      ('family_counsellor', 'familyCounsellor', 'case_id = any((select gate.opened_cases(''otherParty''))::uuid[])'),
      ('police_contact', 'policeContact', 'case_id = any((select gate.opened_cases(''otherParty''))::uuid[])')) as it (short, role, theirs) loop
    execute format('grant insert on name_mark to lods_%s', r.short);
    execute format('create policy %I on name_mark for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and organisation = (select p.organisation from person p where p.id = (select gate.person())) and %s)', r.short || '_marks', r.short, r.role, r.theirs);
  end loop;
end $$;
-- The leader sees that there is a crossing, and when it came; not with what.
grant select (case_id, partnership, at) on name_crossing to lods_leader;
create policy leader_sees on name_crossing for select to lods_leader using (partnership = (select gate.as_role('leader'))
  and (case_id <> all((select gate.walled())::uuid[]) or exists (select from case_now n where n.case_id = name_crossing.case_id)));
grant select, insert on both_allowed to lods_leader;
create policy leader_reads on both_allowed for select to lods_leader using (partnership = (select gate.as_role('leader')) and by = (select gate.person()));
create policy leader_allows on both_allowed for insert to lods_leader
  with check (partnership = (select gate.as_role('leader')) and by = (select gate.person())
              and exists (select from holding h where h.person = both_allowed.person and h.role = 'familyCounsellor' and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())));
