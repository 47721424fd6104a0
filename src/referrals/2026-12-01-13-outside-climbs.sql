-- A referral to somebody outside the system climbs too, towards whoever has its case: leader and tovholder see by its case whose it is.
grant select (case_id) on referral_now to lods_leader, lods_tovholder;
