// A form that is filled in on the page of a move can be put aside and taken up again, as a paper can.
import type { Right } from '../kernel/rights.ts'
import type { Form, Values } from '../forms/rules.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Ctx } from '../platform/screen.ts'
import { formNow } from '../toolkit/shelf.ts'
import { begunAnswers, type Draft, forget, putAside, readDraft } from './tools/drafts.ts'
import { one, sentFields, type SentFields, without } from './enquire.ts'

/** What a page with such a form carries: the form of today, and what this person has begun. */
export interface Filling { readonly form: Form; readonly draft: Draft | undefined }
export async function fillingIn(work: Work, caseId: string, tool: string, word: string): Promise<Filling> {
  const form = await formNow(work.db, tool)
  return { form, draft: await readDraft(work, caseId, word, form) }
}

interface InCase extends Facts { readonly now: { readonly id: string; readonly seq: number } }
export interface MoveWithDraft<F extends InCase> {
  /** The address of the move's page, and what its draft is kept under: the last word of it. */
  readonly path: string
  readonly audit: `cases.${string}`
  readonly tool: string
  /** Fields of the page that are no part of the form. */
  readonly beside: readonly string[]
  readonly facts: (db: Work['db'], input: { readonly case: string }, actor: Work['actor'], now: Date) => Promise<F | undefined>
  readonly right: Right
}
export const wordOf = (path: string): string => path.split('/').at(-1) ?? ''
const revOf = (sent: SentFields): number => (/^\d{1,6}$/.test(one(sent, 'rev')) ? Number(one(sent, 'rev')) : 0)
const toId = ({ id }: { id: string }) => ({ id })

/** Puts it aside, and throws it away. */
export const moveDrafts = <F extends InCase>(it: MoveWithDraft<F>) => ({
  keep: action({
    path: `${it.path}/kladde`, method: 'post', audit: `${it.audit}-draft-kept` as `cases.${string}`, facts: it.facts, right: it.right,
    input: sentFields.transform(sent => ({ case: one(sent, 'case'), rev: revOf(sent), sent })),
    run: async (work: Work, { rev, sent }, facts: F) => {
      const form = await formNow(work.db, it.tool)
      const beside = Object.fromEntries(it.beside.flatMap((field): [string, string | string[]][] => (sent[field] === undefined ? [] : [[field, sent[field]]])))
      await putAside(work, facts.now.id, { paper: wordOf(it.path), seen: facts.now.seq, rev, answers: begunAnswers(form, without(sent, ['case', 'seq', 'rev', ...it.beside])), beside })
      return { id: facts.now.id }
    },
    leadsTo: toId,
  }),
  drop: action({
    path: `${it.path}/smid-vaek`, method: 'post', audit: `${it.audit}-draft-dropped` as `cases.${string}`, facts: it.facts, right: it.right,
    input: sentFields.transform(sent => ({ case: one(sent, 'case') })),
    run: async (work: Work, _input, facts: F) => {
      await forget(work, facts.now.id, wordOf(it.path))
      return { id: facts.now.id }
    },
    leadsTo: toId,
  }),
})

/** The page as it was left, for its fields; what was just sent and could not be taken comes first. */
export const resumed = (ctx: Ctx, draft: Draft | undefined): Ctx => (ctx.sent || !draft ? ctx : { ...ctx, sent: { values: { ...draft.beside, ...draft.values as Values }, faults: [] } })
