import type { Texts } from './sparring.da.ts'

export const en = {
  title: 'Ask a colleague', lead: 'Ask somebody who knows, without saying whom it is about.', ask: 'Ask a question', none: 'You have no questions here.', counts: 'How much is asked',
  to: { visitator: 'The visitator', policeContact: 'The police contact', dscAdviser: 'An adviser at Dansk Stalking Center' },
  kinds: { 'is-it-stalking': 'Is it stalking?', evidence: 'Log and documentation', safety: 'Safety', children: 'Children', 'other-party': 'The other party', law: 'Rules', other: 'Something else' },
  columns: { kind: 'About', with: 'Between', state: 'State', asked: 'Asked' }, waitsYou: (day: string) => `Waits for your answer by ${day}`, waits: (day: string) => `Waits for an answer by ${day}`, answered: 'Answered',
  between: (from: string, to: string) => `${from} and ${to}`,
  askTitle: 'Ask a question', rule: 'No persons', ruleText: 'Write no names, numbers or addresses, nor those of children, a workplace or a school. Write “the citizen” and “the other party”. Where names are needed, it is an enquiry or a referral.',
  askTo: 'Whom do you want to ask?', kind: 'What is it about?', text: 'Your question', textHint: 'Short: what is the situation, and what are you in doubt about?', send: 'Send the question',
  again: 'I have looked again: nothing shows who anybody is', reply: 'Your answer', more: 'Write more', answer: 'Send the answer', follow: 'Send', back: 'All questions',
  threadTitle: (kind: string, to: string) => `${kind} To ${to}`, you: 'You',
  waiting: (count: number, day: string) => (count === 1 ? `A question waits for your answer by ${day}.` : `${count} questions wait for your answer, the first by ${day}.`), read: 'Read and answer',
  countTitle: 'Questions a year', countLead: 'The number of questions, not of persons.', questions: 'Questions', byKind: 'Questions by subject', byReceiver: 'Questions by who was asked', year: year => `Year ${year}`,
  countYears: 'Whole years that are over. Numbers under 5 are not shown, nor numbers from which they could be worked out. Under 25 questions a year nothing is divided.',
} as const satisfies Texts
