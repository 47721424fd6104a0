import type { NameTexts } from './text.da.ts'

export const en = {
  title: 'Name check',
  lead: 'The names are not kept. They are made into a number that can answer one thing only: does another case have the same two in opposite parts? Only the leader hears the answer, and not who it is.',
  section: 'Name check (may be left out)',
  exposed: 'The exposed person’s name', other: 'The other party’s name',
  hint: 'The whole name. It is not kept.',
  ground: 'The reason for checking',
  grounds: { impartial: 'So that one colleague does not have both parties (to be checked)', safety: 'For the safety of the citizen (to be checked)' },
  save: 'Check the names',
  crossings: 'Crossings', crossingsEmpty: 'There are no crossings.',
  crossing: 'There is a crossing',
  crossingWhat: (name: string) => `${name} cannot have it. Somebody else must take it.`, crossingFine: 'Nobody has to give it up.',
  columns: { number: 'Number', since: 'Since', says: 'What it means' }, notNow: 'Not now',
  decided: (name: string, day: string) => `On ${day} you decided that ${name} may have both:`,
  both: 'Let a family counsellor have both', reason: 'What is the reason?', person: 'Who?', decide: 'Decide',
} satisfies NameTexts
