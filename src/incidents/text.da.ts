import type { Words } from '../kernel/words.ts'
import type { ActorKind, Certainty, Channel, Kind, KindGroup, Reader, Response } from './rules.ts'

export const kindGroups = {
  messages: 'Telefon og beskeder', near: 'Tæt på mig', others: 'Gennem andre', online: 'På nettet', harm: 'Skade og vold', rest: 'Andet',
} as const satisfies Record<KindGroup, string>
export const kindNames = {
  call: 'Opkald', silentCall: 'Opkald, hvor ingen sagde noget', sms: 'Sms', message: 'Besked i en app', mail: 'Mail', letter: 'Brev eller seddel', payment: 'Tekst ved en overførsel',
  showingUp: 'Mødte op, hvor jeg var', waiting: 'Ventede eller holdt parkeret', following: 'Fulgte efter mig', photographing: 'Tog billeder eller film', staring: 'Stirrede', shouting: 'Råbte',
  throughOthers: 'Kontakt gennem andre', authority: 'Anmeldelse eller klage', ordered: 'Varer, taxa eller mad i mit navn', gift: 'Gave eller blomster', rumours: 'Rygter',
  falseProfile: 'Falsk profil', sharing: 'Delte billeder eller noget privat', login: 'Kom ind på mine konti', tracker: 'Sporing, for eksempel gps', spyware: 'Skjult program på telefonen',
  vandalism: 'Hærværk', breakIn: 'Indbrud eller tyveri', threat: 'Trussel', violence: 'Fysisk vold', sexual: 'Seksuel krænkelse',
  other: 'Noget andet', unsaid: 'Hændelse',
} as const satisfies Record<Kind, string>
export const channelNames = {
  phone: 'Telefon', sms: 'Sms', app: 'App til beskeder', social: 'Sociale medier', mail: 'Mail', letter: 'Post', inPerson: 'Ansigt til ansigt', other: 'Andet',
} as const satisfies Record<Channel, string>
export const actorNames = {
  person: 'Den, det handler om', through: 'En anden, for den, det handler om', unknown: 'Det ved jeg ikke',
} as const satisfies Record<ActorKind, string>
export const responseNames = {
  none: 'Ingenting', saidNo: 'Jeg sagde nej', replied: 'Jeg svarede', police: 'Jeg ringede til politiet',
} as const satisfies Record<Response, string>
export const certaintyWords = {
  day: 'tid på dagen ikke kendt', about: 'cirka', ambiguous: 'timen kom to gange den nat', impossible: 'uret blev stillet frem den nat', unknown: 'Tidspunkt ikke kendt',
} as const satisfies Partial<Record<Certainty, string>>
export const readerNames = { visitator: 'Visitator', primaryCoordinator: 'Din koordinator' } as const satisfies Record<Reader, string>

