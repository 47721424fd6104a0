-- Advice to a citizen who says neither name nor number. It is no case; at her wish it becomes one.
create table anonymous_advice (
  id uuid primary key,
  partnership int not null references partnership,
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  key_wrapped bytea not null,
  box bytea not null,                        -- which advice was given, and what else is noted
  became uuid references case_file,
  became_at timestamptz,
  check ((became is null) = (became_at is null))
);
create index anonymous_advice_by on anonymous_advice (by, at);
create index anonymous_advice_counted on anonymous_advice (partnership, at);
alter table anonymous_advice enable row level security;
alter table anonymous_advice force row level security;
grant select (id, partnership, by, at, became) on anonymous_advice to lods_gate;
create policy gate_reads on anonymous_advice for select to lods_gate using (true);
do $$
declare r record;
begin
  for r in select * from (values ('first_contact', 'firstContact'), ('visitator', 'visitator'), ('primary_coordinator', 'primaryCoordinator'), ('family_counsellor', 'familyCounsellor')) as it (short, role) loop
    execute format('grant select, insert, update (became, became_at) on anonymous_advice to lods_%s', r.short);
    execute format('create policy %I on anonymous_advice for select to lods_%s using (partnership = (select gate.as_role(%L)) and by = (select gate.person()))', r.short || '_reads_own', r.short, r.role);
    execute format('create policy %I on anonymous_advice for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L and became is null)', r.short || '_advises', r.short, r.role, r.role);
    execute format('create policy %I on anonymous_advice for update to lods_%s using (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and became is null)
                    with check (became = any((select gate.sent_cases())::uuid[]))', r.short || '_makes_case', r.short, r.role);
  end loop;
end $$;
-- How many talks of this kind there were since a day, and how many became cases: a number without anybody in it.
grant create on schema gate to lods_gate;
create function gate.anonymous_count(since timestamptz) returns table (talks int, cases int) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select count(*)::int, count(became)::int from anonymous_advice where partnership = gate.partnership() and at >= since
          and coalesce(gate.as_role('visitator'), gate.as_role('leader'), gate.as_role('tovholder')) = partnership $$;
alter function gate.anonymous_count(timestamptz) owner to lods_gate;
revoke create on schema gate from lods_gate;
