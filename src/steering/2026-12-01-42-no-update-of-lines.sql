-- A line of information stands as it was agreed: no page ends one, and nobody needs to change its row.
drop policy tovholder_goes_on on information_line;
revoke update (ended_at) on information_line from lods_tovholder;
