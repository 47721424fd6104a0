import type { Texts } from './text.da.ts'

export const en = {
  refusals: {
    'needs-text': 'Write a text.', 'too-long': 'The text is too long. Make it shorter.', 'needs-day': 'Choose a day.', 'needs-owner': 'Choose somebody who holds a role today.', 'needs-body': 'Choose who meets.',
    'needs-months': 'Write a number of months from 1 to 36.', 'needs-kind': 'Choose what it is.', 'needs-part': 'Choose what is to change.', 'needs-answer': 'Choose yes or no.', 'not-new': 'That has been done already.',
  },
  title: 'Steering', lead: 'Agenda, decisions, and what keeps the effort alive. Nothing about a citizen ever stands here.', noPersons: 'Do not write about a citizen. A case number is enough.',
  pages: { numbers: 'Numbers without persons', alive: 'The effort lives on', changes: 'Changes of the model' },
  bodies: { followUp: 'Follow-up group', steering: 'Steering group', management: 'Management' },
  agenda: 'For the next agenda', agendaNone: 'Nothing has happened that belongs on an agenda.', own: 'Own points', call: 'Call it', callTitle: 'Call a meeting', callHint: 'The points above go on the agenda as they stand now.',
  who: 'Who meets?', day: 'Day', meetings: 'Meetings', noMeetings: 'There have been no meetings yet.', meeting: (body, on) => `${body}, ${on}`, openDecisions: 'Decisions that are not done', late: 'overdue',
  points: {
    vacancy: (role, on) => `Nobody holds the role ${role} from ${on}.`, late: cases => `Deadlines that have passed: ${cases}.`, missed: (number, due, name) => `${number}, due ${due}${name && `, ${name}`}`, calls: lines => `Calls that were promised and not made: ${lines}.`, tracks: lines => `Family counsellors who have not answered in time: ${lines}.`, declined: cases => `Referrals that came back: ${cases}.`,
    changes: count => `Proposed changes that wait for an answer: ${count}.`, decisions: count => `Decisions past their day: ${count}.`, untold: count => (count === 1 ? 'The information plan has 1 line past its day.' : `The information plan has ${count} lines past their day.`),
    newcomers: count => (count === 1 ? '1 new colleague has not had the model explained.' : `${count} new colleagues have not had the model explained.`), noOwner: year => `Nobody is responsible for the effort in ${year}.`,
  },
  minutes: 'Minutes', writeMinutes: 'Save the minutes', noMinutes: 'No minutes have been written yet.', decisions: 'Decisions', noDecisions: 'No decisions yet.', decided: 'What was decided?', owner: 'Who does it?', due: 'By', addDecision: 'Add the decision', done: 'Done', doneOn: on => `done ${on}`, calledBy: (name, on) => `Called by ${name} ${on}. The agenda is as things stood that day.`,
  columns: { what: 'What', whom: 'To whom', how: 'How', who: 'Who', when: 'Next time', due: 'By', act: 'Act', part: 'About', from: 'From', state: 'State', kind: 'Kind', says: 'Wording', on: 'Day' },
  numbers: {
    lead: 'Whole years that are over. Numbers under 5 are not shown, nor numbers from which they could be worked out. Under 25 cases a year nothing is divided.', year: year => `Year ${year}`, running: 'The year that runs is counted when it is over.',
    what: { cases: 'Enquiries that became a case', referrals: 'Referrals sent', answers: 'Answers to referrals', stalks: 'Referred because they stalk, and the answers', consents: 'Consents given' },
    parts: { municipality: 'The municipality', police: 'The police', dsc: 'Danish Stalking Center', other: 'Others', primaryCoordinator: 'Primary coordinator', policeContact: 'Police contact', dscAdviser: 'Adviser at the Danish Stalking Center', taken: 'Accepted', back: 'Sent or taken back', waiting: 'Waiting' },
    count: 'Number', part: 'Divided by',
  },
  alive: {
    lead: 'The model must outlive people changing jobs. Here is who is responsible this year, who must know what, and who has backed it.', owner: year => `Responsible in ${year}`, noOwner: 'Nobody has been named yet.', name: 'Name', plan: 'Information plan', planNone: 'No plan has been made yet.',
    overdue: 'past its time', every: months => (months === 1 ? 'every month' : `every ${months} months`), tell: 'It was done today', addLine: 'Add a line to the plan', what: 'What must they know?', whom: 'Who must know it?', how: 'How?', months: 'How many months between each time?', teller: 'Who tells it?', add: 'Add',
    newcomers: 'New people to whom the model is to be explained', newNone: 'Nobody new just now.', since: on => `since ${on}`, newTold: 'The model was explained', backing: 'Anchoring', backingNone: 'Nothing has been written yet.', kinds: { backing: 'Backing', job: 'Job description' }, addBacking: 'Write backing or a job description', kind: 'What is it?', by: 'Who?', says: 'What do they say, or what does it say?', on: 'When?',
  },
  changes: {
    lead: 'A change is proposed, decided with a reason, and published with the day from which it holds.', none: 'There are no proposals.', states: { proposed: 'Proposed', agreed: 'Decided', declined: 'Turned down', published: 'Published' },
    parts: { roles: 'Roles', deadlines: 'Deadlines', forms: 'Forms', tools: 'Tools', other: 'Something else' }, part: 'What is to change?', proposal: 'Proposal', reason: 'Why?', propose: 'Send the proposal', decide: 'Decide', decideTitle: 'Decide a proposal', answer: 'Shall it be done?', yes: 'Yes', no: 'No', why: 'Reason', from: 'Holds from', publish: 'Publish',
    publishedTitle: 'What is new in the model', publishedLead: 'Changes that were decided, and the day from which they hold.', publishedNone: 'Nothing has changed yet.', suggest: 'Propose a change', sent: 'The proposal has gone to the tovholder.', holds: on => `Holds from ${on}`,
  },
  mine: { title: n => (n === 1 ? 'You are to carry out a decision' : `You are to carry out ${n} decisions`), by: day => `By ${day}.`, from: day => `Decided at the meeting on ${day}.`, then: 'Tell the tovholder when it is done.' },
  remind: { title: 'For you to look at', open: 'Open steering' },
} as const satisfies Texts
