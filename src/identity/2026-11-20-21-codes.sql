-- A second code opens writing only. What was written before it stays locked until the earlier passphrase is given once,
-- or until another colleague than the one who made the code has met her and confirmed it.
alter table paper_code add column renews boolean not null default false;   -- made for somebody who had a passphrase already
alter table paper_code add column used_at timestamptz;
alter table paper_code add column told_at timestamptz;                     -- she has read that it was made

-- The newest time that somebody chose a passphrase in the place of another one. The earlier pair of name and passphrase is kept beside it until
-- this is settled: whoever still knows it takes her log back with it.
create table renewal (
  citizen uuid primary key,
  partnership int not null,
  code uuid not null references paper_code,
  issued_by uuid not null,
  used_at timestamptz not null,
  number text not null unique,                -- the signs on her page, which she shows to the colleague; they open nothing by themselves
  earlier_name text,
  earlier_hash text,                          -- Argon2id
  confirmed_by uuid,
  confirmed_as text check (confirmed_as in ('visitator', 'leader')),
  confirmed_at timestamptz,
  recalled_at timestamptz,                    -- the earlier passphrase was given
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (confirmed_as is null)),
  check (confirmed_by <> issued_by)
);
create unique index renewal_earlier_name on renewal (lower(earlier_name)) where earlier_name is not null;
alter table renewal enable row level security;
alter table renewal force row level security;

create function renewal_is_settled() returns trigger language plpgsql as $$
begin
  if new.confirmed_at is not null or new.recalled_at is not null then
    new.earlier_name := null;
    new.earlier_hash := null;
  end if;
  return new;
end $$;
create trigger is_settled before update on renewal for each row execute function renewal_is_settled();

grant select, insert, update on renewal to lods_sign_in;
create policy sign_in_keeps on renewal for all to lods_sign_in using (true) with check (true);
grant select (citizen, partnership, issued_by, used_at, number, confirmed_at, recalled_at) on renewal to lods_gate;
create policy gate_reads on renewal for select to lods_gate using (true);
grant select (person) on account to lods_gate;
create policy gate_reads on account for select to lods_gate using (true);

grant create on schema gate to lods_gate;
-- Whether a code is a second one is not said by whoever makes it; nor that it was used, or that she was told.
create function gate.code_renews() returns trigger language plpgsql security definer set search_path = public, pg_catalog, pg_temp as $$
begin
  new.renews := exists (select from account a where a.person = new.citizen);
  new.used_at := null;
  new.told_at := null;
  return new;
end $$;
alter function gate.code_renews() owner to lods_gate;
create trigger code_renews before insert on paper_code for each row execute function gate.code_renews();

-- Until when her own log is locked for the one who is signed in as her; null when it is not.
create function gate.locked_before() returns timestamptz language sql stable security definer set search_path = public, pg_catalog, pg_temp
  as $$ select r.used_at from renewal r where r.citizen = gate.person() and r.partnership = gate.partnership()
          and r.confirmed_at is null and r.recalled_at is null $$;
alter function gate.locked_before() owner to lods_gate;
revoke create on schema gate from lods_gate;

-- To kolleger: somebody else than who made the code.
do $$
declare r record;
begin
  for r in select * from (values ('lods_visitator', 'visitator'), ('lods_leader', 'leader')) as it (db, role) loop
    execute format('grant select (citizen, partnership, issued_by, confirmed_at, recalled_at) on renewal to %I', r.db);
    execute format('grant update (confirmed_by, confirmed_as, confirmed_at) on renewal to %I', r.db);
    execute format('create policy %I on renewal for select to %I using (partnership = (select gate.as_role(%L)) and issued_by <> (select gate.person()))',
      r.role || '_sees', r.db, r.role);
    execute format('create policy %I on renewal for update to %I
      using (partnership = (select gate.as_role(%L)) and issued_by <> (select gate.person()) and confirmed_at is null and recalled_at is null)
      with check (partnership = (select gate.as_role(%L)) and confirmed_by = (select gate.person()) and confirmed_as = %L)',
      r.role || '_confirms', r.db, r.role, r.role, r.role);
  end loop;
end $$;

-- She sees when codes were made for her. That she has read it counts only from somebody to whom her log is open.
grant select (id, partnership, citizen, issued_at, expires_at, renews, used_at, told_at) on paper_code to lods_citizen;
grant update (told_at) on paper_code to lods_citizen;
create policy citizen_sees_made on paper_code for select to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()));
create policy citizen_was_told on paper_code for update to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()) and (select gate.locked_before()) is null)
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()));

-- Who has looked is part of what was before.
create policy citizen_waits on journal as restrictive for select to lods_citizen using ((select gate.locked_before()) is null);
