import type { Lang } from '../../kernel/day.ts'
import type { Words } from '../../kernel/words.ts'

const da = {
  title: 'Havneby: en opdigtet by',
  lead: 'Lods samler kommunen, politiet og Dansk Stalking Center om den, der er udsat for stalking. Her kan du prøve det: alle mennesker og sager er opdigtede, og et tryk på et navn gør dig til den person.',
  first: 'Prøv det her først',
  steps: {
    firstContact: 'møder en borger på jobcentret. Send en henvendelse på under tre minutter.',
    visitator: 'har henvendelsen i sin indbakke. Afklar den, og se, hvem der har stafetten.',
    citizen: 'skriver i sin egen log på telefonen. Se, hvad hun viser, og hvem der har set det.',
  },
  citizen: 'Borgeren', be: (name: string) => `Bliv ${name}`, beCitizen: 'Bliv borgeren',
  all: 'Alle i byen', citizens: 'Borgere', citizenOf: (signIn: string) => `Borgeren "${signIn}"`, citizenNote: 'har været der før', citizenNotes: {
    'stille havn 27': 'har skrevet i et år. Koordinator og politi er med', 'gul cykel 8': 'skriver log i fire uger', 'lille fyr 5': 'er lige henvist til politiet', 'rød bøje 16': 'er 16 år og går i skole',
  }, noRole: 'Ingen rolle: ser ingen sager',
  paper: 'En ny borger får en kode på papir af visitator og åbner den ved', citizenLink: 'borgerens indgang',
  keysTitle: 'Log ind med navn og adgangskode', keys: (password: string) => `Alle medarbejdere har adgangskoden ${password}. De logger ind på`, staffLink: 'medarbejdernes indgang',
  keysCitizen: (passphrase: string) => `Borgerne har adgangssætningen: ${passphrase}.`, signIns: 'Brugernavne',
  openTitle: 'Uden log ind', openLead: 'Borgere og samarbejdspartnere kan læse:', openLink: 'Råd for alle', openTools: 'Redskaber og skemaer',
  clockTitle: 'Uret', clockNow: 'I byen er det', clockLead: 'Flyt uret for at se, hvad der sker, når tiden går.',
  day: 'En dag frem', week: 'En uge frem', fourWeeks: 'Fire uger frem', back: 'Tilbage til nu',
} as const

const en = {
  title: 'Havneby: an invented town',
  lead: 'Lods brings the municipality, the police and the Danish Stalking Center together around the one who is stalked. Try it here: all people and cases are invented, and one press on a name makes you that person.',
  first: 'Try this first',
  steps: {
    firstContact: 'meets a citizen at the job centre. Send an enquiry in under three minutes.',
    visitator: 'has the enquiry in the inbox. Clarify it, and see who has the baton.',
    citizen: 'writes in her own log on the telephone. See what she shows, and who has seen it.',
  },
  citizen: 'The citizen', be: (name: string) => `Be ${name}`, beCitizen: 'Be the citizen',
  all: 'Everybody in town', citizens: 'Citizens', citizenOf: (signIn: string) => `The citizen "${signIn}"`, citizenNote: 'has been there before', citizenNotes: {
    'stille havn 27': 'has written for a year. Coordinator and police take part', 'gul cykel 8': 'keeps a log for four weeks', 'lille fyr 5': 'has just been referred to the police', 'rød bøje 16': 'is 16 years old and goes to school',
  }, noRole: 'No role: sees no cases',
  paper: 'A new citizen gets a code on paper from the visitator and opens it at', citizenLink: 'the citizen’s entrance',
  keysTitle: 'Sign in with name and password', keys: (password: string) => `All staff have the password ${password}. They sign in at`, staffLink: 'the staff entrance',
  keysCitizen: (passphrase: string) => `The citizens have the passphrase: ${passphrase}.`, signIns: 'User names',
  openTitle: 'Without signing in', openLead: 'Citizens and partners can read:', openLink: 'Advice for everybody', openTools: 'Tools and forms',
  clockTitle: 'The clock', clockNow: 'In the town it is', clockLead: 'Move the clock to see what happens as time goes.',
  day: 'One day on', week: 'One week on', fourWeeks: 'Four weeks on', back: 'Back to now',
} as const satisfies Words<typeof da>

export const demoText: Readonly<Record<Lang, Words<typeof da>>> = { da, en }
