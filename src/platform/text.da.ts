import type { Words } from '../kernel/words.ts'

export const da = {
  refusals: {
    missing: 'Siden findes ikke, eller den er ikke til dig.',
    invalid: 'Noget af det, du skrev, kan ikke bruges. Ret det, der er markeret, og send igen.',
    required: 'Feltet skal udfyldes.',
    'too-long': 'Teksten er for lang. Gør den kortere, eller del den i to.',
    'sent-before': 'Det er allerede sendt. Gå tilbage og se, hvad der er gemt.',
    changed: 'En anden har ændret det her, mens du skrev. Se, hvad der er nyt, og send igen, hvis det stadig passer.',
    'uploads-busy': 'Der er andre store filer på vej lige nu. Intet er gemt. Vent et minut, og send filen igen.',
    'come-back': 'Det, du skrev, er ikke sendt endnu. Se det igennem, og send det.',
    'come-back-file': 'Det, du skrev, er ikke sendt endnu. Vælg filen igen, se det igennem, og send det.',
    'too-large': 'Det er for stort til at blive sendt på én gang. Intet er gemt. Send mindre ad gangen.',
  },
  missingTitle: 'Siden er her ikke',
  missingHelp: 'Adressen kan være skrevet forkert, eller siden er ikke til dig. Gå tilbage til forsiden.',
  home: 'Til forsiden', back: 'Tilbage',
  noRole: 'Du har ikke en rolle her lige nu, så der er ikke noget at se. Tal med jeres tovholder, hvis du skal have en.',
  brokenTitle: 'Noget gik galt hos os',
  brokenHelp: 'Det, du skrev, er måske ikke gemt. Prøv igen om lidt. Bliver det ved, så ring til den, du plejer at tale med.',
  awayTitle: 'Siden er ikke klar lige nu',
  awayHelp: 'Der er ikke forbindelse til det sted, hvor alt er gemt. Det, der er gemt, er ikke gået tabt. Prøv igen om lidt.',
  tooLargeTitle: 'Det fylder for meget',
  givenBack: {
    away: 'Der er ikke forbindelse til det sted, hvor alt bliver gemt. Det, du sendte, er ikke gemt endnu. Bliv på siden, og prøv igen om lidt.',
    broken: 'Det, du sendte, er måske ikke gemt. Prøv igen om lidt: det bliver kun gemt én gang. Bliver det ved, så ring til den, du plejer at tale med.',
    large: 'Det fylder for meget til at blive sendt på én gang, og det er ikke gemt. Gør det kortere, og send det igen.',
    largeFile: 'Det fylder for meget til at blive sendt på én gang. Hverken filen eller det, du skrev, er gemt. Gå tilbage, og vælg en mindre fil.',
    missing: 'Siden er her ikke længere, eller den er ikke til dig. Det, du skrev, er ikke gemt. Tag det med herfra, hvis du skal bruge det.',
    awayLost: 'Der er ikke forbindelse til det sted, hvor alt bliver gemt. Det, du lige sendte, er ikke gemt. Prøv igen om lidt.',
    yours: 'Det, du skrev', yoursOf: (at: number, of: number) => `Det, du skrev (${at} af ${of})`, file: 'Vælg filen igen', again: 'Prøv igen',
  },
  foreignForm: 'Formularen kom ikke fra denne side og blev ikke taget imod. Åbn siden igen, og send derfra.',
} as const
export type Texts = Words<typeof da>
