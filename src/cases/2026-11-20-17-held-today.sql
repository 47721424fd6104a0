-- Who has the baton today is who acts for the one it was given to.
create or replace function gate.held_cases() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.case_id), '{}') from case_now n
        where n.holder = any(gate.acts_for('primaryCoordinator')) and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed') $$;
create or replace function gate.held_citizens() returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.citizen), '{}') from case_now n
        where n.holder = any(gate.acts_for('primaryCoordinator')) and n.partnership = gate.as_role('primaryCoordinator') and n.status in ('coordinated', 'closed') $$;
