-- For those who read the half-yearly list: openings in danger of the last half year, and who is or was shut out in it. Number, day and the colleague's name; the reason in full
-- stays where it is read already. What a name has shut is told to leader and officer alone, never of oneself, and nothing of cases behind walls.
create or replace function gate.access_exceptions() returns table (what text, number text, name text, day date, until_day date) language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ with reads as (select coalesce(gate.as_role('leader'), gate.as_role('tovholder'), gate.as_role('dataProtectionOfficer')) as partnership)
        select 'danger', coalesce(n.number, ''), p.name, (g.at at time zone 'Europe/Copenhagen')::date, (g.until_at at time zone 'Europe/Copenhagen')::date
          from break_glass g join person p on p.id = g.by left join case_now n on n.case_id = g.case_id
          where g.partnership = (select partnership from reads) and g.at >= gate.now() - interval '183 days' and (n.kind is null or n.kind = 'citizen')
            and (g.citizen is null or not g.citizen = any((select gate.shut_citizens())::uuid[]))
        union all
        select s.kind, s.number, p.name, (s.at at time zone 'Europe/Copenhagen')::date, (s.lifted_at at time zone 'Europe/Copenhagen')::date from case_shut s join person p on p.id = s.person
          where s.partnership = (select partnership from reads) and s.citizen is not null and s.person <> gate.person() and (s.lifted_at is null or s.lifted_at >= gate.now() - interval '183 days')
            and (s.own_name is null or gate.as_role('tovholder') is null) and not s.citizen = any((select gate.shut_citizens())::uuid[])
        order by 4 desc, 2, 3 limit 300 $$;
