-- Who writes about somebody writes about somebody of the same partnership, and a code on paper is for a citizen and for nobody else:
-- held by the second wall too, for whoever has come past the first.
alter policy visitator_issues on paper_code
  with check (partnership = (select gate.as_role('visitator')) and issued_by = (select gate.person())
              and citizen in (select c.id from citizen c where c.partnership = paper_code.partnership));
alter policy visitator_adds on safe_contact
  with check (partnership = (select gate.as_role('visitator')) and by = (select gate.person())
              and citizen in (select c.id from citizen c where c.partnership = safe_contact.partnership));
alter policy visitator_asks on consent
  with check (partnership = (select gate.as_role('visitator')) and asked_by = (select gate.person()) and signed_at is null
              and citizen in (select c.id from citizen c where c.partnership = consent.partnership));

-- A referral is about the citizen of its case.
alter policy visitator_sends on referral
  with check (partnership = (select gate.as_role('visitator')) and from_person = (select gate.person()) and from_role = 'visitator'
              and gate.case_of(case_id, citizen) and gate.may_be_sent(citizen, to_role, to_person, consent));
alter policy primary_coordinator_sends on referral
  with check (partnership = (select gate.as_role('primaryCoordinator')) and from_person = (select gate.person()) and from_role = 'primaryCoordinator'
              and case_id = any((select gate.held_cases())::uuid[]) and gate.case_of(case_id, citizen) and gate.may_be_sent(citizen, to_role, to_person, consent));
