-- A person who stalks is referred to Dansk Stalking Center out of the record of the talks with that person, on a paper that this person signed. The paper is the word that was missing:
-- it covers a name, a telephone or what it is about; it ends on a day, and it can be taken back. Nothing of the exposed person is in it, and nothing leads from her case to it.
create table other_consent (
  id uuid primary key,
  partnership int not null references partnership,
  case_id uuid not null references case_file,
  signed_on date not null,
  until_day date not null,                    -- the last day on which it holds
  covers text[] not null check (cardinality(covers) > 0 and covers <@ array['name', 'phone', 'why']),
  by uuid not null references person,
  by_role text not null,
  at timestamptz not null,
  check (until_day >= signed_on)
);
create index other_consent_case on other_consent (case_id);
create table other_consent_end (
  consent uuid primary key references other_consent,
  partnership int not null references partnership,
  by uuid not null references person,
  at timestamptz not null
);
alter table referral add column side_case uuid references case_file;
alter table referral add column side_consent uuid references other_consent;
alter table referral add constraint referral_from_side check ((side_case is null) = (side_consent is null)
  and (side_case is null or (about = 'stalks' and case_id is null and citizen is null and to_role = 'dscAdviser' and ground = 'signed-paper' and told_first is null)));
create index referral_side_case on referral (side_case) where side_case is not null;
alter table referral_now add column side_case uuid;
do $$
declare t text;
begin
  foreach t in array array['other_consent', 'other_consent_end'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function case_is_kept()', t || '_is_kept', t);
    execute format('grant select on %I to lods_gate', t);
    execute format('create policy gate_reads on %I for select to lods_gate using (true)', t);
  end loop;
end $$;
grant select (side_case, side_consent) on referral to lods_gate;

grant create on schema gate to lods_gate;
create function gate.other_consent_holds(paper uuid, about uuid) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from other_consent c where c.id = paper and c.case_id = about and c.signed_on <= gate.today() and gate.today() <= c.until_day
          and not exists (select from other_consent_end e where e.consent = c.id)) $$;
create function gate.consents_of_sides(cases uuid[]) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(c.id), '{}') from other_consent c where c.case_id = any(cases) $$;
create function gate.received_sides(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(n.side_case), '{}') from referral_now n where n.referral = any(gate.received_referrals(wanted)) and n.side_case is not null $$;
-- What this person, or the one she or he stands in for, has sent in this role. What was sent out of a talk belongs to whoever has the talk today.
create or replace function gate.sent_referrals(wanted text) returns uuid[] language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select coalesce(array_agg(r.id), '{}') from referral r
        where r.partnership = gate.as_role(wanted)
          and case when r.side_case is null then r.from_role = wanted and (r.from_person = any(gate.acts_for(wanted)) or r.from_person = gate.person()) else r.side_case = any(gate.other_cases(wanted)) end $$;
-- Whether one of these keyed hashes is the name of the one whose case it is, or of the other one of the two, in a case that the asker works in.
create function gate.names_party(about uuid, wanted text, hashes text[]) returns boolean language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select exists (select from name_mark m where m.case_id = about and m.side = wanted and m.hash = any(hashes)
          and (m.case_id = any(gate.other_cases('familyCounsellor') || gate.other_cases('policeContact')) or m.case_id = any(gate.worked_cases('visitator') || gate.worked_cases('primaryCoordinator')))) $$;
create or replace function gate.keep_referral_now() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  if new.seq = 1 then
    insert into referral_now (referral, partnership, case_id, number, citizen, to_role, receiver, from_person, from_role, state, seq, since, due, side_case)
      select r.id, r.partnership, r.case_id, r.number, r.citizen, r.to_role, r.to_person, r.from_person, r.from_role, new.state, 1, new.at, r.due, r.side_case
      from referral r where r.id = new.referral and r.partnership = new.partnership;
  else
    update referral_now n set seq = new.seq, state = new.state, since = new.at, receiver = coalesce(new.receiver, n.receiver),
      due = case when new.step in ('decline', 'take-back', 'answer') then null else coalesce(new.due, case when new.step <> 'accept' then n.due end) end,
      late_step = case when new.step in ('remind', 'pass-on', 'to-leader') then new.step when new.step = 'see' then n.late_step end,
      late_at = case when new.step in ('remind', 'pass-on', 'to-leader') then new.at when new.step = 'see' then n.late_at end
      where n.referral = new.referral and n.partnership = new.partnership and n.seq = new.seq - 1;
  end if;
  if not found then
    raise exception 'the event does not follow the last one of its referral' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
-- Referrals of exposed persons and of those who stalk are counted apart.
create or replace function gate.year_counts(wanted text, of_year integer) returns table (what text, part text, n integer) language sql stable security definer
  set search_path = public, pg_catalog, pg_temp as $$
  with here as (select gate.as_role(wanted) as id where wanted in ('tovholder', 'leader', 'followUpMember', 'steeringMember')),
  sent as (select r.id, r.about, r.to_role, coalesce((select case when e.state in ('accepted', 'answered') then 'taken' when e.state in ('declined', 'taken-back') then 'back' end
                                             from referral_event e where e.referral = r.id order by e.seq desc limit 1), 'waiting') as came
           from referral r, here where r.partnership = here.id and extract(year from r.sent_at at time zone 'Europe/Copenhagen')::int = of_year)
  select 'cases', o.kind, count(*)::int from case_file f join person p on p.id = f.opened_by join organisation o on o.id = p.organisation, here
    where f.partnership = here.id and f.number like of_year || '-%' group by o.kind
  union all select 'referrals', to_role, count(*)::int from sent where about = 'exposed' group by to_role
  union all select 'answers', came, count(*)::int from sent where about = 'exposed' group by came
  union all select 'stalks', came, count(*)::int from sent where about = 'stalks' group by came
  union all select 'consents', to_role, count(*)::int from consent c, here
    where c.partnership = here.id and extract(year from c.signed_at at time zone 'Europe/Copenhagen')::int = of_year group by to_role $$;
