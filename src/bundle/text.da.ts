// Danish words of the bundle: its paper, its read-me and what the check says.
import type { Words } from '../kernel/words.ts'

export const da = {
  paper: {
    printed: 'Udskrevet',
    counts: (entries: number, exhibits: number) =>
      `${entries} ${entries === 1 ? 'hændelse' : 'hændelser'}, ${exhibits} bilag`,
    people: 'Personoplysninger',
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
    unreadable: 'Filen kan ikke læses som en zip-fil med dokumentation.',
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
} as const

export type Texts = Words<typeof da>
