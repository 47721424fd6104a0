import type { Texts } from './text.da.ts'

export const en = {
  refusals: {
    'locked-before': 'The case is locked already.', 'lock-needs-rest': 'Close the case first, and call as agreed. A case that waits for somebody cannot be locked.', 'not-locked': 'The case is not locked.',
    'held-before': 'The case is held already.', 'not-held': 'The case is not held separately.', 'not-restricted': 'No restriction holds now.',
    'needs-end': 'Write the day on which the restriction ends.', 'end-past': 'Choose a day to come.', 'needs-way-in': 'Write how the municipality can still be reached.',
    'needs-answer': 'Choose whether the line is given, given in part or withheld.', 'needs-ground': 'Choose the ground on which the line is withheld.', 'needs-ground-words': 'Write the ground.', 'needs-asked': 'Ask whoever may read it, and write who it was and what was said.',
    'needs-asker': 'Choose who asks.', 'needs-about': 'Write what is asked for.', 'needs-day': 'Write when it came.', 'day-ahead': 'The day lies in the future.',
    'access-decided': 'It has been answered already. The answer cannot be rewritten.',
  },
  title: 'Filing and access', lead: 'What the law asks for: what is filed, who has asked to see it, and what was written about that. Nothing here can be deleted.',
  back: number => `Case ${number}`, locked: 'The case is locked', lockedText: 'Nobody can read it until it is opened with a reason.',
  none: 'Nothing has been written yet.', kept: 'What is written', columns: { what: 'What', when: 'When', who: 'Who', why: 'Reason' },
  kinds: {
    journalise: 'Filed', 'not-informed': 'The other party was not informed', hold: 'To be kept', release: 'No longer to be kept separately',
    restrict: 'Contact restriction', free: 'Contact restriction lifted', lock: 'Locked', unlock: 'Opened',
  },
  doing: {
    journalise: 'Mark as filed', 'not-informed': 'Write why the other party was not informed', hold: 'Keep separately', release: 'Stop keeping separately',
    restrict: 'Restrict contact for a time', free: 'Lift the contact restriction', lock: 'Close and lock', unlock: 'Open',
  },
  about: {
    journalise: 'Everything in the case up to now is filed. After that nothing of it is deleted, and neither is what the citizen has shown.',
    'not-informed': 'A person about whom something is written must as a rule be told. Write why that is not done here. The rule (databeskyttelsesloven § 22) is to be checked.',
    hold: 'The case may not be destroyed as long as somebody needs it, for instance for a complaint or a court case.', release: 'Write why it need no longer be kept separately.',
    restrict: 'The municipality can restrict how a person gets in touch. It must be objective, in proportion to what happened, and end one day. There must always be one way in.',
    free: 'Write why the restriction ends now.',
    lock: 'Nobody can read a locked case. The visitator or the leader can open it with a reason, and the citizen can see that.', unlock: 'Write why the case must be read again.',
  },
  reason: 'Reason', wayIn: 'How can we still be reached?', wayInHint: 'For instance: in writing at one address, or one person at a fixed time.', until: 'Ends', save: 'Save',
  untilDay: day => `until ${day}`, upTo: seq => `up to line ${seq} of the case`, other: 'What you can do',
  keeping: 'Where and how long', kle: 'KLE number', facet: 'Facet', retention: 'Retention class', closedYear: 'Closed in', notDecided: 'not decided, to be decided locally', suggested: number => `${number} (suggestion, to be confirmed locally)`, stillOpen: 'not closed',
  access: {
    title: 'Access requests', none: 'Nobody has asked to see the case.', adds: { hers: 'The citizen asks to see the case', others: 'The other party asks to see the case' }, lead: 'Answer within 7 working days from the day it came. Else tell why, and when the answer will come.',
    askers: { citizen: 'The citizen', citizenRepresentative: 'Somebody who represents the citizen', otherParty: 'The other party', otherRepresentative: 'Somebody who represents the other party', representative: 'Somebody who represents one of them' }, who: 'Who asks?', received: 'When did it come?', about: 'What is asked for?',
    due: day => `Answer by ${day}`, late: 'The deadline has passed. Tell why, and when the answer will come.', decided: (day, name) => `Decided ${day} by ${name}`, told: (day, until) => `Told ${day} that the answer comes ${until}`,
    waits: count => (count === 1 ? '1 access request waits' : `${count} access requests wait`), open: 'Look and answer', line: 'Line', answer: 'Answer',
    decideTitle: 'Decide line by line', decideLead: 'Read each line as the one who asks would read it. You decide; nothing is chosen beforehand.',
    otherLead: 'The other party asks. Look for a new address, number, workplace, school, names of those who help, and everything he or she does not know already.',
    answers: { given: 'Given', partly: 'Given in part', withheld: 'Withheld' }, ground: 'Ground', reason: 'What is withheld, and why?', document: 'Another document', documentHint: 'For instance a letter that lies elsewhere.',
    grounds: {
      'fvl-12-15b': 'Public Administration Act §§ 12-15 b', 'fvl-15a': 'Public Administration Act § 15 a (1)', 'dbl-22': 'Data Protection Act § 22 (to be checked)', 'not-party': 'The one who asks is no party', other: 'Another ground, which I write',
    },
    askLead: { hers: 'The citizen can ask to see what is written.', others: 'The other party is as a rule no party to the citizen\'s case. That is decided here, line by line, and by itself.' },
    ask: (role: string) => `Ask ${role}`, askWhy: 'You may not read it yourself. Ask what can be given, and write the answer here.', asked: 'Whom did you ask, and what was said?', askedLine: (said: string) => `Asked: ${said}`,
    whole: 'Here is everything that lies in the case. The citizen\'s own log does not belong to it until it is delivered. What you may not read yourself stands with kind, day and name: ask whoever may before you answer.',
    groups: { history: 'The history of the case', kept: 'What lies in the case', elsewhere: 'What lies elsewhere' }, read: 'Open', versionOf: version => `version ${version}`,
    material: {
      mark: 'Mark', paper: 'Paper', minutes: 'Minutes of a meeting', task: 'Task', meeting: 'Meeting', copy: 'Sent to a participant', told: 'The citizen was told first', contact: 'Contact with the other party', reached: 'The citizen reached outside the rule',
      family: 'The family counsellor\'s track', record: 'Record of the family counsellor', note: 'Note of whoever got a referral', scan: 'Scanned paper', consent: 'Consent or ground', measure: 'Protection', referral: 'Referral as it was sent', answer: 'Answer to a referral', bundle: 'Bundle',
    },
    toldLabels: { told: 'told', waived: 'not told' }, roles: { outside: 'outside the system' },
    she: {
      title: 'Before the other party is answered', lead: 'The citizen must know that the other party is answered, and you must have gone through her safety.', label: 'Has the citizen been told?',
      choices: { told: 'Yes', waived: 'No, and it was decided that it is not done first' }, on: 'On which day?', words: 'What did you go through, or why is it not done?',
      toldLine: day => `The citizen was told ${day}.`, waivedLine: 'The citizen was not told first.',
    },
    note: 'Message to the one who asks', decide: 'Save the decision', howSent: 'How does the answer reach the citizen?', tellTitle: 'It takes longer', why: 'Why?', when: 'When will the answer come?', tell: 'Save that it was told',
    inbox: 'Access requests wait', inboxLine: (number, due) => `Case ${number}: ${due}`,
  },
  lockedList: { title: 'Locked cases', lead: 'Cases that nobody can read. They are opened with a reason.', empty: 'No case is locked.', number: 'Case', since: 'Locked since' },
} as const satisfies Texts
