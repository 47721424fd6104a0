-- That the people of this database are invented and sign in with passwords that everybody knows. Written before the first of them; never taken away.
create table invented_town (
  partnership int primary key,
  since timestamptz not null
);
alter table invented_town enable row level security;
alter table invented_town force row level security;
grant select, insert on invented_town to lods_sign_in;
create policy sign_in_marks on invented_town for all to lods_sign_in using (true) with check (true);
