-- A paper that somebody signed, where no consent of this house can be hung on it: to somebody outside the system, from the police or the centre to the visitator,
-- and from the police to the centre. Its facts lie with the referral, and so does its withdrawal, which the receiver reads. The scan is the sender's alone.
create table referral_paper (
  referral uuid primary key references referral,
  partnership int not null references partnership,
  signed_on date not null,
  until_day date not null,
  covers text[] not null check (cardinality(covers) > 0 and covers <@ array['contact', 'account']),
  by uuid not null references person,
  at timestamptz not null,
  check (until_day > signed_on)
);
create table referral_paper_scan (
  referral uuid primary key references referral_paper,
  partnership int not null references partnership,
  file uuid not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  key_box bytea not null,
  by uuid not null references person,
  at timestamptz not null
);
create table referral_paper_end (
  referral uuid primary key references referral_paper,
  partnership int not null references partnership,
  by uuid not null references person,
  at timestamptz not null
);
do $$
declare t text;
        r record;
begin
  foreach t in array array['referral_paper', 'referral_paper_scan', 'referral_paper_end'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create trigger %I before update or delete or truncate on %I execute function referral_is_kept()', t || '_is_kept', t);
  end loop;
  for r in select * from (values ('visitator', 'visitator', 'exists (select from referral r where r.id = %1$I.referral and r.to_role = ''outside'')'),
      ('primary_coordinator', 'primaryCoordinator', 'referral = any((select gate.held_referrals())::uuid[]) and exists (select from referral r where r.id = %1$I.referral and r.to_role = ''outside'')'),
      ('police_contact', 'policeContact', 'referral = any((select gate.sent_referrals(''policeContact''))::uuid[])'),
      ('dsc_adviser', 'dscAdviser', 'referral = any((select gate.sent_referrals(''dscAdviser''))::uuid[])')) as it (db, role, theirs) loop
    foreach t in array array['referral_paper', 'referral_paper_scan', 'referral_paper_end'] loop
      execute format('grant select, insert on %I to lods_%s', t, r.db);
      execute format('create policy %I on %I for insert to lods_%s with check (partnership = (select gate.as_role(%L)) and by = (select gate.person()) and ' || format(r.theirs, t) || ')', r.db || '_keeps', t, r.db, r.role);
      execute format('create policy %I on %I for select to lods_%s using (partnership = (select gate.as_role(%L)) and ' ||
        case t when 'referral_paper_scan' then format(r.theirs, t) else format('exists (select from referral r where r.id = %I.referral)', t) end || ')', r.db || '_reads', t, r.db, r.role);
    end loop;
  end loop;
end $$;
-- Whoever it is about reads what it covers and whether it still holds.
grant select (referral, signed_on, until_day, covers) on referral_paper to lods_citizen;
grant select (referral, at) on referral_paper_end to lods_citizen;
create policy citizen_reads on referral_paper for select to lods_citizen using (exists (select from referral r where r.id = referral_paper.referral));
create policy citizen_reads on referral_paper_end for select to lods_citizen using (exists (select from referral r where r.id = referral_paper_end.referral));
grant select (referral, partnership) on referral_paper to lods_gate;
create policy gate_reads on referral_paper for select to lods_gate using (true);
select close_to_shut_out();
