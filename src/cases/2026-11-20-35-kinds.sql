-- Cases of three kinds behind walls: a citizen's, an employee's who is exposed at work, and the other party's. What was there is a citizen's.
alter table case_file alter column citizen drop not null;
alter table case_file add column kind text not null default 'citizen' check (kind in ('citizen', 'employee', 'otherParty'));
alter table case_file add column organisation int references organisation;           -- whose record it is; a citizen's case is the municipality's
alter table case_file add constraint case_file_of_kind check ((kind = 'citizen') = (citizen is not null) and (kind = 'citizen' or organisation is not null));
alter table case_now alter column citizen drop not null;
alter table case_now add column kind text not null default 'citizen';
alter table case_event add column kind text not null default 'citizen';
alter table case_event drop constraint case_event_move_check;
alter table case_event add constraint case_event_move_check check (kind <> 'citizen' or move in
  ('receive', 'receive-urgent', 'call', 'clarify', 'take-over', 'accept', 'meet', 'give-back', 'advise', 'hand-code', 'note', 'close', 'reopen', 'hand-over'));
alter table case_event add constraint case_event_side_move_check check (kind = 'citizen' or move in
  ('open', 'plan', 'talk', 'offer', 'note', 'appoint', 'close', 'call', 'reopen'));
alter table case_event drop constraint case_event_status_check;
alter table case_event add constraint case_event_status_check check (case when kind = 'citizen'
  then status in ('received', 'logging', 'clarified', 'coordinated', 'closed') else status in ('open', 'closed') end);
-- Each kind counts by itself: a gap in one row of numbers would tell of the others.
alter table case_number add column kind text not null default 'citizen';
alter table case_number drop constraint case_number_pkey;
alter table case_number add primary key (partnership, year, kind);
create index case_file_walled on case_file (partnership, kind) where kind <> 'citizen';

-- Colleagues who must not know of an employee's case, for instance because it is about them.
create table case_kept_out (
  case_id uuid not null references case_file,
  person uuid not null references person,
  partnership int not null references partnership,
  by uuid not null references person,
  at timestamptz not null,
  primary key (case_id, person)
);
alter table case_kept_out enable row level security;
alter table case_kept_out force row level security;
create trigger case_kept_out_is_kept before update or delete or truncate on case_kept_out execute function case_is_kept();
grant select on case_kept_out to lods_gate;
create policy gate_reads on case_kept_out for select to lods_gate using (true);
grant select (kind, organisation) on case_file to lods_gate;

create or replace function gate.give_case_number() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
declare y int := extract(year from new.opened_at at time zone 'Europe/Copenhagen');
        n int;
begin
  insert into case_number (partnership, year, kind, last) values (new.partnership, y, new.kind, 1)
    on conflict (partnership, year, kind) do update set last = case_number.last + 1 returning last into n;
  new.number := case new.kind when 'employee' then 'M-' when 'otherParty' then 'S-' else '' end || y || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
  return new;
end $$;

grant create on schema gate to lods_gate;
create function gate.name_event_kind() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  new.kind := coalesce((select f.kind from case_file f where f.id = new.case_id), 'citizen');
  return new;
end $$;
alter function gate.name_event_kind() owner to lods_gate;
create trigger name_kind before insert on case_event for each row execute function gate.name_event_kind();

create or replace function gate.keep_case_now() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.seq = 1 then
    insert into case_now (case_id, partnership, kind, number, citizen, seq, status, holder, since, next, due, urgent)
      select f.id, f.partnership, f.kind, f.number, f.citizen, 1, new.status, new.holder, new.at, new.next, new.due, new.urgent
      from case_file f where f.id = new.case_id and f.partnership = new.partnership;
  else
    update case_now set seq = new.seq, status = new.status, since = case when holder is distinct from new.holder then new.at else since end,
      holder = new.holder, next = new.next, due = new.due, urgent = new.urgent
      where case_id = new.case_id and partnership = new.partnership and seq = new.seq - 1;
  end if;
  if not found then
    raise exception 'the event does not follow the last one of its case' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;

-- A citizen's cases are all that the words below have meant until now; they say so.
create or replace function gate.held_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n where n.kind = 'citizen'
        and n.holder = any(gate.acts_for('primaryCoordinator')) and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed') $$;
create or replace function gate.held_citizens() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.citizen), '{}') from case_now n where n.kind = 'citizen'
        and n.holder = any(gate.acts_for('primaryCoordinator')) and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed') $$;
create or replace function gate.sent_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(f.id), '{}') from case_file f where f.kind = 'citizen' and f.opened_by = gate.person() and f.partnership = gate.partnership() $$;

