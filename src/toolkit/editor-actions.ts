// A municipality's own version of a tool: begun from the one of today, changed a step at a time, published with a reason, taken back with a reason.
import { z } from 'zod'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { changesBetween, type Change } from '../forms/changes.ts'
import { checkForm } from '../forms/check.ts'
import { type Edit, edited } from '../forms/editing.ts'
import type { Bilingual, Form } from '../forms/rules.ts'
import { action, type Facts, type Work } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import { filesNowhere, missingAnchors } from './anchors.ts'
import { digestOf } from './digest.ts'
import { readBroughtFile } from './editor-file.ts'
import { anchorWords, type Fields, partEdit, questionEdit, readNew, readRemoval, readShowIf, readStop } from './editor-input.ts'
import { formsNow } from './form-folder.ts'
import { type FolderTold, toldOf } from './form-merge.ts'
import { rights } from './rights.ts'
import { formVersion, localId, readDefinition, toolNow, toolsToday } from './shelf.ts'
import * as store from './store.ts'
import { formOf, type Tool } from './tools.ts'

const inHouse = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> => ({ standing: { partnership: actor.partnership, state: '-' } })
const sent = z.record(z.string(), z.unknown())
const fieldsOf = (raw: Readonly<Record<string, unknown>>): Fields => Object.fromEntries(Object.entries(raw).flatMap(([field, value]) => {
  const texts = [value].flat().filter((it): it is string => typeof it === 'string')
  return texts.length > 0 ? [[field, texts]] : []
}))
const one = (fields: Fields, field: string): string => (fields[field]?.[0] ?? '').trim()

/** Who begins, publishes or takes back. Where the tool stands is read by the gate. */
interface ToolFacts extends Facts { readonly tool: Tool; readonly shipped: Form }
async function toolFacts(db: Db, tool: string, actor: Actor): Promise<ToolFacts | undefined> {
  const [now, shipped] = [await toolNow(db, tool), formOf(tool)]
  return now?.form && shipped ? { standing: { partnership: actor.partnership, state: '-' }, tool: now, shipped } : undefined
}

export const listPage = action({
  path: '/redskaber/ret', method: 'get', audit: 'toolkit.editor-seen', input: z.object({}), facts: inHouse, right: rights['toolkit.edit'],
  run: async ({ db, house }) => ({ tools: (await toolsToday(db)).filter(it => it.form), drafts: await store.drafts(db), folder: await folderTold(db, house.config.municipality) }),
})

/** What of the municipality's folder waits, or stands against a version here; undefined where the folder has a fault. */
async function folderTold(db: Db, path: string): Promise<readonly FolderTold[] | undefined> {
  const files = formsNow(path)
  const versions = (await store.versionMarks(db)).map(({ definition, ...it }) => ({ ...it, form: readDefinition(definition) }))
  return files && toldOf(files, { versions, readings: await store.readingsNow(db) })
}

/** What is wrong with a draft: what `checkForm` says, and what the system needs. */
export interface ToldFault { readonly where: string; readonly says: Bilingual }
const faultsOf = (tool: string, form: Form): readonly ToldFault[] =>
  [...checkForm(form), ...[...missingAnchors(tool, form), ...filesNowhere(tool, form)].map(it => ({ where: it.question, says: anchorWords(it, formOf(tool), form) }))]

export interface DraftPage {
  readonly tool: Tool
  readonly draft: (Omit<store.DraftRow, 'definition' | 'form'> & { readonly form: Form }) | undefined
  readonly faults: readonly ToldFault[]
  /** Against the version that is filled in today. */
  readonly changes: readonly Change[]
  /** What the shipped form has become since this one was made from it. */
  readonly newer: readonly Change[]
  /** What others changed since this person opened the page; undefined where that cannot be told. */
  readonly meanwhile?: readonly Change[] | undefined
}

async function pageOf(db: Db, { tool, shipped }: ToolFacts, seen: number): Promise<DraftPage> {
  const row = await store.draftOf(db, localId(tool.id))
  const draft = row && { ...row, form: readDefinition(row.definition) }
  const origin = (draft?.form ?? tool.form)?.from
  const came = origin && origin.version < shipped.version ? await formVersion(db, origin.id, origin.version) : undefined
  return {
    tool, draft, faults: draft ? faultsOf(tool.id, draft.form) : [], changes: draft && tool.form ? changesBetween(tool.form, draft.form) : [],
    newer: came ? changesBetween(came, shipped) : [], meanwhile: draft && seen > 0 && seen < draft.seq ? await since(db, draft.form, seen) : undefined,
  }
}
async function since(db: Db, now: Form, seen: number): Promise<readonly Change[] | undefined> {
  const was = await store.pastDraft(db, now.id, seen)
  return was === undefined ? undefined : changesBetween(readDefinition(was), now)
}

