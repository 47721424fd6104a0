import type { Lang } from '../kernel/day.ts'
import type { Words } from '../kernel/words.ts'

const da = {
  title: 'Havneby: en opdigtet by',
  lead: 'Alle mennesker og sager her er opdigtede. Vælg, hvem du vil være, og se byen med deres øjne.',
  guests: 'Hvem der kan logge ind', name: 'Navn', role: 'Rolle', enter: 'Ind', keys: (password: string) => `Tryk på "Log ind", eller brug den almindelige vej med brugernavn og adgangskoden ${password}.`, enterAs: 'Log ind', noRole: 'Ingen rolle',
  citizenTitle: 'Borgeren', citizenLead: 'En borger får en kode på papir af visitator og åbner sine noter et andet sted. Her er navn og adgangssætning på dem, der har været der før:', citizenLink: 'Borgerens indgang',
  clockTitle: 'Uret', clockNow: 'I byen er klokken', clockLead: 'Flyt uret for at se, hvad der sker, når tiden går.',
  day: 'En dag frem', week: 'En uge frem', fourWeeks: 'Fire uger frem', back: 'Tilbage til nu',
} as const

const en = {
  title: 'Havneby: an invented town',
  lead: 'All people and cases here are invented. Choose who you want to be and see the town with their eyes.',
  guests: 'Who can sign in', name: 'Name', role: 'Role', enter: 'In', keys: (password: string) => `Press "Sign in", or take the ordinary way with the user name and the password ${password}.`, enterAs: 'Sign in', noRole: 'No role',
  citizenTitle: 'The citizen', citizenLead: 'A citizen gets a code on paper from the visitator and opens her notes in another place. Here are name and passphrase of those who have been there before:', citizenLink: 'The citizen’s entrance',
  clockTitle: 'The clock', clockNow: 'In the town it is', clockLead: 'Move the clock to see what happens as time goes.',
  day: 'One day on', week: 'One week on', fourWeeks: 'Four weeks on', back: 'Back to now',
} as const satisfies Words<typeof da>

export const demoText: Readonly<Record<Lang, Words<typeof da>>> = { da, en }