create or replace function gate.batons_of(who uuid, wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n
        where n.kind = 'citizen' and n.holder = who and n.partnership = gate.partnership() and n.next <> 'none'
          and n.status = any(case wanted when 'visitator' then '{received,logging,clarified,closed}'::text[] when 'primaryCoordinator' then '{coordinated,closed}' else '{}' end) $$;

-- The employees' cases of the house where this person works, but those that this person must not know of.
create function gate.employee_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(f.id), '{}') from case_file f join person p on p.id = gate.person() and p.organisation = f.organisation
        where f.kind = 'employee' and f.partnership = gate.as_role(wanted)
          and not exists (select from case_kept_out k where k.case_id = f.id and k.person = gate.person()) $$;
-- The other parties' cases that this person holds today in this role. A role alone opens none.
create function gate.other_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n join case_file f on f.id = n.case_id join person p on p.id = gate.person() and p.organisation = f.organisation
        where n.kind = 'otherParty' and n.partnership = gate.as_role(wanted) and n.holder = any(gate.acts_for(wanted)) $$;
-- Those that this person has opened and nothing has happened in yet.
create function gate.opened_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(f.id), '{}') from case_file f where f.kind = wanted and f.opened_by = gate.person() and f.partnership = gate.partnership()
          and not exists (select from case_now n where n.case_id = f.id) $$;
-- Every case behind a wall that this person stands inside of today, whatever for.
create function gate.walled_in() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select gate.employee_cases('leader') || gate.employee_cases('hr') || gate.employee_cases('workEnvironment')
               || gate.other_cases('familyCounsellor') || gate.other_cases('policeContact') $$;
create function gate.walled() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(f.id), '{}') from case_file f where f.kind <> 'citizen' and f.partnership = gate.partnership() $$;
-- May a leader give the case to this person: one of the same house who holds a role that holds such cases, and knows of it or may.
create function gate.may_be_given(about uuid, receiver uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from case_file f join person p on p.id = receiver and p.organisation = f.organisation
          join holding h on h.person = p.id and h.partnership = f.partnership and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())
          where f.id = about and h.role = any(case f.kind when 'employee' then array['leader', 'hr'] else array['familyCounsellor', 'policeContact'] end)
            and not exists (select from case_kept_out k where k.case_id = f.id and k.person = receiver)) $$;
do $$
declare f text;
begin
  foreach f in array array['employee_cases(text)', 'other_cases(text)', 'opened_cases(text)', 'walled_in()', 'walled()', 'may_be_given(uuid, uuid)'] loop
    execute format('alter function gate.%s owner to lods_gate', f);
  end loop;
end $$;
revoke create on schema gate from lods_gate;

-- Every policy of these tables that meant a citizen's case says so.
do $$
declare p record;
begin
  for p in select policyname, tablename, qual, with_check from pg_policies
           where tablename in ('case_file', 'case_event', 'case_now') and not ('lods_gate' = any(roles)) loop
    if p.qual is not null then execute format('alter policy %I on %I using ((%s) and kind = ''citizen'')', p.policyname, p.tablename, p.qual); end if;
    if p.with_check is not null then execute format('alter policy %I on %I with check ((%s) and kind = ''citizen'')', p.policyname, p.tablename, p.with_check); end if;
  end loop;
end $$;
alter policy visitator_sees_looks on journal
  using (partnership = (select gate.as_role('visitator')) and about_case is not null and ground is not null and about_case <> all((select gate.walled())::uuid[]));

-- Whatever else is allowed later: a case behind a wall is seen from inside alone. The leader's column rights let no more through than who has it and by when.
do $$
declare r text;
        all_roles text := (select string_agg(quote_ident(rolname), ', ') from pg_roles where rolname like 'lods\_%' and rolname not in ('lods_gate', 'lods_app', 'lods_sign_in', 'lods_clock'));
begin
  foreach r in array array['case_file', 'case_event'] loop
    execute format('create policy wall on %I as restrictive for select to %s using (kind = ''citizen'' or %s = any((select gate.walled_in())::uuid[]))', r, all_roles,
      case r when 'case_file' then 'id' else 'case_id' end);
  end loop;
  execute format('create policy wall on case_now as restrictive for select to %s using (kind = ''citizen'' or case_id = any((select gate.walled_in())::uuid[])
                  or (kind = ''otherParty'' and partnership = (select gate.as_role(''leader''))))', all_roles);
end $$;

