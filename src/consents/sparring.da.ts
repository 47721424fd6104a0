import type { Words } from '../kernel/words.ts'

export const da = {
  title: 'Sparring', lead: 'Spørg en, der ved det, uden at sige, hvem det drejer sig om.', ask: 'Stil et spørgsmål', none: 'Du har ingen spørgsmål her.', counts: 'Hvor meget der bliver spurgt',
  to: { visitator: 'Visitator', policeContact: 'Politiets kontaktperson', dscAdviser: 'Rådgiver i Dansk Stalking Center' },
  kinds: { 'is-it-stalking': 'Er det stalking?', evidence: 'Log og dokumentation', safety: 'Sikkerhed', children: 'Børn', 'other-party': 'Den anden part', law: 'Regler', other: 'Andet' },
  columns: { kind: 'Emne', with: 'Mellem', state: 'Tilstand', asked: 'Spurgt' }, waitsYou: (day: string) => `Venter på dit svar inden ${day}`, waits: (day: string) => `Venter på svar inden ${day}`, answered: 'Besvaret',
  between: (from: string, to: string) => `${from} og ${to}`,
  askTitle: 'Stil et spørgsmål', rule: 'Ingen personer', ruleText: 'Skriv ingen navne, numre eller adresser, heller ikke på børn, arbejdsplads eller skole. Skriv “borgeren” og “den anden part”. Er der brug for navne, er det en henvendelse eller en henvisning, ikke sparring.',
  askTo: 'Hvem vil du spørge?', kind: 'Hvad drejer det sig om?', text: 'Dit spørgsmål', textHint: 'Kort: hvad er situationen, og hvad er du i tvivl om?', send: 'Send spørgsmålet',
  again: 'Jeg har set efter: der står ikke noget, der viser, hvem nogen er', reply: 'Dit svar', more: 'Skriv mere', answer: 'Send svaret', follow: 'Send det', back: 'Alle spørgsmål',
  threadTitle: (kind: string, to: string) => `${kind} Til ${to}`, you: 'Dig',
  waiting: (count: number, day: string) => (count === 1 ? `Et spørgsmål venter på dit svar inden ${day}.` : `${count} spørgsmål venter på dit svar, det første inden ${day}.`), read: 'Læs og svar',
  countTitle: 'Sparring pr. år', countLead: 'Antal spørgsmål, ikke personer.', questions: 'Spørgsmål', byKind: 'Spørgsmål efter emne', byReceiver: 'Spørgsmål efter, hvem der blev spurgt', year: (year: string) => `År ${year}`,
  countYears: 'Hele år, der er slut. Tal under 5 vises ikke, og heller ikke tal, man kunne regne dem ud af. Under 25 spørgsmål om året deles intet op.',
} as const
export type Texts = Words<typeof da>
