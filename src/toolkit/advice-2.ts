// The most important advice, second version: e-mail and secret number, shelter and support for those exposed, and what each piece rests on.
// What was given as version 1 stays in its own words in `advice.ts`.
import { advice, advice1, type AdviceItem } from './advice.ts'
import { both } from './asking.ts'

export const advice2 = {
  ...advice1, version: 2,
  source: both('Egen rekonstruktion. Bygger på offentlige råd fra Dansk Stalking Center, politiet, HK og kommuner', 'Our own reconstruction. Rests on the public advice of Dansk Stalking Center, the police, HK and municipalities'),
} as const

/** What is said anew; all else is as in version 1. */
const changed: Readonly<Record<string, Pick<AdviceItem, 'title' | 'body'>>> = {
  newNumbers: {
    title: both('Nye koder, måske nyt nummer', 'New passwords, perhaps a new number'),
    body: both(
      'Skift dine koder, først til din mail. Få en ny mail og et nyt nummer til dem, du stoler på. Bed om, at nummeret er hemmeligt. Lad det gamle være tændt på en gammel telefon, som en anden passer for dig.',
      'Change your passwords, that of your e-mail first. Get a new e-mail address and a new number for those you trust. Ask for the number to be secret. Leave the old one on, on an old phone that someone looks after for you.'),
  },
  seekHelp: {
    title: both('Få hjælp', 'Get help'),
    body: both(
      'Tal med visitatoren i kommunen, politiet på 114 eller Dansk Stalking Center. Ring 116 006 for støtte, dag og nat. Er det en, du har boet eller været sammen med, kan 1888 også finde et krisecenter. '
        + 'Du behøver ikke vide, om det er stalking, før du ringer.',
      'Talk to the visitator in the municipality, the police on 114 or Dansk Stalking Center. Call 116 006 for support, day and night. If it is someone you have lived or been with, 1888 can also find a shelter. '
        + 'You need not know whether it is stalking before you call.'),
  },
}

export const adviceItems2: readonly AdviceItem[] = advice.map(it => ({ ...it, ...changed[it.code] }))

/** What a first contact can say at once, without knowing more. */
export const adviceNow2: readonly AdviceItem[] = ['danger', 'saveEvidence', 'log', 'gifts', 'seekHelp'].flatMap(code => adviceItems2.filter(it => it.code === code))

/** The items as they stood in a version; the newest when there has never been one. */
export const adviceOf = (version: number): readonly AdviceItem[] => (version === 1 ? advice : adviceItems2)
