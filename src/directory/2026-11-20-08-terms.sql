-- When the visitator is there, and how long each step may take. Data of the partnership; the gate reads it where a deadline is set.
alter table partnership add column terms jsonb;
