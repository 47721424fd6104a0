// Deadlines and people in words.
import { inSentence } from '../directory/say.ts'
import type { Actor } from '../kernel/actor.ts'
import { clockOf, dayOf, daysBetween, type Lang } from '../kernel/day.ts'
import { roleNames } from '../directory/text.da.ts'
import { roleNames as roleNamesEn } from '../directory/text.en.ts'
import type { CasePage } from './actions.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const caseText = (lang: Lang) => (lang === 'da' ? da : en)
export const roleName = (role: keyof typeof roleNames, lang: Lang): string => (lang === 'da' ? roleNames : roleNamesEn)[role]

/** "i dag kl. 14", "om 2 dage", "1 dag over fristen". */
export function sayDue(due: Date, now: Date, lang: Lang, urgent = false): string {
  const text = caseText(lang).due
  const days = daysBetween(dayOf(now), dayOf(due))
  const clock = lang === 'da' ? clockOf(due).replace(':00', '').replace(':', '.') : clockOf(due)
  if (urgent) return text.now
  if (days < 0) return text.late(-days)
  if (due <= now) return text.passed(clock)
  return days === 0 ? text.today(clock) : days === 1 ? text.tomorrow(clock) : text.later(days)
}

/** "Dig, visitator" or a name with its role. */
export function sayHolder(has: CasePage['has'], actor: Actor, lang: Lang): string | undefined {
  if (!has) return undefined
  const role = inSentence(roleName(has.role, lang))
  return has.person === actor.id ? caseText(lang).youAre(role) : caseText(lang).holderIs(has.name, role)
}
