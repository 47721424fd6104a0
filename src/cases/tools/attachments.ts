// Files that answer a question of a tool: put in while it is written, kept with the paper, and gone with what is not kept.
import { randomUUID } from 'node:crypto'
import type { Answers, FileFacts, FilesIn } from '../../forms/rules.ts'
import type { KeptFile } from '../../incidents/files.ts'
import type { Work } from '../../platform/action.ts'
import { type Key, unwrapUnder, wrapUnder } from '../../platform/vault.ts'
import { opened, shut } from '../coordination/boxes.ts'
import * as store from './attachment-store.ts'
import type { Desk } from './desk.ts'

const boxPlace = (id: string) => `case_attachment.box:${id}`
const placeOf = (work: Work, desk: Omit<Desk, 'key'>): store.Place => ({ case: desk.case, person: work.actor.id, paper: desk.paper })

/** What this person has put in here and not kept, by reference. */
export async function putIn(work: Work, desk: Desk): Promise<FilesIn> {
  const all = await store.looseAt(work.db, placeOf(work, desk))
  return Object.fromEntries(all.map(it => [it.id, opened<FileFacts>(desk.key, boxPlace(it.id), it.box)]))
}

/** Writes down a file that lies in the store. The same for the same question is there once, however often it is sent. @returns its reference */
export async function write(work: Work, desk: Desk, field: string, { id: file, key, ...told }: KeptFile): Promise<string> {
  const { house, db, actor, ground, now } = work
  const [id, facts] = [randomUUID(), { name: told.name, type: told.type, bytes: told.bytes, sha256: told.sha256 } satisfies FileFacts]
  const there = await store.addAttachment(db, {
    id, ...placeOf(work, desk), byRole: ground.by, partnership: actor.partnership, at: now, file, keyBox: wrapUnder(desk.key, key), box: shut(desk.key, boxPlace(id), facts),
    same: house.vault.keyedHash('case_attachment', JSON.stringify([desk.case, actor.id, desk.paper, field, facts.sha256])),
  })
  if (there !== id) work.afterwards?.(() => house.files.remove(file))
  return there
}

/** They are part of what was kept from now on. */
export async function keepWith(work: Work, desk: Omit<Desk, 'key'>, says: Answers | undefined, kept: store.KeptIn): Promise<void> {
  const ids = Object.keys(says?.files ?? {})
  if (ids.length > 0) await store.keepAttachments(work.db, placeOf(work, desk), ids, kept)
}

/** All that were put in here and are not wanted. Out of the store once everything else is done. */
export async function takeOut(work: Work, desk: Omit<Desk, 'key'>, wanted: readonly string[]): Promise<void> {
  for (const file of await store.dropAttachments(work.db, placeOf(work, desk), wanted)) work.afterwards?.(() => work.house.files.remove(file))
}

/** A file in the store, and the key that opens it. */
export interface Opened { readonly facts: FileFacts; readonly file: string; readonly key: Key }
/** Undefined where the reader may read none of that reference there. */
export async function attachment(work: Work, caseId: string, id: string, key: (paper: string) => Promise<Key | undefined>): Promise<Opened | undefined> {
  const row = await store.attachmentIn(work.db, caseId, id)
  const under = row && await key(row.paper)
  return under && { facts: opened<FileFacts>(under, boxPlace(row.id), row.box), file: row.file, key: unwrapUnder(under, row.keyBox) }
}
