import type { Words } from '../../kernel/words.ts'

export const da = {
  title: 'Hvem er lukket ude af en sag?', lead: 'En kollega, der kender borgeren eller den anden part, må ikke se sagen. Det gælder fra det øjeblik, det er skrevet, og lukker sag, log, samtykker og henvisninger.',
  officerLead: 'En leder er lukket ude af en sag: af en, der ikke er leder, eller af et navn. Læs grunden, og bekræft eller åbn igen. Det gælder imens.',
  none: 'Ingen er lukket ude af en sag.', out: 'Luk en kollega ude', number: 'Sagens nummer', person: 'Kollega', reason: 'Hvorfor?', reasonHint: 'Leder og visitator læser det. Er kollegaen selv leder, ser databeskyttelsesrådgiveren det igennem.', save: 'Luk kollegaen ude',
  case: 'Sag', who: 'Kollega', why: 'Grund', state: 'Tilstand', act: 'Bekræft eller åbn',
  kinds: { decided: 'Besluttet', party: 'Siger selv: part i sagen', relative: 'Siger selv: pårørende', 'own-name': 'Sagen har fået samme navn, som kollegaen selv hedder', 'relative-name': 'Sagen har fået samme navn, som en af kollegaens pårørende hedder' }, states: { waits: 'Lukket, venter på lederen', looks: 'Lukket, venter på en anden leder eller databeskyttelsesrådgiveren', shut: 'Lukket', lifted: 'Åbnet igen' },
  foundOn: (day: string) => `Fundet ${day}. Det kan være en anden med samme navn. Spørg kollegaen uden at sige noget om sagen.`,
  since: (day: string, name: string) => `Skrevet ${day} af ${name}.`, confirm: 'Bekræft', lift: 'Åbn igen', liftReason: 'Hvorfor kan kollegaen se sagen igen?',
  liftedBy: (name: string, day: string) => `Åbnet igen ${day} af ${name}`, confirmedBy: (name: string, day: string) => `Bekræftet ${day} af ${name}`,
  waiting: (count: number) => (count === 1 ? 'En kollega er lukket ude af en sag og venter på dig' : `${count} gange er en kollega lukket ude af en sag og venter på dig`), waitingText: 'Det gælder allerede. Bekræft det, eller åbn igen, hvis det er en fejl.',
  review: {
    title: 'Undtagelser det sidste halve år', lead: 'Hvem der har åbnet en sag ved fare for liv, og hvem der er lukket ude af en sag. De er med i det, du skriver under på.', danger: 'Åbnede sagen ved fare for liv', openings: 'åbninger ved fare', none: 'Der er ingen undtagelser.', when: 'Hvornår',
    days: (day: string, until: string | undefined) => (until === undefined ? day : `${day}, åbnet igen ${until}`),
  },
  mineTitle: 'Kender du nogen i en sag?', mineLead: 'Er du selv part i en sag, eller er du pårørende til en, der er, må du ikke se sagen. Skriv det her. Lederen ser det igennem og siger til, hvis det er en fejl.',
  nameHeading: 'Skriv navnene én gang', nameLead: 'Skriv dit eget navn og navnene på dem, du er pårørende til. Får en sag et af navnene, kan du ikke se den. Du får det ikke at vide. Et navn, der kun står inde i en tekst, bliver ikke fundet: kender du sagens nummer, så skriv også det. Sender du selv en henvendelse om en af dem, når den frem, men du ser ikke kvitteringen.',
  fullName: 'Fulde navn', fullNameHint: 'Fornavn og efternavn. Navnet bliver ikke gemt, kun et aftryk, som ingen kan læse. Ingen får det at vide, heller ikke lederen.',
  whose: 'Hvis navn er det?', whoses: { party: 'Mit eget', relative: 'En, jeg er pårørende til' }, sayName: 'Gem navnet', namesBefore: 'Navne, du har skrevet',
  nameSaid: { party: (day: string) => `Dit eget navn, skrevet ${day}.`, relative: (day: string) => `En pårørendes navn, skrevet ${day}.` }, endName: 'Brug det ikke mere', numberHeading: 'Kender du sagens nummer?',
  mineNumber: 'Sagens nummer', mineNumberHint: 'Kender du ikke nummeret, så ring til lederen. Åbn ikke sagen for at finde det.', relation: 'Hvordan?', relations: { party: 'Jeg er selv part i sagen', relative: 'Jeg er pårørende til en, der er part i sagen' }, declare: 'Luk mig ude af sagen',
  mineBefore: 'Det har du skrevet', folder: 'Er en kollega inhabil?',
} as const
export type Texts = Words<typeof da>
