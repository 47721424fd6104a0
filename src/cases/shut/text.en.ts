import type { Texts } from './text.da.ts'

export const en = {
  title: 'Who is shut out of a case?', lead: 'A colleague who knows the citizen or the other party may not see the case. It holds from the moment it is written, and shuts case, log, consents and referrals.',
  officerLead: 'A leader was shut out of a case: by somebody who is no leader, or by a name. Read the reason, and confirm it or open again. It holds meanwhile.',
  none: 'Nobody is shut out of a case.', out: 'Shut a colleague out', number: 'Number of the case', person: 'Colleague', reason: 'Why?', reasonHint: 'Leader and visitator read it. If the colleague is a leader, the data protection officer looks it through.', save: 'Shut the colleague out',
  case: 'Case', who: 'Who', why: 'Reason', state: 'State', act: 'Confirm or open',
  kinds: { decided: 'Decided', party: 'Says to be a party', relative: 'Says to be a relative', 'own-name': 'The case was given the colleague’s own name', 'relative-name': 'The case was given the name of a relative of the colleague' }, states: { waits: 'Shut, waits for the leader', looks: 'Shut, waits for another leader or the data protection officer', shut: 'Shut', lifted: 'Open again' },
  foundOn: (day: string) => `Found ${day}. It can be somebody else of the same name. Ask the colleague, and say nothing of the case.`,
  since: (day: string, name: string) => `Written ${day} by ${name}.`, confirm: 'Confirm', lift: 'Open again', liftReason: 'Why may the colleague see the case again?',
  liftedBy: (name: string, day: string) => `Opened again ${day} by ${name}`, confirmedBy: (name: string, day: string) => `Confirmed ${day} by ${name}`,
  waiting: (count: number) => (count === 1 ? 'A colleague is shut out of a case and waits for you' : `${count} times a colleague is shut out of a case and waits for you`), waitingText: 'It holds already. Confirm it, or open again if it is a mistake.',
  review: {
    title: 'Exceptions of the last half year', lead: 'Who opened a case in danger to life, and who is shut out of a case. They are part of what you sign.', danger: 'Opened the case in danger to life', openings: 'openings in danger', none: 'There are no exceptions.', when: 'When',
    days: (day: string, until: string | undefined) => (until === undefined ? day : `${day}, opened again ${until}`),
  },
  mineTitle: 'Do you know somebody in a case?', mineLead: 'If you are a party in a case, or a relative of somebody who is, you may not see the case. Write it here. The leader looks it through, and tells you if it is a mistake.',
  nameHeading: 'Write the names once', nameLead: 'Write your own name and the names of those you are a relative of. If a case is given one of them, you cannot see it. You are not told. A name that stands only inside a text is not found: if you know the number of the case, write that too. If you send an enquiry about one of them yourself, it arrives, but you do not see the receipt.',
  fullName: 'Full name', fullNameHint: 'First name and surname. The name is not kept, only a print of it that nobody can read. Nobody is told it, nor is the leader.',
  whose: 'Whose name is it?', whoses: { party: 'My own', relative: 'Somebody I am a relative of' }, sayName: 'Keep the name', namesBefore: 'Names you have written',
  nameSaid: { party: (day: string) => `Your own name, written ${day}.`, relative: (day: string) => `A relative’s name, written ${day}.` }, endName: 'Use it no more', numberHeading: 'Do you know the number of the case?',
  mineNumber: 'Number of the case', mineNumberHint: 'If you do not know the number, call the leader. Do not open the case to find it.', relation: 'How?', relations: { party: 'I am a party in the case myself', relative: 'I am a relative of a party in the case' }, declare: 'Shut me out of the case',
  mineBefore: 'You have written', folder: 'Does a colleague have an interest?',
} as const satisfies Texts