const about = z.object({ tool: z.string() })
const text = z.string().optional()
const asked = about.extend({ question: text, efter: text, i: text, part: text, som: text, seq: text })
/** With what the address says of it. */
export type AskedPage = DraftPage & { readonly asked: z.infer<typeof asked> }
const page = (path: string, audit: `toolkit.${string}`) => action({
  path: `/redskaber/ret/:tool${path}`, method: 'get', audit, input: asked, facts: (db, it: z.infer<typeof asked>, actor) => toolFacts(db, it.tool, actor), right: rights['toolkit.edit'],
  run: async ({ db }, input, facts): Promise<AskedPage> => ({ ...(await pageOf(db, facts, /^\d{1,6}$/.test(input.seq ?? '') ? Number(input.seq) : 0)), asked: input }),
})
export const draftPage = page('', 'toolkit.draft-seen')
export const questionPage = page('/spoergsmaal/:question', 'toolkit.question-seen')
export const conditionPage = page('/spoergsmaal/:question/vises', 'toolkit.condition-seen')
export const stopPage = page('/spoergsmaal/:question/stop', 'toolkit.stop-seen')
export const newPage = page('/nyt', 'toolkit.new-question-seen')
export const partPage = page('/afsnit/:part', 'toolkit.part-seen')
export const newPartPage = page('/nyt-afsnit', 'toolkit.new-part-seen')
export const namePage = page('/navn', 'toolkit.name-seen')
export const lookPage = page('/se', 'toolkit.preview-seen')
export const publishPage = page('/udgiv', 'toolkit.publish-page-seen')

type Posted = { readonly tool: string; readonly fields: Fields; readonly file: unknown }
const posted = sent.transform((raw): Posted => ({ tool: String(raw['tool'] ?? ''), fields: fieldsOf(raw), file: raw['file'] }))
const changing = (path: string, audit: `toolkit.${string}`, read: (draft: Form, fields: Fields) => Edit, to: (form: Form, edit: Edit, tool: string) => string = (_form, _edit, tool) => `/redskaber/ret/${tool}`) => action({
  path: `/redskaber/ret/:tool${path}`, method: 'post', audit, input: posted, facts: (db, it, actor) => toolFacts(db, it.tool, actor), right: rights['toolkit.edit'],
  run: async ({ db, actor, now }: Work, { tool, fields }) => {
    const row = await store.draftOf(db, localId(tool))
    if (!row) throw new Refusal('conflict', 'toolkit.no-draft')
    const seq = Number(one(fields, 'seq'))
    if (row.seq !== seq) throw new Refusal('conflict', 'toolkit.changed-meanwhile')
    const form = readDefinition(row.definition)
    const edit = read(form, fields)
    const next = edited(form, edit)
    await keep(db, { partnership: actor.partnership, form: row.form, definition: JSON.stringify(next), by: actor.id, at: now }, seq)
    return { to: to(next, edit, tool) }
  },
  leadsTo: it => it,
})
async function keep(db: Db, it: store.NewDraft, seq: number): Promise<void> {
  if (it.definition.length > 400_000) throw new Refusal('invalid', 'toolkit.too-large')
  if (!(await store.keepDraft(db, it, seq))) throw new Refusal('conflict', 'toolkit.changed-meanwhile')
}

