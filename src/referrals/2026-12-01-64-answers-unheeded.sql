-- An answer that comes when the case is closed, and that nobody has done anything about: leader and tovholder hear of it when its day has passed, as number, day and name.
grant select (at, by) on case_event to lods_gate;
-- By which day: the municipality's own deadlines.
grant select (terms) on partnership to lods_leader, lods_tovholder;
grant create on schema gate to lods_gate;
create function gate.answers_unheeded(wanted text) returns table (referral uuid, number text, name text, since timestamptz) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select n.referral, n.number, coalesce(p.name, ''), n.since from referral_now n join case_now c on c.case_id = n.case_id and c.kind = 'citizen' and c.status = 'closed' left join person p on p.id = c.holder
        where wanted in ('leader', 'tovholder') and n.partnership = gate.as_role(wanted) and n.to_role <> 'visitator' and n.state in ('declined', 'answered')
          and not n.citizen = any((select gate.shut_citizens())::uuid[])
          and not exists (select from case_event x where x.case_id = n.case_id and x.at > n.since and x.by is not null and x.move not in ('advise', 'hand-code', 'heard', 'taken-on'))
          and not exists (select from referral l where l.case_id = n.case_id and l.to_role = n.to_role and l.sent_at > n.since) order by n.since limit 200 $$;
alter function gate.answers_unheeded(text) owner to lods_gate;
revoke create on schema gate from lods_gate;
