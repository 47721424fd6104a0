// Files on the police contact's action card: the receiver's own, under the key of the referral. Not kept yet, they stand on the card of whoever put them in.
import { randomUUID } from 'node:crypto'
import { chosen, type FileFacts, type FilesIn, type Values } from '../forms/rules.ts'
import type { KeptFile } from '../incidents/files.ts'
import type { Work } from '../platform/action.ts'
import { openText, sealText, unwrapUnder, wrapUnder } from '../platform/vault.ts'
import { openReferral } from './notes.ts'
import * as store from './store-card-files.ts'

interface Told extends FileFacts { readonly question: string }
const place = (id: string) => `receiver_attachment.box:${id}`

/** What this person has put in and not kept: as files, and as the answers that they are. */
export async function looseFiles(work: Work, referral: string): Promise<{ readonly files: FilesIn; readonly into: (values: Values) => Values }> {
  const { key } = await openReferral(work, referral)
  const all = (await store.looseOn(work.db, referral, work.actor.id)).map(it => ({ id: it.id, ...(JSON.parse(openText(key, place(it.id), it.box)) as Told) }))
  return {
    files: Object.fromEntries(all.map(({ id, question: _, ...facts }) => [id, facts])),
    into: values => all.reduce<Values>((so, it) => ({ ...so, [it.question]: [...new Set([...chosen(so, it.question), it.id])] }), values),
  }
}

export async function writeFile(work: Work, referral: string, question: string, { id: file, key, ...it }: KeptFile): Promise<string> {
  const { house, db, actor, now } = work
  const [id, under] = [randomUUID(), (await openReferral(work, referral)).key]
  const told: Told = { name: it.name, type: it.type, bytes: it.bytes, sha256: it.sha256, question }
  const there = await store.addFile(db, {
    id, referral, partnership: actor.partnership, organisation: actor.organisation, by: actor.id, at: now, file, keyBox: wrapUnder(under, key), box: sealText(under, place(id), JSON.stringify(told)),
    same: house.vault.keyedHash('receiver_attachment', JSON.stringify([referral, actor.id, question, told.sha256])),
  })
  if (there !== id) work.afterwards?.(() => house.files.remove(file))
  return there
}

/** Those of the version that was kept are its from now on; what else this person had put in is gone. */
export async function keepFilesOf(work: Work, referral: string, kept: FilesIn, card: number): Promise<void> {
  await store.keepFiles(work.db, referral, work.actor.id, Object.keys(kept), card)
  for (const file of await store.dropLoose(work.db, referral, work.actor.id)) work.afterwards?.(() => work.house.files.remove(file))
}

export async function openFile(work: Work, referral: string, id: string) {
  const [row, { key }] = [await store.fileBy(work.db, referral, id), await openReferral(work, referral)]
  if (!row) return undefined
  const { question: _, ...facts } = JSON.parse(openText(key, place(row.id), row.box)) as Told
  return { facts, file: row.file, key: unwrapUnder(key, row.keyBox) }
}
