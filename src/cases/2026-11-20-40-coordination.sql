-- What is kept in a case besides its history: papers in versions, tasks with an owner, and what must come before the other party is contacted.
create table case_paper (
  id uuid not null,
  version int not null check (version > 0),
  before int generated always as (nullif(version - 1, 0)) stored,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  kind text not null check (kind in ('needs-mapping', 'action-plan', 'network', 'departments', 'contact-note', 'child', 'young', 'agenda', 'minutes')),
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  box bytea not null,
  primary key (id, version),
  unique (id, version, case_id, kind),
  foreign key (id, before, case_id, kind) references case_paper (id, version, case_id, kind)
);
-- Of these there is one in a case, however many begin it at once.
create unique index case_paper_once on case_paper (case_id, kind, version) where kind in ('needs-mapping', 'action-plan', 'network', 'departments', 'young');
create index case_paper_case on case_paper (case_id, kind);

create table case_task (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  meeting uuid,
  topic text,
  forum text not null default 'none' check (forum in ('none', 'SSP', 'PSP', 'KSP')),
  made_by uuid not null references person,
  by_role text not null,
  made_at timestamptz not null,
  key_wrapped bytea not null,                 -- of its own: the owner reads the task and nothing else of the case
  box bytea not null
);
create index case_task_case on case_task (case_id);
create unique index case_task_topic on case_task (meeting, topic) where topic is not null;
create table case_task_step (
  task uuid not null references case_task,
  seq int not null check (seq > 0),
  before int generated always as (nullif(seq - 1, 0)) stored,
  partnership int not null references partnership,
  step text not null check (step in ('give', 'done')),
  owner uuid not null references person,
  due date not null,
  by uuid not null references person,
  at timestamptz not null,
  box bytea,
  primary key (task, seq),
  foreign key (task, before) references case_task_step (task, seq),
  check (seq > 1 or step = 'give')
);
create index case_task_step_owner on case_task_step (owner);

create table told_her (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  answer text not null check (answer in ('told', 'waived')),
  told_on date,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  key_wrapped bytea not null,
  box bytea not null,
  unique (id, case_id),
  check ((answer = 'told') = (told_on is not null))
);
create index told_her_case on told_her (case_id);
-- Each contact leans on an answer of its own, and there is none without.
create table other_contact (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null,
  told uuid not null unique,
  way text not null check (way in ('talk', 'call', 'letter', 'invitation', 'dsc-referral')),
  planned_on date not null,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  key_wrapped bytea not null,
  box bytea not null,
  foreign key (told, case_id) references told_her (id, case_id)
);
create index other_contact_case on other_contact (case_id);
create table other_contact_done (
  contact uuid primary key references other_contact,
  partnership int not null references partnership,
  on_day date not null,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null
);

do $$
declare t text;
begin
  foreach t in array array['case_paper', 'case_task', 'case_task_step', 'told_her', 'other_contact', 'other_contact_done'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function case_is_kept()', t || '_is_kept', t);
  end loop;
end $$;

-- The cases in which this role works with papers today, as the sheet says.
create function gate.worked_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n
        where n.partnership = gate.as_role(wanted)
          and (wanted = 'visitator' and n.status in ('received', 'logging', 'clarified')
               or wanted = 'primaryCoordinator' and n.status = 'coordinated' and n.holder = any(gate.acts_for('primaryCoordinator'))) $$;
-- The tasks that this person has, or had when they were done.
create function gate.my_tasks() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(s.task), '{}') from case_task_step s
        where s.owner = gate.person() and s.partnership = gate.partnership() and not exists (select from case_task_step l where l.task = s.task and l.seq > s.seq) $$;
