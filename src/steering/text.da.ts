import type { Words } from '../kernel/words.ts'

export const da = {
  refusals: {
    'needs-text': 'Skriv en tekst.', 'too-long': 'Teksten er for lang. Gør den kortere.', 'needs-day': 'Vælg en dag.', 'needs-owner': 'Vælg en, der har en rolle i dag.', 'needs-body': 'Vælg, hvem der mødes.',
    'needs-months': 'Skriv et antal måneder fra 1 til 36.', 'needs-kind': 'Vælg, hvad det er.', 'needs-part': 'Vælg, hvad der skal ændres.', 'needs-answer': 'Vælg ja eller nej.', 'not-new': 'Det er allerede gjort.',
  },
  title: 'Styring', lead: 'Dagsorden, beslutninger og det, der holder indsatsen i live. Her står aldrig noget om en borger.', noPersons: 'Skriv ikke om en borger. Et sagsnummer er nok.',
  pages: { numbers: 'Tal uden personer', alive: 'Indsatsen lever videre', changes: 'Ændringer af modellen' },
  bodies: { followUp: 'Følgegruppen', steering: 'Styregruppen', management: 'Ledelsen' },
  agenda: 'Det skal på næste dagsorden', agendaNone: 'Der er ikke sket noget, som skal på en dagsorden.', own: 'Egne punkter', call: 'Indkald', callTitle: 'Indkald til et møde', callHint: 'Punkterne ovenfor lægges på dagsordenen, som de står nu.',
  who: 'Hvem mødes?', day: 'Dag', meetings: 'Møder', noMeetings: 'Der er ikke holdt møder endnu.', meeting: (body: string, on: string) => `${body}, ${on}`, openDecisions: 'Beslutninger, der ikke er gjort færdige', late: 'over fristen',
  points: {
    vacancy: (role: string, on: string) => `Ingen har rollen ${role} fra ${on}.`, late: (cases: string) => `Frister, der er overskredet: ${cases}.`, missed: (number: string, due: string, name: string) => `${number}, frist ${due}${name && `, ${name}`}`, calls: (lines: string) => `Opkald, der er lovet og ikke er sket: ${lines}.`, tracks: (lines: string) => `Familierådgivere, der ikke har svaret til tiden: ${lines}.`, declined: (cases: string) => `Henvisninger, der er sendt tilbage: ${cases}.`,
    changes: (count: number) => `Forslag til ændringer, der venter på svar: ${count}.`, decisions: (count: number) => `Beslutninger over fristen: ${count}.`, untold: (count: number) => (count === 1 ? 'Informationsplanen har 1 linje over fristen.' : `Informationsplanen har ${count} linjer over fristen.`),
    newcomers: (count: number) => (count === 1 ? '1 ny kollega har ikke fået modellen forklaret.' : `${count} nye kolleger har ikke fået modellen forklaret.`), noOwner: (year: string) => `Ingen har ansvaret for indsatsen i ${year}.`,
  },
  minutes: 'Referat', writeMinutes: 'Gem referatet', noMinutes: 'Der er ikke skrevet referat endnu.', decisions: 'Beslutninger', noDecisions: 'Ingen beslutninger endnu.', decided: 'Hvad er besluttet?', owner: 'Hvem gør det?', due: 'Senest', addDecision: 'Tilføj beslutningen', done: 'Gjort', doneOn: (on: string) => `gjort ${on}`, calledBy: (name: string, on: string) => `Indkaldt af ${name} ${on}. Dagsordenen er, som det stod den dag.`,
  columns: { what: 'Hvad', whom: 'Til hvem', how: 'Hvordan', who: 'Hvem', when: 'Næste gang', due: 'Senest', act: 'Handling', part: 'Emne', from: 'Fra', state: 'Status', kind: 'Slags', says: 'Ordlyd', on: 'Dato' },
  numbers: {
    lead: 'Hele år, der er slut. Tal under 5 vises ikke, og heller ikke tal, man kunne regne dem ud af. Under 25 sager om året deles intet op.', year: (year: string) => `År ${year}`, running: 'Året, der er i gang, tælles, når det er slut.',
    what: { cases: 'Henvendelser, der blev til en sag', referrals: 'Henvisninger sendt', answers: 'Svar på henvisninger', stalks: 'Henvist, fordi de selv stalker, og svarene', consents: 'Samtykker givet' },
    parts: { municipality: 'Kommunen', police: 'Politiet', dsc: 'Dansk Stalking Center', other: 'Andre', primaryCoordinator: 'Primær koordinator', policeContact: 'Politiets kontaktperson', dscAdviser: 'Rådgiver i Dansk Stalking Center', taken: 'Taget imod', back: 'Sendt eller taget tilbage', waiting: 'Venter' },
    count: 'Antal', part: 'Fordelt på',
  },
  alive: {
    lead: 'Modellen skal overleve, at folk skifter job. Her står, hvem der har ansvaret i år, hvem der skal vide hvad, og hvem der har bakket op.', owner: (year: string) => `Ansvarlig i ${year}`, noOwner: 'Ingen er udpeget endnu.', name: 'Udpeg', plan: 'Informationsplan', planNone: 'Der er ikke lagt en plan endnu.',
    overdue: 'over tiden', every: (months: number) => (months === 1 ? 'hver måned' : `hver ${months}. måned`), tell: 'Det er sket i dag', addLine: 'Læg en linje i planen', what: 'Hvad skal de vide?', whom: 'Hvem skal vide det?', how: 'Hvordan?', months: 'Hvor mange måneder mellem hver gang?', teller: 'Hvem fortæller det?', add: 'Tilføj',
    newcomers: 'Nye, der skal have modellen forklaret', newNone: 'Ingen nye lige nu.', since: (on: string) => `siden ${on}`, newTold: 'Modellen er forklaret', backing: 'Forankring', backingNone: 'Der er ikke skrevet noget endnu.', kinds: { backing: 'Opbakning', job: 'Stillingsbeskrivelse' }, addBacking: 'Skriv opbakning eller stillingsbeskrivelse', kind: 'Hvad er det?', by: 'Hvem?', says: 'Hvad siger de, eller hvad står der?', on: 'Hvornår?',
  },
  changes: {
    lead: 'En ændring foreslås, besluttes med en grund og udgives med den dag, den gælder fra.', none: 'Der er ingen forslag.', states: { proposed: 'Foreslået', agreed: 'Besluttet', declined: 'Afvist', published: 'Udgivet' },
    parts: { roles: 'Roller', deadlines: 'Frister', forms: 'Skemaer', tools: 'Redskaber', other: 'Andet' }, part: 'Hvad skal ændres?', proposal: 'Forslag', reason: 'Hvorfor?', propose: 'Send forslaget', decide: 'Beslut', decideTitle: 'Beslut et forslag', answer: 'Skal det gøres?', yes: 'Ja', no: 'Nej', why: 'Grund', from: 'Gælder fra', publish: 'Udgiv',
    publishedTitle: 'Det nye i modellen', publishedLead: 'Ændringer, der er besluttet, og dagen, de gælder fra.', publishedNone: 'Der er ikke ændret noget endnu.', suggest: 'Foreslå en ændring', sent: 'Forslaget er sendt til tovholderen.', holds: (on: string) => `Gælder fra ${on}`,
  },
  mine: { title: (n: number) => (n === 1 ? 'Du skal føre en beslutning ud i livet' : `Du skal føre ${n} beslutninger ud i livet`), by: (day: string) => `Senest ${day}.`, from: (day: string) => `Besluttet på mødet ${day}.`, then: 'Sig til tovholderen, når det er gjort.' },
  remind: { title: 'Det skal du se på', open: 'Åbn styring' },
} as const
export type Texts = Words<typeof da>
