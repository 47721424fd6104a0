-- A file that a colleague has put in on the card and not kept is not there for the others: the gate looks whose it is.
grant select (by, card) on receiver_attachment to lods_gate;
