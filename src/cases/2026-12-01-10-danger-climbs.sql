-- "Danger now" climbs in minutes and keeps what it has waited since, whoever has it; leader and tovholder see that it rings, and nothing more of the case than before.
alter table case_now add column rings boolean generated always as (urgent and next = 'call') stored;
grant select (rings) on case_now to lods_leader, lods_tovholder;

-- Whoever was appointed begins anew, also where the day stays as it was.
create or replace function gate.keep_late() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  update case_now set
    late_step = case when new.by_role = 'clock' then new.move when new.move = 'appoint' or (due, next) is distinct from (new.due, new.next) or holder is distinct from new.holder then null else late_step end,
    late_at = case when new.by_role = 'clock' then new.at when new.move = 'appoint' or (due, next) is distinct from (new.due, new.next) or holder is distinct from new.holder then null else late_at end
    where case_id = new.case_id and seq = new.seq - 1;
  return null;
end $$;
