-- The police contact's action card on a received referral lies among the receiver's own records: the same key, the same readers. A row with a number is one version of the card.
alter table receiver_record add column card int check (card is null or card > 0 and role = 'policeContact');
-- Two who save at once: one of them is told.
create unique index receiver_record_card on receiver_record (referral, card) where card is not null;
