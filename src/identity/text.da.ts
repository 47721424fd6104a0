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
    'wrong-passphrase': 'Det er ikke din adgangssætning. Prøv igen.',
    'wrong-earlier': 'Det er ikke den adgangssætning, du havde før den nye kode. Prøv igen, eller vis tegnene til en kollega.',
    'wrong-number': 'De tegn passer ikke til noget, der venter. Se efter på hendes side: to grupper med fire tegn.',
    'own-code': 'Du har selv lavet koden. Det skal være en anden, der bekræfter den.',
    'needs-meeting': 'Sæt kryds, når I sidder sammen, og hun selv har logget ind.',
  },
  kept: {
    goesOn: {
      signIn: 'Du var logget af, men det, du skrev, er ikke væk. Log ind, så bliver det gemt.', unlock: 'Det, du skrev, er ikke væk. Skriv din adgangssætning, så bliver det gemt.',
    },
    shown: {
      signIn: 'Du var logget af, men det, du skrev, er ikke væk. Log ind, så står det på siden igen.', unlock: 'Det, du skrev, er ikke væk. Skriv din adgangssætning, så står det på siden igen.',
    },
    still: 'Det, du skrev, er stadig ikke væk.', lost: 'Du var logget af. Det, du sendte, er ikke gemt.',
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
  waiting: {
    title: 'Det, du har skrevet før, er låst',
    lead: (when: string) => `Du kom ind med en ny kode ${when}. Du kan skrive nyt nu. Det, der er skrevet før, åbner først, når det er sikkert, at det er dig.`,
    first: 'Kan du huske den adgangssætning, du havde før?', earlier: 'Adgangssætningen før den nye kode', unlock: 'Lås op',
    second: 'Kan du ikke huske den?',
    meet: 'Mød en anden end den, der gav dig koden, og vis dem de her tegn. De skriver dem ind, mens I sidder sammen. Bagefter åbner den adgangssætning, du har nu.',
  },
  codes: {
    title: 'Nye koder', line: 'Der er lavet en ny kode til dig. Se hvornår.',
    lead: 'Her står, hvornår der er lavet en ny kode, efter at du valgte din første adgangssætning.', none: 'Der er ikke lavet nye koder.',
    made: (when: string, used: string | undefined) => `${when}, lavet af visitator. ${used === undefined ? 'Ikke brugt.' : `Brugt ${used}.`}`,
    asked: 'Har du selv bedt om den, skal du ikke gøre noget.',
    notAsked: 'Har du ikke bedt om den?',
    whatToDo: 'Log af alle steder, og log ind igen med det navn og den adgangssætning, du plejer. Så gælder en ny ikke længere, medmindre en kollega allerede har bekræftet den. Sig det til en anden end den, du plejer at tale med, for eksempel en leder.',
    seen: 'Jeg har læst det',
  },
  confirm: {
    title: 'Bekræft en ny kode',
    lead: 'En borger har fået en ny kode og valgt en ny adgangssætning. Det, hun har skrevet før, åbner først, når en anden end den, der lavede koden, har mødt hende.',
    number: 'Tegnene på hendes side', numberHint: 'To grupper med fire tegn. Hun ser dem under Tidligere.',
    met: 'Vi sidder sammen nu, jeg ved, hvem hun er, og hun har selv logget ind og vist mig tegnene.',
    button: 'Bekræft', done: 'Det er bekræftet. Hendes adgangssætning åbner nu også det, hun har skrevet før.',
  },
} as const
export type Texts = Words<typeof da>
