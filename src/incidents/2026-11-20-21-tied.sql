-- What belongs to an entry lies in the entry's own log and partnership, whatever the rows say of themselves.
alter table incident_entry add constraint incident_entry_in_log unique (id, log, partnership);
alter table showing add constraint showing_in_log unique (id, log, partnership);
do $$
declare t text;
begin
  foreach t in array array['incident_version', 'incident_note', 'exhibit', 'showing_entry'] loop
    execute format('alter table %I add constraint %I foreign key (entry, log, partnership) references incident_entry (id, log, partnership) on delete cascade', t, t || '_in_log');
    execute format('alter table %I drop constraint %I', t, t || '_entry_fkey');
  end loop;
end $$;
alter table showing_entry add constraint showing_entry_in_showing foreign key (showing, log, partnership) references showing (id, log, partnership);
alter table showing_entry drop constraint showing_entry_showing_fkey;

-- What was taken back is shown anew or not at all: in nobody's role does an ended showing begin again.
create function showing_stays_ended() returns trigger language plpgsql as $$
begin
  raise exception 'a showing that was taken back stays taken back' using errcode = 'check_violation';
end $$;
create trigger stays_ended before update on showing for each row
  when (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) execute function showing_stays_ended();
