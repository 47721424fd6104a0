-- What the municipality's folder said each time it was read in changed: so that a change in the folder can be told from a change on the pages.
-- Written by the owner at migration. History: nothing of it is changed or removed.
create table folder_reading (
  id int generated always as identity primary key,
  partnership int not null references partnership,
  read_at timestamptz not null,
  sha256 text not null,                       -- of the folder's directory, hours, deadlines, numbers and filing plan
  content json not null                       -- as it was written, since two readings are compared
);
create index folder_reading_last on folder_reading (partnership, id);
alter table folder_reading enable row level security;
alter table folder_reading force row level security;
-- The running house asks whether the folder was changed since, and no more.
grant select (id, partnership, read_at, sha256) on folder_reading to lods_clock;
create policy clock_reads on folder_reading for select to lods_clock using (true);
-- A list of entrances that came with the folder was brought by nobody on a page.
alter table entrance_list alter column brought_by drop not null;