create function gate.tasks_of_cases(cases uuid[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(t.id), '{}') from case_task t where t.case_id = any(cases) $$;
-- A task stays in the house: another organisation is asked by a referral.
create function gate.my_colleagues() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(p.id), '{}') from person p join person me on me.id = gate.person() and me.organisation = p.organisation $$;
create function gate.contacts_of_cases(cases uuid[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(c.id), '{}') from other_contact c where c.case_id = any(cases) $$;
alter function gate.worked_cases(text) owner to lods_gate;
alter function gate.my_tasks() owner to lods_gate;
alter function gate.tasks_of_cases(uuid[]) owner to lods_gate;
alter function gate.my_colleagues() owner to lods_gate;
alter function gate.contacts_of_cases(uuid[]) owner to lods_gate;
grant select (id, case_id, partnership) on case_task to lods_gate;
grant select (task, seq, partnership, step, owner) on case_task_step to lods_gate;
grant select (id, case_id) on other_contact to lods_gate;
create policy gate_reads on case_task for select to lods_gate using (true);
create policy gate_reads on case_task_step for select to lods_gate using (true);
create policy gate_reads on other_contact for select to lods_gate using (true);

-- The visitator reads every case of the partnership, the coordinator those she has; each writes where the sheet says.
do $$
declare r record;
        t text;
begin
  for r in select * from (values
    ('visitator', 'visitator', 'partnership = (select gate.as_role(''visitator''))', '(select gate.tasks_of_cases((select gate.worked_cases(''visitator''))::uuid[]))::uuid[]'),
    ('primary_coordinator', 'primaryCoordinator', 'case_id = any((select gate.held_cases())::uuid[])', '(select gate.tasks_of_cases((select gate.worked_cases(''primaryCoordinator''))::uuid[]))::uuid[]')
  ) as it (db, role, reads, tasks) loop
    foreach t in array array['case_paper', 'case_task', 'told_her', 'other_contact'] loop
      execute format('grant select, insert on %I to lods_%s', t, r.db);
      execute format('create policy %I on %I for select to lods_%s using (%s)', r.db || '_reads', t, r.db, r.reads);
      execute format('create policy %I on %I for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and %I = (select gate.person()) and by_role = %L
                      and case_id = any((select gate.worked_cases(%L))::uuid[]))', r.db || '_adds', t, r.db, r.role, case t when 'case_task' then 'made_by' else 'by' end, r.role, r.role);
    end loop;
    execute format('grant select, insert on case_task_step, other_contact_done to lods_%s', r.db);
    execute format('create policy %I on case_task_step for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and step = ''give'' and owner = any((select gate.my_colleagues())::uuid[]) and task = any(%s))', r.db || '_gives', r.db, r.role, r.tasks);
    execute format('create policy %I on other_contact_done for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                    and contact = any((select gate.contacts_of_cases((select gate.worked_cases(%L))::uuid[]))::uuid[]))', r.db || '_adds', r.db, r.role, r.role, r.role);
  end loop;
end $$;
create policy visitator_reads on case_task_step for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_reads on case_task_step for select to lods_primary_coordinator
  using (task = any((select gate.tasks_of_cases((select gate.held_cases())::uuid[]))::uuid[]));
create policy visitator_reads on other_contact_done for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_reads on other_contact_done for select to lods_primary_coordinator
  using (contact = any((select gate.contacts_of_cases((select gate.held_cases())::uuid[]))::uuid[]));

-- Whoever has been given a task reads it and says that it is done.
do $$
declare r record;
begin
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'),
    ('family_counsellor', 'familyCounsellor'), ('leader', 'leader'), ('key_person', 'keyPerson')) as it (db, role) loop
    execute format('grant select on case_task, case_task_step to lods_%s', r.db);
    execute format('grant insert on case_task_step to lods_%s', r.db);
    execute format('create policy %I on case_task for select to lods_%s using (partnership = (select gate.as_role(%L)) and id = any((select gate.my_tasks())::uuid[]))', r.db || '_owns', r.db, r.role);
    execute format('create policy %I on case_task_step for select to lods_%s using (partnership = (select gate.as_role(%L)) and task = any((select gate.my_tasks())::uuid[]))', r.db || '_owns', r.db, r.role);
    execute format('create policy %I on case_task_step for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and owner = by
                    and step = ''done'' and task = any((select gate.my_tasks())::uuid[]))', r.db || '_does', r.db, r.role);
  end loop;
end $$;

-- The duty to report is told before anybody writes of children; no paper about a child without it.
create table child_duty_told (
  case_id uuid primary key references case_file,
  partnership int not null references partnership,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null
);
alter table child_duty_told enable row level security;
alter table child_duty_told force row level security;
create trigger child_duty_told_is_kept before update or delete or truncate on child_duty_told execute function case_is_kept();
grant select (case_id) on child_duty_told to lods_gate;
create policy gate_reads on child_duty_told for select to lods_gate using (true);
create function gate.duty_told(wanted uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from child_duty_told d where d.case_id = wanted) $$;
alter function gate.duty_told(uuid) owner to lods_gate;
create policy duty_first on case_paper as restrictive for insert to lods_visitator, lods_primary_coordinator with check (kind <> 'child' or gate.duty_told(case_id));
grant select, insert on child_duty_told to lods_visitator, lods_primary_coordinator;
create policy visitator_reads on child_duty_told for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_reads on child_duty_told for select to lods_primary_coordinator using (case_id = any((select gate.held_cases())::uuid[]));
create policy visitator_adds on child_duty_told for insert to lods_visitator with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person())
  and by_role = 'visitator' and case_id = any((select gate.worked_cases('visitator'))::uuid[]));
create policy primary_coordinator_adds on child_duty_told for insert to lods_primary_coordinator with check (partnership = (select gate.as_role('primaryCoordinator')) and by = (select gate.person())
  and by_role = 'primaryCoordinator' and case_id = any((select gate.worked_cases('primaryCoordinator'))::uuid[]));
