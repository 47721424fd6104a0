// One paper of a case: read with its drafts and versions, put aside, kept. The same for a citizen's case and for those behind walls.
import { randomUUID } from 'node:crypto'
import type { PersonId } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { carryOver, takeAnswers, withFiles } from '../../forms/read.ts'
import type { Answers, FilesIn, Form, Values } from '../../forms/rules.ts'
import type { Work } from '../../platform/action.ts'
import { formWithFiles, toolsToday } from '../../toolkit/shelf.ts'
import { type Formed, withTheirForms } from '../coordination/forms.ts'
import { type Paper, readInner, readPapers, tryToKeep } from '../coordination/papers.ts'
import { keepWith } from './attachments.ts'
import { type Desk, deskIn } from './desk.ts'
import { begunAnswers, type Draft, filesAt, forget, putAside, readDraft } from './drafts.ts'
import { draftsOf } from './draft-store.ts'
import type { SentFields } from '../enquire.ts'
import { together } from './meanwhile.ts'
import { isInner, isSingle, type PaperKind, paperWord, toolsIn, type CaseTool } from './rules.ts'
import type { Kind } from '../sides/rules.ts'

export type FormedPaper = Formed<Paper<unknown>>

/** The versions of the paper that an address names, newest first; none where it is a new one. */
export async function versionsOf(work: Work, caseId: string, kind: PaperKind, paper: string): Promise<readonly FormedPaper[]> {
  const all = await (isInner(kind) ? readInner : readPapers)(work, caseId)
  return withTheirForms(work.db, all.filter(it => it.kind === kind && (isSingle(kind) || it.id === paper)))
}

/** What a draft is kept under: the paper's own address. */
export const draftName = (kind: PaperKind, paper: string): string => `${paperWord(kind)}/${paper}`

/** One version of something that is written in a form, newest first where there are several. */
export interface Version { readonly version: number; readonly byName: string; readonly at: Date; readonly says: Answers; readonly form: Form | undefined }
/** What came while somebody wrote: the version that is kept now, and the one that the writing began from. */
export interface Meanwhile<V extends Version = Version> { readonly now: V; readonly begun: Values; readonly theirs: Values; readonly mine: Values }

export interface Written<V extends Version = Version> {
  /** The form of today; each version has its own. */
  readonly form: Form
  readonly versions: readonly V[]
  readonly draft: Draft | undefined
  /** What is known of every file that may stand in it. */
  readonly files: FilesIn
  /** What stands in the fields when the page is opened. */
  readonly values: Values
  readonly meanwhile: Meanwhile<V> | undefined
}
export interface Sheet extends Written<FormedPaper> { readonly kind: PaperKind; readonly paper: string }

export async function readSheet(work: Work, caseId: string, kind: PaperKind, paper: string): Promise<Sheet> {
  return { kind, paper, ...(await readWritten(work, await deskIn(work, caseId, draftName(kind, paper)), await formWithFiles(work.db, kind), await versionsOf(work, caseId, kind, paper))) }
}

/** What is written at a desk: the draft there, what came meanwhile, and what stands in the fields. */
export async function readWritten<V extends Version>(work: Work, desk: Desk, form: Form, versions: readonly V[]): Promise<Written<V>> {
  const draft = await readDraft(work, desk, form)
  const [last] = versions
  const files: FilesIn = { ...draft?.files, ...(await filesAt(work, desk, versions.map(it => it.says))) }
  const carried = (it: V | undefined): Values => (it ? carryOver(form, it.says).values : {})
  if (!draft || !last || draft.seen >= last.version) return { form, versions, draft, files, values: draft?.values ?? carried(last), meanwhile: undefined }
  const meanwhile = { now: last, begun: carried(versions.find(it => it.version === draft.seen)), theirs: carried(last), mine: draft.values }
  return { form, versions, draft, files, values: together(form, meanwhile.begun, meanwhile.theirs, meanwhile.mine), meanwhile }
}

export interface SentPaper { readonly kind: PaperKind; readonly paper: string; readonly sent: SentFields; readonly beside: SentFields; readonly seen: number; readonly rev: number }

