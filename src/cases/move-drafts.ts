// A form that is filled in on the page of a move can be put aside and taken up again, as a paper can.
import type { Right } from '../kernel/rights.ts'
import { withFiles } from '../forms/read.ts'
import type { Answers, FilesIn, Form, Values } from '../forms/rules.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Ctx } from '../platform/screen.ts'
import { formWithFiles } from '../toolkit/shelf.ts'
import { keepWith } from './tools/attachments.ts'
import { deskIn } from './tools/desk.ts'
import { begunAnswers, type Draft, filesAt, forget, putAside, readDraft } from './tools/drafts.ts'
import { intoDesk, puttingIn } from './tools/putting-in.ts'
import { one, sentFields, type SentFields, without } from './enquire.ts'

/** What a page with such a form carries: the form of today, and what this person has begun. */
export interface Filling { readonly form: Form; readonly draft: Draft | undefined; /** What is known of every file that may stand in it. */ readonly files: FilesIn }
/** @param before what was filled in earlier and is gone through again: its files may stand in it */
export async function fillingIn(work: Work, caseId: string, tool: string, word: string, before: readonly Answers[] = []): Promise<Filling> {
  const [form, desk] = [await formWithFiles(work.db, tool), await deskIn(work, caseId, word)]
  return { form, draft: await readDraft(work, desk, form), files: await filesAt(work, desk, before) }
}

/** The answers with what their files are. @throws Refusal invalid where one is not there */
export const filledIn = async (work: Work, caseId: string, word: string, form: Form, answers: Answers, before: readonly Answers[] = []): Promise<Answers> =>
  withFiles(form, answers, await filesAt(work, await deskIn(work, caseId, word), before))
/** It was filled in, and lies in this event of the case: nothing of it is a draft any longer. */
export async function keptAs(work: Work, caseId: string, word: string, answers: Answers | undefined, seq: number): Promise<void> {
  await keepWith(work, { case: caseId, paper: word }, answers, { as: 'event', in: String(seq) })
  await forget(work, { case: caseId, paper: word })
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

/** Puts it aside, throws it away, and takes in the files that came with it. */
export const moveDrafts = <F extends InCase>(it: MoveWithDraft<F>) => ({
  keep: action({
    path: `${it.path}/kladde`, method: 'post', audit: `${it.audit}-draft-kept` as `cases.${string}`, facts: it.facts, right: it.right,
    input: sentFields.transform(sent => ({ case: one(sent, 'case'), rev: revOf(sent), sent })),
    run: async (work: Work, { rev, sent }, facts: F) => {
      const [form, desk] = [await formWithFiles(work.db, it.tool), await deskIn(work, facts.now.id, wordOf(it.path))]
      const page = apart(sent, it.beside)
      await putAside(work, desk, { seen: facts.now.seq, rev, form, answers: begunAnswers(form, page.sent, await filesAt(work, desk)), beside: page.beside })
      return { id: facts.now.id }
    },
    leadsTo: toId,
  }),
  drop: action({
    path: `${it.path}/smid-vaek`, method: 'post', audit: `${it.audit}-draft-dropped` as `cases.${string}`, facts: it.facts, right: it.right,
    input: sentFields.transform(sent => ({ case: one(sent, 'case') })),
    run: async (work: Work, _input, facts: F) => {
      await forget(work, { case: facts.now.id, paper: wordOf(it.path) })
      return { id: facts.now.id }
    },
    leadsTo: toId,
  }),
  files: puttingIn({
    audit: `${it.audit}-files-put-in` as `cases.${string}`, right: it.right, at: sent => ({ case: one(sent, 'case') }), facts: it.facts,
    form: work => formWithFiles(work.db, it.tool),
    into: async (work, _at, facts: F, form) => intoDesk(work, await deskIn(work, facts.now.id, wordOf(it.path)), form, sent => ({ seen: facts.now.seq, rev: revOf(sent), ...apart(sent, it.beside) })),
  }),
})

/** The fields of the form, and those of the page beside it. */
const apart = (sent: SentFields, beside: readonly string[]) => ({
  sent: without(sent, ['case', 'seq', 'rev', 'once', ...beside]),
  beside: Object.fromEntries(beside.flatMap((field): [string, string | string[]][] => (sent[field] === undefined ? [] : [[field, sent[field]]]))),
})

/** The page as it was left, for its fields; what was just sent and could not be taken comes first. */
export const resumed = (ctx: Ctx, draft: Draft | undefined): Ctx => (ctx.sent || !draft ? ctx : { ...ctx, sent: { values: { ...draft.beside, ...draft.values as Values }, faults: [] } })
