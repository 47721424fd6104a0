-- How the effort is steered. Nothing here is about a person who is helped; case numbers are the closest it comes.
create table steering_meeting (
  id uuid primary key,
  partnership int not null references partnership,
  body text not null check (body in ('followUp', 'steering', 'management')),
  on_day date not null,
  agenda jsonb not null,                      -- what happened, as it stood when it was called
  own_points text not null,
  minutes text,
  minutes_at timestamptz,
  by uuid not null references person,
  at timestamptz not null
);
create table steering_decision (
  id uuid primary key,
  partnership int not null references partnership,
  meeting uuid not null references steering_meeting,
  decided text not null,
  owner uuid not null references person,
  due date not null,
  done_at timestamptz,
  by uuid not null references person,
  at timestamptz not null
);
create index steering_decision_meeting on steering_decision (meeting);
create table model_change (
  id uuid primary key,
  partnership int not null references partnership,
  part text not null check (part in ('roles', 'deadlines', 'forms', 'tools', 'other')),
  proposal text not null,
  reason text not null,
  by uuid not null references person,
  at timestamptz not null,
  agreed boolean,
  decided_reason text,
  decided_by uuid references person,
  decided_at timestamptz,
  valid_from date,
  published_at timestamptz,
  check ((agreed is null) = (decided_at is null)),
  check (published_at is null or (agreed and valid_from is not null))
);
create table information_line (
  id uuid primary key,
  partnership int not null references partnership,
  what text not null,
  whom text not null,
  how text not null,
  every_months int not null check (every_months between 1 and 36),
  owner uuid not null references person,
  since date not null,
  ended_at timestamptz,
  by uuid not null references person,
  at timestamptz not null
);
create table information_told (
  line uuid not null references information_line,
  partnership int not null references partnership,
  on_day date not null,
  by uuid not null references person,
  at timestamptz not null,
  primary key (line, on_day)
);
create table effort_owner (
  partnership int not null references partnership,
  year int not null,
  owner uuid not null references person,
  by uuid not null references person,
  at timestamptz not null,
  primary key (partnership, year, at)
);
create table newcomer_told (
  person uuid not null references person,
  partnership int not null references partnership,
  by uuid not null references person,
  at timestamptz not null,
  primary key (partnership, person)
);
create table backing (
  id uuid primary key,
  partnership int not null references partnership,
  kind text not null check (kind in ('backing', 'job')),
  who text not null,
  says text not null,
  on_day date not null,
  ended_at timestamptz,
  by uuid not null references person,
  at timestamptz not null
);

do $$
declare t text;
        r record;
