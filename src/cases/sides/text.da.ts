import type { Words } from '../../kernel/words.ts'
import type { SideKind, SideMove, SideNext, SideStatus } from './rules.ts'

export const da = {
  statuses: { open: 'Åben', closed: 'Lukket' } satisfies Record<SideStatus, string>,
  nexts: { plan: 'Læg en plan for arbejdet', talk: 'Første samtale', review: 'Tal sammen igen', 'await-answer': 'Vent på svar fra Dansk Stalking Center', decide: 'De sagde nej: find en anden vej', 'call-back': 'Ring som aftalt', none: 'Der venter ikke noget' } satisfies Record<SideNext, string>,
  moves: {
    open: 'Sagen er begyndt', plan: 'Plan lagt', talk: 'Samtale holdt', offer: 'Fortalt om hjælp', note: 'Notat', appoint: 'Sagen er givet videre', close: 'Sagen lukket', call: 'Opkald', reopen: 'Sagen genåbnet', 'hand-over': 'Taget over', withdraw: 'Samtykket er trukket tilbage', refer: 'Henvist til Dansk Stalking Center', 'taken-on': 'Dansk Stalking Center har taget imod',
    heard: 'Der er svar på henvisningen', 'came-back': 'Dansk Stalking Center har sendt den tilbage', remind: 'Fristen er gået: påmindelse', 'pass-on': 'Fristen er gået: givet videre', 'to-leader': 'Fristen er gået: en anden skal udpeges',
    contact: 'Kontakt med den anden part', contacted: 'Kontakten med den anden part er sket',
  } satisfies Record<SideMove, string>,
  doing: {
    plan: 'Læg en plan', planAgain: 'Se planen igennem', talk: 'Skriv om en samtale', offer: 'Skriv, at du har fortalt om hjælp', note: 'Skriv et notat', contact: 'Kontakt den anden part', contacted: 'Skriv, at en kontakt er sket', appoint: 'Giv sagen til en anden', close: 'Luk sagen', call: 'Skriv om et opkald', reopen: 'Genåbn sagen', withdraw: 'Skriv, at samtykket er trukket tilbage',
  },
  labels: { told: 'Hvad skete der?', reason: 'Hvad er grunden?', note: 'Notat' },
  save: 'Gem',
  contactLead: 'Medarbejderen skal have det at vide, før nogen taler med den anden part. Det gælder både det, I aftaler, og det, der er sket.',
  contactSays: 'Hvad er formålet?', contactSaysHint: 'Skriv ikke, hvem I ved noget fra, og intet om medarbejderen. Den anden part kan få indsigt i det, der står her.',
  whichContact: 'Hvilken kontakt?', noteHint: 'Er det en kontakt med den anden part, så skriv det under “Kontakt den anden part” i stedet.',
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
      innerWall: 'Kun du, der har den, kan læse den. Skriv intet om den udsatte.',
      opening: 'Det her er personens egen sag. Den har intet at gøre med den udsattes.',
    },
  } satisfies Record<SideKind, object>,
  columns: { number: 'Nummer', status: 'Tilstand', next: 'Næste skridt', due: 'Inden', holder: 'Har den', give: 'Giv til' },
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
  away: (name: string) => `${name} er der ikke. En anden skal have sagen.`,
  nobodyInside: 'Ingen leder eller HR, der må kende sagen, er der lige nu. Bed tovholderen om at give en kollega rollen som HR, så kan kollegaen tage sagen. Du skal ikke sige hvorfor.',
  // What a leader gives to others
  distribution: 'Fordeling',
  distributionLead: 'Samtaler med dem, der selv har en svær adfærd. Giv dem til en anden, når den, der har dem, ikke er der. Du ser ikke, hvad de handler om.',
  distributionEmpty: 'Der er ikke noget at fordele.',
  waits: (count: number) => (count === 1 ? 'Én sag skal fordeles' : `${count} sager skal fordeles`), waitsText: 'Ingen kan arbejde med den, før du har givet den til nogen.',
  give: 'Giv', nobodyElse: 'Ingen anden har rollen i dag',
  byItself: 'Af sig selv', late: 'Fristen er gået', mustAppoint: 'Fristen er gået. En anden skal have sagen.', handOver: 'Overdrag dem til en kollega',
  yes: (until: string) => `Personen har sagt ja på skrift. Det gælder til og med ${until}.`, withdrawLead: 'Der kan ikke sendes mere. Det, der er sendt, bliver hos Dansk Stalking Center.',
  onHome: {
    employee: (count: number) => (count === 1 ? 'Fristen er gået i en medarbejdersag' : `Fristen er gået i ${count} medarbejdersager`),
    otherParty: (count: number) => (count === 1 ? 'Fristen er gået i en af dine samtaler' : `Fristen er gået i ${count} af dine samtaler`),
  },
  toLeader: 'Det er skrevet ned. Sagen står på listen, når det er afgjort, hvem der skal have den.',
} as const
export type SideTexts = Words<typeof da>
