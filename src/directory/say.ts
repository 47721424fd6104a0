// Roles, times and gaps in words.
import type { Role } from '../kernel/actor.ts'
import { type Day, type Lang, sayDay } from '../kernel/day.ts'
import type { Holding, Vacancy } from './holding.ts'
import { da, roleNames } from './text.da.ts'
import { en, roleNames as roleNamesEn } from './text.en.ts'

export const directoryText = (lang: Lang) => (lang === 'da' ? da : en)
/** A name of a role in the middle of a sentence: small first letter, but not in what is a name of its own (HR, Dansk Stalking Center). */
export const inSentence = (name: string): string => (/^(?:\p{Lu}{2}|Dansk Stalking)/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1))
export const sayRole = (role: Role, lang: Lang): string => (lang === 'da' ? roleNames : roleNamesEn)[role]

/** `adults` and `families` are known words; another part stands as the municipality wrote it. */
export function sayPart(part: string, lang: Lang): string {
  const { parts } = directoryText(lang).roles
  return part === 'adults' || part === 'families' ? parts[part] : part
}

/** "Primær koordinator, voksne" */
export const sayRolePart = (it: { readonly role: Role; readonly part: string | null }, lang: Lang): string =>
  [sayRole(it.role, lang), it.part && sayPart(it.part, lang)].filter(Boolean).join(', ')

export function sayTimeHeld(it: Pick<Holding, 'from' | 'to'>, lang: Lang): string {
  const text = directoryText(lang).roles
  if (it.to === null) return text.onwards(sayDay(it.from, lang))
  return it.to < it.from ? text.never : text.time(sayDay(it.from, lang), sayDay(it.to, lang))
}

export function sayVacancy(it: Vacancy, today: Day, lang: Lang): string {
  const text = directoryText(lang).roles
  const role = inSentence(sayRolePart(it, lang))
  return it.from === today ? text.vacantNow(role) : text.vacantFrom(role, sayDay(it.from, lang))
}
