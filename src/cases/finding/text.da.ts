import type { Words } from '../../kernel/words.ts'

export const da = {
  title: 'Navnetjek',
  lead: 'Navnene bliver ikke gemt. De bliver lavet om til et tal, som kun kan svare på ét: har en anden sag de samme to med modsat rolle? Kun lederen får svaret, og ikke hvem det er.',
  section: 'Navnetjek (kan udelades)',
  exposed: 'Den udsattes navn', other: 'Den anden parts navn',
  hint: 'Hele navnet. Det bliver ikke gemt.',
  ground: 'Grunden til at tjekke',
  grounds: { impartial: 'Så den samme medarbejder ikke har begge parter (skal kontrolleres)', safety: 'For borgerens sikkerhed (skal kontrolleres)' },
  save: 'Tjek navnene',
  crossings: 'Sammenfald', crossingsEmpty: 'Der er ingen sammenfald.',
  crossing: 'Der er et sammenfald',
  crossingWhat: (name: string) => `${name} kan ikke have den. En anden skal tage den.`, crossingFine: 'Ingen skal give den fra sig.',
  columns: { number: 'Nummer', since: 'Siden', says: 'Hvad det betyder' }, notNow: 'Ikke nu',
  decided: (name: string, day: string) => `Du besluttede ${day}, at ${name} må have begge:`,
  both: 'Lad en familierådgiver have begge', reason: 'Hvad er grunden?', person: 'Hvem?', decide: 'Beslut',
} as const
export type NameTexts = Words<typeof da>
