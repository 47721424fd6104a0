import type { Words } from '../kernel/words.ts'
import type { SideKind, SideMove, SideNext, SideStatus } from './kinds.ts'

export const da = {
  statuses: { open: 'Åben', closed: 'Lukket' } satisfies Record<SideStatus, string>,
  nexts: { plan: 'Læg en plan for arbejdet', talk: 'Første samtale', review: 'Tal sammen igen', 'call-back': 'Ring som aftalt', none: 'Der venter ikke noget' } satisfies Record<SideNext, string>,
  moves: {
    open: 'Sagen er begyndt', plan: 'Plan lagt', talk: 'Samtale holdt', offer: 'Fortalt om hjælp', note: 'Notat', appoint: 'Sagen er givet videre', close: 'Sagen lukket', call: 'Opkald', reopen: 'Sagen genåbnet',
  } satisfies Record<SideMove, string>,
  doing: {
    plan: 'Læg en plan', talk: 'Skriv om en samtale', offer: 'Skriv, at du har fortalt om hjælp', note: 'Skriv et notat', appoint: 'Giv sagen til en anden', close: 'Luk sagen', call: 'Skriv om et opkald', reopen: 'Genåbn sagen',
  },
  labels: { told: 'Hvad skete der?', reason: 'Hvad er grunden?', note: 'Notat' },
  save: 'Gem',
  back: 'Tilbage til sagen',
  kinds: {
    employee: {
      list: 'Medarbejdere, der er udsatte', caseTitle: (number: string) => `Medarbejdersag ${number}`, begin: 'Begynd en sag', empty: 'Der er ingen sager.',
      lead: 'Kun leder, HR og arbejdsmiljø ser disse sager. Ingen, der arbejder med borgere, kan se dem.',
      wall: 'Kun leder, HR og arbejdsmiljø ser sagen. Ingen, der arbejder med borgere, kan se den.',
      opening: 'Skriv det, I er enige om at skrive. Bagefter har du sagen, og der skal lægges en plan.',
    },
    otherParty: {
      list: 'Samtaler med dem, der selv har en svær adfærd', caseTitle: (number: string) => `Samtaler ${number}`, begin: 'Begynd', empty: 'Du har ingen lige nu.',
      lead: 'Du ser kun dem, du selv har. De hører ikke sammen med nogen anden sag.',
      wall: 'Kun du, der har den, kan læse den. Skriv intet om den udsatte: personen kan få lov at læse det hele.',
      opening: 'Det her er personens egen sag. Den har intet at gøre med den udsattes.',
    },
  } satisfies Record<SideKind, object>,
  columns: { number: 'Nummer', status: 'Tilstand', due: 'Inden', holder: 'Har den', give: 'Giv til' },
  keptOut: 'Hvem må ikke vide det?',
  keptOutHint: 'De kan ikke se sagen, heller ikke at den er der. Det kan ikke laves om bagefter.',
  looks: 'Hvem har set sagen',
  seen: (name: string, organisation: string, count: number) => `${name}, ${organisation}: ${count === 1 ? '1 gang' : `${count} gange`}`,
  answers: 'Læs svarene',
  to: (name: string) => `Til ${name}.`,
  steps: 'Det kan du gøre',
  receiver: 'Hvem skal have sagen?',
  safety: 'Er samtalen om at være tryg holdt?',
  safetyChoices: { held: 'Ja', 'not-held': 'Nej' },
  callBackOn: 'Hvilken dag ringer du igen?',
  callsBack: (when: string) => `Aftalt opkald: ${when}`,
  away: (name: string) => `${name} er der ikke. Lederen skal give sagen til en anden.`,
  // What a leader gives to others
  distribution: 'Fordeling',
  distributionLead: 'Samtaler med dem, der selv har en svær adfærd. Giv dem til en anden, når den, der har dem, ikke er der. Du ser ikke, hvad de handler om.',
  distributionEmpty: 'Der er ikke noget at fordele.',
  waits: (count: number) => (count === 1 ? 'Én sag skal fordeles' : `${count} sager skal fordeles`), waitsText: 'Ingen kan arbejde med den, før du har givet den til nogen.',
  give: 'Giv', nobodyElse: 'Ingen anden har rollen i dag',
  toLeader: 'Det er skrevet ned. Sagen står på listen, når det er afgjort, hvem der skal have den.',
} as const
export type SideTexts = Words<typeof da>
