/** Børn i en sag, familierådgiverens spor, og borgere under 18 år. */
export const da = {
  title: 'Børn', lead: 'Først siges pligten til at underrette. Så kan der skrives om børn.',
  dutyHeading: 'Sig det her, før I taler om børn', dutyText: '“Jeg har pligt til at fortælle det til kommunen, hvis et barn kan have brug for hjælp. Det gælder også, når du er anonym. Du vælger selv, hvad du vil fortælle.” Pligten er din egen. (Barnets lov § 133, skal kontrolleres.)',
  dutyDone: 'Jeg har sagt det', dutyLine: (who: string, when: string) => `Pligten til at underrette er fortalt af ${who}, ${when}.`,
  addChild: 'Skriv om et barn', noChildren: 'Der er ikke skrevet om børn.', youngLink: 'Er borgeren under 18 år?',
  youngHeading: 'Borgeren er under 18 år', youngHolder: 'Intet må gå til den, der har forældremyndigheden, når det er den anden part, eller når det ikke vides. Hvem der kan samtykke, skal kontrolleres.',
  youngWords: 'Det kan du sige', youngSay: 'Du har ikke gjort noget forkert. Du bestemmer selv, hvad du fortæller. Jeg skal sige det videre, hvis jeg er bange for, at du ikke er tryg. Er der fare nu, så ring 112. Vil du tale med nogen uden navn, så ring til BørneTelefonen på 116 111. Det er gratis, og det er åbent døgnet rundt.',
  familyHeading: 'Familierådgiveren', familyLead: 'Familierådgiveren taler med barnet, moren og faren hver for sig og har sine egne notater. Her ser du kun tilstand og datoer.',
  ask: 'Bed familierådgiveren', counsellor: 'Hvem?', purpose: 'Hvad er der brug for?', purposeHint: 'Skriv kun det, familierådgiveren har brug for. Reglen om sikker kontakt følger med.', other: 'Er en af forældrene den anden part?',
  others: { father: 'Ja, faren', mother: 'Ja, moren', none: 'Nej' }, due: 'Svar senest', send: 'Bed om hjælp', noCounsellor: 'Ingen har rollen som familierådgiver i dag. Sig det til lederen.',
  states: { asked: 'Venter på svar', accepted: 'I gang', declined: 'Sendt tilbage', 'taken-back': 'Taget tilbage', ended: 'Afsluttet' },
  trackLine: (who: string, asked: string, due: string) => `${who}, spurgt ${asked}, svar senest ${due}`, overdue: 'Fristen er gået.', acceptedOn: (day: string) => `Taget imod ${day}`, endedOn: (day: string) => `Afsluttet ${day}`,
  agreementDates: (from: string, until: string) => `Aftale om samvær fra ${from} til ${until}`, outcomeDate: (day: string) => `Udbyttet for barnet er skrevet ${day}`, takeBack: 'Tag det tilbage',
  trackTitle: 'En familie', askedBy: (who: string, when: string) => `${who} har spurgt ${when}.`, answerBy: (day: string) => `Svar senest ${day}.`, take: 'Tag imod', decline: 'Send tilbage', declineWhy: 'Skriv grunden',
  recordsHeading: 'Dine notater', recordsLead: 'Hvert notat står for sig og læses kun af dig, eller den, der er i dit sted. De flettes aldrig.',
  records: { child: 'Samtale med barnet', mother: 'Samtale med moren', father: 'Samtale med faren', agreement: 'Aftale om samvær', outcome: 'Hvad barnet fik ud af det' }, add: (what: string) => `Skriv: ${what}`,
  tellFirst: 'Denne samtale er kontakt med den anden part. Moren eller faren, der er udsat, skal have det at vide først.', tellHeading: 'Før du taler med den anden part',
  end: 'Afslut forløbet', backToFamily: 'Tilbage til familien', recordLead: 'Notatet handler kun om denne samtale.', keep: 'Gem',
  refusals: {
    'needs-counsellor': 'Vælg en familierådgiver.', 'needs-other': 'Vælg et svar.', 'track-is-there': 'Familierådgiveren er allerede spurgt.', 'track-changed': 'Det er besvaret eller ændret imens. Se siden igen.',
    'needs-outcome': 'Skriv først, hvad barnet fik ud af det.', 'until-before': 'Slutdagen ligger før startdagen.', 'holder-is-other': 'Det må ikke gå til den, der har forældremyndigheden: det er den anden part, eller det vides ikke.',
  },
} as const