const questionAt = (tool: string, question: string) => `/redskaber/ret/${tool}/spoergsmaal/${question}`
/** Where what has just been made can be filled in further. */
const toNew = (form: Form, edit: Edit, tool: string): string => {
  if (edit.do !== 'add') return `/redskaber/ret/${tool}`
  const home = form.parts.flatMap(part => [{ id: part.id, questions: part.questions }, ...part.questions.flatMap(it => (it.kind === 'group' ? [{ id: it.id, questions: it.questions }] : []))])
  return questionAt(tool, home.find(it => it.id === edit.into)?.questions.at(-1)?.id ?? '')
}
export const addQuestion = changing('/nyt', 'toolkit.question-added', readNew, toNew)
export const changeQuestion = changing('/spoergsmaal/:question', 'toolkit.question-changed', questionEdit, (_form, edit, tool) => (edit.do === 'change' && edit.kindChanged ? questionAt(tool, edit.question) : `/redskaber/ret/${tool}`))
export const changeCondition = changing('/spoergsmaal/:question/vises', 'toolkit.condition-changed', readShowIf)
export const changeStop = changing('/spoergsmaal/:question/stop', 'toolkit.stop-changed', readStop)
export const moveQuestion = changing('/flyt', 'toolkit.moved', (_form, fields): Edit => {
  const by = one(fields, 'by') === 'op' ? -1 : 1
  return one(fields, 'part') ? { do: 'move-part', part: one(fields, 'part'), by } : { do: 'move', question: one(fields, 'question'), by }
})
export const removeFrom = changing('/fjern', 'toolkit.removed', readRemoval)
export const changePart = changing('/afsnit/:part', 'toolkit.part-changed', partEdit)
export const addPart = changing('/nyt-afsnit', 'toolkit.part-added', partEdit)
export const changeName = changing('/navn', 'toolkit.renamed', partEdit)

/** A draft from the version of today, which it names as where it came from. */
export const begin = action({
  path: '/redskaber/ret/:tool/begynd', method: 'post', audit: 'toolkit.draft-begun', input: posted, facts: (db, it, actor) => toolFacts(db, it.tool, actor), right: rights['toolkit.edit'],
  run: async ({ db, actor, now }: Work, _input, { tool, shipped }) => {
    const base = tool.form ?? shipped
    const form: Form = { ...base, id: localId(tool.id), version: (await store.lastVersion(db, localId(tool.id))) + 1, from: base.from ?? { id: shipped.id, version: shipped.version } }
    if (!(await store.beginDraft(db, { partnership: actor.partnership, form: form.id, definition: JSON.stringify(form), by: actor.id, at: now }))) throw new Refusal('conflict', 'toolkit.begun-already')
    return { to: `/redskaber/ret/${tool.id}` }
  },
  leadsTo: it => it,
})

export const dropDraft = action({
  path: '/redskaber/ret/:tool/smid-ud', method: 'post', audit: 'toolkit.draft-dropped', input: posted, facts: (db, it, actor) => toolFacts(db, it.tool, actor), right: rights['toolkit.edit'],
  run: async ({ db }: Work, { tool, fields }) => {
    const row = await store.draftOf(db, localId(tool))
    if (row && row.seq !== Number(one(fields, 'seq'))) throw new Refusal('conflict', 'toolkit.changed-meanwhile')
    await store.dropDraft(db, localId(tool))
    return { to: `/redskaber/ret/${tool}` }
  },
  leadsTo: it => it,
})

/** A file in the form of `skema.json` becomes the draft. What was in the draft before is not thrown away unseen: it must be gone first. */
export const bring = action({
  path: '/redskaber/ret/:tool/fil', method: 'post', audit: 'toolkit.file-brought', input: posted, facts: (db, it, actor) => toolFacts(db, it.tool, actor), right: rights['toolkit.edit'],
  run: async ({ db, actor, now }: Work, { file }, { tool, shipped }) => {
    const form = await readBroughtFile(file, tool.id, { version: (await store.lastVersion(db, localId(tool.id))) + 1, shipped })
    if (!(await store.beginDraft(db, { partnership: actor.partnership, form: form.id, definition: JSON.stringify(form), by: actor.id, at: now }))) throw new Refusal('conflict', 'toolkit.begun-already')
    return { to: `/redskaber/ret/${tool.id}` }
  },
  leadsTo: it => it,
})
const fileOf = (form: Form) => ({ name: `${form.id}-${form.version}.json`, type: 'application/json', body: new TextEncoder().encode(`${JSON.stringify(form, null, 2)}\n`) })
/** The draft as a file, or the version of today where there is none. */
export const file = action({
  path: '/redskaber/ret/:tool/fil', method: 'get', audit: 'toolkit.file-taken', input: about, facts: (db, it: { readonly tool: string }, actor) => toolFacts(db, it.tool, actor), right: rights['toolkit.edit'],
  run: async ({ db }: Work, _input, { tool, shipped }) => {
    const row = await store.draftOf(db, localId(tool.id))
    return fileOf(row ? readDefinition(row.definition) : tool.form ?? shipped)
  },
})

const reasonIn = (fields: Fields): string => {
  const reason = one(fields, 'reason')
  if (reason === '') throw new Refusal('invalid', 'toolkit.needs-reason', 'reason')
  if (reason.length > 1000) throw new Refusal('invalid', 'toolkit.too-long', 'reason')
  return reason
}

