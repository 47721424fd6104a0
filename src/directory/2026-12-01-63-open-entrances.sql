-- Whom to call elsewhere is read by anybody: an officer in another district need not sign in here. No list says who brought it.
grant select (id, partnership, brought_at) on entrance_list to lods_sign_in;
grant select on entrance to lods_sign_in;
create policy open_reads on entrance_list for select to lods_sign_in using (partnership = (select gate.partnership()));
create policy open_reads on entrance for select to lods_sign_in using (partnership = (select gate.partnership()));
