-- The gate looks which versions of the action card there are, and at nothing else that a receiver keeps.
grant select (referral, card) on receiver_record to lods_gate;
create policy gate_reads on receiver_record for select to lods_gate using (card is not null);