/** From this moment it is what is filled in. @throws Refusal invalid while it has a fault or no reason, conflict when somebody changed it meanwhile */
export const publish = action({
  path: '/redskaber/ret/:tool/udgiv', method: 'post', audit: 'toolkit.published', input: posted, right: rights['toolkit.publish'],
  facts: (db, it, actor) => toolFacts(db, it.tool, actor),
  run: async ({ db, actor, now }: Work, { tool, fields }) => {
    const row = await store.draftOf(db, localId(tool))
    if (!row) throw new Refusal('conflict', 'toolkit.no-draft')
    if (row.seq !== Number(one(fields, 'seq'))) throw new Refusal('conflict', 'toolkit.changed-meanwhile')
    const reason = reasonIn(fields)
    const form: Form = { ...readDefinition(row.definition), version: (await store.lastVersion(db, row.form)) + 1 }
    if (faultsOf(tool, form).length > 0) throw new Refusal('invalid', 'toolkit.has-faults')
    const kept = await store.addVersion(db, { partnership: actor.partnership, form: form.id, version: form.version, definition: JSON.stringify(form), digest: digestOf(form), reason, by: actor.id, at: now })
    if (!kept || !(await store.dropDraft(db, row.form))) throw new Refusal('conflict', 'toolkit.changed-meanwhile')
    return { to: `/redskaber/ret/${tool}/udgaver` }
  },
  leadsTo: it => it,
})

const versionsIn = async (db: Db, tool: Tool) => (await store.versionsOf(db, localId(tool.id))).map(({ definition, ...it }) => ({ ...it, read: readDefinition(definition) }))
export const versionsPage = action({
  path: '/redskaber/ret/:tool/udgaver', method: 'get', audit: 'toolkit.versions-seen', input: about, facts: (db, it: { readonly tool: string }, actor) => toolFacts(db, it.tool, actor), right: rights['toolkit.edit'],
  run: async ({ db }, _input, { tool, shipped }) => ({ tool, shipped, versions: await versionsIn(db, tool) }),
})

const aVersion = z.object({ tool: z.string(), version: z.string().regex(/^\d{1,6}$/, 'platform.missing') })
interface VersionFacts extends ToolFacts { readonly version: number }
async function versionFacts(db: Db, it: z.infer<typeof aVersion>, actor: Actor): Promise<VersionFacts | undefined> {
  const there = await store.hasVersion(db, localId(it.tool), Number(it.version))
  const facts = there ? await toolFacts(db, it.tool, actor) : undefined
  return facts && { ...facts, version: Number(it.version) }
}
/** One version in its own words, and how it differs from what it was made from and from the one before. */
export const versionPage = action({
  path: '/redskaber/ret/:tool/udgaver/:version', method: 'get', audit: 'toolkit.version-seen', input: aVersion, facts: (db, it, actor) => versionFacts(db, it, actor), right: rights['toolkit.edit'],
  run: async ({ db }, _input, { tool, version }) => {
    const all = await versionsIn(db, tool)
    const it = all.find(row => row.version === version)
    if (!it) throw new Refusal('missing', 'platform.missing')
    const origin = it.read.from && await formVersion(db, it.read.from.id, it.read.from.version)
    const before = all.find(row => row.version < version)?.read
    return { tool, it, fromOrigin: origin ? changesBetween(origin, it.read) : [], fromBefore: before && changesBetween(before, it.read) }
  },
})
/** It is filled in no more; what was answered in it is still read in its words. */
export const takeBack = action({
  path: '/redskaber/ret/:tool/udgaver/:version', method: 'post', audit: 'toolkit.taken-back', right: rights['toolkit.take-back'],
  input: sent.transform(raw => ({ tool: String(raw['tool'] ?? ''), version: /^\d{1,6}$/.test(String(raw['version'])) ? String(raw['version']) : '0', fields: fieldsOf(raw) })),
  facts: (db, it, actor) => versionFacts(db, it, actor),
  run: async ({ db, actor, now }: Work, { tool, fields }, { version }) => {
    const reason = reasonIn(fields)
    if (!(await store.takeBack(db, { partnership: actor.partnership, form: localId(tool), version, reason, by: actor.id, at: now }))) throw new Refusal('conflict', 'toolkit.changed-meanwhile')
    return { to: `/redskaber/ret/${tool}/udgaver` }
  },
  leadsTo: it => it,
})
