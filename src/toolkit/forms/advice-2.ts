// The most important advice, with e-mail and secret number, shelter and support, what it rests on, and parts to find one's way by. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { both, draft } from '../asking.ts'
import { advice1, type AdviceItem, adviceItems1, adviceLead, asked } from './advice-1.ts'

/** What is said anew; all else is as in version 1. */
const changed: Readonly<Record<string, Pick<AdviceItem, 'body'>>> = {
  newNumbers: {
    body: both(
      'Skift dine koder, først til din mail. Få en ny mail og et nyt nummer til dem, du stoler på. Bed om, at nummeret er hemmeligt. Lad det gamle være tændt på en gammel telefon, som en anden passer for dig.',
      'Change your passwords, that of your e-mail first. Get a new e-mail address and a new number for those you trust. Ask for the number to be secret. Leave the old one on, on an old phone that someone looks after for you.'),
  },
  seekHelp: {
    body: both(
      'Tal med visitatoren i kommunen, politiet på 114 eller Dansk Stalking Center. Ring 116 006 for støtte, dag og nat. Er det en, du har boet eller været sammen med, kan 1888 også finde et krisecenter. '
        + 'Du behøver ikke vide, om det er stalking, før du ringer.',
      'Talk to the visitator in the municipality, the police on 114 or Dansk Stalking Center. Call 116 006 for support, day and night. If it is someone you have lived or been with, 1888 can also find a shelter. '
        + 'You need not know whether it is stalking before you call.'),
  },
}

const questions = adviceItems1.map(it => asked({ ...it, ...changed[it.id] }))
const these = (...ids: readonly string[]) => questions.filter(it => ids.includes(it.id))

export const advice2: Form = {
  ...advice1, version: 2,
  source: draft('offentlige råd fra Dansk Stalking Center, politiet, HK og kommuner', 'the public advice of Dansk Stalking Center, the police, HK and municipalities'),
  parts: [
    { id: 'first', title: both('Først: fare og beviser', 'First: danger and evidence'), help: adviceLead, questions: these('danger', 'otherDevice', 'saveEvidence', 'log') },
    { id: 'contact', title: both('Kontakten', 'The contact'), questions: these('sayNoOnce', 'noContact', 'gifts', 'narrowWay', 'standFirm') },
    {
      id: 'around', title: both('Folk omkring dig, koder og vaner', 'People around you, passwords and habits'),
      help: both('Gem det hele, før noget bliver lukket eller slettet.', 'Save everything before anything is closed or deleted.'), questions: these('network', 'newNumbers', 'closeProfiles', 'routines'),
    },
    { id: 'help', title: both('Hjælp', 'Help'), questions: these('seekHelp') },
  ],
}
