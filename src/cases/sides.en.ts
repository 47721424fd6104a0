import type { SideTexts } from './sides.da.ts'

export const en = {
  statuses: { open: 'Open', closed: 'Closed' },
  nexts: { plan: 'Make a plan for the work', talk: 'First talk', review: 'Talk again', 'call-back': 'Call as agreed', none: 'Nothing waits' },
  moves: {
    open: 'The case has begun', plan: 'Plan made', talk: 'Talk held', offer: 'Told about help', note: 'A note', appoint: 'The case was given on', close: 'Case closed', call: 'Call', reopen: 'Case reopened',
  },
  doing: {
    plan: 'Make a plan', talk: 'Write about a talk', offer: 'Write that you told about help', note: 'Write a note', appoint: 'Give the case to somebody else', close: 'Close the case', call: 'Write about a call', reopen: 'Reopen the case',
  },
  labels: { told: 'What happened?', reason: 'What is the reason?', note: 'The note' },
  save: 'Save',
  back: 'Back to the case',
  kinds: {
    employee: {
      list: 'Employees who are exposed', caseTitle: (number: string) => `Employee’s case ${number}`, begin: 'Begin a case', empty: 'There are no cases.',
      lead: 'Only leader, HR and work environment see these cases. Nobody who works with citizens can see them.',
      wall: 'Only leader, HR and work environment see the case. Nobody who works with citizens can see it.',
      opening: 'Write what you have agreed to write. Afterwards you have the case, and a plan is to be made.',
    },
    otherParty: {
      list: 'Talks with those whose own behaviour is the matter', caseTitle: (number: string) => `Talks ${number}`, begin: 'Begin', empty: 'You have none right now.',
      lead: 'You see only those that you have. They belong to no other case.',
      wall: 'Only you who have it can read it. Write nothing of the exposed person: the person may be allowed to read it all.',
      opening: 'This is the person’s own case. It has nothing to do with that of the exposed person.',
    },
  },
  columns: { number: 'Number', status: 'State', due: 'By', holder: 'Has it', give: 'Give to' },
  keptOut: 'Who must not know?',
  keptOutHint: 'They cannot see the case, nor that it is there. This cannot be changed afterwards.',
  looks: 'Who has seen the case',
  seen: (name: string, organisation: string, count: number) => `${name}, ${organisation}: ${count === 1 ? 'once' : `${count} times`}`,
  answers: 'Read the answers',
  to: (name: string) => `To ${name}.`,
  steps: 'What you can do',
  receiver: 'Who is to have the case?',
  safety: 'Has the talk about being safe been held?',
  safetyChoices: { held: 'Yes', 'not-held': 'No' },
  callBackOn: 'On which day will you call again?',
  callsBack: (when: string) => `Call agreed: ${when}`,
  away: (name: string) => `${name} is not there. The leader must give the case to somebody else.`,
  distribution: 'Distribution',
  distributionLead: 'Talks with those whose own behaviour is difficult. Give them to somebody else when the one who has them is not there. You do not see what they are about.',
  distributionEmpty: 'There is nothing to distribute.',
  waits: (count: number) => (count === 1 ? 'One case is to be distributed' : `${count} cases are to be distributed`), waitsText: 'Nobody can work with it until you have given it to somebody.',
  give: 'Give', nobodyElse: 'Nobody else holds the role today',
  toLeader: 'It is written down. The case is on the list when it is settled who has it.',
} satisfies SideTexts
