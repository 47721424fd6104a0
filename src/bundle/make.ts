// Makes a bundle out of what was looked through and answered, and keeps it encrypted. Runs in the role that asked.
import { randomUUID } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { groundText } from '../kernel/actor.ts'
import { linesOf } from '../incidents/store.ts'
import { emptyHead, lineOf, sealOf } from '../integrity/rules.ts'
import { sha256 } from '../integrity/seal.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Work } from '../platform/action.ts'
import type { Stored } from '../platform/files.ts'
import { type Key, sealText } from '../platform/vault.ts'
import { makeBundle, type BundleInput } from './bag.ts'
import { codeWords, exhibitsIn, type Material, paperLang } from './material.ts'
import { report } from './progress.ts'
import { addBundle } from './store.ts'
import { da } from './text.da.ts'
import type { Warning } from './warnings.ts'

/** What is said on the paper beside the entries. */
export interface Cover { readonly purpose: string; readonly other: string; readonly background: string }

/** known: the other party knows it already · later: made by a command; to be looked at before it is delivered. */
export interface Decided extends Warning { readonly answer: 'known' | 'later' }

/** What is kept in the box of a bundle. */
export interface Kept extends Cover { readonly title: string; readonly decided: readonly Decided[]; readonly left: readonly number[] }

export interface Order {
  readonly citizen: Work['actor']['id']
  readonly caseId: string | undefined
  readonly material: Material
  readonly cover: Cover
  readonly decided: readonly Decided[]
  /** Running numbers of entries that were taken out on the way. */
  readonly left: readonly number[]
}

export const boxPlace = (id: string): string => `bundle_key.box:${id}`

/** @returns the id of the bundle, which is whole and in the store */
export async function make(work: Work, order: Order): Promise<{ readonly id: string }> {
  const { house, db, actor, ground, now } = work
  const { material, cover } = order
  const id = randomUUID()
  const chain = (await linesOf(db, actor.partnership, material.log)).map(lineOf)
  if (chain.length === 0) throw new Refusal('missing', 'platform.missing')
  const key = house.vault.newKey()
  const stored = await kept(work, await inputOf(work, order, id, chain), key.plain)
  try {
    const kept: Kept = { ...cover, title: da.paper.title, decided: order.decided, left: order.left }
    const last = chain.at(-1)
    await addBundle(db, {
      id, partnership: actor.partnership, log: material.log, citizen: order.citizen, caseId: order.caseId ?? null, madeBy: actor.id, madeRole: ground.by,
      ground: groundText(ground), consent: ground.kind === 'consent' ? (ground.paper ?? null) : null, entries: material.chosen.map(it => it.row.id),
      file: stored.id, sha256: stored.sha256, bytes: stored.bytes, headSeq: chain.length, headSeal: last === undefined ? emptyHead.seal : sealOf(last, sha256), madeAt: now,
    }, { keyWrapped: key.wrapped, box: sealText(key.plain, boxPlace(id), JSON.stringify(kept)) })
  } catch (fault) {
    await house.files.remove(stored.id)
    throw fault
  }
  return { id }
}

async function inputOf(work: Work, { material, cover }: Order, id: string, chain: readonly string[]): Promise<BundleInput> {
  const exhibits = await exhibitsIn(work, material)
  const files = exhibits.size
  // Each file is read to be checked and again to be written; pictures once between, for the paper.
  let opened = 0
  report(work.actor.id, { done: 0, of: files })
  const open = (hash: string) => {
    const it = exhibits.get(hash)
    if (!it) throw new Error('an exhibit that no chosen entry has')
    opened += 1
    report(work.actor.id, { done: Math.min(files, Math.floor(opened / 3)), of: files })
    return work.house.files.get(it.row.file, it.key)
  }
  return {
    entries: material.chosen.map(({ opened: { sealed }, row }) => ({ seq: row.seq, content: sealed.content, salt: sealed.salt, typical: row.typical })),
    chain, exhibits: { open },
    meta: {
      id, at: work.now, lang: paperLang, title: da.paper.title, purpose: cover.purpose,
      people: cover.other === '' ? [] : [[da.paper.other, cover.other]], background: cover.background, words: codeWords(),
    },
  }
}

/** Streams it into the store: whole or not at all. */
async function kept(work: Work, input: BundleInput, key: Key): Promise<Stored> {
  const zip = new PassThrough()
  // Told to both sides below; nobody else listens, and a fault that nobody hears ends the server.
  zip.on('error', () => undefined)
  const storing = work.house.files.put(zip, key)
  const making = makeBundle(input, zip).catch((fault: unknown) => {
    zip.destroy(fault instanceof Error ? fault : new Error(String(fault)))
    throw fault
  })
  const [made, stored] = await Promise.allSettled([making, storing])
  if (made.status === 'rejected') throw made.reason
  if (stored.status === 'rejected') throw stored.reason
  return stored.value
}
