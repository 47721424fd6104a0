-- Each time the rule of safe contact was not followed is a line of its own when somebody asks to see what is kept.
alter table access_line drop constraint access_line_what_check;
alter table access_line add constraint access_line_what_check check (what in ('event', 'document', 'mark', 'paper', 'minutes', 'task', 'meeting', 'copy', 'told', 'contact', 'reached', 'family', 'record', 'note', 'scan',
  'consent', 'measure', 'referral', 'answer', 'bundle'));
