-- A first contact where the organisation's ordinary sign-in is missing: which unit, its own telephone, whether it rings; nobody's name or number.
create table open_contact (
  id uuid primary key,
  partnership int not null references partnership,
  at timestamptz not null,
  unit text not null,
  phone text not null,                       -- the municipality's own, from its directory
  urgent boolean not null,
  code_hash text not null unique,            -- keyed hash of the receipt's code
  code_begins text not null check (length(code_begins) = 4),
  taken_by uuid references person,
  taken_at timestamptz,
  check ((taken_by is null) = (taken_at is null))
);
create index open_contact_waiting on open_contact (partnership, at) where taken_at is null;
alter table open_contact enable row level security;
alter table open_contact force row level security;
grant insert on open_contact to lods_sign_in;
grant select (id, partnership, at, urgent, code_hash, taken_at) on open_contact to lods_sign_in;
create policy sign_in_sends on open_contact for insert to lods_sign_in with check (partnership = gate.partnership() and taken_by is null);
create policy sign_in_looks on open_contact for select to lods_sign_in using (partnership = gate.partnership());
grant select (id, partnership, taken_at) on open_contact to lods_gate;
create policy gate_reads on open_contact for select to lods_gate using (true);
grant select, update (taken_by, taken_at) on open_contact to lods_visitator;
create policy visitator_reads on open_contact for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy visitator_takes on open_contact for update to lods_visitator using (partnership = (select gate.as_role('visitator')) and taken_at is null)
  with check (partnership = (select gate.as_role('visitator')) and taken_by = (select gate.person()));