do $$
declare f text;
begin
  foreach f in array array['other_consent_holds(uuid, uuid)', 'consents_of_sides(uuid[])', 'received_sides(text)', 'names_party(uuid, text, text[])'] loop
    execute format('alter function gate.%s owner to lods_gate', f);
  end loop;
end $$;
revoke create on schema gate from lods_gate;

-- Nothing of the exposed person: neither that she was told, nor why not, lies with what the centre gets. That stands in the record of the talks.
alter policy told_first on referral with check ((about = 'exposed' or told_first is not null or side_case is not null) and (ground <> 'oral' or from_role = 'policeContact'));
grant insert on referral to lods_family_counsellor;
grant select (side_case) on referral_now to lods_clock;
do $$
declare r record;
begin
  for r in select * from (values ('family_counsellor', 'familyCounsellor'), ('police_contact', 'policeContact')) as it (db, role) loop
    execute format('grant select, insert on other_consent, other_consent_end to lods_%s', r.db);
    execute format('create policy %I on other_consent for select to lods_%s using (case_id = any((select gate.other_cases(%L))::uuid[]))', r.db || '_holds', r.db, r.role);
    execute format('create policy %I on other_consent for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                    and signed_on <= gate.today() and case_id = any((select gate.other_cases(%L))::uuid[]))', r.db || '_keeps', r.db, r.role, r.role, r.role);
    execute format('create policy %I on other_consent_end for select to lods_%s using (consent = any((select gate.consents_of_sides((select gate.other_cases(%L))::uuid[]))::uuid[]))', r.db || '_holds', r.db, r.role);
    execute format('create policy %I on other_consent_end for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person())
                    and consent = any((select gate.consents_of_sides((select gate.other_cases(%L))::uuid[]))::uuid[]))', r.db || '_ends', r.db, r.role, r.role);
    execute format('create policy %I on referral for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and from_person = (select gate.person()) and from_role = %L and consent is null
                    and side_case = any((select gate.other_cases(%L))::uuid[]) and gate.other_consent_holds(side_consent, side_case) and gate.holds_one(to_person, array[''dscAdviser'']))',
      r.db || '_sends_his', r.db, r.role, r.role, r.role);
    execute format('create policy %I on case_event for insert to lods_%s with check (kind = ''otherParty'' and partnership = (select gate.as_role(%L)) and by = (select gate.person()) and by_role = %L
                    and seq > 1 and move in (''withdraw'', ''refer'', ''heard'') and case_id = any((select gate.other_cases(%L))::uuid[]))', r.db || '_refers_his', r.db, r.role, r.role, r.role);
  end loop;
end $$;
alter policy police_contact_sends on referral with check (side_case is null and partnership = (select gate.as_role('policeContact')) and from_person = (select gate.person()) and from_role = 'policeContact' and consent is null
  and ground in ('signed-paper', 'oral')
  and (to_role = 'visitator' and gate.holds_one(to_person, array['visitator']) and about = 'exposed' and case_id = any((select gate.sent_cases())::uuid[]) and gate.case_of(case_id, citizen)
       or to_role = 'dscAdviser' and gate.holds_one(to_person, array['dscAdviser']) and case_id is null and ground = 'signed-paper'));
create policy family_counsellor_sent on referral for select to lods_family_counsellor using (partnership = (select gate.as_role('familyCounsellor')) and id = any((select gate.sent_referrals('familyCounsellor'))::uuid[]));
create policy family_counsellor_sent on referral_now for select to lods_family_counsellor using (partnership = (select gate.as_role('familyCounsellor')) and referral = any((select gate.sent_referrals('familyCounsellor'))::uuid[]));
create policy family_counsellor_sent on referral_event for select to lods_family_counsellor using (partnership = (select gate.as_role('familyCounsellor')) and referral = any((select gate.sent_referrals('familyCounsellor'))::uuid[]));
create policy family_counsellor_acts on referral_event for insert to lods_family_counsellor
  with check (partnership = (select gate.as_role('familyCounsellor')) and by = (select gate.person()) and receiver is null
              and (step = 'send' or (step = 'take-back' and gate.referral_waits(referral))) and referral = any((select gate.sent_referrals('familyCounsellor'))::uuid[]));
create policy dsc_adviser_hears_his on case_event for insert to lods_dsc_adviser
  with check (kind = 'otherParty' and partnership = (select gate.as_role('dscAdviser')) and by = (select gate.person()) and by_role = 'dscAdviser' and seq > 1
              and move in ('taken-on', 'heard', 'came-back') and box is null and gate.stays_with(case_id, status, holder, urgent) and case_id = any((select gate.received_sides('dscAdviser'))::uuid[]));
-- Those who have exposed persons' cases see what goes out of them, and nothing of what is sent about somebody who stalks.
alter policy visitator_reads on referral using (partnership = (select gate.as_role('visitator')) and case_id is not null);
alter policy visitator_reads on referral_now using (partnership = (select gate.as_role('visitator')) and case_id is not null);
alter policy visitator_reads on referral_event using (partnership = (select gate.as_role('visitator')) and exists (select from referral r where r.id = referral_event.referral));
