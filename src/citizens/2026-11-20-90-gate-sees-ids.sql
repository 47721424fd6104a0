-- The gate sees that there is such a citizen, never her key.
revoke select on citizen from lods_gate;
grant select (id, partnership, created_at) on citizen to lods_gate;
