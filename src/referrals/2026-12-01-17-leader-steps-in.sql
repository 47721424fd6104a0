-- While there is no visitator, what the police and the centre send is the leader's to see to, as a hand-off is: it waits with a day, and climbs until somebody has the role.
grant create on schema gate to lods_gate;
create function gate.steps_in(who uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select gate.holds_one(who, array['leader']) and not exists (select from holding h where h.partnership = gate.partnership() and h.role = 'visitator'
          and h.from_day <= gate.today() and (h.to_day is null or h.to_day >= gate.today())
          and not exists (select from holding a where a.partnership = h.partnership and a.role = h.role and a.for_person = h.person
            and a.from_day <= gate.today() and (a.to_day is null or a.to_day >= gate.today()))) $$;
alter function gate.steps_in(uuid) owner to lods_gate;
revoke create on schema gate from lods_gate;
do $$
declare r record;
begin
  for r in select * from (values ('police_contact'), ('dsc_adviser')) as it (db) loop
    execute format('alter policy %I on referral with check (%s)', r.db || '_sends',
      (select replace(pg_get_expr(pol.polwithcheck, pol.polrelid), 'gate.holds_one(to_person, ARRAY[''visitator''::text])', '(gate.holds_one(to_person, ARRAY[''visitator''::text]) OR gate.steps_in(to_person))')
       from pg_policy pol where pol.polrelid = 'referral'::regclass and pol.polname = r.db || '_sends'));
    if not exists (select from pg_policy pol where pol.polrelid = 'referral'::regclass and pol.polname = r.db || '_sends' and pg_get_expr(pol.polwithcheck, pol.polrelid) like '%steps_in%') then
      raise exception 'the policy of % is not the one that was meant', r.db;
    end if;
  end loop;
end $$;
