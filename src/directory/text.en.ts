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
  refusals: {
    'not-yourself': 'You cannot give the role to yourself. Ask somebody else to do it.', past: 'Choose today or a day to come.',
    'ends-before': 'The last day is before the first.', 'holds-already': 'That person already has the role in that time.', 'too-long': 'A stand-in is there for a year at most.',
    'not-oneself': 'Choose somebody else than the one who is away.', 'not-held-then': 'The role is not given in the whole of that time.', 'stood-in-already': 'There is already a stand-in in that time.',
    'away-too': 'That person is away as well in that time. Choose another.', 'ended-already': 'The role has already ended that day. Look at the list again.',
    'stands-in-itself': 'Somebody who stands in for another cannot have a stand-in. End this one, and choose a new one.',
    'needs-role': 'Choose a role.', 'needs-person': 'Choose a person.', 'needs-from': 'Choose the first day.', 'needs-to': 'Choose the last day.', 'needs-day': 'Write the day as a date.',
    'part-long': 'Write it in 60 characters at most.', 'phone-wrong': 'Write the number in digits.', 'needs-place': 'Choose where the person works.', 'needs-name': 'Write the name.',
    'needs-sign-in': 'Write a user name of at least three characters without spaces.', 'sign-in-taken': 'Somebody else has that user name. Choose another.',
  },
  roles: {
    nav: 'Roles', title: 'Who holds which role', lead: 'The list is of the day you choose. A role is ended, never deleted, so you can see who held it before.',
    day: 'Show the list of', show: 'Show', wrongDay: 'That was no day of the calendar. The list is of today.', onDay: (day: string) => `As it is on ${day}`,
    columns: { role: 'Role', name: 'Name', phone: 'Phone', time: 'From and to', change: 'What you can do' },
    time: (from: string, to: string) => `${from} to ${to}`, onwards: (from: string) => `from ${from}`, never: 'never began',
    coming: 'What is to come', none: 'Nobody holds a role on that day.', standsInFor: (name: string) => `stands in for ${name}`, standsIn: 'stand-in', isAway: (day: string) => `away until ${day}`,
    give: 'Give a role', addPerson: 'Add a person', end: 'End the role', standIn: 'Choose a stand-in', away: 'I am away', back: 'End the stand-in', handOver: 'Hand over the cases', of: (name: string) => ` for ${name}`,
    giveLead: 'The role gives the right to see what its sheet says. You cannot give a role to yourself.', role: 'Role', person: 'Person', from: 'First day', to: 'Last day',
    toHint: 'Leave it empty if the role holds until further notice.', part: 'Part of the role', partHint: 'Such as adults or families. It stands beside the name and gives no right.',
    isStandIn: 'Is a permanent stand-in: helps when the holder of the role is not there', save: 'Save', backTo: 'To the list',
    awayTitle: (role: string, name: string) => `Stand-in for ${name}, ${role}`,
    awayLead: 'In that time the stand-in acts in the role. The cases stay with the one who is away, who is back the day after.',
    by: 'Who stands in?', firstAway: 'First day away', lastAway: 'Last day away', same: 'Colleagues of the same organisation stand first.',
    personTitle: 'Add a person', personLead: 'The person can see nothing until you give a role.', name: 'Name', place: 'Works in', phone: 'Telephone at work',
    signIn: 'User name', signInHint: 'The operator gives this name its first password with the command lods password.', changeTitle: (name: string) => `Change ${name}`, change: 'Change telephone or unit',
    parts: { adults: 'adults', families: 'families' },
    vacantTitle: 'Somebody is missing in the model', vacantNow: (role: string) => `Nobody holds the role ${role} today.`, vacantFrom: (role: string, day: string) => `Nobody holds the role ${role} from ${day}.`,
    vacantDo: 'Give the role to somebody',
  },
  homeTitle: 'Where are you in the model?',
  homeLead: 'One entrance. Whoever meets a citizen who may be exposed to stalking goes to the visitator. Press where you stand.',
  firstContactTask: 'Everybody who works in the municipality, the police or as a volunteer. Listen and take it seriously. In danger: call 112. Eight questions, under three minutes.',
  visitatorTask: 'Clarifies whether it is stalking. Gives advice. Refers on with consent. Consults with colleagues.',
  coordinatorTask: 'Finds out with the citizen what is needed, and gathers those who can help.',
  policeTask: 'Receives prepared referrals. Consults, and refers the other way.',
  dscTask: 'Advice for those exposed and their relatives, consultation for professionals, offers for the one who stalks.',
  sendEnquiry: 'Send an enquiry',
  vacant: 'The leader has to appoint somebody. Call the organisation meanwhile.',
} as const satisfies Texts
