-- How a draft of a tool stood before each change: so that whoever was overtaken is shown what the other changed. Gone with the draft. Nothing here is about a person who is helped.
create table tool_draft_past (
  partnership int not null references partnership,
  form text not null check (form ~ '^[a-z][a-z0-9-]*-local$'),
  seq int not null check (seq > 0),
  definition text not null check (length(definition) <= 400000),
  primary key (partnership, form, seq)
);
alter table tool_draft_past enable row level security;
alter table tool_draft_past force row level security;
grant select, insert, delete on tool_draft_past to lods_tool_editor;
create policy tool_editor_keeps on tool_draft_past for all to lods_tool_editor
  using (partnership = (select gate.as_role('toolEditor'))) with check (partnership = (select gate.as_role('toolEditor')));

-- Whoever edits the tools is told on the page what of the municipality's folder waits.
grant select (id, partnership, form, digest, version) on tool_folder_reading to lods_tool_editor;
create policy tool_editor_reads on tool_folder_reading for select to lods_tool_editor using (partnership = (select gate.as_role('toolEditor')));
