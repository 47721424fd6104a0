-- Any tool can be kept in a case: what there is stands in the program's table of tools. Of some there is one in a case, however many begin it at once.
alter table case_paper add column once boolean not null default false;
create unique index case_paper_one_in_case on case_paper (case_id, kind, version) where once;
alter table case_paper drop constraint case_paper_kind_check;
-- What is for professionals alone has a table of its own: whoever reads the papers of a case, for whatever use, does not come across it.
alter table case_paper add constraint case_paper_kind_check check (kind ~ '^[a-z][a-z-]{1,40}$' and kind not in ('typology', 'risk-reference'));

create table case_inner_paper (
  id uuid not null,
  version int not null check (version > 0),
  before int generated always as (nullif(version - 1, 0)) stored,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  kind text not null default 'citizen',       -- of the case; the database writes it
  tool text not null check (tool in ('typology', 'risk-reference')),
  once boolean not null default false,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  box bytea not null,
  primary key (id, version),
  unique (id, version, case_id, tool),
  foreign key (id, before, case_id, tool) references case_inner_paper (id, version, case_id, tool)
);
create unique index case_inner_paper_one_in_case on case_inner_paper (case_id, tool, version) where once;
create index case_inner_paper_case on case_inner_paper (case_id);
create trigger name_kind before insert on case_inner_paper for each row execute function gate.name_event_kind();
create trigger case_inner_paper_is_kept before update or delete or truncate on case_inner_paper execute function case_is_kept();
grant select (id, case_id, tool) on case_inner_paper to lods_gate;

-- What somebody has begun and not yet kept: read by its writer alone, and gone when it is kept or thrown away.
create table case_draft (
  case_id uuid not null references case_file,
  person uuid not null references person,
  paper text not null check (paper ~ '^[a-z0-9-]{1,60}(/[a-z0-9-]{1,60})?$'),
  partnership int not null references partnership,
  by_role text not null,
  seen int not null,                          -- the version that was on the screen when it was begun, 0 for none
  rev int not null,                           -- how often it has been put aside
  at timestamptz not null,
  box bytea not null,
  primary key (case_id, person, paper)
);
create index case_draft_person on case_draft (person);

-- The visitator clarifies also while a coordinator has the case.
grant create on schema gate to lods_gate;
create function gate.drafted_cases(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n
        where n.kind = 'citizen' and n.partnership = gate.as_role(wanted) and n.status in ('received', 'logging', 'clarified', 'coordinated') $$;
alter function gate.drafted_cases(text) owner to lods_gate;
revoke create on schema gate from lods_gate;

do $$
declare r record;
        t text;
        staff text := (select string_agg(quote_ident(rolname), ', ') from pg_roles
                       where rolname like 'lods\_%' and rolname not in ('lods_app', 'lods_gate', 'lods_sign_in', 'lods_clock', 'lods_citizen'));
begin
  foreach t in array array['case_inner_paper', 'case_draft'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy locked_is_shut on %I as restrictive for select to %s using (not case_id = any((select gate.locked_cases())::uuid[]))', t, staff);
  end loop;
  create policy gate_reads on case_inner_paper for select to lods_gate using (true);
  for r in select * from (values
    ('visitator', 'visitator', 'citizen', 'partnership = (select gate.as_role(''visitator''))', '(select gate.worked_cases(''visitator''))'),
    ('primary_coordinator', 'primaryCoordinator', 'citizen', 'case_id = any((select gate.held_cases())::uuid[])', '(select gate.worked_cases(''primaryCoordinator''))'),
    ('family_counsellor', 'familyCounsellor', 'otherParty', 'case_id = any((select gate.other_cases(''familyCounsellor''))::uuid[])', '(select gate.other_cases(''familyCounsellor''))'),
    ('police_contact', 'policeContact', 'otherParty', 'case_id = any((select gate.other_cases(''policeContact''))::uuid[])', '(select gate.other_cases(''policeContact''))')
  ) as it (db, role, kind, reads, works) loop
    execute format('grant select, insert on case_inner_paper to lods_%s', r.db);
    execute format('create policy %I on case_inner_paper for select to lods_%s using (kind = %L and %s)', r.db || '_reads', r.db, r.kind, r.reads);
    execute format('create policy %I on case_inner_paper for insert to lods_%s with check (kind = %L and partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                    and case_id = any(%s::uuid[]))', r.db || '_adds', r.db, r.kind, r.role, r.role, r.works);
  end loop;
  for r in select * from (values
    ('visitator', 'visitator', '(select gate.drafted_cases(''visitator''))'),
    ('primary_coordinator', 'primaryCoordinator', '(select gate.worked_cases(''primaryCoordinator''))'),
    ('leader', 'leader', '(select gate.employee_cases(''leader''))'), ('hr', 'hr', '(select gate.employee_cases(''hr''))'),
    ('family_counsellor', 'familyCounsellor', '(select gate.other_cases(''familyCounsellor''))'), ('police_contact', 'policeContact', '(select gate.other_cases(''policeContact''))')
  ) as it (db, role, works) loop
    execute format('grant select, insert, delete on case_draft to lods_%s', r.db);
    execute format('grant update (seen, rev, at, box) on case_draft to lods_%s', r.db);
    execute format('create policy %I on case_draft for select to lods_%s using (person = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_reads', r.db, r.role);
    execute format('create policy %I on case_draft for delete to lods_%s using (person = (select gate.person()) and partnership = (select gate.as_role(%L)))', r.db || '_drops', r.db, r.role);
    execute format('create policy %I on case_draft for insert to lods_%s with check (person = (select gate.person()) and partnership = (select gate.as_role(%L)) and by_role = %L
                    and case_id = any(%s::uuid[]))', r.db || '_adds', r.db, r.role, r.role, r.works);
    execute format('create policy %I on case_draft for update to lods_%s using (person = (select gate.person()) and partnership = (select gate.as_role(%L)))
                    with check (person = (select gate.person()) and partnership = (select gate.as_role(%L)) and case_id = any(%s::uuid[]))', r.db || '_keeps', r.db, r.role, r.role, r.works);
  end loop;
end $$;
select close_to_shut_out();
