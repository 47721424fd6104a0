-- Tables that came after the wall stand behind it too.
select close_to_shut_out();
