-- Files on the police contact's action card: among the receiver's own records, under the key of the referral. Not kept yet, its writer alone sees one; kept, whoever reads the card.
create table receiver_attachment (
  id uuid primary key,
  referral uuid not null references referral,
  partnership int not null references partnership,
  role text not null check (role = 'policeContact'),
  organisation int not null references organisation,
  by uuid not null references person,
  at timestamptz not null,
  same text not null,                         -- keyed: the same file for the same question of the same card
  file uuid not null,
  key_box bytea not null,
  box bytea not null,                         -- its name, type, size and hash, and for which question
  card int check (card > 0)                   -- the version that it was kept with first
);
create index receiver_attachment_of on receiver_attachment (referral);
create unique index receiver_attachment_once on receiver_attachment (same) where card is null;
alter table receiver_attachment enable row level security;
alter table receiver_attachment force row level security;
create function card_file_is_kept() returns trigger language plpgsql set search_path = public, pg_catalog, pg_temp as $$
begin
  if tg_op = 'TRUNCATE' or old.card is not null then raise exception 'what is kept on a card stays as it is'; end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger receiver_attachment_is_kept before update or delete on receiver_attachment for each row execute function card_file_is_kept();
create trigger receiver_attachment_is_not_cleared before truncate on receiver_attachment execute function card_file_is_kept();
grant select, insert, delete on receiver_attachment to lods_police_contact;
grant update (card) on receiver_attachment to lods_police_contact;
create policy police_contact_reads on receiver_attachment for select to lods_police_contact using (partnership = (select gate.as_role('policeContact'))
  and referral = any((select gate.received_referrals('policeContact'))::uuid[]) and (card is not null or by = (select gate.person())));
create policy police_contact_puts_in on receiver_attachment for insert to lods_police_contact with check (partnership = (select gate.as_role('policeContact'))
  and by = (select gate.person()) and card is null and referral = any((select gate.received_referrals('policeContact'))::uuid[]));
create policy police_contact_keeps on receiver_attachment for update to lods_police_contact using (partnership = (select gate.as_role('policeContact')) and by = (select gate.person()) and card is null)
  with check (partnership = (select gate.as_role('policeContact')) and by = (select gate.person()) and card is not null);
create policy police_contact_takes_out on receiver_attachment for delete to lods_police_contact using (partnership = (select gate.as_role('policeContact')) and by = (select gate.person()) and card is null);
grant select (id, referral) on receiver_attachment to lods_gate;
create policy gate_reads on receiver_attachment for select to lods_gate using (true);
select close_to_shut_out();