export const da = {
  refusals: {
    told: 'Skriv et par ord om, hvad der skete.',
    when: 'Vælg, hvornår det skete.',
    clock: 'Skriv klokken som 22.15. Du kan også lade den stå tom.',
    day: 'Vælg en dag. Ved du den ikke, så vælg "Ved ikke præcist".',
    future: 'Det er senere end nu. Ret dagen eller klokken.',
    count: 'Skriv et tal fra 1 til 9999.',
    changed: 'Teksten er ændret et andet sted, mens du skrev. Se, hvad der står nu. Gem igen, hvis din tekst skal gælde.',
    'no-file': 'Vælg en fil først.',
    'many-files': 'Der kan være 20 filer på hver hændelse. Læg resten på en ny.',
    'file-too-large': 'En fil er for stor. Billeder må fylde 40 MB, lyd 100 MB og film 250 MB. Del den op, eller gem den et andet sted.',
    'typical-five': 'Fem er allerede valgt. Fjern en af dem først.',
    delivered: 'Den er afleveret og kan ikke slettes.',
    stays: 'Kommunen har gemt sagen, efter at du viste den her. Derfor kan den ikke slettes. Du kan stadig holde op med at vise den.',
    'no-picture': 'Filen er ikke et billede, der kan vises. Den er gemt, som den er.',
    'show-to': 'Vælg, hvem der må se.',
    'show-none': 'Vælg mindst en hændelse.',
  },
  nav: { write: 'Skriv', earlier: 'Tidligere', show: 'Vis til andre', who: 'Hvem har set', safety: 'Sikkerhed' },
  write: {
    title: 'Hvad skete der?',
    told: 'Det, andre må læse', toldHint: 'Kort og som det var. Politiet og den anden part kan få det at se. Skriv kun det, den anden part ved i forvejen.',
    when: 'Hvornår?', now: 'Nu', today: 'Tidligere i dag', other: 'En anden dag', unsure: 'Ved ikke præcist',
    clock: 'Klokken', clockHint: 'Kan stå tom.', day: 'Dag', about: 'Cirka hvornår?', aboutHint: 'For eksempel: en aften i marts.',
    note: 'Kun for mig', noteHint: 'Andre får det aldrig at se.',
    more: 'Flere oplysninger', moreHint: 'Alt her kan stå tomt.',
    kind: 'Hvad var det?', channel: 'Hvordan?', actor: 'Hvem gjorde det?', place: 'Sted', placeHint: 'Skriv ikke en adresse, den anden part ikke kender.',
    count: 'Hvor mange gange?', countHint: 'Syv opkald lige efter hinanden: skriv 7.',
    witnesses: 'Hvem så eller hørte det?', witnessesHint: 'Et navn på hver linje. Andre kan få navnene at læse.', response: 'Hvad gjorde du?',
    save: 'Gem', later: 'Billede, lyd eller fil lægger du til, når det er gemt.', urgent: 'Er det farligt nu? Ring 112.', asked: (count: number) => (count === 1 ? 'Der er et spørgsmål til dig. Læs det, når du har tid.' : `Der er ${count} spørgsmål til dig. Læs dem, når du har tid.`),
  },
  saved: {
    at: (clock: string) => `Gemt kl. ${clock}`, stands: (when: string) => `Hændelsen står som: ${when}.`, next: 'Du kan lukke siden nu. Du kan også skrive mere.',
    files: (count: number) => (count === 1 ? '1 fil er lagt til.' : `${count} filer er lagt til.`),
    file: 'Læg billede, lyd eller fil til', fileHint: 'Du kan vælge flere. Originalen bliver gemt, som den er. Lad den også blive på telefonen.', add: 'Læg til',
    placed: (count: number) => (count === 1 ? 'Billedet viser, hvor det er taget. Andre får en kopi uden stedet. Originalen har det med.' : `${count} billeder viser, hvor de er taget. Andre får en kopi uden stedet. Originalen har det med.`),
    unshown: (count: number) => (count === 1 ? 'En fil er af en slags, vi ikke kan vise. Den er gemt, som den er.' : `${count} filer er af en slags, vi ikke kan vise. De er gemt, som de er.`),
    again: 'Skriv om noget nyt',
  },
  earlier: {
    title: 'Tidligere', none: 'Du har ikke skrevet noget endnu.', write: 'Skriv den første',
    weeks: 'Dine hændelser pr. uge', week: (no: number) => `uge ${no}`,
    openAll: 'Vis al tekst', foldAll: 'Fold teksten sammen', text: 'Vis tekst', lead: 'Teksten er foldet sammen. Du vælger selv, hvad du vil læse.',
    undated: 'Uden fast dag', more: 'Vis ældre', first: 'Til de nyeste', open: 'Åbn', no: (no: number) => `Nr. ${no}`,
    typical: 'Eksempel', times: (count: number) => `${count} gange`, files: (count: number) => (count === 1 ? '1 fil' : `${count} filer`), lock: 'Lås igen',
  },
  entry: {
    title: (no: number) => `Nr. ${no}`, channel: 'Hvordan', actor: 'Hvem', place: 'Sted', witnesses: 'Vidner', response: 'Det gjorde du', herResponse: 'Det gjorde borgeren',
    note: 'Kun for mig', change: 'Ret', back: 'Tilbage til tidligere', state: 'Hvem ser den',
    states: { private: 'Kun dig.', shown: 'Vist til andre. Du kan tage det tilbage.', delivered: 'Afleveret. En kopi er givet videre og kan ikke tages tilbage.' } as Readonly<Record<string, string>>,
    mark: 'Brug som eksempel', unmark: 'Brug ikke som eksempel', markHint: 'Vælg tre til fem, der viser, hvordan det plejer at være.', marked: 'Den er et af dine eksempler.', markedList: 'De fem, du har valgt',
    seal: 'Segl', whole: 'Passer. Teksten står, som den blev gemt.', broken: 'Passer ikke. Noget er ændret uden om siden her. Sig det til din kontakt.',
    files: 'Filer', exhibit: (no: number) => `Bilag ${no}`, placed: 'Billedet viser, hvor det er taget. Kopien her gør ikke.', unshown: 'Kan ikke vises her. Den er gemt, som den er.',
    fetch: 'Hent originalen', fetchHint: 'Filen lægger sig på den telefon eller computer, du bruger.',
    history: (count: number) => (count === 1 ? 'Ændret 1 gang' : `Ændret ${count} gange`), before: (when: string) => `Indtil ${when}`, delete: 'Slet',
    addedFile: 'En fil blev lagt til.',
  },
  change: { title: (no: number) => `Ret nr. ${no}`, lead: 'Det, der stod før, bliver gemt, så man kan se, at noget er rettet.', stands: 'Sådan står der nu', save: 'Gem', back: 'Fortryd' },
  delete: {
    title: (no: number) => `Slet nr. ${no}?`, goes: 'Det her bliver væk for altid:',
    parts: ['det, andre må læse, også fra før du rettede', 'det, der kun er for dig', 'filerne'],
    stays: 'Nummeret bliver stående i rækken, så man kan se, at noget er slettet. Ingen kan se, hvad der stod.', shown: 'De, du har vist den til, kan ikke se den mere. De kan have læst den.',
    yes: 'Slet for altid', no: 'Behold den',
  },
  show: {
    title: 'Vis til andre', lead: 'Du bestemmer, hvem der ser hvad. Du kan tage det tilbage når som helst.', none: 'Når du har skrevet noget, kan du vise det til andre her.',
    to: 'Hvem må se?', see: 'De kan se', sees: ['det, andre må læse', 'hvornår det skete', 'billeder, uden sted'], seesNot: ['"Kun for mig" ser de aldrig.', 'Det, du skriver senere, ser de ikke, før du viser det.', 'De kan ikke rette noget.', 'Gemmer kommunen sagen, kan det, du har vist, ikke slettes bagefter.'],
    hints: {
      visitator: 'Den i kommunen, der hjælper dig med at finde ud af, hvad der skal ske.', primaryCoordinator: 'Den, der samler hjælpen til dig, hvis du har en. Kun den, der har din sag, kan se det.',
    } as Readonly<Record<Reader, string>>,
    choose: 'Hvilke?', chooseHint: 'Fjern dem, du vil holde for dig selv.', chosen: (count: number) => (count === 1 ? 'Den ene, du har skrevet, er valgt' : `Alle ${count} er valgt`), chooseOpen: 'Se dem, og fjern nogen', newest: (count: number, of: number) => `De nyeste ${count} af ${of} er valgt`, older: (count: number) => `Vis også de ${count} ældre`, button: 'Vis dem',
    now: 'Vist nu', nowTo: (who: string, count: number) => `${who}: ${count === 1 ? '1 hændelse' : `${count} hændelser`}`, since: (when: string) => `Siden ${when}`, takeBack: 'Tag det tilbage',
    ended: 'Taget tilbage', until: (from: string, to: string) => `Fra ${from} til ${to}`, replaces: 'Viser du til den samme igen, gælder det nye valg.',
  },
  who: {
    title: 'Hvem har set', lead: 'Her står alle andre, der har læst eller gjort noget med det, der er dit.', none: 'Ingen andre har set noget.', when: 'Hvornår', person: 'Hvem', what: 'Hvad', why: 'Hvorfor',
    roles: {
      visitator: 'visitator', primaryCoordinator: 'koordinator', policeContact: 'kontakt i politiet', dscAdviser: 'rådgiver', leader: 'leder', tovholder: 'tovholder', familyCounsellor: 'familierådgiver', firstContact: 'den, du talte med først', colleague: 'medarbejder',
    } as Readonly<Record<string, string>>,
    becauses: {
      role: (as: string) => `Det hører til opgaven som ${as}`, holder: (as: string) => `Har din sag som ${as}`, receiver: (as: string) => `Det er sendt til den, der er ${as}`,
      shown: (as: string) => `Du viser det til den, der er ${as}`, consent: (as: string) => `Du har sagt ja til det, eller der er et grundlag (${as})`, own: (as: string) => `Har selv skrevet det (${as})`,
    } as Readonly<Record<string, (as: string) => string>>,
    task: 'Har fået en opgave i din sag', family: (as: string) => `Taler med din familie som ${as}`, danger: (as: string) => `Der var fare for liv (${as})`, waited: 'Det har du først kunnet se senere', waitedBy: (asker: string, from: string, until: string) => `Politiet (${asker}) bad om, at du først så deres del senere: fra ${from} til ${until}.`, waitedWritten: (name: string) => `Skrevet af ${name}.`,
    otherwise: 'Når nogen kontaktede dig eller ville kontakte dig, og det ikke var aftalt sådan', otherwiseBy: (day: string, name: string) => `${day}, ${name}.`, ways: { here: 'Du kom eller ringede selv', phone: 'Telefon', sms: 'SMS', email: 'E-mail', letter: 'Brev', 'digital-post': 'Digital Post fra kommunen' },
    older: (count: number) => `Se ${count} ældre`, signIns: 'Dine seneste besøg', signInsHint: 'Er der et, du ikke kender? Så er en anden måske kommet ind. Log af alle steder, og tal med din kontakt om en ny kode.',
    everywhere: 'Log af alle steder', other: 'Har arbejdet med noget, der er dit', caption: 'Hvem der har set noget, nyeste først',
  },
  acts: {
    'incidents.shown-log-read': 'Læste det, du har vist', 'incidents.shown-exhibit-seen': 'Så et billede, du har vist',
    'identity.code-issued': 'Gav dig en kode', 'identity.code-confirmed': 'Bekræftede din nye kode', 'directory.model-seen': 'Så siden med roller',
    cases: 'Læste eller skrev i din sag', consents: 'Så, hvad du har sagt ja til', referrals: 'Læste eller skrev i det, der er sendt videre',
    'cases.enquiry-sent': 'Sendte en henvendelse om dig', 'cases.clarified': 'Skrev en afklaring', 'cases.advised': 'Skrev, hvilke råd I talte om', 'cases.code-handed': 'Gav dig en kode',
    'cases.opened-in-danger': 'Åbnede din sag i en time, fordi der var fare for liv', 'cases.read-in-danger': 'Læste, hvordan du kontaktes, fordi der var fare for liv', 'cases.danger-reviewed': 'Så igennem, hvorfor din sag blev åbnet',
    'citizens.look-delayed': 'Skrev, at politiet bad om, at du så noget senere', 'citizens.look-delay-ended': 'Skrev, at du kan se det nu', 'citizens.look-delays-seen': 'Så, om politiet har bedt om at vente',
    'cases.colleague-shut-out': 'Lukkede en kollega ude af din sag', 'cases.shut-confirmed': 'Bekræftede, at en kollega ikke må se din sag', 'cases.shut-lifted': 'Gav en kollega adgang til din sag igen', 'cases.called': 'Skrev om et opkald', 'cases.met': 'Skrev om en samtale med dig',
    'consents.paper-recorded': 'Skrev dit ja på papir ind', 'consents.oral-noted': 'Skrev ind, at du har sagt ja', 'consents.law-recorded': 'Skrev, hvorfor noget må gives videre uden dit ja', 'consents.withdrawn-for-her': 'Skrev, at du har taget dit ja tilbage',
    'consents.scan-seen': 'Så papiret med din underskrift',
    'cases.contact-agreed': 'Skrev, hvordan du må kontaktes', 'cases.closed': 'Lukkede din sag', 'consents.asked': 'Spurgte om dit ja',
    bundle: 'Så på det, der bliver samlet til politiet', measures: 'Så, hvad der beskytter dig', citizens: 'Så, hvordan du må kontaktes', identity: 'Så, om du har en kode', incidents: 'Læste i det, du har vist',
    'bundle.chosen': 'Valgte, hvad politiet skal have af det, du har vist', 'bundle.made': 'Samlede en fil til politiet af det, du har vist', 'bundle.made-by-command': 'Samlede en fil til politiet af det, du har vist',
    'bundle.fetched': 'Hentede filen til politiet', 'bundle.delivered': 'Skrev, at filen er givet til politiet', 'bundle.receipt-kept': 'Skrev politiets kvittering ind', 'bundle.looked-through': 'Læste filen igennem, før den blev givet videre',
    'measures.entered': 'Skrev ind, hvad der beskytter dig', 'measures.changed': 'Rettede, hvad der står om din beskyttelse', 'measures.contact-told': 'Skrev, at den anden part har kontaktet dig trods et forbud',
    'referrals.sent': 'Sendte noget om dig videre', 'referrals.accepted': 'Tog imod det, der er sendt videre', 'referrals.declined': 'Sendte det tilbage', 'referrals.answered': 'Svarede på det, der er sendt videre',
  } as Readonly<Record<string, string>>,
  safety: {
    title: 'Sikkerhed', breaks: 'Lidt ad gangen', breaksText: 'Det er hårdt at skrive om. Stop gerne efter 20 minutter. Det, du har gemt, står her, når du kommer igen.',
    device: 'Er du i tvivl om telefonen?', deviceText: 'Tror du, at nogen følger med på din telefon? Så brug en anden. Du kan også skrive sammen med din kontakt.',
    timeout: 'Siden lukker selv', timeoutText: 'Gør du ikke noget i ti minutter, bliver du logget af. Det, du har skrevet i et felt, går ikke tabt, hvis du trykker Gem og logger ind igen.',
    young: 'Til dig', youngText: 'Du har ikke gjort noget forkert. Du bestemmer selv, hvad du skriver. De voksne, der hjælper dig, skal sige det videre, hvis de er bange for, at du ikke er tryg. Vil du tale med nogen uden at sige dit navn? Ring til BørneTelefonen på 116 111. Det er gratis, og det er åbent døgnet rundt.',
    danger: 'Er det farligt nu?', dangerText: 'Ring 112.', others: 'Tror du, at en anden har været her?', othersText: 'Log af alle steder. Se dine seneste besøg under', everywhere: 'Log af alle steder',
  },
  staff: {
    title: 'Vist log', lead: 'Borgeren viser dig det her og kan tage det tilbage. Hver gang du åbner siden, kan borgeren se det.', weeks: 'Viste hændelser pr. uge',
    since: (when: string) => `Vist ${when}. Det, der er skrevet senere, er ikke med.`, none: 'Der er ikke vist nogen hændelser.', exhibit: (no: number, name: string) => `Bilag ${no}: ${name}`, notPicture: 'kan ikke vises her', older: 'Vis ældre', first: 'Til de nyeste',
  },
} as const
export type Texts = Words<typeof da>
