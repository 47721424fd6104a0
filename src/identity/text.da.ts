import type { Words } from '../kernel/words.ts'

export const da = {
  refusals: {
    wrong: 'Navn og adgangskode passer ikke sammen. Prøv igen.',
    busy: 'Der er flere forsøg i gang lige nu. Vent et halvt minut, og prøv igen.',
    'wrong-code': 'Koden kan ikke bruges. Se efter, om den er skrevet rigtigt. Er den ældre end syv dage, brugt før eller prøvet fem gange, så bed om en ny, når I mødes.',
    'code-shape': 'En kode har tolv tegn: tre grupper med fire. Se efter på papiret.',
    'passphrase-short': 'Brug mindst 12 tegn. Fire ord, du kan huske, er nok.',
    'passphrase-is-name': 'Brug noget andet end dit navn her på siden.',
    'passphrase-differs': 'De to er ikke ens. Skriv det samme begge steder.',
    'name-short': 'Navnet skal have mindst 4 tegn.',
    'name-taken': 'Det navn er optaget. Find på et andet.',
  },
  staff: {
    title: 'Log ind', lead: 'For medarbejdere i kommunen, politiet og Dansk Stalking Center.', name: 'Brugernavn', secret: 'Adgangskode', button: 'Log ind', out: 'Log af',
  },
  citizen: {
    title: 'Noter', withCode: 'Jeg har en kode på papir', code: 'Kode', codeHint: 'Tre grupper med fire tegn.', open: 'Brug koden',
    withPassphrase: 'Jeg har været her før', name: 'Navn her på siden', secret: 'Adgangssætning', enter: 'Åbn',
    setTitle: 'Vælg, hvordan du kommer ind næste gang', setLead: 'Koden på papiret virker kun én gang. Riv papiret i stykker, når du er færdig her.',
    pickName: 'Find på et navn', pickNameHint: 'Ikke dit rigtige. Noget, ingen vil gætte, for eksempel to ord og et tal.',
    pickSecret: 'Find på en adgangssætning', pickSecretHint: 'Mindst 12 tegn. Fire tilfældige ord er nemme at huske. Brug ikke en, som andre kender.',
    again: 'Skriv sætningen igen', save: 'Gem og gå videre', lostHint: 'Glemmer du den, kan kun et møde med din kontakt give dig en ny kode. Ingen kan se eller sende dig sætningen.',
    unlockTitle: 'Skriv din adgangssætning igen', unlockLead: 'Det, du har skrevet før, er låst, så andre ikke kan se det, hvis de får fat i skærmen.', unlock: 'Lås op', writeInstead: 'Skriv noget nyt i stedet',
    everywhere: 'Log af alle steder', out: 'Log af',
  },
} as const
export type Texts = Words<typeof da>
