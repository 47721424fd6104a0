-- A municipality's own versions of the tools. A version is written once and read for ever; that it was taken back is written beside it.
-- Nothing here is about a person who is helped.
create table tool_version (
  partnership int not null references partnership,
  form text not null check (form ~ '^[a-z][a-z0-9-]*-local$'),
  version int not null check (version > 0),
  definition text not null check (length(definition) <= 400000),   -- the form as JSON, just as it was published
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reason text not null,
  by uuid references person,                                        -- nobody: it came with the installation's own folder
  at timestamptz not null,
  primary key (partnership, form, version)
);
create table tool_version_taken_back (
  partnership int not null references partnership,
  form text not null,
  version int not null,
  reason text not null,
  by uuid not null references person,
  at timestamptz not null,
  primary key (partnership, form, version),
  foreign key (partnership, form, version) references tool_version
);
-- What an editor works on, one for each tool; `seq` counts the changes, so that two who change at once are told.
create table tool_draft (
  partnership int not null references partnership,
  form text not null check (form ~ '^[a-z][a-z0-9-]*-local$'),
  definition text not null check (length(definition) <= 400000),
  seq int not null check (seq > 0),
  by uuid not null references person,
  at timestamptz not null,
  primary key (partnership, form)
);

do $$
declare t text;
        r record;
begin
  foreach t in array array['tool_version', 'tool_version_taken_back', 'tool_draft'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- Whoever fills in or reads a form reads its words: everybody who works here, in the role that is held today; a citizen; and the gate, which serves the open pages.
  foreach t in array array['tool_version', 'tool_version_taken_back'] loop
    for r in select f as db, replace(initcap(replace(f, '_', ' ')), ' ', '') as camel
      from unnest(array['first_contact', 'visitator', 'primary_coordinator', 'family_counsellor', 'police_contact', 'dsc_adviser', 'leader', 'tovholder', 'follow_up_member',
        'steering_member', 'work_environment', 'hr', 'training_coordinator', 'tool_editor', 'evaluator', 'group_volunteer', 'key_person', 'data_protection_officer', 'operator']) f loop
      execute format('grant select on %I to lods_%s', t, r.db);
      execute format('create policy %I on %I for select to lods_%s using (partnership = (select gate.as_role(%L)))', r.db || '_reads', t, r.db, lower(left(r.camel, 1)) || substr(r.camel, 2));
    end loop;
    execute format('grant select on %I to lods_gate, lods_citizen', t);
    execute format('create policy gate_reads on %I for select to lods_gate using (partnership = (select gate.partnership()))', t);
    execute format('create policy citizen_reads on %I for select to lods_citizen
      using (partnership = (select gate.partnership()) and exists (select from citizen c where c.id = (select gate.person()) and c.partnership = (select gate.partnership())))', t);
    execute format('grant insert on %I to lods_tool_editor', t);
    execute format('create policy tool_editor_adds on %I for insert to lods_tool_editor with check (partnership = (select gate.as_role(''toolEditor'')) and by = (select gate.person()))', t);
  end loop;
  grant select, insert, delete on tool_draft to lods_tool_editor;
  grant update (definition, seq, by, at) on tool_draft to lods_tool_editor;
  create policy tool_editor_keeps on tool_draft for all to lods_tool_editor
    using (partnership = (select gate.as_role('toolEditor'))) with check (partnership = (select gate.as_role('toolEditor')) and by = (select gate.person()));
end $$;
