import type { Role } from '../kernel/actor.ts'
import type { Texts } from './text.da.ts'

export const roleNames = {
  citizen: 'Citizen', firstContact: 'First contact', visitator: 'Stalking visitator', primaryCoordinator: 'Primary coordinator', policeContact: 'Police contact',
  dscAdviser: 'Adviser at Dansk Stalking Center', leader: 'Leader', tovholder: 'Tovholder', operator: 'Operator',
  familyCounsellor: 'Family counsellor', followUpMember: 'Member of the follow-up group', steeringMember: 'Member of the steering group', workEnvironment: 'Work environment',
  hr: 'Human resources', trainingCoordinator: 'Training and outreach coordinator', toolEditor: 'Editor of tools', evaluator: 'Evaluator',
  groupVolunteer: 'Volunteer in a self-help group', keyPerson: 'Key person', dataProtectionOfficer: 'Data protection officer',
} as const satisfies Record<Role, string>

export const en = {
  refusals: {},
  homeTitle: 'Where are you in the model?',
  homeLead: 'One entrance. Whoever meets a citizen who may be exposed to stalking goes to the visitator. Press where you stand.',
  firstContactTask: 'Everybody who works in the municipality, the police or as a volunteer. Listen and take it seriously. In danger: call 112. Eight questions, under three minutes.',
  visitatorTask: 'Clarifies whether it is stalking. Gives advice. Refers on with consent. Consults with colleagues.',
  coordinatorTask: 'Finds out with the citizen what is needed, and gathers those who can help.',
  policeTask: 'Receives prepared referrals. Consults, and refers the other way.',
  dscTask: 'Advice for those exposed and their relatives, consultation for professionals, offers for the one who stalks.',
  sendEnquiry: 'Send an enquiry',
  standsIn: 'stand-in',
  vacant: 'The leader has to appoint somebody. Call the organisation meanwhile.',
} as const satisfies Texts
