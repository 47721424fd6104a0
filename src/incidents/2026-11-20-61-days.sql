-- The picture of weeks is counted in the index alone, also where a new passphrase waits and the day of writing is asked for.
drop index incident_entry_day;
create index incident_entry_day on incident_entry (partnership, log, occurred_on) include (created_at) where occurred_on is not null;
