-- Who cannot have this case today: shut out of it, or with one that crosses it. The clock asks before it passes a case or a referral on.
create function gate.left_out_of(about uuid) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select gate.blocked_from(about) || coalesce((select array_agg(s.person) from case_shut s where s.lifted_at is null
          and s.citizen = (select f.citizen from case_file f where f.id = about)), '{}') $$;
do $$
declare gave boolean := not has_schema_privilege('lods_gate', 'gate', 'create');
begin
  if gave then grant create on schema gate to lods_gate; end if;
  alter function gate.left_out_of(uuid) owner to lods_gate;
  if gave then revoke create on schema gate from lods_gate; end if;
end $$;
-- A crossing keeps out whoever acts, not whoever is stood in for; and where the case is closed to somebody, the citizen is too.
create or replace function gate.held_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n where n.kind = 'citizen'
        and n.holder = any(gate.acts_for('primaryCoordinator')) and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed')
        and not gate.person() = any(gate.blocked_from(n.case_id)) $$;
create or replace function gate.held_citizens() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.citizen), '{}') from case_now n where n.case_id = any(gate.held_cases()) $$;
