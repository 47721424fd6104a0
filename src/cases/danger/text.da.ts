import type { Words } from '../../kernel/words.ts'

export const da = {
  nav: 'Fare for liv',
  title: 'Er der fare for nogens liv?',
  lead: 'Ring 112, hvis det er nu. Her kan du i en time se, hvordan borgeren kan kontaktes sikkert, og hvordan sagen står. Det står øverst hos lederen, til det er set igennem, og borgeren kan se, at du har åbnet sagen.',
  reason: 'Hvad er faren, og hvorfor kan det ikke vente?', reasonHint: 'Lederen læser det. Skriv så meget, at en anden kan forstå det.', go: 'Videre: hvem drejer det sig om?',
  whoTitle: 'Hvem drejer det sig om?', whoLead: 'Grunden er skrevet. Skriv sagens nummer, så åbner du sagen i en time.', number: 'Sagens nummer', numberHint: 'For eksempel 2026-0004. Kender du det ikke, så ring til visitator.', open: 'Åbn i en time',
  openTitle: (number: string) => `Sag ${number}, åbnet på grund af fare`, until: (when: string) => `Du kan se det her til ${when}. Det står nu øverst hos lederen, næste gang hun eller han er her. Ring selv, hvis lederen skal vide det nu.`,
  status: 'Sagen er', has: 'Ring til', finding: 'Senest besluttet', enquiry: 'Henvendelsen', urgent: 'Der står, at det haster.', nobody: 'Ingen har sagen lige nu. Ring til lederen.',
  listTitle: 'Åbnet på grund af fare', listLead: 'Læs hver enkelt igennem. Tal med kollegaen, og skriv, hvad I fandt ud af.', none: 'Ingen har åbnet en sag på den måde.',
  saidBy: (name: string, organisation: string) => `${name}, ${organisation}`, opened: (number: string, from: string) => `Åbnede sag ${number} ${from}`, notOpened: 'Åbnede ingen sag',
  note: 'Hvad fandt I ud af?', reviewed: (name: string, day: string) => `Set igennem af ${name} ${day}`, save: 'Set igennem', own: 'Det er din egen. En anden leder eller databeskyttelsesrådgiveren ser den igennem.',
  second: {
    heading: 'Det her skal en anden se igennem', mine: 'Det her skal du se igennem', look: 'Det er gjort af en leder, eller det lukker en leder ude. Læs det, og skriv, hvad du fandt ud af.',
    watch: 'Databeskyttelsesrådgiveren eller en anden leder ser det igennem. Er der ingen, så giv en rollen.',
    danger: (number: string, day: string, name: string) => `${number === '' ? 'Ingen sag' : `Sag ${number}`}, ${day}: ${name} åbnede på grund af fare`,
    shut: (number: string, day: string, name: string) => `Sag ${number}, ${day}: ${name} er lukket ude`,
  },
  waits: (count: number) => (count === 1 ? 'En kollega har åbnet en sag på grund af fare for liv.' : `${count} gange er en sag åbnet på grund af fare for liv.`), toList: 'Læs og skriv, hvad I fandt ud af',
} as const
export type Texts = Words<typeof da>
