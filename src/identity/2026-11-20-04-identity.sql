-- Keys to the door: passwords, paper codes, sessions, failed attempts. Only sign_in reads or writes here.
create table account (
  person uuid primary key,
  partnership int not null,
  kind text not null check (kind in ('staff', 'citizen')),
  sign_in_name text not null,
  secret_hash text not null,                 -- Argon2id
  changed_at timestamptz not null
);
create unique index account_name on account (lower(sign_in_name));

-- A code on paper. `handle` finds it (a keyed hash of its first part), `secret_hash` is the rest; dead after use, seven days or five wrong tries.
create table paper_code (
  id uuid primary key,
  partnership int not null,
  citizen uuid not null,
  handle text not null unique,                -- keyed hash
  secret_hash text not null,
  issued_by uuid not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  tries_left int not null,
  ended_at timestamptz
);
create index paper_code_citizen on paper_code (citizen);

create table session (
  id_hash bytea primary key,                 -- SHA-256 of the cookie: a stolen table signs nobody in
  person uuid not null,
  partnership int not null,
  kind text not null check (kind in ('staff', 'citizen', 'code')),
  started_at timestamptz not null,
  seen_at timestamptz not null,
  unlocked_until timestamptz
);
create index session_person on session (person);

-- Wrong tries, by whom they came from and for what name (keyed hashes). Swept after a day.
create table wrong_try (
  source text not null,
  name text not null,
  at timestamptz not null
);
create index wrong_try_pair on wrong_try (source, name, at);
create index wrong_try_source on wrong_try (source, at);

do $$
declare t text;
begin
  foreach t in array array['account', 'paper_code', 'session', 'wrong_try'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to lods_sign_in', t);
    execute format('create policy sign_in_keeps on %I for all to lods_sign_in using (true) with check (true)', t);
  end loop;
end $$;

-- The visitator hands out a code face to face, and a new one ends those before it; she never reads what the code is.
grant insert on paper_code to lods_visitator;
grant select (id, citizen, issued_by, issued_at, expires_at, ended_at, tries_left) on paper_code to lods_visitator;
grant update (ended_at) on paper_code to lods_visitator;
create policy visitator_issues on paper_code for insert to lods_visitator
  with check (partnership = (select gate.as_role('visitator')) and issued_by = (select gate.person()));
create policy visitator_sees_state on paper_code for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_ends on paper_code for update to lods_visitator
  using (partnership = (select gate.as_role('visitator'))) with check (partnership = (select gate.as_role('visitator')));
