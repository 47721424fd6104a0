import type { Words } from '../../kernel/words.ts'

export const da = {
  title: 'Bed om at blive ringet op',
  lead: 'For dig, der arbejder i kommunen og ikke kan logge ind. Visitator ringer til din afdeling. Skriv ikke noget om borgeren.',
  danger: 'Er nogen i fare nu, så ring 112 først. Politiet har nummer 114.',
  unit: 'Hvor arbejder du?',
  unitHint: 'Visitator ringer på afdelingens eget nummer.',
  urgent: 'Haster det?',
  urgentChoices: { yes: 'Ja, ring nu', no: 'Nej, det kan vente lidt' },
  send: 'Bed om opkald',
  sentTitle: 'Visitator ved besked',
  sentLead: 'Skriv koden ned. Med den kan du se, om nogen har taget fat. Sig de fire første tegn, når visitator ringer.',
  codeLabel: 'Din kode',
  look: 'Se, om nogen har taget fat',
  lookLabel: 'Koden fra kvitteringen',
  lookGo: 'Se',
  taken: (when: string) => `Visitator tog fat ${when}.`,
  waits: (when: string) => `Sendt ${when}. Ingen har taget fat endnu.`,
  inbox: 'Vil ringes op',
  asked: (unit: string, when: string) => `${unit}, ${when}`,
  now: 'Ring nu', before: (due: string) => `Frist: ${due}`, you: 'Du skal ringe', isTo: (name: string) => `${name} skal ringe`,
  begins: (code: string) => `Koden begynder med ${code}.`,
  take: (unit: string) => `Jeg ringer til ${unit}`,
} as const
export type OpenTexts = Words<typeof da>
