// The shelf as it stands today. Whoever shows or takes a form asks here, never a file of a form: a municipality may have put its own in the place of ours.
import { type Answers, type Form, type Question, takesFiles } from '../forms/rules.ts'
import type { Db } from '../platform/db.ts'
import { missingAnchors } from './anchors.ts'
import { definitionOf, newestVersions } from './store.ts'
import { tools, toolsNow as shipped, type Tool } from './tools.ts'

/** A municipality's own versions of a tool are a form of their own. */
export const localId = (id: string): string => `${id}-local`
export const isLocal = (form: string): boolean => form.endsWith('-local')
/** The tool that a form belongs to, whoever wrote it. */
export const toolOfForm = (form: string): string => form.replace(/-local$/, '')

/** What was published was read and checked before it was kept. */
export const readDefinition = (definition: string): Form => JSON.parse(definition) as Form

/**
 * The tools of today, in the order of the shelves: the municipality's newest version that is not taken back in the place of the shipped one.
 * One that lacks what this program reads, because it is older than the program, stays where it is until it is mended.
 */
export async function toolsToday(db: Db): Promise<readonly Tool[]> {
  const own = new Map((await newestVersions(db)).map(it => [it.form, readDefinition(it.definition)]))
  return shipped.map(tool => withOwn(tool, own.get(localId(tool.id))))
}

const withOwn = (tool: Tool, own: Form | undefined): Tool =>
  (own && tool.form && missingAnchors(tool.id, own).length === 0 ? { id: tool.id, version: own.version, title: own.title, kind: tool.kind, form: own } : tool)

/** The tool as it stands today; undefined where there is none of that name. */
export async function toolNow(db: Db, id: string): Promise<Tool | undefined> {
  const tool = shipped.find(it => it.id === id)
  if (!tool?.form) return tool
  const [own] = await newestVersions(db, localId(id))
  return withOwn(tool, own && readDefinition(own.definition))
}

/** The form that is filled in today, where files can be put in as well. @throws Error when there is no such tool, or it is no form: a fault of ours */
export async function formWithFiles(db: Db, id: string): Promise<Form> {
  const form = (await toolNow(db, id))?.form
  if (!form) throw new Error(`no form is called ${id}`)
  return form
}
/** As `formWithFiles`, where there is nowhere for a file to lie: a question for one is left out. */
export async function formNow(db: Db, id: string): Promise<Form> {
  const form = await formWithFiles(db, id)
  return takesFiles(form) ? withoutFiles(form) : form
}
function withoutFiles(form: Form): Form {
  const noFiles = (questions: readonly Question[]): readonly Question[] => questions.filter(it => it.kind !== 'file').map(it => (it.kind === 'group' ? { ...it, questions: noFiles(it.questions) } : it))
  return { ...form, parts: form.parts.map(part => ({ ...part, questions: noFiles(part.questions) })).filter(part => part.questions.length > 0) }
}

/** The version that answers were given to, for ever, taken back or not; undefined where there has never been one. */
export async function formVersion(db: Db, id: string, version: number): Promise<Form | undefined> {
  if (!isLocal(id)) return tools.find(it => it.id === id && it.version === version)?.form
  const definition = await definitionOf(db, id, version)
  return definition === undefined ? undefined : readDefinition(definition)
}

/** For things that carry answers: each with the form whose words they are said in. */
export async function withForms<T extends { readonly answers?: Answers | undefined }>(db: Db, all: readonly T[]): Promise<readonly (T & { readonly form?: Form })[]> {
  const forms = new Map<string, Form | undefined>()
  const found: (T & { readonly form?: Form })[] = []
  for (const it of all) {
    const key = it.answers && `${it.answers.form} ${it.answers.version}`
    if (it.answers && key !== undefined && !forms.has(key)) forms.set(key, await formVersion(db, it.answers.form, it.answers.version))
    const form = key === undefined ? undefined : forms.get(key)
    found.push(form ? { ...it, form } : it)
  }
  return found
}
