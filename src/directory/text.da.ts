import type { Role } from '../kernel/actor.ts'
import type { Words } from '../kernel/words.ts'

export const roleNames = {
  citizen: 'Borger', firstContact: 'Første kontakt', visitator: 'Stalkingvisitator', primaryCoordinator: 'Primær koordinator', policeContact: 'Politiets kontaktperson',
  dscAdviser: 'Rådgiver i Dansk Stalking Center', leader: 'Leder', tovholder: 'Tovholder', operator: 'Drift',
  familyCounsellor: 'Familierådgiver', followUpMember: 'Medlem af følgegruppen', steeringMember: 'Medlem af styregruppen', workEnvironment: 'Arbejdsmiljø',
  hr: 'HR', trainingCoordinator: 'Koordinator for undervisning og oplysning', toolEditor: 'Redaktør af redskaber', evaluator: 'Den, der evaluerer',
  groupVolunteer: 'Frivillig i selvhjælpsgruppe', keyPerson: 'Nøgleperson', dataProtectionOfficer: 'Databeskyttelsesrådgiver',
} as const satisfies Record<Role, string>

export const da = {
  refusals: {
    'not-yourself': 'Du kan ikke give rollen til dig selv. Bed en anden om det.', past: 'Vælg i dag eller en dag, der kommer.',
    'ends-before': 'Den sidste dag ligger før den første.', 'holds-already': 'Den person har allerede rollen i den tid.', 'too-long': 'En stedfortræder er der højst et år ad gangen.',
    'not-oneself': 'Vælg en anden end den, der er væk.', 'not-held-then': 'Rollen er ikke givet i hele den tid.', 'stood-in-already': 'Der er allerede en stedfortræder i den tid.',
    'away-too': 'Den person er selv væk i den tid. Vælg en anden.', 'ended-already': 'Rollen er allerede slut den dag. Se listen igen.',
    'stands-in-itself': 'Den, der er stedfortræder for en anden, kan ikke selv få en stedfortræder. Slut den her, og vælg en ny.',
    'needs-role': 'Vælg en rolle.', 'needs-person': 'Vælg en person.', 'needs-from': 'Vælg den første dag.', 'needs-to': 'Vælg den sidste dag.', 'needs-day': 'Skriv dagen som en dato.',
    'part-long': 'Skriv det med højst 60 tegn.', 'phone-wrong': 'Skriv nummeret med tal.', 'needs-place': 'Vælg, hvor personen arbejder.', 'needs-name': 'Skriv navnet.',
    'needs-sign-in': 'Skriv et brugernavn på mindst tre tegn uden mellemrum.', 'sign-in-taken': 'Det brugernavn har en anden. Vælg et andet.',
  },
  roles: {
    nav: 'Roller', title: 'Hvem har hvilken rolle', lead: 'Listen gælder den dag, du vælger. En rolle bliver sluttet, aldrig slettet, så du kan se, hvem der havde den før.',
    day: 'Vis listen for den', show: 'Vis', wrongDay: 'Det var ikke en dag i kalenderen. Listen gælder i dag.', onDay: (day: string) => `Sådan er det ${day}`,
    columns: { role: 'Rolle', name: 'Navn', phone: 'Telefon', time: 'Fra og til', change: 'Det kan du gøre' },
    time: (from: string, to: string) => `${from} til ${to}`, onwards: (from: string) => `fra ${from}`, never: 'begyndte aldrig',
    coming: 'Det kommer', none: 'Ingen har en rolle den dag.', standsInFor: (name: string) => `stedfortræder for ${name}`, standsIn: 'stedfortræder', isAway: (day: string) => `væk til og med ${day}`,
    give: 'Giv en rolle', addPerson: 'Tilføj en person', end: 'Slut rollen', standIn: 'Vælg stedfortræder', away: 'Jeg er væk', back: 'Slut stedfortræderen', handOver: 'Overdrag sagerne', of: (name: string) => ` for ${name}`,
    giveLead: 'Rollen giver ret til at se det, arket siger. Du kan ikke give en rolle til dig selv.', role: 'Rolle', person: 'Person', from: 'Første dag', to: 'Sidste dag',
    toHint: 'Lad den stå tom, hvis rollen gælder indtil videre.', part: 'Del af rollen', partHint: 'For eksempel voksne eller familier. Den står ved navnet og giver ingen ret.',
    isStandIn: 'Er fast stedfortræder: hjælper, når den, der har rollen, ikke er der', save: 'Gem', backTo: 'Til listen',
    awayTitle: (role: string, name: string) => `Stedfortræder for ${name}, ${role}`,
    awayLead: 'I den tid handler stedfortræderen i rollen. Sagerne bliver hos den, der er væk, og er der igen dagen efter.',
    by: 'Hvem er stedfortræder?', firstAway: 'Første dag væk', lastAway: 'Sidste dag væk', same: 'Kolleger fra samme organisation står først.',
    personTitle: 'Tilføj en person', personLead: 'Personen kan ikke se noget, før du giver en rolle.', name: 'Navn', place: 'Arbejder i', phone: 'Telefon på arbejdet',
    signIn: 'Brugernavn', signInHint: 'Driften giver den første adgangskode til dette navn med kommandoen lods password.', changeTitle: (name: string) => `Ret ${name}`, change: 'Ret telefon eller afdeling',
    parts: { adults: 'voksne', families: 'familier' },
    vacantTitle: 'Der mangler nogen i modellen', vacantNow: (role: string) => `Ingen har rollen ${role} i dag.`, vacantFrom: (role: string, day: string) => `Ingen har rollen ${role} fra ${day}.`,
    vacantDo: 'Giv rollen til en',
  },
  homeTitle: 'Hvor er du i modellen?',
  homeLead: 'Én indgang. Alle, der møder en borger, som måske er udsat for stalking, går til visitator. Tryk dér, hvor du står.',
  firstContactTask: 'Alle ansatte i kommunen, politiet og hos frivillige. Lyt, og tag det alvorligt. Ved fare: ring 112. Otte spørgsmål, under tre minutter.',
  visitatorTask: 'Afklarer, om det er stalking. Rådgiver. Henviser videre med samtykke. Sparrer med kolleger.',
  coordinatorTask: 'Finder sammen med borgeren ud af, hvad der er brug for, og samler dem, der kan hjælpe.',
  policeTask: 'Modtager forberedte henvisninger. Sparrer, og henviser den anden vej.',
  dscTask: 'Rådgivning for udsatte og pårørende, sparring for fagpersoner, tilbud til den, der stalker.',
  sendEnquiry: 'Send en henvendelse',
  vacant: 'Lederen skal udpege en. Ring til organisationen imens.',
} as const
export type Texts = Words<typeof da>
