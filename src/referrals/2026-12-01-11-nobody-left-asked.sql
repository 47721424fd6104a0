-- A case is not closed while somebody who was asked in it has not answered, and nobody is asked in a closed one: whoever does the one waits until the other is through.
grant create on schema gate to lods_gate;
create function gate.nobody_left_asked() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('referral:' || new.case_id, 0));
  if tg_table_name = 'case_event' and (
    exists (select from referral_now n where n.case_id = new.case_id and n.to_role <> 'visitator' and n.state in ('sent', 'seen', 'overdue', 'escalated'))
    or exists (select from family_track t where t.case_id = new.case_id and not exists (select from family_step s where s.track = t.id))) then
    raise exception 'somebody who was asked has not answered';
  end if;
  if tg_table_name <> 'case_event' and exists (select from case_now n where n.case_id = new.case_id and n.status = 'closed') then
    raise exception 'the case is closed';
  end if;
  return new;
end $$;
alter function gate.nobody_left_asked() owner to lods_gate;
revoke create on schema gate from lods_gate;
create trigger nobody_left_asked before insert on case_event for each row when (new.move = 'close') execute function gate.nobody_left_asked();
create trigger nobody_left_asked before insert on referral for each row when (new.case_id is not null and new.to_role <> 'visitator') execute function gate.nobody_left_asked();
create trigger nobody_left_asked before insert on family_track for each row execute function gate.nobody_left_asked();
