-- A request to see a case is decided for everything that its own controller keeps in it. What the reading role may not read is named by kind, day and whose it is, and no more:
-- whoever may read it is asked before the line is decided.
alter table access_line drop constraint access_line_what_check;
alter table access_line add constraint access_line_what_check check (what in ('event', 'document', 'mark', 'paper', 'minutes', 'task', 'meeting', 'copy', 'told', 'contact', 'family', 'record', 'note', 'scan',
  'consent', 'measure', 'referral', 'answer', 'bundle'));
grant select (version, on_day, by, at) on family_record to lods_gate;
grant select (made_at) on bundle to lods_gate;
grant select (id, referral, partnership, role, organisation, by, at) on receiver_record to lods_gate;
alter policy gate_reads on receiver_record using (true);

grant create on schema gate to lods_gate;
create function gate.beyond_reading(about uuid, reading text) returns table (what text, ref text, label text, version int, day date, who text, ask text)
  language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ with may as (select f.id, p.organisation from case_file f join person p on p.id = gate.person()
          where f.id = beyond_reading.about and f.kind = 'citizen' and f.partnership = gate.as_role(reading)
            and (reading = 'visitator' or reading = 'primaryCoordinator' and f.id = any(gate.held_cases()))
            and not gate.shut_out(f.id, null) and not f.id = any(gate.locked_cases()))
        select 'record', r.id::text || '-' || r.version, r.kind, r.version, (r.at at time zone 'Europe/Copenhagen')::date, p.name, 'familyCounsellor'
          from may join family_track t on t.case_id = may.id join family_record r on r.track = t.id join person p on p.id = r.by
        union all
        select 'bundle', b.id::text, '', null, (b.made_at at time zone 'Europe/Copenhagen')::date, p.name, b.made_role
          from may join bundle b on b.case_id = may.id join person p on p.id = b.made_by where b.made_role in ('visitator', 'primaryCoordinator') and b.made_role <> reading
        union all
        select 'note', n.id::text, '', null, (n.at at time zone 'Europe/Copenhagen')::date, p.name, n.role
          from may join referral r on r.case_id = may.id join receiver_record n on n.referral = r.id and n.organisation = may.organisation join person p on p.id = n.by where n.role <> reading $$;
alter function gate.beyond_reading(uuid, text) owner to lods_gate;
revoke create on schema gate from lods_gate;
revoke execute on function gate.beyond_reading(uuid, text) from public;
grant execute on function gate.beyond_reading(uuid, text) to lods_visitator, lods_primary_coordinator;
