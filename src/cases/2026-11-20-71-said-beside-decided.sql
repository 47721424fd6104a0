-- A colleague may say an interest in a case although a leader has shut her out of it already: otherwise the answer would tell that.
drop index case_shut_once;
create unique index case_shut_once on case_shut (case_id, person, (kind = 'decided')) where lifted_at is null;
