// What somebody has begun and not yet kept. It lies under the key of the case, and its writer alone reads it.
import { Refusal } from '../../kernel/refusal.ts'
import { carryOver, readAnswers } from '../../forms/read.ts'
import type { Answers, Form, Values } from '../../forms/rules.ts'
import type { Work } from '../../platform/action.ts'
import { formVersion } from '../../toolkit/shelf.ts'
import { opened, shut } from '../coordination/boxes.ts'
import * as store from './draft-store.ts'
import type { SentFields } from '../enquire.ts'
import { caseKey } from '../write.ts'

/** `beside`: fields of the page that are no part of its form. */
interface DraftBox { readonly answers: Answers; readonly beside: SentFields }
export interface Draft {
  readonly seen: number
  readonly rev: number
  readonly at: Date
  /** As far as the form of today has a field for it. */
  readonly values: Values
  /** What the form of today has no field for, in the words it was asked in. */
  readonly left: { readonly form: Form; readonly answers: Answers } | undefined
  readonly beside: SentFields
}
/** What the page shows of where it stands; sent along. */
export const draftFields = ['seen', 'rev'] as const

const placeOf = (work: Pick<Work, 'actor'>, caseId: string, paper: string, rev: number) => `case_draft.box:${caseId}:${work.actor.id}:${paper}:${rev}`

export async function readDraft(work: Work, caseId: string, paper: string, form: Form): Promise<Draft | undefined> {
  const row = await store.draftOf(work.db, caseId, work.actor.id, paper)
  if (!row) return undefined
  const { answers, beside } = opened<DraftBox>(await caseKey(work, caseId), placeOf(work, caseId, paper, row.rev), row.box)
  const { values, left } = carryOver(form, answers)
  const old = Object.keys(left).length > 0 ? await formVersion(work.db, answers.form, answers.version) : undefined
  return { seen: row.seen, rev: row.rev, at: row.at, values, left: old && { form: old, answers: { ...answers, values: left } }, beside }
}

/** What was typed so far, whatever it is: nothing is demanded of a draft. */
export const begunAnswers = (form: Form, sent: SentFields): Answers => ({ form: form.id, version: form.version, values: readAnswers(form, sent).typed })

export interface ToPutAside { readonly paper: string; readonly seen: number; readonly rev: number; readonly answers: Answers; readonly beside?: SentFields }
/** @throws Refusal conflict `cases.draft-changed` when the same person put it aside anew from another window */
export async function putAside(work: Work, caseId: string, it: ToPutAside): Promise<void> {
  const rev = it.rev + 1
  const box: DraftBox = { answers: it.answers, beside: it.beside ?? {} }
  const kept = await store.putDraft(work.db, {
    case: caseId, person: work.actor.id, byRole: work.ground.by, partnership: work.actor.partnership, paper: it.paper, seen: it.seen, rev, at: work.now,
    box: shut(await caseKey(work, caseId), placeOf(work, caseId, it.paper, rev), box),
  })
  if (!kept) throw new Refusal('conflict', 'cases.draft-changed')
}

/** It was kept, or is not wanted. @throws Refusal conflict `cases.draft-stays` where a mark in the case keeps it */
export async function forget({ db, actor }: Work, caseId: string, paper: string): Promise<void> {
  if (await store.draftStays(db, caseId, actor.id, paper)) throw new Refusal('conflict', 'cases.draft-stays')
  await store.dropDraft(db, caseId, actor.id, paper)
}
