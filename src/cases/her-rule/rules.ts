// How she may be reached today, and what she is called: what was agreed with her, else what the enquiry said. Pure.
import type { ContactVersion } from '../../citizens/rules.ts'
import { given } from '../../forms/rules.ts'
import type { Given } from '../rules.ts'

/** What the sender of an enquiry wrote about getting in touch. It stands in until a rule is agreed with her. */
export interface Instead { readonly how: 'phone' | 'throughMe' | 'citizenCalls'; readonly words: string; /** Whom to go through. */ readonly sender: string }
/** The rule in force, on every page from which somebody could reach her. */
export interface HerRule { readonly agreed: ContactVersion | undefined; readonly instead: Instead | undefined; readonly name: string | undefined; /** Post would go to a custody holder who is the other party. */ readonly holderShut: boolean }

/** Events of her case, the enquiry first. */
type Told = readonly { readonly given: Given; readonly byName: string; readonly phone?: string | null }[]
const answer = (events: Told, field: string): string => String((events[0]?.given.answers && given(events[0].given.answers.values, field)) ?? '')

export function insteadIn(events: Told): Instead | undefined {
  const [enquiry] = events
  if (!enquiry) return undefined
  const sender = [enquiry.byName, enquiry.given.phone ?? enquiry.phone].filter(Boolean).join(', ')
  // Rung in as urgent, nothing was asked about it: whoever rang is the way.
  if (!enquiry.given.answers) return { how: 'throughMe', words: '', sender }
  const how = (['phone', 'throughMe', 'citizenCalls'] as const).find(it => it === answer(events, 'callBack'))
  return how && { how, words: answer(events, 'callBackHow'), sender }
}

/** What she is called: as she agreed last, else as the sender wrote it; nothing when she would not have it said. */
export const nameIn = (events: Told): string | undefined => events.findLast(it => it.given.citizenName !== undefined)?.given.citizenName ?? (answer(events, 'citizenName') || undefined)

/** Every name that a record of contact with the other party must not say: all that she has gone by, and who told us of her. */
export const namesIn = (events: Told): readonly string[] =>
  [...new Set([answer(events, 'citizenName'), ...events.map(it => it.given.citizenName ?? ''), events[0]?.byName ?? ''])].filter(it => it !== '')

export const herRuleOf = (agreed: ContactVersion | undefined, events: Told, holderShut = false): HerRule => ({ agreed, instead: insteadIn(events), name: nameIn(events), holderShut })
