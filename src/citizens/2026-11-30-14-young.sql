-- Whether her own pages speak to somebody under 18, as her helpers were told. In a box: an age is nobody's to read from a dump.
alter table citizen add column young_box bytea;
grant update (young_box) on citizen to lods_visitator, lods_primary_coordinator;
create policy visitator_says_young on citizen for update to lods_visitator
  using (partnership = (select gate.as_role('visitator'))) with check (partnership = (select gate.as_role('visitator')));
create policy primary_coordinator_says_young on citizen for update to lods_primary_coordinator
  using (partnership = (select gate.as_role('primaryCoordinator')) and id = any((select gate.held_citizens())::uuid[]))
  with check (partnership = (select gate.as_role('primaryCoordinator')) and id = any((select gate.held_citizens())::uuid[]));
