import type { Words } from '../kernel/words.ts'
import { da as files } from './report.da.ts'

const messages = (count: number) => (count === 1 ? '1 besked' : `${count} beskeder`)
type Is<K extends string> = { readonly [P in K as `is-${P}`]: string }
/** What a file is instead of an export, as refusals: `imports.is-picture`. */
const instead = Object.fromEntries(Object.entries(files.unread).map(([kind, said]) => [`is-${kind}`, said])) as Is<keyof typeof files.unread>

export const da = {
  refusals: {
    ...instead,
    stays: 'Kommunen har gemt sagen, efter at du viste noget herfra. Derfor kan filen ikke slettes. Andre kan ikke se den.',
    'no-file': 'Vælg den fil, du har hentet fra telefonen.',
    'no-chat': 'Filen indeholder ingen beskeder, vi kan læse. Vælg den fil, som "Eksportér chat" lavede.',
    'bad-member': files.badChat, 'locked-chat': files.lockedChat, 'bad-zip': files.badZip, 'too-much': files.tooMuch,
    'chosen-before': 'Du har valgt allerede. Det, du valgte første gang, er gemt.',
    'needs-me': 'Vælg, hvilket navn der er dit.',
    'needs-concerns': 'Vælg mindst én, som det handler om. Det kan ikke være dig selv.',
    'needs-order': 'Vælg, om dag eller måned står først. Filen viser det ikke.',
    'no-day': 'Skriv en dag, der findes i kalenderen.',
    'ends-first': 'Den sidste dag skal være efter den første.',
    'nothing-chosen': 'Der er ingen beskeder fra de dage. Vælg andre dage.',
    'needs-message': 'Vælg mindst én besked.',
    'too-many-typical': 'Du kan have fem typiske eksempler i alt. Vælg færre, eller fjern et mærke først.',
  },
  title: 'Beskeder fra telefonen', lead: 'Hent en samtale ind fra WhatsApp. Du vælger bagefter, hvad der skal gemmes.',
  how: 'Sådan får du filen', steps: ['Åbn samtalen i WhatsApp.', 'Tryk på menuen og vælg "Eksportér chat".', 'Gem filen på telefonen. Vælg den her.'],
  trace: 'Filen ligger bagefter på telefonen. Slet den, hvis andre kan komme til at se den.',
  file: 'Fil', fileHint: 'En .txt- eller .zip-fil.', take: 'Hent ind', before: 'Hentet før', waits: 'venter på dit svar', keptCount: (count: number) => `${messages(count)} gemt`,
  askTitle: 'Hvad skal gemmes?', messages,
  found: (count: number, first?: string, last?: string) => (first && last ? `Der er ${messages(count)}, fra ${first}${last === first ? '' : ` til ${last}`}.` : `Der er ${messages(count)}.`),
  me: 'Hvem er du?', meHint: 'Det navn, du selv skriver under.', concerns: 'Hvem handler det om?', concernsHint: 'Vælg en eller flere. Andre i samtalen kommer ikke med.', concernsTwo: 'Vælg den anden.',
  order: 'Hvad står først i datoerne?', orderHint: 'Filen viser det ikke. Se efter i en besked, du husker.', orders: { dmy: 'Dagen (3/11)', mdy: 'Måneden (11/3)', ymd: 'Året' },
  from: 'Fra dag', to: 'Til dag', restGoes: 'Kun det, du vælger, bliver gemt. Resten af filen bliver slettet her.', keep: 'Gem det valgte',
  goOn: 'Se det, du har gemt',
  account: 'Er alt kommet med?', fileSize: 'Hele filen, som den kom', chatSize: 'Samtalens tekst', inMessages: 'I beskeder og systemlinjer', inRest: 'I resten', systemLines: 'Systemlinjer', filesWithin: 'Filer i samtalen', unpacked: 'Samtale og filer, pakket ud',
  filesOf: (there: number, missing: number, bytes: string) => `${there} med, ${missing} mangler (${bytes})`, looseOf: (count: number) => `${count} nævnt ingen steder`,
  damaged: (names: string) => `Beskadiget i filen fra telefonen: ${names}. Beskederne kommer med, men ikke den fil. Hent eksporten igen, hvis du vil have den med.`,
  damagedNow: (names: string) => `Kom ikke med, fordi den er beskadiget i filen fra telefonen: ${names}. Alle beskeder er gemt.`, notCome: (name: string) => `filen ${name} kom ikke med`,
  bytes: (count: string) => `${count} bytes`,
  suspects: (count: number) => (count === 1 ? '1 linje ser anderledes ud end de andre. Se den efter.' : `${count} linjer ser anderledes ud end de andre. Se dem efter.`),
  mayBeCut: 'Filen er måske klippet af: WhatsApp tager ikke de ældste beskeder med i lange samtaler.',
  zone: 'Tiderne er læst som dansk tid.', rawIsEvidence: 'Bytes fra filen er gemt sammen med hver besked.',
  remove: 'Slet det hele igen', removeTold: 'Filen og det, du har hentet fra den, bliver slettet her. Det, du har lagt i loggen, bliver liggende.', removeYes: 'Ja, slet det',
  listTitle: 'Det, du har gemt', liftedCount: (count: number) => `${messages(count)} er lagt i din log.`, seeLog: 'Se loggen',
  days: (count: number, withContact: number, ofDays: number) => `${messages(count)} fra den anden, ${ofDays === 1 ? 'på én dag' : `på ${withContact} af ${ofDays} dage`}.`,
  weeks: 'Beskeder fra den anden pr. uge', onlyCounts: 'Det er en optælling og ikke en vurdering.', oneWeek: (day: string) => `Du ser ugen, der begynder ${day}.`, allWeeks: 'Se alle uger', byWeek: 'Find en uge',
  choose: 'Læg beskeder i loggen', chooseHint: 'Vælg dem, der viser det tydeligst. De bliver lagt ind ord for ord.',
  typical: 'Det er typiske eksempler', typicalHint: (left: number) => `Du kan have fem i alt. Der er plads til ${left} mere.`, lift: 'Læg i loggen',
  pages: 'Sider', earlierPage: 'Forrige side', laterPage: 'Næste side', pageOf: (page: number, of: number) => `Side ${page} af ${of}`,
  noTime: 'uden tid', nobody: 'ukendt', noText: '(ingen tekst)', files: (count: number) => (count === 1 ? '1 fil' : `${count} filer`), looksOdd: 'ser anderledes ud', inLog: 'står i loggen',
} as const
export type Texts = Words<Omit<typeof da, 'messages' | 'steps'>> & { readonly messages: (count: number) => string; readonly steps: readonly string[] }
