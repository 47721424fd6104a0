// The steps from a log to a bundle, the same for the citizen and for staff: choose, look through, make.
import { Refusal } from '../kernel/refusal.ts'
import type { Work } from '../platform/action.ts'
import type { SafeHref } from '../platform/ui/href.ts'
import { type Cover, type Decided, make } from './make.ts'
import { type Material, readMaterial, rowsOf, seenMark, warningsIn } from './material.ts'
import { writeNumbers } from './numbers.ts'
import { forgetProgress, report } from './progress.ts'
import type { BundleEntry, Row } from './rules.ts'
import { warnings, type Warning } from './warnings.ts'

/** Whose log, out of which case, and where the pages are. */
export interface Side { readonly citizen: Work['actor']['id']; readonly caseId: string | undefined; readonly at: SafeHref }

export interface Choice { readonly no: number; readonly entry: BundleEntry; readonly typical: boolean }

export async function choices(work: Work, side: Side): Promise<readonly Choice[]> {
  const material = await readMaterial(work, side.citizen, 'all')
  return (material?.chosen ?? []).map(({ row, entry }) => ({ no: row.no, entry, typical: row.typical }))
}

/** The chosen numbers as the next address has them. @throws Refusal bundle.none */
export async function choose(work: Work, side: Side, it: { readonly which: 'all' | 'some'; readonly vis: readonly number[] }): Promise<{ readonly at: SafeHref; readonly nr: string }> {
  const material = await readMaterial(work, side.citizen, it.which === 'all' ? 'all' : new Set(it.vis))
  if (!material || material.chosen.length === 0) throw new Refusal('invalid', 'bundle.none', it.which === 'all' ? 'which' : 'vis')
  return { at: side.at, nr: writeNumbers(material.chosen.map(one => one.row.no)) }
}

export interface PreviewPage {
  readonly at: SafeHref
  readonly nr: string
  readonly rows: readonly Row[]
  readonly warnings: readonly Warning[]
  readonly seen: string
  readonly caseId: string | undefined
}

export async function lookThrough(work: Work, side: Side, nr: ReadonlySet<number>): Promise<PreviewPage> {
  const material = await readMaterial(work, side.citizen, nr)
  if (!material || material.chosen.length === 0) throw new Refusal('invalid', 'bundle.none')
  const found = await warningsIn(work, material)
  return { at: side.at, nr: writeNumbers(material.chosen.map(it => it.row.no)), rows: rowsOf(material), warnings: found, seen: seenMark(material, found), caseId: side.caseId }
}

export interface Asked extends Cover {
  readonly nr: ReadonlySet<number>
  readonly seen: string
  readonly backgroundOk?: 'yes' | undefined
  readonly answers: ReadonlyMap<number, 'known' | 'out'>
}

/** One question: entries of which the same was pointed out. `field` is named by the first of them. */
export interface Question { readonly field: `w${number}`; readonly entries: readonly number[]; readonly found: readonly Warning[] }

/** A witness who stands in thirty entries is asked about once. */
export function questionsOf(found: readonly Warning[]): readonly Question[] {
  const perEntry = [...Map.groupBy(found, it => it.entry)]
  const alike = Map.groupBy(perEntry, ([, all]) => JSON.stringify(all.map(({ kind, excerpt }) => [kind, excerpt])))
  return [...alike.values()].map(same => {
    const entries = same.map(([no]) => no)
    return { field: `w${Math.min(...entries)}`, entries, found: same[0]?.[1] ?? [] }
  })
}

/** What the background tells that the other party may not know; it is entry 0. */
export const inBackground = (background: string): readonly Warning[] => (background === '' ? [] : warnings(
  [{ no: 0, occurred: { local: '-', certainty: 'unknown' }, type: '', told: background, count: 1, witnesses: [], exhibits: [] }], { toOtherParty: [], helpers: [], photos: [] }))

/**
 * Makes it, when all that was pointed out is answered.
 * @throws Refusal conflict bundle.changed when it is not what was looked through; invalid with each entry that waits for an answer
 */
export async function makeAsked(work: Work, side: Side, asked: Asked): Promise<{ readonly id: string; readonly at: SafeHref }> {
  report(work.actor.id, { done: 0, of: 0 })
  try {
    const made = await makeChecked(work, side, asked)
    report(work.actor.id, { done: 1, of: 1, made: made.id })
    return { ...made, at: side.at }
  } catch (fault) {
    if (fault instanceof Refusal) forgetProgress(work.actor.id)
    else report(work.actor.id, { done: 0, of: 0, failed: true })
    throw fault
  }
}

async function makeChecked(work: Work, side: Side, asked: Asked): Promise<{ readonly id: string }> {
  const material = await readMaterial(work, side.citizen, asked.nr)
  if (!material || material.chosen.length === 0) throw new Refusal('invalid', 'bundle.none')
  const found = await warningsIn(work, material)
  if (asked.seen !== seenMark(material, found)) throw new Refusal('conflict', 'bundle.changed')
  const told = inBackground(asked.background)
  const questions = questionsOf(found)
  const answer = (it: Question) => asked.answers.get(Number(it.field.slice(1)))
  const faults = [
    ...questions.filter(it => !answer(it)).map(it => ({ field: it.field, code: 'bundle.answer' as const })),
    ...(asked.purpose === '' ? [{ field: 'purpose', code: 'bundle.purpose' as const }] : []),
    ...(told.length > 0 && asked.backgroundOk !== 'yes' ? [{ field: 'background', code: 'bundle.background-tells' as const }] : []),
  ]
  const [first] = faults
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
  const out = new Set(questions.filter(it => answer(it) === 'out').flatMap(it => it.entries))
  const kept = without(material, out)
  if (kept.chosen.length === 0) throw new Refusal('invalid', 'bundle.none-left')
  const decided = [...found, ...told].filter(it => !out.has(it.entry)).map((it): Decided => ({ ...it, answer: 'known' }))
  const { purpose, other, background } = asked
  return make(work, { citizen: side.citizen, caseId: side.caseId, material: kept, cover: { purpose, other, background }, decided, left: [...out] })
}

const without = (material: Material, out: ReadonlySet<number>): Material => ({ ...material, chosen: material.chosen.filter(it => !out.has(it.row.no)) })

/** All that is shown, in one go: for a command. What is pointed out waits to be looked at on the bundle's page. */
export async function makeWhole(work: Work, side: Side, purpose: string): Promise<{ readonly id: string; readonly waits: readonly Warning[] }> {
  const material = await readMaterial(work, side.citizen, 'all')
  if (!material || material.chosen.length === 0) throw new Refusal('invalid', 'bundle.none')
  const waits = await warningsIn(work, material)
  const decided = waits.map((it): Decided => ({ ...it, answer: 'later' }))
  const { id } = await make(work, { citizen: side.citizen, caseId: side.caseId, material, cover: { purpose, other: '', background: '' }, decided, left: [] })
  return { id, waits }
}
