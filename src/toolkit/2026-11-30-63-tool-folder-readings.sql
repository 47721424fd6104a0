-- What the municipality's folder had of a form each time it was read in changed: so that a change in the folder can be told from one in the editor.
-- Written by the owner at migration, by nobody in the house. History: nothing of it is changed or removed. Nothing here is about a person who is helped.
create table tool_folder_reading (
  id int generated always as identity primary key,
  partnership int not null references partnership,
  form text not null check (form ~ '^[a-z][a-z0-9-]*-local$'),
  read_at timestamptz not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),          -- of the file's words, however it is laid out
  version int,                                                      -- the version that has these words; null: the editor's own stands before it
  foreign key (partnership, form, version) references tool_version
);
create index tool_folder_reading_last on tool_folder_reading (partnership, form, id);
alter table tool_folder_reading enable row level security;
alter table tool_folder_reading force row level security;
-- The running house asks whether the folder was changed since, and no more.
grant select (id, partnership, form, digest) on tool_folder_reading to lods_clock;
create policy clock_reads on tool_folder_reading for select to lods_clock using (true);
