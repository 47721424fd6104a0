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
  refusals: {},
  homeTitle: 'Hvor er du i modellen?',
  homeLead: 'Én indgang. Alle, der møder en borger, som måske er udsat for stalking, går til visitator. Tryk dér, hvor du står.',
  firstContactTask: 'Alle ansatte i kommunen, politiet og hos frivillige. Lyt, og tag det alvorligt. Ved fare: ring 112. Otte spørgsmål, under tre minutter.',
  visitatorTask: 'Afklarer, om det er stalking. Rådgiver. Henviser videre med samtykke. Sparrer med kolleger.',
  coordinatorTask: 'Finder sammen med borgeren ud af, hvad der er brug for, og samler dem, der kan hjælpe.',
  policeTask: 'Modtager forberedte henvisninger. Sparrer, og henviser den anden vej.',
  dscTask: 'Rådgivning for udsatte og pårørende, sparring for fagpersoner, tilbud til den, der stalker.',
  sendEnquiry: 'Send en henvendelse',
  standsIn: 'stedfortræder',
  vacant: 'Lederen skal udpege en. Ring til organisationen imens.',
} as const
export type Texts = Words<typeof da>
