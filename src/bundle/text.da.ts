// Danish words of the bundle: its paper, its read-me and what the check says.
import { windowsCheck, windowsDigest } from './check-script.ts'
import type { Words } from '../kernel/words.ts'

export const da = {
  paper: {
    printed: 'Udskrevet',
    counts: (entries: number, exhibits: number) =>
      `${entries} ${entries === 1 ? 'hændelse' : 'hændelser'}, ${exhibits} bilag`,
    title: 'Log over hændelser',
    people: 'Personoplysninger',
    other: 'Den anden part',
    background: 'Baggrund',
    typical: 'Typiske eksempler',
    all: 'Alle valgte hændelser, nyeste først',
    no: 'Nr.',
    when: 'Hvornår',
    what: 'Hvad der skete',
    exhibits: 'Bilag',
    exhibit: 'Bilag',
    exhibitList: 'Bilagsliste',
    file: 'Fil',
    size: 'Størrelse (byte)',
    digest: 'SHA-256',
    pictures: 'Billeder',
    pictureNote: 'Billederne her er kopier til at se på. Originalerne ligger uændrede i mappen data/exhibits.',
    noPicture: 'kan ikke vises på papir. Originalen ligger i mappen data/exhibits.',
    alt: (no: number, name: string) => `Billede, bilag ${no}: ${name}`,
    times: (count: number) => `${count} gange`,
    beforeLaw: 'før 1.1.2022',
    beforeLawNote: 'Hændelser mærket "før 1.1.2022" ligger før straffelovens § 242 og er baggrund.',
    seals: 'Segl',
    sealsNote: 'Hver hændelse er forseglet, da den blev skrevet. Filen data/LAES-MIG.txt siger, hvordan seglene efterprøves, og hvad de viser.',
    lastSeal: 'Kædens sidste segl',
    links: 'Led i kæden',
  },
  fields: {
    type: 'Hvad', channel: 'Hvordan', actor: 'Hvem', place: 'Sted', witnesses: 'Vidner', myResponse: 'Hvad jeg gjorde', reportedTo: 'Fortalt til',
  },
  certainty: {
    exact: '', minute: '', day: 'klokkeslæt kendes ikke', about: 'omkring', ambiguous: 'timen kom to gange, da uret blev stillet tilbage',
    impossible: 'klokkeslættet fandtes ikke den dag', unknown: 'tidspunktet er usikkert',
  },
  kinds: {
    phone: 'telefonnummer', email: 'mailadresse', address: 'adresse', postcode: 'postnummer og by', newInLife: 'noget nyt i hverdagen',
    name: 'navn på en, der har set eller hjulpet', place: 'billedet viser, hvor det er taget',
  },
  readMe: (bundle: { entries: number; links: number; head: string; folder: string }) => `HVAD DETTE ER
Mappen indeholder ${bundle.entries} hændelser, som er valgt ud af en log, med de filer, der hører til.
  data/log.pdf         loggen til at læse og skrive ud
  data/entries.jsonl   de samme hændelser, nøjagtig som de blev forseglet, en på hver linje
  data/chain.jsonl     loggens kæde: en linje for hver hændelse i hele loggen, uden indhold
  data/exhibits/       originalfilerne, byte for byte
  data/verify.sh       efterprøver det hele på egen maskine, uden netværk

SÅDAN EFTERPRØVES DET
1. Filerne er dem, der blev lagt i mappen:   sha256sum -c manifest-sha256.txt
2. Filerne, kæden og hver hændelse:          sh data/verify.sh
Begge køres i mappen ${bundle.folder}. De kræver kun sh, awk og sha256sum.

PÅ WINDOWS, I POWERSHELL
1. Zip-filen er den samme, før den pakkes ud. Tallet skal være det, der blev skrevet ned ved afleveringen:
   ${windowsDigest(`${bundle.folder}.zip`)}
2. Filerne er dem, der blev lagt i mappen. Gå ind i mappen ${bundle.folder}. Hver linje skal begynde med OK:
   ${windowsCheck}
Kæden og hver hændelse efterprøves med data/verify.sh, på Linux, macOS eller WSL.

HVAD SEGLENE VISER
- Kæden har ${bundle.links} led. Hvert led rummer seglet på leddet før. Ændres, fjernes eller flyttes et led, passer det næste ikke.
- Hver hændelse i mappen er den, som dens led blev lavet af, bogstav for bogstav, med de filer, den nævner.
- Kædens sidste segl er ${bundle.head}
  Skriv det ned ved modtagelsen. Så kan ingen senere bytte hele kæden ud.

HVAD DE IKKE VISER
- At det skrevne er sandt, eller hvem der har gjort hvad.
- Hvornår hændelserne blev skrevet: forseglingstiden er holdt tilbage sammen med private noter, men er bundet af seglet (feltet "hidden").
- Noget om de hændelser, der ikke er valgt. Deres led viser kun, at de findes eller har været der.
- At data/log.pdf siger det samme som data/entries.jsonl. PDF-filen er til at læse; det forseglede står i data/entries.jsonl.
`,
  check: {
    ok: (files: number, links: number, opened: number) => `Alt stemmer: ${files} filer, ${links} led i kæden, ${opened} hændelser åbnet.`,
    head: (seal: string) => `Kædens sidste segl: ${seal}`,
    file: (digest: string) => `Filens SHA-256: ${digest}`,
    usage: 'Brug: verify BUNDLE.zip [--head SEGL] [--lang da|en] [--json]',
    noFile: (path: string) => `Filen ${path} er der ikke.`,
    unreadable: 'Filen kan ikke læses som en zip-fil med dokumentation.',
    noBundle: 'Filen er en zip-fil, men ikke en mappe med dokumentation herfra.',
    repacked: 'Zip-filen selv er ændret eller pakket om, uden for de filer den indeholder.',
    missing: (name: string) => `Filen ${name} mangler.`,
    extra: (name: string) => `Filen ${name} hører ikke til.`,
    changed: (name: string) => `Filen ${name} er ændret.`,
    malformed: (name: string) => `Filen ${name} har ikke den form, den skal have.`,
    chain: (seq: string) => `Kæden er brudt ved led ${seq}.`,
    headDiffers: 'Kæden ender ikke med det segl, der blev opgivet.',
    entry: (seq: string) => `Hændelsen ved led ${seq} er ikke den, der blev forseglet.`,
    exhibit: (no: string) => `Bilag ${no} er ikke i mappen, som hændelsen nævner det.`,
  },
  refusals: {
    which: 'Vælg, hvilke hændelser der skal med.',
    none: 'Vælg mindst en hændelse.',
    'too-many': 'Der er flere end 5.000 hændelser. Så mange kan ikke samles på én gang.',
    purpose: 'Skriv, hvad det skal bruges til. For eksempel: Til politiet.',
    changed: 'Noget er ændret, siden du læste det igennem. Se det igen, og svar på det nye.',
    answer: 'Vælg, om den anden part ved det i forvejen, eller om hændelsen skal ud.',
    'background-tells': 'Baggrunden nævner noget, den anden part måske ikke ved. Ret teksten, eller sæt kryds.',
    'none-left': 'Alle hændelser er taget ud. Behold mindst en.',
    how: 'Vælg, hvordan det blev afleveret.', day: 'Vælg dagen.', future: 'Dagen er ikke kommet endnu. Ret den.', clock: 'Skriv klokken som 14.30, eller lad den stå tom.',
    to: 'Skriv, hvem der fik det.', sure: 'Sæt kryds, når du har læst, hvad det betyder.',
    journal: 'Vælg, om der er et journalnummer.', number: 'Skriv journalnummeret.', first: 'Vælg, hvad I har aftalt.',
    'recorded-meanwhile': 'Det er skrevet ned et andet sted imens. Se, hvad der står nu.',
  },
  steps: { label: 'Trin', choose: 'Vælg', look: 'Læs igennem', have: 'Få filen', deliver: 'Aflever' },
  start: {
    title: 'Samlet udskrift', lead: 'Saml hændelser i én fil, som politiet kan læse og efterprøve. Intet bliver sendt herfra.', leadCase: 'Saml det, borgeren har vist dig, i én fil til politiet. Intet bliver sendt herfra.',
    which: 'Hvad skal med?', all: (count: number) => (count === 1 ? 'Den ene hændelse' : `Alle ${count} hændelser`), some: 'Jeg vælger selv', list: 'Hændelser, nyeste først',
    typical: (count: number) => (count === 1 ? 'Et eksempel kommer til at stå øverst.' : `${count} eksempler kommer til at stå øverst.`),
    noTypical: 'Du har ikke valgt eksempler. Tre til fem, der viser, hvordan det plejer at være, gør det lettere at læse.', noTypicalCase: 'Borgeren har ikke valgt eksempler.',
    isTypical: 'eksempel', never: 'Det, der er kun for dig, kommer aldrig med.', neverCase: 'Borgerens egne noter kommer aldrig med. Du kan kun vælge det, der er vist.', next: 'Videre', none: 'Der er ikke noget at samle endnu.',
    shown: 'Borgeren viser dig ikke sin log lige nu. Kun borgeren kan gøre det, på sin egen side.',
    consent: 'Der er ikke et samtykke, der gælder i dag og dækker hændelser til politiet. Er det taget tilbage, kan der ikke laves mere. Det, der er afleveret, er afleveret.',
    askConsent: 'Se samtykker', earlier: 'Lavet før', madeAt: 'Lavet', count: 'Hændelser', state: 'Status', by: 'Lavet af', back: 'Tilbage til sagen',
  },
  states: {
    made: 'Ikke afleveret endnu', delivered: 'Afleveret', withdrawn: 'Kan ikke afleveres: samtykket eller visningen er taget tilbage',
    destroyed: 'Findes ikke mere: en hændelse i den er slettet',
  },
  makers: { citizen: 'Dig selv', visitator: 'Visitator', primaryCoordinator: 'Koordinator' } as Readonly<Record<string, string>>,
  look: {
    title: 'Sådan kan den anden part komme til at se det',
    lead: (entries: number, exhibits: number) => `${entries === 1 ? 'En hændelse' : `${entries} hændelser`}${exhibits > 0 ? ` og ${exhibits} bilag` : ''}. Bliver der en sag, kan den anden part få lov at læse det hele.`,
    read: (count: number) => (count === 1 ? 'Læs hændelsen' : `Læs alle ${count} hændelser`), typical: 'Eksempler, der står øverst', exhibits: 'Bilag',
    asks: (count: number) => (count === 1 ? 'En hændelse skal du tage stilling til' : `${count} hændelser skal du tage stilling til`),
    asksLead: 'Vi har fundet noget, som den anden part måske ikke ved. Se også selv efter: vi finder ikke alt.', asksNone: 'Vi fandt ikke noget, som den anden part ser ud til ikke at vide. Se selv efter: vi finder ikke alt.',
    entry: (no: number, when: string) => `Nr. ${no}, ${when}`, several: (count: number, numbers: string) => `${count} hændelser: nr. ${numbers}`, numbers: (numbers: string) => `Nr. ${numbers}`, outAll: (count: number) => `Tag de ${count} hændelser ud`, known: 'Det ved den anden part i forvejen', out: 'Tag hændelsen ud', 
    place: (where: string) => `Billedet viser, hvor det er taget (${where}). Filen kommer med, som den er.`,
    change: 'Ret i loggen', cover: 'På forsiden', purpose: 'Hvad skal det bruges til?', purposeHint: 'For eksempel: Til politiet.', purposeUsual: 'Til politiet',
    other: 'Hvem er den anden part?', otherHint: 'Navn, og de numre og profiler, der er skrevet fra. Skriv ikke dine egne nye numre.', otherHintCase: 'Navn, og de numre og profiler, der er skrevet fra. Skriv ikke borgerens nye numre.',
    background: 'Baggrund', backgroundHint: 'Kort. Også det her kan den anden part få at læse.', backgroundOk: 'Det ved den anden part i forvejen', tells: 'Baggrunden nævner',
    make: 'Lav filen', again: 'Vælg om',
  },
  wait: {
    title: 'Filen bliver lavet', lead: 'Siden ser selv efter hvert tredje sekund. Du kan roligt vente.', done: (done: number, of: number) => `${done} af ${of} bilag er klar.`, paper: 'Udskriften bliver lavet.',
    ready: 'Filen er klar.', see: 'Gå til filen', failed: 'Det gik ikke. Der er ikke lavet noget. Prøv igen.', nothing: 'Der bliver ikke lavet nogen fil lige nu.', back: 'Til samlet udskrift',
  },
  have: {
    title: (day: string) => `Samlet udskrift, ${day}`, fetch: 'Hent filen', fetchHint: 'Filen lægger sig på den telefon eller computer, du bruger.', fetchSafe: 'Er du i tvivl om den, så brug en anden eller få hjælp til det.',
    size: 'Størrelse', entries: 'Hændelser', purpose: 'Bruges til', head: 'Kædens sidste segl', digest: 'Filens SHA-256', write: 'Skriv tallet ned, når du afleverer. Så kan ingen senere bytte filen ud.',
    later: 'Det her er ikke set igennem endnu', laterLead: 'Filen er lavet, uden at nogen så den igennem. Læs det her, før den afleveres. Ved den anden part det ikke, så lav en ny uden.',
    left: (numbers: string) => `Taget ud på vejen: nr. ${numbers}.`,
    advice: 'Sådan afleverer du', adviceLines: [
      'Ring 114, eller mød op hos politiet. Man kan også skrive til dem. politi.dk har ikke en blanket på nettet til det her.', 'Bed om en kvittering og et journalnummer.',
      'Bed politiet sige til, før de taler med den anden part. Så kan du nå at passe på dig selv.', 'Skriv ned, hvem du talte med.',
    ],
    adviceLinesCase: [
      'Politiets kontaktperson, 114 eller personligt. politi.dk har ikke en blanket på nettet til det her.', 'Bed om en kvittering og et journalnummer.',
      'Bed politiet sige til, før de taler med den anden part, så borgeren kan nå at passe på sig selv.', 'Skriv ned, hvem du talte med.',
    ],
    check: 'Sådan efterprøver politiet filen', checkLines: ['Pak filen ud, og gå ind i mappen.', 'Filerne er de samme:', 'Filerne, kæden og hver hændelse:', 'Det kræver hverken net eller særligt program.'],
    windows: 'På Windows, i PowerShell. Hver linje skal begynde med OK:',
    sameDigest: 'Filen selv er den samme, når dens SHA-256 er tallet ovenfor.',
    withdrawn: 'Samtykket eller visningen er taget tilbage, før filen blev afleveret. Den kan ikke hentes eller afleveres. Er den allerede afleveret, så skriv det i et notat på sagen.',
    destroyed: 'En hændelse i filen er slettet, før den blev afleveret. Derfor kan filen ikke åbnes mere. Lav en ny.', back: 'Til samlet udskrift',
  },
  deliver: {
    title: 'Skriv ned, at det er afleveret', lead: 'Gør det, når det er sket. En afleveret kopi kan ikke tages tilbage, og hændelserne i den kan ikke slettes bagefter.',
    how: 'Hvordan?', ways: { inPerson: 'Personligt', mail: 'På mail', post: 'Med posten', digital: 'Digital Post', other: 'På en anden måde' }, day: 'Dag', time: 'Klokken', timeHint: 'Kan stå tom.',
    to: 'Hvem fik det?', toHint: 'For eksempel: Politiet i Havneby, vagthavende.', sure: 'Jeg ved, at det ikke kan tages tilbage', button: 'Det er afleveret',
    done: 'Afleveret', doneLead: 'Kopien er givet videre. Den kan ikke tages tilbage.', when: 'Hvornår', who: 'Til',
  },
  receipt: {
    title: 'Svar fra politiet', journal: 'Er der et journalnummer?', number: 'Ja', numberField: 'Journalnummer', none: 'Nej, der er ikke oprettet en sag', noneSaid: 'Der er ikke oprettet en sag',
    officer: 'Navn på den, du talte med', phone: 'Telefon',
    first: 'Siger politiet til, før de taler med den anden part?', agreements: { agreed: 'Ja, det er aftalt', asked: 'Der er spurgt, men ikke svaret', 'not-asked': 'Der er ikke spurgt endnu' },
    notAgreed: 'Det er ikke aftalt endnu, at politiet siger til, før de taler med den anden part. Spørg igen.', button: 'Gem svaret', change: 'Skriv et nyt svar', kept: 'Skrevet', earlier: 'Skrevet før',
  },
  nav: 'Samlet udskrift', toBundle: 'Saml til politiet',
} as const

export type Texts = Words<typeof da>
