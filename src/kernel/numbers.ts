// Numbers without persons. A number under five is hidden, and so is whatever else is needed that it cannot be worked out. Pure.
import type { Day } from './day.ts'

/** Years that are over; the one that runs is not counted, so that nobody can see a number grow by one. */
export const finishedYears = (today: Day): readonly number[] => [1, 2, 3].map(back => Number(today.slice(0, 4)) - back)

/** Under this a number could be somebody. */
export const smallest = 5
/** Under this many cases a year no total is divided into parts. */
export const enoughCases = 25

/** A number, or that there are too few to say. */
export type Shown = number | 'few'
export const total = (count: number): Shown => (count < smallest ? 'few' : count)

export interface Part { readonly name: string; readonly count: number }
/** `hidden`: a name whose number is not said. */
export interface ShownPart { readonly name: string; readonly count: number | 'hidden' }

/**
 * The parts of one total, as they may be shown beside it. Hidden are all under five; and when that leaves one alone, a sum under five, or only fours, then the
 * next smallest as well, with all that are as large as they.
 * Why it holds: what is hidden hangs on the numbers alone, not on their order, so any two hidden numbers that differ could have changed places; and where all hidden
 * numbers are alike, one could have been one less and another one more.
 */
export function hideParts(parts: readonly Part[]): readonly ShownPart[] {
  let hidden = parts.filter(it => it.count < smallest)
  if (hidden.length === 0) return parts
  const sum = () => hidden.reduce((all, it) => all + it.count, 0)
  const alone = () => hidden.length < 2 || sum() < smallest || sum() === (smallest - 1) * hidden.length
  while (alone() && hidden.length < parts.length) {
    const next = Math.min(...parts.filter(it => !hidden.includes(it)).map(it => it.count))
    hidden = parts.filter(it => hidden.includes(it) || it.count === next)
  }
  return parts.map(it => (hidden.includes(it) ? { name: it.name, count: 'hidden' } : it))
}

/** What may be shown of a year: its total, and the parts where the year has cases enough and there is something to divide. */
export function shownYear(cases: number, parts: readonly Part[]): { readonly total: Shown; readonly parts: readonly ShownPart[] | undefined } {
  const all = parts.reduce((sum, it) => sum + it.count, 0)
  return { total: total(all), parts: cases >= enoughCases && all >= enoughCases && parts.length > 1 ? hideParts(parts) : undefined }
}
