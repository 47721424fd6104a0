import type { Words } from '../../kernel/words.ts'

export const da = {
  title: 'Råd uden navn',
  lead: 'Når en borger vil have råd og ikke sige, hvem hun eller han er. Spørg ikke om navn, nummer eller adresse. Her skrives kun, hvilke råd du gav.',
  dutyHeading: 'Sig det her, før I taler om børn',
  duty: 'Din pligt til at give besked, hvis et barn kan have brug for hjælp, gælder også, når borgeren er anonym. (Barnets lov § 133, skal kontrolleres.)',
  dutyTold: 'Jeg har sagt det om børn',
  told: 'Hvad drejer det sig om?',
  toldHint: 'Kort, så visitator ved, hvad samtalen skal handle om. Skriv ikke noget, der viser, hvem det er.',
  save: 'Gem',
  own: 'Det, du selv har skrevet',
  ownEmpty: 'Du har ikke skrevet noget endnu.',
  becameCase: 'Blev til en sag',
  year: (year: string, talks: string, cases: string) => `I ${year}: ${talks} samtaler uden navn, ${cases} blev til en sag.`,
  number: (it: number | 'few') => (it === 'few' ? 'færre end 5' : String(it)),
  notedTitle: 'Råd givet uden navn',
  notedLead: 'Det er talt med. Kun du kan læse det.',
  wish: 'Vil borgeren gerne have en sag?',
  wishHint: 'Så går det til visitator, stadig uden navn. Rådene følger med.',
  callBack: 'Hvordan må visitator tage kontakt?',
  callBackWays: { throughMe: 'Gennem mig', citizenCalls: 'Borgeren ringer selv' },
  agreed: 'Borgeren siger ja til det',
  make: 'Lav en sag',
} as const
export type AnonymousTexts = Words<typeof da>