/** Puts it aside as it is; nothing is demanded. */
export async function putPaperAside(work: Work, caseId: string, it: SentPaper): Promise<void> {
  const [form, desk] = [await formWithFiles(work.db, it.kind), await deskIn(work, caseId, draftName(it.kind, it.paper))]
  const known = await filesAt(work, desk, (await versionsOf(work, caseId, it.kind, it.paper)).map(one => one.says))
  await putAside(work, desk, { seen: it.seen, rev: it.rev, form, answers: begunAnswers(form, it.sent, known), beside: it.beside })
}

export interface Kept { readonly id: string; readonly overtaken: boolean }
/**
 * Keeps what was sent as a new version. Where another was kept meanwhile, it is put aside as a draft instead, and nothing is lost.
 * @throws Refusal invalid with every fault of the form
 */
export async function keepSheet(work: Work, caseId: string, it: SentPaper): Promise<Kept> {
  const [form, desk] = [await formWithFiles(work.db, it.kind), await deskIn(work, caseId, draftName(it.kind, it.paper))]
  const versions = await versionsOf(work, caseId, it.kind, it.paper)
  const says = withFiles(form, takeAnswers(form, it.sent), await filesAt(work, desk, versions.map(one => one.says)))
  const id = versions[0]?.id ?? randomUUID()
  const kept = await tryToKeep(work, caseId, { id, kind: it.kind, once: isSingle(it.kind), seen: it.seen, says })
  if (kept) {
    await keepWith(work, desk, says, { as: isInner(it.kind) ? 'inner' : 'paper', in: id })
    await forget(work, desk)
  } else await putAside(work, desk, { seen: it.seen, rev: it.rev, form, answers: says, beside: it.beside })
  return { id, overtaken: !kept }
}

/** One thing that is kept: a paper by its newest version, or what was filled in on the page of a move. */
export interface Standing { readonly id: string; readonly version: number; readonly by: PersonId | null; readonly byName: string; readonly at: Date }
/** One line of the list of tools in a case. */
export interface ToolLine { readonly tool: CaseTool; readonly form: Form; readonly kept: readonly Standing[]; readonly drafts: readonly { readonly paper: string; readonly at: Date }[] }
interface Moved { readonly seq: number; readonly by: PersonId | null; readonly byName: string; readonly at: Date }

/**
 * The tools of a kind of case as they stand: those that the shelf has today.
 * @param moved what was filled in on the pages of moves, oldest first
 */
export async function toolLines(work: Work, caseId: string, kind: Kind, moved: Readonly<Record<string, readonly Moved[]>>): Promise<readonly ToolLine[]> {
  const shelf = await toolsToday(work.db)
  const lines = toolsIn(kind)
  const papers = kind === 'citizen' ? await readPapers(work, caseId) : []
  const inner = lines.some(it => it.copy === 'never') ? await readInner(work, caseId) : []
  // Whoever only reads here has no drafts, and may not ask for any.
  const writes = lines.some(it => it.by.includes(work.ground.by))
  const begun = writes ? await draftsOf(work.db, caseId, work.actor.id) : []
  const standing = (tool: CaseTool): readonly Standing[] => {
    const all = tool.how === 'move' ? (moved[tool.tool] ?? []).map((it, at) => ({ ...it, id: String(it.seq), version: at + 1 })).reverse().slice(0, 1) : [...papers, ...inner].filter(it => it.kind === tool.tool)
    return all.filter((it, at) => all.findIndex(one => one.id === it.id) === at)
  }
  return lines.flatMap((tool): ToolLine[] => {
    const form = shelf.find(it => it.id === tool.tool)?.form
    return form ? [{ tool, form, kept: standing(tool), drafts: begun.filter(it => it.paper === tool.word || it.paper.startsWith(`${tool.word}/`)) }] : []
  })
}

/** @throws Refusal missing where the paper is not there */
export function versionFor<V extends Version>(versions: readonly V[], wanted: string | undefined): V & { readonly form: Form } {
  const found = wanted === undefined ? versions[0] : versions.find(it => String(it.version) === wanted)
  if (!found?.form) throw new Refusal('missing', 'platform.missing')
  return { ...found, form: found.form }
}
