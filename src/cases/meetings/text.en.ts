import type { Words } from '../../kernel/words.ts'
import type { da } from './text.da.ts'

export const en = {
  title: 'Meetings', lead: 'A meeting never has both parties at the table. Each participant gets only the topics there is a ground for.', none: 'There are no meetings yet.', newHeading: 'Call a meeting',
  name: 'What is the meeting about?', place: 'Where?', day: 'On which day?', clock: 'At what time?', people: 'Who of the house and the partnership takes part?',
  citizens: 'The citizen and those the citizen brings', citizensHint: 'One name on each line. Leave it empty when the citizen is not there.',
  others: 'The other party and those the other party brings', othersHint: 'One name on each line. Only after the citizen was told. Never at the same meeting as the citizen.',
  forum: 'Is it held in one of these forums?', forumHint: 'What is said in SSP, PSP and KSP may not be passed on for a criminal case. (Retsplejeloven § 115, to be checked.)', forums: { none: 'No', SSP: 'In SSP', PSP: 'In PSP', KSP: 'In KSP' },
  topics: 'Agenda', topic: (n: number) => `Topic ${n}`, sharing: 'Who may hear the topic?',
  shares: { house: 'Only our own house', contact: 'Under consent: how the citizen is reached', account: 'Under consent: what has happened', log: 'Under consent: the log', finding: 'Under consent: the clarification', needs: 'Under consent: what is needed' },
  ownTopic: (name: string) => `${name}’s own topic`, call: 'Save the meeting',
  meeting: 'Meeting', whoIs: 'At the table', gets: 'Who gets what', getsNothing: 'Gets nothing: there is no ground for any of the topics.', getsAll: 'Gets all topics.', getsSome: (topics: string) => `Gets only: ${topics}`,
  sendInvitation: 'Send the invitation', sendMinutes: 'Send the minutes', sent: 'Sent', sentLine: (what: string, who: string, when: string) => `${what} to ${who}, ${when}`, frozen: 'What was sent is a copy that does not change.',
  minutes: 'Minutes', minutesLead: 'Write only what belongs to the topic. Each participant gets that one’s topics only.', said: 'What was said?', decision: 'What was decided?', decisionTask: 'Is somebody to do it? Then it becomes a task.', isTask: 'Has become a task.',
  saveMinutes: 'Save the minutes', marked: (forum: string) => `This meeting was held in ${forum}. Nothing from it may be put into a referral to the police.`,
  copyTitle: { invitation: 'Invitation to a meeting', minutes: 'Minutes of a meeting' }, copyLead: (when: string, who: string) => `Sent ${when} by ${who}. You see the topics there is a ground for.`, heldAt: (when: string) => `The meeting: ${when}.`,
  reaches: 'If the citizen takes part: how the citizen is told',
  refusals: {
    'parties-same-day': 'The other of the two is called to a meeting that day. Choose another day, so that they do not meet.',
    'both-parties': 'The citizen and the other party never sit at one table. Hold two meetings.', 'needs-topic': 'Write at least one topic.', 'needs-title': 'Write what the meeting is about.', 'needs-clock': 'Write a time.',
    'needs-people': 'Choose at least one who takes part.', 'needs-minutes': 'Write what was said before the minutes are sent.',
  },
} as const satisfies Words<typeof da>
