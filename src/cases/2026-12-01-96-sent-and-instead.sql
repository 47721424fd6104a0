-- The visitator reads what was sent of every meeting here, and needs no line of her own for what was sent to her or to the one she comes instead of.
drop policy visitator_was_sent on meeting_copy;
drop policy visitator_comes_instead on meeting_copy;
-- Seats of the police and of the centre are handed to nobody: what lies behind a wall goes alone (`gate.left_with`), and the centre hands over nothing.
drop policy police_contact_comes_instead on meeting_copy;
drop policy dsc_adviser_comes_instead on meeting_copy;
