/** Møder om en sag. */
export const da = {
  title: 'Møder', lead: 'Et møde har aldrig begge parter ved bordet. Hver deltager får kun de emner, der er et grundlag for.', none: 'Der er ingen møder endnu.', newHeading: 'Indkald til et møde',
  name: 'Hvad handler mødet om?', place: 'Hvor?', day: 'Hvilken dag?', clock: 'Hvilket klokkeslæt?', people: 'Hvem fra huset og samarbejdet er med?',
  citizens: 'Borgeren og dem, borgeren har med', citizensHint: 'Ét navn på hver linje. Lad feltet stå tomt, når borgeren ikke er med.',
  others: 'Den anden part og dem, den anden part har med', othersHint: 'Ét navn på hver linje. Kun efter at borgeren har fået det at vide. Aldrig på samme møde som borgeren.',
  forum: 'Holdes mødet i et af disse fora?', forumHint: 'Det, der bliver sagt i SSP, PSP og KSP, må ikke gives videre til en straffesag. (Retsplejeloven § 115, skal kontrolleres.)', forums: { none: 'Nej', SSP: 'SSP', PSP: 'PSP', KSP: 'KSP' },
  topics: 'Dagsorden', topic: (n: number) => `Emne ${n}`, sharing: 'Hvem må høre emnet?',
  shares: { house: 'Kun vores eget hus', contact: 'Efter samtykke: hvordan borgeren nås', account: 'Efter samtykke: det, der er sket', log: 'Efter samtykke: loggen', finding: 'Efter samtykke: afklaringen', needs: 'Efter samtykke: det, der er brug for' },
  ownTopic: (name: string) => `${name}s eget emne`, call: 'Gem mødet',
  meeting: 'Møde', whoIs: 'Ved bordet', gets: 'Hvem får hvad', getsNothing: 'Får intet: der er ikke et grundlag for nogen af emnerne.', getsAll: 'Får alle emner.', getsSome: (topics: string) => `Får kun: ${topics}`,
  sendInvitation: 'Send indkaldelsen', sendMinutes: 'Send referatet', sent: 'Sendt', sentLine: (what: string, who: string, when: string) => `${what} til ${who}, ${when}`, frozen: 'Det sendte er en kopi, der ikke ændrer sig.',
  minutes: 'Referat', minutesLead: 'Skriv kun det, der hører til emnet. Hver deltager får kun sine emner.', said: 'Hvad blev sagt?', decision: 'Hvad blev besluttet?', decisionTask: 'Skal nogen gøre det? Så bliver det en opgave.', isTask: 'Er blevet en opgave.',
  saveMinutes: 'Gem referatet', marked: (forum: string) => `Dette møde er holdt i ${forum}. Intet herfra må lægges i en henvisning til politiet.`,
  copyTitle: { invitation: 'Indkaldelse til møde', minutes: 'Referat af møde' }, copyLead: (when: string, who: string) => `Sendt ${when} af ${who}. Du ser de emner, der er et grundlag for.`, heldAt: (when: string) => `Mødet: ${when}.`,
  reaches: 'Hvis borgeren er med: sådan får borgeren det at vide',
  refusals: {
    'parties-same-day': 'Den ene af de to er kaldt til et møde den dag. Vælg en anden dag, så de to ikke mødes.',
    'both-parties': 'Borgeren og den anden part må aldrig sidde ved samme bord. Hold to møder.', 'needs-topic': 'Skriv mindst ét emne.', 'needs-title': 'Skriv, hvad mødet handler om.', 'needs-clock': 'Skriv et klokkeslæt.',
    'needs-people': 'Vælg mindst én, der er med.', 'needs-minutes': 'Skriv, hvad der blev sagt, før referatet sendes.',
  },
} as const
