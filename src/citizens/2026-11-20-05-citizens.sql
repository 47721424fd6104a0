-- The exposed person. No name, no number: those are in boxes (encrypted fields) that other tables hold. The key opens what is the person's own.
create table citizen (
  id uuid primary key,
  partnership int not null references partnership,
  key_wrapped bytea not null,
  created_at timestamptz not null
);
alter table citizen enable row level security;
alter table citizen force row level security;
grant select (id, partnership, created_at) on citizen to lods_gate;      -- that there is such a citizen, never her key
grant select on citizen to lods_citizen, lods_visitator;
grant insert on citizen to lods_first_contact, lods_visitator;
create policy gate_reads on citizen for select to lods_gate using (true);
create policy citizen_reads_own on citizen for select to lods_citizen
  using (partnership = (select gate.partnership()) and id = (select gate.person()));
create policy visitator_reads on citizen for select to lods_visitator using (partnership = (select gate.as_role('visitator')));
create policy first_contact_adds on citizen for insert to lods_first_contact with check (partnership = (select gate.as_role('firstContact')));
create policy visitator_adds on citizen for insert to lods_visitator with check (partnership = (select gate.as_role('visitator')));
