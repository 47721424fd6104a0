import type { Words } from '../../kernel/words.ts'

export const da = {
  refusals: {
    'locked-before': 'Sagen er allerede låst.', 'lock-needs-rest': 'Luk sagen først, og ring som aftalt. En sag, der venter på nogen, kan ikke låses.', 'not-locked': 'Sagen er ikke låst.',
    'held-before': 'Sagen er allerede bevaret.', 'not-held': 'Sagen er ikke særskilt bevaret.', 'not-restricted': 'Der gælder ingen begrænsning nu.',
    'needs-end': 'Skriv den dag, begrænsningen slutter.', 'end-past': 'Vælg en dag, der kommer.', 'needs-way-in': 'Skriv, hvordan der stadig kan tages kontakt til kommunen.',
    'needs-answer': 'Vælg, om linjen gives, gives delvist eller holdes tilbage.', 'needs-ground': 'Vælg den grund, linjen holdes tilbage på.', 'needs-ground-words': 'Skriv grunden.', 'needs-asked': 'Spørg den, der må læse det, og skriv, hvem det var, og hvad der blev sagt.',
    'needs-asker': 'Vælg, hvem der beder.', 'needs-about': 'Skriv, hvad der bedes om.', 'needs-day': 'Skriv, hvornår det kom.', 'day-ahead': 'Dagen ligger ude i fremtiden.',
    'access-decided': 'Der er allerede svaret. Svaret kan ikke skrives om.',
  },
  title: 'Journal og aktindsigt', lead: 'Det, loven beder om: hvad der er journaliseret, hvem der har bedt om at se det, og hvad der er skrevet ned om det. Intet her kan slettes.',
  back: (number: string) => `Sag ${number}`, locked: 'Sagen er låst', lockedText: 'Ingen kan læse den, før den er lukket op med en grund.',
  none: 'Der er ikke skrevet noget endnu.', kept: 'Det er skrevet', columns: { what: 'Hvad', when: 'Hvornår', who: 'Hvem', why: 'Grund' },
  kinds: {
    journalise: 'Journaliseret', 'not-informed': 'Den anden part er ikke oplyst', hold: 'Skal bevares', release: 'Skal ikke længere bevares særskilt',
    restrict: 'Kontaktbegrænsning', free: 'Kontaktbegrænsning ophævet', lock: 'Låst', unlock: 'Lukket op',
  },
  doing: {
    journalise: 'Marker som journaliseret', 'not-informed': 'Skriv, hvorfor den anden part ikke er oplyst', hold: 'Bevar særskilt', release: 'Ophør med at bevare særskilt',
    restrict: 'Begræns kontakten i en periode', free: 'Ophæv kontaktbegrænsningen', lock: 'Luk og lås', unlock: 'Luk op',
  },
  about: {
    journalise: 'Alt i sagen til og med nu er journaliseret. Derefter slettes intet af det, heller ikke det, borgeren har vist.',
    'not-informed': 'Den, der står noget om, skal som udgangspunkt have det at vide. Skriv, hvorfor det ikke sker her. Reglen (databeskyttelsesloven § 22) skal kontrolleres.',
    hold: 'Sagen må ikke kasseres, så længe nogen har brug for den, for eksempel ved en klage eller en retssag.', release: 'Skriv, hvorfor den ikke længere behøver at være bevaret særskilt.',
    restrict: 'Kommunen kan begrænse, hvordan en person henvender sig. Det skal være sagligt, stå mål med det, der er sket, og slutte en dag. Der skal altid være én vej ind.',
    free: 'Skriv, hvorfor begrænsningen ophører nu.',
    lock: 'Ingen kan læse en låst sag. Visitator eller leder kan lukke den op igen med en grund, og borgeren kan se det.', unlock: 'Skriv, hvorfor sagen skal læses igen.',
  },
  reason: 'Grund', wayIn: 'Hvordan kan der stadig tages kontakt?', wayInHint: 'For eksempel: skriftligt til en bestemt adresse, eller én fast person på et fast tidspunkt.', until: 'Slutter', save: 'Gem',
  untilDay: (day: string) => `til ${day}`, upTo: (seq: number) => `til og med linje ${seq} i sagen`, other: 'Det kan du gøre',
  keeping: 'Hvor og hvor længe', kle: 'KLE', facet: 'Handlingsfacet', retention: 'Bevaringsklasse', closedYear: 'Lukket i året', notDecided: 'ikke besluttet, skal besluttes lokalt', suggested: (number: string) => `${number} (forslag, skal bekræftes lokalt)`, stillOpen: 'ikke lukket',
  access: {
    title: 'Aktindsigt', none: 'Ingen har bedt om at se sagen.', adds: { hers: 'Borgeren beder om at se sagen', others: 'Den anden part beder om at se sagen' }, lead: 'Svar inden 7 arbejdsdage fra den dag, det kom. Ellers skal du fortælle hvorfor, og hvornår svaret kommer.',
    askers: { citizen: 'Borgeren selv', citizenRepresentative: 'En, der repræsenterer borgeren', otherParty: 'Den anden part', otherRepresentative: 'En, der repræsenterer den anden part', representative: 'En, der repræsenterer en af dem' }, who: 'Hvem beder?', received: 'Hvornår kom det?', about: 'Hvad bedes der om?',
    due: (day: string) => `Svar senest ${day}`, late: 'Fristen er overskredet. Fortæl hvorfor, og hvornår svaret kommer.', decided: (day: string, name: string) => `Besluttet ${day} af ${name}`, told: (day: string, until: string) => `Fortalt ${day}, at svaret kommer ${until}`,
    waits: (count: number) => (count === 1 ? '1 aktindsigt venter' : `${count} aktindsigter venter`), open: 'Se og svar', line: 'Linje', answer: 'Svar',
    decideTitle: 'Beslut linje for linje', decideLead: 'Læs hver linje, som den, der beder, ville læse den. Du beslutter; intet er valgt på forhånd.',
    otherLead: 'Den anden part beder. Tjek for ny adresse, nummer, arbejde, skole, navne på dem, der hjælper, og alt, han eller hun ikke ved i forvejen.',
    answers: { given: 'Gives', partly: 'Gives delvist', withheld: 'Holdes tilbage' }, ground: 'Grund', reason: 'Hvad holdes tilbage, og hvorfor?', document: 'Et andet dokument', documentHint: 'For eksempel et brev, der ligger et andet sted.',
    grounds: {
      'fvl-12-15b': 'Forvaltningsloven §§ 12-15 b', 'fvl-15a': 'Forvaltningsloven § 15 a, stk. 1', 'dbl-22': 'Databeskyttelsesloven § 22 (skal kontrolleres)', 'not-party': 'Den, der beder, er ikke part', other: 'En anden grund, som jeg skriver',
    },
    askLead: { hers: 'Borgeren kan bede om at se det, der er skrevet.', others: 'Den anden part er som regel ikke part i borgerens sag. Det besluttes her, linje for linje, og for sig selv.' },
    ask: (role: string) => `Spørg ${role}`, askWhy: 'Du må ikke selv læse det. Spørg, hvad der kan gives, og skriv svaret her.', asked: 'Hvem har du spurgt, og hvad blev der sagt?', askedLine: (said: string) => `Spurgt: ${said}`,
    whole: 'Her står alt, der ligger i sagen. Borgerens egen log hører ikke til, før den er afleveret. Det, du ikke selv må læse, står med art, dag og navn: spørg den, der må, før du svarer.',
    groups: { history: 'Sagens forløb', kept: 'Det, der ligger i sagen', elsewhere: 'Det, der ligger et andet sted' }, read: 'Åbn', versionOf: (version: number) => `version ${version}`,
    material: {
      mark: 'Markering', paper: 'Papir', minutes: 'Referat af et møde', task: 'Opgave', meeting: 'Møde', copy: 'Sendt til en deltager', told: 'Fortalt borgeren på forhånd', contact: 'Kontakt med den anden part', reached: 'Borgeren kontaktet uden for reglen',
      family: 'Familierådgiverens spor', record: 'Familierådgiverens notat', note: 'Notat hos den, der fik en henvisning', scan: 'Scannet papir', consent: 'Samtykke eller grundlag', measure: 'Beskyttelse', referral: 'Henvisning, som den blev sendt', answer: 'Svar på en henvisning', bundle: 'Samlet mappe',
    },
    toldLabels: { told: 'fortalt', waived: 'ikke fortalt' }, roles: { outside: 'uden for systemet' },
    she: {
      title: 'Før den anden part får svar', lead: 'Borgeren skal vide, at den anden part får svar, og I skal have gennemgået borgerens sikkerhed.', label: 'Har borgeren fået det at vide?',
      choices: { told: 'Ja', waived: 'Nej, og det er besluttet, at det ikke sker før' }, on: 'Hvilken dag?', words: 'Hvad gennemgik I, eller hvorfor sker det ikke?',
      toldLine: (day: string) => `Borgeren fik det at vide ${day}.`, waivedLine: 'Borgeren fik det ikke at vide først.',
    },
    note: 'Besked til den, der beder', decide: 'Gem beslutningen', howSent: 'Hvordan kommer svaret til borgeren?', tellTitle: 'Det tager længere tid', why: 'Hvorfor?', when: 'Hvornår kommer svaret?', tell: 'Gem, at det er fortalt',
    inbox: 'Aktindsigt venter', inboxLine: (number: string, due: string) => `Sag ${number}: ${due}`,
  },
  lockedList: { title: 'Låste sager', lead: 'Sager, som ingen kan læse. De lukkes op med en grund.', empty: 'Ingen sager er låst.', number: 'Sag', since: 'Låst' },
} as const
export type Texts = Words<typeof da>
