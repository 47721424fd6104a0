// The municipality's own forms, as files of its folder: each just as the editor of tools hands one out. Whole, or a fault with its place.
import { checkForm } from '../forms/check.ts'
import { type Form, type Part, type Question } from '../forms/rules.ts'
import { formSchema, largestForm } from '../forms/schema.ts'
import { filesIn, type Folder, openFolder, readJson } from '../platform/settings.ts'
import { filesNowhere, missingAnchors } from './anchors.ts'
import { digestOf } from './digest.ts'
import { asLocal } from './editor-file.ts'
import { anchorWords } from './editor-input.ts'
import { formFolderText as text } from './form-folder-text.ts'
import { toolOfForm } from './shelf.ts'
import { formOf } from './tools.ts'

/** `form` has the municipality's own id; its version is given when it comes in. `digest` is of the words that the file has. */
export interface FolderForm { readonly file: string; readonly form: Form; readonly digest: string }

/** `toolkit/*.json` in the folder: for a tool at most one. */
export function formsIn(folder: Folder): readonly FolderForm[] {
  const found: FolderForm[] = []
  for (const file of filesIn(folder, 'toolkit', '.json')) {
    const one = formIn(folder, file, found)
    if (one) found.push(one)
  }
  return found
}

/** The folder as it stands on the disk today, beside a house that runs; undefined where it cannot be read whole. */
export function formsNow(path: string): readonly FolderForm[] | undefined {
  const folder = openFolder(path)
  const found = formsIn(folder)
  return folder.faults.length > 0 ? undefined : found
}

function formIn(folder: Folder, file: string, before: readonly FolderForm[]): FolderForm | undefined {
  const { it, say } = readJson(folder, file, formSchema)
  if (!it) return undefined
  // Fields that are not there at all are what `undefined` is elsewhere in the house.
  const read = JSON.parse(JSON.stringify(it)) as Form
  const shipped = formOf(toolOfForm(read.id))
  if (!shipped) {
    say(['id'], text.noTool(toolOfForm(read.id)))
    return undefined
  }
  const form = asLocal(read, shipped, read.version)
  for (const { where, says } of checkForm(form)) say(placeOf(form, where), says.da)
  for (const fault of [...missingAnchors(shipped.id, form), ...filesNowhere(shipped.id, form)]) say(placeOf(form, fault.question), anchorWords(fault, shipped, form).da)
  if (JSON.stringify(form).length > largestForm) say([], text.large)
  const twin = before.find(one => one.form.id === form.id)
  if (twin) say(['id'], text.twice(twin.file))
  return { file, form, digest: digestOf({ ...read, kind: shipped.kind }) }
}

/** Where in the file a part or question of this id stands, the last where there are two; the top where there is none. */
function placeOf(form: Form, id: string): readonly PropertyKey[] {
  const inQuestions = (all: readonly Question[], at: readonly PropertyKey[]): readonly PropertyKey[] | undefined =>
    all.flatMap((it, index) => [...(it.id === id ? [[...at, index]] : []), ...(it.kind === 'group' ? [inQuestions(it.questions, [...at, index, 'questions'])] : [])]).findLast(it => it !== undefined)
  const inPart = (part: Part, at: number) => inQuestions(part.questions, ['parts', at, 'questions']) ?? (part.id === id ? ['parts', at] : undefined)
  return form.parts.map(inPart).findLast(it => it !== undefined) ?? []
}
