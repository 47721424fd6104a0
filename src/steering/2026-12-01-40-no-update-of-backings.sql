-- What a backing says stands as it was written: no page ends one, and nobody needs to change its row.
drop policy tovholder_goes_on on backing;
revoke update (ended_at) on backing from lods_tovholder;
