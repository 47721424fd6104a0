// Writing: what a signed-in citizen may do without giving her passphrase again. Nothing that was written before is shown here.
import { z } from 'zod'
import { waitingFor } from '../consents/store.ts'
import { untold } from '../identity/renewal-store.ts'
import { warningsSeen } from '../measures/actions.ts'
import { isSaidYoung } from '../citizens/young.ts'
import { action, type Beforehand, type House, type Work } from '../platform/action.ts'
import { appendOwn, change, openEntries, openExhibits } from './append.ts'
import { entryFacts, ownFacts } from './facts.ts'
import { dropFiles, keepFiles, type KeptFile } from './files.ts'
import { entryFields, entryId, filesField, saidFrom } from './input.ts'
import { type Occurred, rights, unknownType } from './rules.ts'
import { entriesBy, logKeyOf } from './store.ts'

/** What was just saved, told in times and numbers alone. */
export interface Saved {
  readonly id: string
  readonly at: Date
  readonly occurred: Occurred
  readonly files: number
  /** Pictures that tell where they were taken. */
  readonly placed: number
  /** Files of a kind that is kept and never shown. */
  readonly unshown: number
}

/** `asked`: how many questions wait for her answer; what they are stands behind the passphrase. */
/** `newCode`: a code was made for her, and she has not been told. `dates`: how many dates are near; which ones stands behind the passphrase. */
export interface WritePage { readonly saved: Saved | undefined; readonly asked: number; readonly newCode: boolean; readonly dates: number }

export const writePage = action({
  path: '/noter',
  method: 'get',
  audit: 'incidents.write-page-opened',
  input: z.object({ gemt: z.uuid().optional().catch(undefined), entry: z.uuid().optional().catch(undefined) }),
  facts: ownFacts,
  right: rights['log.write'],
  run: async (work, { gemt, entry }): Promise<WritePage> => ({
    saved: await savedEntry(work, gemt ?? entry), asked: await waitingFor(work.db, work.actor.id), newCode: await untold(work.db, work.actor.id), dates: (await warningsSeen(work)).length,
  }),
})

/** How long the page that says that it is saved can be opened again, in milliseconds: no longer than the session it was written in. */
const savedShown = 60 * 60_000

async function savedEntry(work: Work, id: string | undefined): Promise<Saved | undefined> {
  const [row] = id ? await entriesBy(work.db, [id]) : []
  const log = row && (await logKeyOf(work.db, work.actor.id))
  // By an address that lies in the history nobody comes back to what was written on another day.
  if (row && work.now.getTime() - row.createdAt.getTime() >= savedShown) return undefined
  const [opened] = row && log ? openEntries(work, log.keyWrapped, [row]) : []
  if (!row || !log || !opened) return undefined
  const files = await openExhibits(work, log.keyWrapped, row)
  return {
    id: row.id, at: row.createdAt, occurred: opened.content.occurred, files: files.length,
    placed: files.filter(it => it.gps).length, unshown: files.filter(it => it.type === unknownType).length,
  }
}

export const addEntry = action({
  path: '/noter',
  method: 'post',
  audit: 'incidents.entry-added',
  input: entryFields,
  facts: ownFacts,
  right: rights['log.write'],
  run: async (work, input): Promise<{ readonly id: string }> => {
    const [added] = await appendOwn(work, [{ said: saidFrom(input, work.now), note: input.note || undefined }])
    return { id: added?.id ?? '' }
  },
  leadsTo: it => it,
})

const filesInput = entryId.extend({ file: filesField.refine(it => it.length > 0, 'incidents.no-file') })
  .transform((it): FilesInput => ({ ...it, kept: [] }))
/** The files lie in the store before anything is written about them. */
interface FilesInput { readonly entry: string; readonly file: readonly File[]; readonly kept: readonly KeptFile[] }

async function storeFiles(house: House, { entry, file }: FilesInput): Promise<Beforehand<FilesInput>> {
  const kept = await keepFiles(house, file)
  return { input: { entry, file: [], kept }, undo: () => dropFiles(house, kept) }
}

async function addFiles(work: Work, { entry, kept }: FilesInput): Promise<{ readonly id: string }> {
  await change(work, entry, { files: kept })
  return { id: entry }
}

/** From the page that says that it is saved. */
export const addFile = action({
  path: '/noter/fil/:entry',
  method: 'post',
  audit: 'incidents.file-added',
  input: filesInput,
  facts: entryFacts,
  right: rights['entry.add-file'],
  beforehand: storeFiles,
  run: addFiles,
  leadsTo: it => it,
})

/** From the entry's own page. */
export const addFileThere = action({
  path: '/noter/tidligere/:entry/fil',
  method: 'post',
  audit: 'incidents.file-added',
  input: filesInput,
  facts: entryFacts,
  right: rights['entry.change'],
  beforehand: storeFiles,
  run: addFiles,
  leadsTo: it => it,
})

/** How to leave quickly, and how to look after oneself, in words for somebody young where her helpers said so. Nothing else of hers is on it. */
export const safetyPage = action({
  path: '/noter/sikkerhed',
  method: 'get',
  audit: 'incidents.safety-page-opened',
  input: z.object({}),
  facts: ownFacts,
  right: rights['log.write'],
  run: async work => ({ young: await isSaidYoung(work, work.actor.id) }),
})
