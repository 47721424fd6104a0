// What the folder's forms come to in a house that has versions of its own: the folder where it was changed and the editor was not, else the editor. Pure.
import type { Bilingual, Form } from '../forms/rules.ts'
import { digestOf } from './digest.ts'
import type { FolderForm } from './form-folder.ts'

/** `byPerson`: published on the page. */
export interface HouseVersion { readonly form: Form; readonly byPerson: boolean; readonly takenBack: boolean }
/** The last of each form. `version` null: the editor's own stood before it. */
export interface Reading { readonly form: string; readonly digest: string; readonly version: number | null }
/** `versions` newest first. */
export interface FormHouse { readonly versions: readonly HouseVersion[]; readonly readings: readonly Reading[] }

/**
 * Where folder and house differ. `waits`: it comes in with the next reading · `page-stands`: a version of the editor's stands before the file ·
 * `taken-back`: what the file says was taken back · `gone`: a version came from a file that is there no more. `file` is empty where there is none.
 */
export interface FolderTold { readonly code: 'waits' | 'page-stands' | 'taken-back' | 'gone'; readonly form: string; readonly file: string; readonly title: Bilingual; readonly version: number }

/** `add`: a new version. `read`: nothing new, and it is kept that it was read. */
export interface FormStep { readonly do: 'add' | 'read'; readonly it: FolderForm; readonly version: number | null; readonly told?: FolderTold }

/** `steps` is what a reading does; `told` is where folder and house differ for good. */
export function mergeForms(files: readonly FolderForm[], house: FormHouse): { readonly steps: readonly FormStep[]; readonly told: readonly FolderTold[] } {
  const each = files.map(it => mergeOne(it, house))
  return { steps: each.flatMap(it => it.step ?? []), told: [...each.flatMap(it => it.told ?? []), ...withoutFile(files, house)] }
}

/** What is told of them before anything is read in. */
export function toldOf(files: readonly FolderForm[], house: FormHouse): readonly FolderTold[] {
  const { steps, told } = mergeForms(files, house)
  return [...steps.filter(it => it.told === undefined).map(({ it }): FolderTold => ({ code: 'waits', form: it.form.id, file: it.file, title: it.form.title, version: it.form.version })), ...told]
}

interface One { readonly step?: FormStep; readonly told?: FolderTold }

function mergeOne(it: FolderForm, house: FormHouse): One {
  const versions = house.versions.filter(one => one.form.id === it.form.id)
  const used = versions.find(one => !one.takenBack)
  const last = house.readings.find(one => one.form === it.form.id)
  const same = used && digestOf(used.form) === digestOf(it.form)
  const about = (code: FolderTold['code'], { title, version }: Form): FolderTold => ({ code, form: it.form.id, file: it.file, title, version })
  const stands = used?.byPerson === true && !same ? about('page-stands', used.form) : undefined
  if (last?.digest === it.digest && last.version !== null) {
    const came = versions.find(one => one.form.version === last.version)
    const told = stands ?? (came?.takenBack ? about('taken-back', came.form) : undefined)
    return told === undefined ? {} : { told }
  }
  if (same) return { step: { do: 'read', it, version: used.form.version } }
  // A version of the editor that is just what the folder had last is no change of the editor's.
  if (stands === undefined || last?.version === used?.form.version) return { step: { do: 'add', it, version: (versions[0]?.form.version ?? 0) + 1 } }
  return { told: stands, ...(last?.digest !== it.digest && { step: { do: 'read', it, version: null, told: stands } }) }
}

/** A form is not changed by a file that went missing: somebody takes it back, and says why. */
const withoutFile = (files: readonly FolderForm[], { versions }: FormHouse): readonly FolderTold[] =>
  [...new Set(versions.map(it => it.form.id))].filter(id => !files.some(it => it.form.id === id)).flatMap((id): FolderTold[] => {
    const used = versions.find(it => it.form.id === id && !it.takenBack)
    return used && !used.byPerson ? [{ code: 'gone', form: id, file: '', title: used.form.title, version: used.form.version }] : []
  })
