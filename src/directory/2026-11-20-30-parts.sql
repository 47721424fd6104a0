-- Some roles are divided: one coordinator for adults, another for families. Shown beside the name; it changes no right.
alter table holding add column part text check (length(part) between 1 and 60);
