import type { Unread } from './recognise.ts'
import type { Question, RestWhy, Suspect } from './rules.ts'

const save = 'Læg filen ved en hændelse, så er den gemt.'

export const da = {
  /** What a file is that cannot be read as an export, and what to do. One sentence or two short ones. */
  unread: {
    empty: 'Filen er tom: hent eksporten igen fra telefonen.',
    picture: 'Det er et billede, ikke en eksport af en samtale: læg det ved en hændelse i stedet.',
    sound: 'Det er en lydfil, ikke en eksport af en samtale: læg den ved en hændelse i stedet.',
    film: 'Det er en video, ikke en eksport af en samtale: læg den ved en hændelse i stedet.',
    pdf: 'Det er en PDF, ikke en eksport af en samtale: læg den ved en hændelse, eller hent samtalen fra telefonen som .txt eller .zip.',
    telegram: `Det er en eksport fra Telegram, som endnu ikke kan læses. ${save}`,
    messenger: `Det er en eksport fra Messenger eller Instagram, som endnu ikke kan læses. ${save}`,
    sms: `Det er en sikkerhedskopi af SMS'er eller opkald, som endnu ikke kan læses. ${save}`,
    signal: `Det ligner en eksport fra Signal, som endnu ikke kan læses. ${save}`,
    json: `Det er en JSON-fil, som ikke er genkendt. ${save}`,
    html: 'Det er en webside: hent samtalen som .txt eller .zip fra appen, og gem også websiden.',
    xml: `Det er en XML-fil, som ikke er genkendt. ${save}`,
    mail: `Det er en e-mail, som endnu ikke kan læses. ${save}`,
    mbox: `Det er en postkasse med e-mails, som endnu ikke kan læses. ${save}`,
    contacts: `Det er kontaktkort, som endnu ikke kan læses. ${save}`,
    calendar: `Det er en kalender, som endnu ikke kan læses. ${save}`,
    table: `Det er en tabel, som endnu ikke kan læses. ${save}`,
    archive: 'Det er en pakket fil af en anden slags end .zip: pak den ud, og vælg samtalens fil.',
    database: `Det er en database, ikke en eksport: brug appens "Eksportér chat". ${save}`,
    document: 'Det er et dokument, ikke en eksport af en samtale: læg det ved en hændelse i stedet.',
    backup: `Det er en låst sikkerhedskopi, som ikke kan læses: brug appens "Eksportér chat". ${save}`,
    utf16: 'Teksten er gemt som UTF-16: hent eksporten igen fra telefonen uden at åbne den i et andet program.',
    text: 'Det er en tekst, men ingen linje begynder som en besked i en eksport fra WhatsApp: vælg filen, som telefonen lavede.',
    unknown: 'Filen er ikke genkendt som en eksport: vælg .txt- eller .zip-filen, som telefonen lavede.',
  } satisfies Record<Unread, string>,
  noChat: 'Zip-filen indeholder ingen samtale fra WhatsApp: vælg den fil, som "Eksportér chat" lavede.',
  badChat: 'Samtalens fil i zip-filen er beskadiget: hent eksporten igen fra telefonen.',
  lockedChat: 'Samtalens fil i zip-filen er låst med en kode: hent eksporten igen fra telefonen, uden kode.',
  largeChat: 'Samtalens fil i zip-filen er for stor eller for tæt pakket til at blive pakket ud: hent samtalen igen fra telefonen uden medier.',
  badZip: 'Zip-filen er beskadiget og kan ikke læses: hent eksporten igen fra telefonen.',
  tooMuch: 'Zip-filen er for stor eller har for mange filer til at blive pakket ud: hent samtalen uden medier.',
  question: {
    me: 'Hvem er du selv? (--me NAVN)',
    zone: 'Hvilken tidszone var telefonen i? Der er regnet med {zone}. (--zone ZONE)',
    'date-order': 'Står dag eller måned først? Filen viser det ikke. (--date-order dmy|mdy|ymd)',
  } satisfies Record<Question, string>,
  rest: {
    'byte-order-mark': 'bytemærke i filens start', 'before-first-entry': 'tekst før den første besked', 'blank-end': 'tomme linjer til sidst',
    'too-long': 'tekst ud over den største længde af en besked', duplicate: 'findes også i en tidligere fil', attachment: 'vedhæftet fil',
    'mac-data': 'hjælpefil fra en Mac', 'zip-inside': 'zip-fil inde i zip-filen, ikke åbnet', 'unsafe-name': 'fil med et usikkert navn, ikke åbnet',
    encrypted: 'låst fil, ikke åbnet', unreadable: 'beskadiget fil', 'too-large': 'for stor eller for tæt pakket, ikke åbnet',
    'not-understood': 'ikke forstået',
  } satisfies Record<RestWhy, string>,
  suspect: {
    'time-backwards': 'tidligere end linjen før', 'time-ahead': 'mindst en time senere end linjen efter',
      'sender-once': 'navnet findes kun denne ene gang',
    'other-shape': 'skrevet anderledes end næsten alle andre', 'line-end': 'linjeskift anderledes end næsten alle andre',
    'impossible-date': 'datoen findes ikke', 'clock-contradiction': 'klokkeslættet modsiger sig selv', 'system-text': 'appens egne ord under et navn',
    'bad-bytes': 'indeholder bytes, som ikke er tekst', cut: 'længere end den største længde',
  } satisfies Record<Suspect, string>,
  warning: {
    'may-be-cut-at-10000': 'Tæt på 10.000 beskeder: WhatsApp stopper der med medier, og de ældste kan mangle.',
    'may-be-cut-at-40000': 'Tæt på 40.000 beskeder: WhatsApp stopper der uden medier, og de ældste kan mangle.',
    'not-rising': 'Nogle linjer er tidligere end linjen før.',
    suspect: 'Nogle linjer har tegn på ikke at være, hvad de ser ud til. Den rå fil er beviset.',
    'impossible-time': 'Nogle klokkeslæt findes ikke i den valgte tidszone eller kalender.',
    'double-hour': 'Nogle klokkeslæt ligger i timen, der kommer to gange, og filen viser ikke hvilken.',
    'attachments-missing': 'Nogle vedhæftede filer er nævnt, men er ikke med.',
    'attachments-unnamed': 'Nogle filer er med, men er ikke nævnt i samtalen.',
    'me-not-found': 'Navnet efter --me findes ikke i filen; alle andre er regnet som afsendere til dig.',
    'unread-member': 'Nogle filer i zip-filen er ikke åbnet.',
    'does-not-add-up': 'Byte-regnskabet går ikke op.',
  },
  report: {
    file: 'Fil', sha: 'SHA-256', size: 'Størrelse', format: 'Format', zone: 'Tidszone', order: 'Datoer', undecided: 'ikke afgjort',
    period: 'Fra og til', none: 'ingen', messages: 'Beskeder', system: 'Systemlinjer', duplicates: 'Gengangere', attachments: 'Vedhæftet',
    present: 'med', missing: 'mangler', senders: 'Afsendere', bytes: 'Byte-regnskab', ask: 'Mangler svar', notes: 'Bemærk', signs: 'Linjer at se på',
    rest: 'Ikke beskeder',
    order_dmy: 'dag først', order_mdy: 'måned først', order_ymd: 'år først',
    raw: 'En tekstfil kan ikke vise med sikkerhed, hvor en besked slutter. Den rå fil er beviset.',
  },
  usage: 'Brug: inspect FIL [--me NAVN] [--zone ZONE] [--date-order dmy|mdy|ymd] [--lang da|en] [--json]',
  wrong: {
    option: 'Ukendt eller ufuldstændig indstilling: {what}.', 'no-file': 'Der mangler en fil.', 'many-files': 'Kun én fil ad gangen.',
    'not-found': 'Filen kan ikke åbnes: {what}.', zone: 'Ukendt tidszone: {what} (skriv fx Europe/Copenhagen).',
    order: 'Ukendt datorækkefølge: {what} (skriv dmy, mdy eller ymd).',
  },
} as const

/** The shape of the texts, for every language. */
export type ImportTexts = { readonly [K in keyof typeof da]: Texts<(typeof da)[K]> }
type Texts<T> = T extends string ? string : { readonly [K in keyof T]: Texts<T[K]> }
