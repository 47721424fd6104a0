-- A message export from her phone. First the whole file waits, encrypted, for what she answers; then only what she chose is kept.
create table import_source (
  id uuid primary key,
  partnership int not null references partnership,
  citizen uuid not null references citizen,
  state text not null check (state in ('waiting', 'kept')),
  file uuid not null,                         -- in the file store, under the key in key_wrapped
  key_wrapped bytea not null,
  box bytea not null,                         -- name, hash and size of the original, what she answered, what was counted
  created_at timestamptz not null
);
create index import_source_citizen on import_source (partnership, citizen);
alter table import_source enable row level security;
alter table import_source force row level security;
grant select (id, partnership, citizen, state) on import_source to lods_gate;
create policy gate_reads on import_source for select to lods_gate using (true);
-- Hers alone. No colleague ever sees a source; what she lifts into her log is an entry like any other.
grant select, insert, update (state, file, box), delete on import_source to lods_citizen;
create policy citizen_keeps on import_source for all to lods_citizen
  using (partnership = (select gate.partnership()) and citizen = (select gate.person()))
  with check (partnership = (select gate.partnership()) and citizen = (select gate.person()));
