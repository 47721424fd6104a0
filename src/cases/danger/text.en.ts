import type { Texts } from './text.da.ts'

export const en = {
  nav: 'Danger to life',
  title: 'Is anybody’s life in danger?',
  lead: 'Call 112 if it is now. For an hour you can see here how the citizen can be contacted safely, and how the case stands. It stands on top before the leader until it is looked through, and the citizen can see that you opened it.',
  reason: 'What is the danger, and why can it not wait?', reasonHint: 'The leader reads it. Write enough for somebody else to understand.', go: 'Next: whom is it about?',
  whoTitle: 'Whom is it about?', whoLead: 'The reason is written. Write the number of the case, and it opens for an hour.', number: 'Number of the case', numberHint: 'For example 2026-0004. If you do not know it, call the visitator.', open: 'Open for an hour',
  openTitle: (number: string) => `Case ${number}, opened because of danger`, until: (when: string) => `You can see this until ${when}. It stands on top before the leader, the next time she or he is here. Call yourself if the leader must know now.`,
  status: 'The case is', has: 'Call', finding: 'Last decided', enquiry: 'The enquiry', urgent: 'It is marked as urgent.', nobody: 'Nobody has the case right now. Call the leader.',
  listTitle: 'Opened because of danger', listLead: 'Read each one through. Talk with the colleague, and write what you found.', none: 'Nobody has opened a case in this way.',
  saidBy: (name: string, organisation: string) => `${name}, at ${organisation}`, opened: (number: string, from: string) => `Opened case ${number} ${from}`, notOpened: 'Opened no case',
  note: 'What did you find?', reviewed: (name: string, day: string) => `Looked through by ${name} ${day}`, save: 'Looked through', own: 'It is your own. Another leader or the data protection officer looks it through.',
  second: {
    heading: 'Somebody else must look this through', mine: 'You must look this through', look: 'A leader did it, or it shuts a leader out. Read it, and write what you found.',
    watch: 'The data protection officer or another leader looks it through. If there is none, give somebody the role.',
    danger: (number: string, day: string, name: string) => `${number === '' ? 'No case' : `Case ${number}`}, ${day}: ${name} opened because of danger`,
    shut: (number: string, day: string, name: string) => `Case ${number}, ${day}: ${name} is shut out`,
  },
  waits: (count: number) => (count === 1 ? 'A colleague has opened a case because of danger to life.' : `A case was opened because of danger to life ${count} times.`), toList: 'Read, and write what you found',
} as const satisfies Texts