begin
  foreach t in array array['steering_meeting', 'steering_decision', 'model_change', 'information_line', 'information_told', 'effort_owner', 'newcomer_told', 'backing'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for r in select * from (values ('tovholder', 'tovholder'), ('leader', 'leader'), ('follow_up_member', 'followUpMember'), ('steering_member', 'steeringMember')) v (db, role) loop
      execute format('grant select on %I to lods_%s', t, r.db);
      execute format('create policy %I on %I for select to lods_%s using (partnership = (select gate.as_role(%L)))', r.db || '_reads', t, r.db, r.role);
    end loop;
    execute format('grant insert on %I to lods_tovholder', t);
    execute format('create policy tovholder_adds on %I for insert to lods_tovholder with check (partnership = (select gate.as_role(''tovholder'')) and by = (select gate.person()))', t);
  end loop;
  for r in select * from (values ('steering_meeting', 'minutes, minutes_at'), ('steering_decision', 'done_at'), ('information_line', 'ended_at'), ('backing', 'ended_at')) v (t, cols) loop
    execute format('grant update (%s) on %I to lods_tovholder', r.cols, r.t);
    execute format('create policy tovholder_goes_on on %I for update to lods_tovholder using (partnership = (select gate.as_role(''tovholder''))) with check (partnership = (select gate.as_role(''tovholder'')))', r.t);
  end loop;
  -- Proposed by those who work with it, decided by tovholder or leader, published by the tovholder.
  for r in select * from (values ('leader', 'leader'), ('follow_up_member', 'followUpMember'), ('steering_member', 'steeringMember'), ('tool_editor', 'toolEditor')) v (db, role) loop
    execute format('grant insert on model_change to lods_%s', r.db);
    execute format('create policy %I on model_change for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and agreed is null and published_at is null)',
      r.db || '_proposes', r.db, r.role);
  end loop;
  for r in select * from (values ('tovholder', 'tovholder', 'agreed, decided_reason, decided_by, decided_at, valid_from, published_at'), ('leader', 'leader', 'agreed, decided_reason, decided_by, decided_at, valid_from')) v (db, role, cols) loop
    execute format('grant update (%s) on model_change to lods_%s', r.cols, r.db);
    execute format('create policy %I on model_change for update to lods_%s using (partnership = (select gate.as_role(%L)) and published_at is null) with check (partnership = (select gate.as_role(%L)))',
      r.db || '_goes_on', r.db, r.role, r.role);
  end loop;
  -- What is published is everybody's who works here.
  for r in select rolname as db, substr(rolname, 6) as short from pg_roles where rolname like 'lods\_%' and rolname not in
    ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen', 'lods_tovholder', 'lods_leader', 'lods_follow_up_member', 'lods_steering_member') loop
    execute format('grant select on model_change to %I', r.db);
    execute format('create policy %I on model_change for select to %I using (published_at is not null and partnership = (select gate.as_role(%L)))',
      r.short || '_reads_published', r.db, (select string_agg(case when at = 1 then word else initcap(word) end, '' order by at) from unnest(string_to_array(r.short, '_')) with ordinality as w (word, at)));
  end loop;
end $$;

grant select (id, partnership, agreed, published_at) on model_change to lods_gate;
create policy gate_reads on model_change for select to lods_gate using (true);
grant select (id, partnership) on steering_meeting, information_line to lods_gate;
grant select (id, partnership, meeting) on steering_decision to lods_gate;
create policy gate_reads on steering_meeting for select to lods_gate using (true);
create policy gate_reads on information_line for select to lods_gate using (true);
create policy gate_reads on steering_decision for select to lods_gate using (true);

grant create on schema gate to lods_gate;
-- Counts of one year: what, which part, how many. No row is about anybody; small ones are hidden before they are shown.
create function gate.year_counts(wanted text, of_year int) returns table (what text, part text, n int) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$
  with here as (select gate.as_role(wanted) as id where wanted in ('tovholder', 'leader', 'followUpMember', 'steeringMember')),
  sent as (select r.id, r.to_role, coalesce((select case when e.state in ('accepted', 'answered') then 'taken' when e.state in ('declined', 'taken-back') then 'back' end
                                             from referral_event e where e.referral = r.id order by e.seq desc limit 1), 'waiting') as came
           from referral r, here where r.partnership = here.id and extract(year from r.sent_at at time zone 'Europe/Copenhagen')::int = of_year)
  select 'cases', o.kind, count(*)::int from case_file f join person p on p.id = f.opened_by join organisation o on o.id = p.organisation, here
    where f.partnership = here.id and f.number like of_year || '-%' group by o.kind
  union all select 'referrals', to_role, count(*)::int from sent group by to_role
  union all select 'answers', came, count(*)::int from sent group by came
  union all select 'consents', to_role, count(*)::int from consent c, here
    where c.partnership = here.id and extract(year from c.signed_at at time zone 'Europe/Copenhagen')::int = of_year group by to_role $$;
-- Numbers of the cases whose referral came back after that moment.
create function gate.declined_numbers(wanted text, after timestamptz) returns text[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(distinct r.number order by r.number), '{}') from referral_event e join referral r on r.id = e.referral
        where wanted in ('tovholder', 'leader') and r.partnership = gate.as_role(wanted) and e.step = 'decline' and e.at > after and e.at <= gate.now() $$;
alter function gate.year_counts(text, int) owner to lods_gate;
alter function gate.declined_numbers(text, timestamptz) owner to lods_gate;
revoke create on schema gate from lods_gate;
