-- Where a role reads all of a table anyway, its receipt needs no door of its own.
drop policy visitator_has_receipt on case_file;
drop policy visitator_has_receipt on case_now;
drop policy leader_has_receipt on case_now;
drop policy tovholder_has_receipt on case_now;