-- An employee exposed at work: leader, HR, work environment. Nobody who meets citizens.
do $$
declare r record;
begin
  for r in select * from (values ('leader', 'leader'), ('hr', 'hr'), ('work_environment', 'workEnvironment')) as it (short, role) loop
    execute format('grant select (kind, key_wrapped, organisation) on case_file to lods_%s', r.short);
    execute format('grant select on case_event to lods_%s', r.short);
    execute format('grant select (partnership, kind, status, since) on case_now to lods_%s', r.short);
    execute format('create policy %I on case_file for select to lods_%s using (kind = ''employee'' and id = any((select gate.employee_cases(%L))::uuid[]))', r.short || '_reads', r.short, r.role);
    execute format('create policy %I on case_event for select to lods_%s using (kind = ''employee'' and case_id = any((select gate.employee_cases(%L))::uuid[]))', r.short || '_reads', r.short, r.role);
    execute format('create policy %I on case_now for select to lods_%s using (kind = ''employee'' and case_id = any((select gate.employee_cases(%L))::uuid[]))', r.short || '_reads', r.short, r.role);
    execute format('create policy %I on case_event for insert to lods_%s with check (kind = ''employee'' and partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and by_role = %L and seq > 1 and move in (%s) and case_id = any((select gate.employee_cases(%L))::uuid[]))', r.short || '_acts', r.short, r.role, r.role,
                    case r.short when 'work_environment' then '''note''' else '''plan'', ''note'', ''close'', ''call'', ''reopen''' end, r.role);
    execute format('grant select on journal to lods_%s', r.short);
    execute format('create policy %I on journal for select to lods_%s using (about_case = any((select gate.employee_cases(%L))::uuid[]) and ground is not null)', r.short || '_sees_looks', r.short, r.role);
  end loop;
  for r in select * from (values ('leader', 'leader', 'employee'), ('hr', 'hr', 'employee'), ('family_counsellor', 'familyCounsellor', 'otherParty'),
    ('police_contact', 'policeContact', 'otherParty')) as it (short, role, kind) loop
    execute format('grant insert (kind, organisation) on case_file to lods_%s', r.short);
    execute format('create policy %I on case_file for insert to lods_%s with check (kind = %L and partnership = (select gate.as_role(%L)) and opened_by = (select gate.person())
                    and organisation = (select p.organisation from person p where p.id = (select gate.person())))', r.short || '_opens_walled', r.short, r.kind, r.role);
    execute format('create policy %I on case_event for insert to lods_%s with check (kind = %L and partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and by_role = %L and seq = 1 and move = ''open'' and holder = by and case_id = any((select gate.opened_cases(%L))::uuid[]))', r.short || '_begins', r.short, r.kind, r.role, r.role, r.kind);
  end loop;
  for r in select * from (values ('leader', 'leader'), ('hr', 'hr')) as it (short, role) loop
    execute format('grant insert on case_kept_out to lods_%s', r.short);
    execute format('create policy %I on case_kept_out for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and person <> by and case_id = any((select gate.opened_cases(''employee''))::uuid[]))', r.short || '_keeps_out', r.short, r.role);
  end loop;
end $$;

-- The person who stalks: read by whoever holds the case today, and by nobody through a role alone.
do $$
declare r record;
begin
  for r in select * from (values ('family_counsellor', 'familyCounsellor'), ('police_contact', 'policeContact')) as it (short, role) loop
    execute format('grant select (kind, key_wrapped, organisation) on case_file to lods_%s', r.short);
    execute format('grant select on case_event to lods_%s', r.short);
    execute format('grant select (partnership, kind, status, since) on case_now to lods_%s', r.short);
    execute format('create policy %I on case_file for select to lods_%s using (kind = ''otherParty'' and id = any((select gate.other_cases(%L))::uuid[]))', r.short || '_holds', r.short, r.role);
    execute format('create policy %I on case_event for select to lods_%s using (kind = ''otherParty'' and case_id = any((select gate.other_cases(%L))::uuid[]))', r.short || '_holds', r.short, r.role);
    execute format('create policy %I on case_now for select to lods_%s using (kind = ''otherParty'' and case_id = any((select gate.other_cases(%L))::uuid[]))', r.short || '_holds', r.short, r.role);
    execute format('create policy %I on case_event for insert to lods_%s with check (kind = ''otherParty'' and partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and by_role = %L and seq > 1 and move in (''talk'', ''offer'', ''note'', ''close'', ''call'', ''reopen'')
                    and case_id = any((select gate.other_cases(%L))::uuid[]))', r.short || '_acts', r.short, r.role, r.role, r.role);
    execute format('grant select on journal to lods_%s', r.short);
    execute format('create policy %I on journal for select to lods_%s using (about_case = any((select gate.other_cases(%L))::uuid[]) and ground is not null)', r.short || '_sees_looks', r.short, r.role);
  end loop;
end $$;
-- The leader sees who has such a case and by when, and gives it to another; never what it is about.
create policy leader_distributes on case_now for select to lods_leader using (kind = 'otherParty' and partnership = (select gate.as_role('leader')));
create policy leader_appoints on case_event for insert to lods_leader
  with check (kind <> 'citizen' and partnership = (select gate.as_role('leader')) and by = (select gate.person()) and by_role = 'leader' and seq > 1 and move = 'appoint' and box is null
              and gate.may_be_given(case_id, holder) and (kind = 'otherParty' or case_id = any((select gate.employee_cases('leader'))::uuid[])));
