// What somebody has begun and not yet kept. It lies under the key of what it is written in, and its writer alone reads it.
import { Refusal } from '../../kernel/refusal.ts'
import { carryOver, readAnswers, withKnown } from '../../forms/read.ts'
import { type Answers, type FilesIn, filesIn, type Form, type Values } from '../../forms/rules.ts'
import type { Work } from '../../platform/action.ts'
import { formVersion } from '../../toolkit/shelf.ts'
import { opened, shut } from '../coordination/boxes.ts'
import type { SentFields } from '../enquire.ts'
import { putIn, takeOut } from './attachments.ts'
import type { Desk } from './desk.ts'
import * as store from './draft-store.ts'

/** `beside`: fields of the page that are no part of its form. */
interface DraftBox { readonly answers: Answers; readonly beside: SentFields }
export interface Draft {
  readonly seen: number
  readonly rev: number
  readonly at: Date
  /** A mark in the case keeps it: it goes when it is kept, and is thrown away by nobody. */
  readonly stays: boolean
  /** As far as the form of today has a field for it. */
  readonly values: Values
  /** What its files are. */
  readonly files: FilesIn
  /** What the form of today has no field for, in the words it was asked in. */
  readonly left: { readonly form: Form; readonly answers: Answers } | undefined
  readonly beside: SentFields
}
/** What the page shows of where it stands; sent along. */
export const draftFields = ['seen', 'rev'] as const

const placeOf = (work: Pick<Work, 'actor'>, desk: Desk, rev: number) => `case_draft.box:${desk.case}:${work.actor.id}:${desk.paper}:${rev}`

export async function readDraft(work: Work, desk: Desk, form: Form): Promise<Draft | undefined> {
  const row = await store.draftOf(work.db, desk.case, work.actor.id, desk.paper)
  if (!row) return undefined
  const { answers, beside } = opened<DraftBox>(desk.key, placeOf(work, desk, row.rev), row.box)
  const { values, left } = carryOver(form, answers)
  const old = Object.keys(left).length > 0 ? await formVersion(work.db, answers.form, answers.version) : undefined
  const stays = await store.draftStays(work.db, desk.case, work.actor.id, desk.paper)
  return { seen: row.seen, rev: row.rev, at: row.at, stays, values, files: answers.files ?? {}, left: old && { form: old, answers: { ...answers, values: left } }, beside }
}

/** What was typed so far, whatever it is: nothing is demanded of a draft. `known`: files that may stand in it. */
export const begunAnswers = (form: Form, sent: SentFields, known: FilesIn): Answers =>
  withKnown(form, { form: form.id, version: form.version, values: readAnswers(form, sent).typed }, known)

export interface ToPutAside { readonly seen: number; readonly rev: number; readonly form: Form; readonly answers: Answers; readonly beside?: SentFields }
/** @returns false when the same person put it aside anew from another window */
export async function tryToPutAside(work: Work, desk: Desk, it: ToPutAside): Promise<boolean> {
  const rev = it.rev + 1
  const box: DraftBox = { answers: it.answers, beside: it.beside ?? {} }
  const kept = await store.putDraft(work.db, {
    case: desk.case, person: work.actor.id, byRole: work.ground.by, partnership: work.actor.partnership, paper: desk.paper, seen: it.seen, rev, at: work.now,
    box: shut(desk.key, placeOf(work, desk, rev), box),
  })
  if (kept) await takeOut(work, desk, filesIn(it.form, it.answers.values))
  return kept
}
/** As `tryToPutAside`. @throws Refusal conflict `cases.draft-changed` */
export async function putAside(work: Work, desk: Desk, it: ToPutAside): Promise<void> {
  if (!(await tryToPutAside(work, desk, it))) throw new Refusal('conflict', 'cases.draft-changed')
}

/** It was kept, or is not wanted; what was put in for it and not kept goes with it. @throws Refusal conflict `cases.draft-stays` where a mark in the case keeps it */
export async function forget(work: Work, desk: Omit<Desk, 'key'>): Promise<void> {
  const { db, actor } = work
  if (await store.draftStays(db, desk.case, actor.id, desk.paper)) throw new Refusal('conflict', 'cases.draft-stays')
  await store.dropDraft(db, desk.case, actor.id, desk.paper)
  await takeOut(work, desk, [])
}

/** What may stand in what is written here: what was kept before, and what this person has put in since. */
export const filesAt = async (work: Work, desk: Desk, before: readonly Answers[] = []): Promise<FilesIn> =>
  Object.assign({}, ...before.map(it => it.files ?? {}), await putIn(work, desk)) as FilesIn
