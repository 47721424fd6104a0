-- A unit that asked to be called waits for somebody with a day, and climbs: the clock and the leader change who is to call and by when, and nothing else of it.
alter table open_contact add column due timestamptz;          -- what came before this has waited since it came
alter table open_contact add column holder uuid references person;
alter table open_contact add column late_step text check (late_step in ('remind', 'pass-on', 'to-leader'));
alter table open_contact add column late_at timestamptz;
alter table open_contact add constraint open_contact_late check ((late_step is null) = (late_at is null));

grant select (id, terms) on partnership to lods_sign_in;
create policy sign_in_reads_terms on partnership for select to lods_sign_in using (id = gate.partnership());

grant select (id, partnership, at, unit, urgent, taken_at, due, holder, late_step, late_at) on open_contact to lods_clock, lods_leader, lods_tovholder;
grant select (phone) on open_contact to lods_leader;
grant select (late_step) on open_contact to lods_gate;
create policy clock_reads on open_contact for select to lods_clock using (true);
create policy leader_reads on open_contact for select to lods_leader using (partnership = (select gate.as_role('leader')));
create policy tovholder_reads on open_contact for select to lods_tovholder using (partnership = (select gate.as_role('tovholder')));
grant update (due, holder, late_step, late_at) on open_contact to lods_clock, lods_leader;
create policy clock_climbs on open_contact for update to lods_clock using (taken_at is null and coalesce(due, at) <= gate.now())
  with check (taken_at is null and late_step is not null and (late_step <> 'pass-on' or gate.holds_one(holder, array['visitator'])));
create policy leader_appoints on open_contact for update to lods_leader using (partnership = (select gate.as_role('leader')) and taken_at is null and late_step = 'to-leader')
  with check (partnership = (select gate.as_role('leader')) and taken_at is null and late_step is null and gate.holds_one(holder, array['visitator']));
