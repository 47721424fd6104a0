import type { Words } from '../../kernel/words.ts'
import type { da } from './text.da.ts'

export const en = {
  title: 'Children', lead: 'First the duty to report is told. Then children can be written of.',
  dutyHeading: 'Say this before you talk about children', dutyText: '“I have a duty to tell the municipality if a child may need help. That holds also when you are anonymous. You choose what you want to tell.” The duty is your own. (Barnets lov § 133, to be checked.)',
  dutyDone: 'I have said it', dutyLine: (who: string, when: string) => `The duty to report was told by ${who}, ${when}.`,
  addChild: 'Write about a child', noChildren: 'Nothing is written about children.', youngLink: 'Is the citizen under 18?',
  youngHeading: 'The citizen is under 18', youngHolder: 'Nothing may go to whoever has custody when that is the other party, or while it is not known. Who may consent is to be checked.',
  youngWords: 'You can say this', youngSay: 'You have done nothing wrong. You decide what you tell. I must pass it on if I fear that you are not safe. If there is danger now, call 112. If you want to talk without a name, call BørneTelefonen at 116 111. It is free, and open day and night.',
  hisOwn: { heading: 'He has signed', text: 'Refer him to Dansk Stalking Center from his own case. Nothing about the mother stands in it.', link: 'Go to the talks' },
  familyHeading: 'The family counsellor', familyLead: 'The family counsellor talks with the child, the mother and the father apart and has records of her own. Here you see state and dates only.',
  ask: 'Ask the family counsellor', counsellor: 'Who?', purpose: 'What is needed?', purposeHint: 'Write only what the family counsellor needs. The rule of safe contact goes along.', other: 'Is one of the parents the other party?',
  others: { father: 'Yes, the father', mother: 'Yes, the mother', none: 'No' }, due: 'Answer by', send: 'Ask for help', noCounsellor: 'Nobody has the role of family counsellor today. Tell the leader.',
  states: { asked: 'Waits for an answer', accepted: 'Under way', declined: 'Sent back', 'taken-back': 'Taken back', ended: 'Ended' },
  trackLine: (who: string, asked: string, due: string) => `${who}, asked ${asked}, answer by ${due}`, overdue: 'The day is past.', acceptedOn: (day: string) => `Accepted ${day}`, endedOn: (day: string) => `Ended ${day}`,
  agreementDates: (from: string, until: string) => `Agreement about contact from ${from} to ${until}`, outcomeDate: (day: string) => `The outcome for the child was written ${day}`, takeBack: 'Take it back',
  trackTitle: 'A family', askedBy: (who: string, when: string) => `${who} asked ${when}.`, answerBy: (day: string) => `Answer by ${day}.`, take: 'Accept', decline: 'Send back', declineWhy: 'Write the reason',
  recordsHeading: 'Your records', recordsLead: 'Each record stands alone and is read by you only, or whoever stands in for you. They are never merged.',
  records: { child: 'Talk with the child', mother: 'Talk with the mother', father: 'Talk with the father', agreement: 'Agreement about contact', outcome: 'What the child got out of it' }, add: (what: string) => `Write: ${what}`,
  tellFirst: 'This talk is a contact with the other party. The exposed parent is to be told first.', tellHeading: 'Before you talk with the other party',
  end: 'End it', backToFamily: 'Back to the family', recordLead: 'The record stands by itself and is not merged with others.', keep: 'Save', draftText: 'Only you see it. It becomes a record when you save.', keptNow: (who: string) => `Saved now (${who})`,
  givenOn: (day: string) => `Went over from another family counsellor ${day}`,
  adrift: {
    title: 'Work of family counsellors', lead: 'Nobody can go on with these today. Give each of them to a family counsellor. You do not see what they are about.',
    number: 'Case', state: 'How far?', had: 'Had it', give: 'Give to', accepted: 'Under way', asked: 'Waits for an answer', nobody: 'Nobody else can have it today. Give somebody the role first.',
    giveTo: (number: string, name: string) => `Give ${number}: ${name}`,
  },
  notHolder: 'It does not go to whoever has custody',
  refusals: {
    'drafts-first': 'You have a draft that is not saved. Save it, or throw it away first.',
    'needs-counsellor': 'Choose a family counsellor.', 'needs-other': 'Choose an answer.', 'track-is-there': 'The family counsellor has been asked already.', 'track-changed': 'It was answered or changed meanwhile. Look at the page again.',
    'needs-outcome': 'Write first what the child got out of it.', 'until-before': 'The last day is before the first.', 'holder-is-other': 'It may not go to whoever has custody: that is the other party, or it is not known.',
  },
} as const satisfies Words<typeof da>
