// A finished bundle: reading about it, fetching it, and what came of it.
import { Readable } from 'node:stream'
import { dayOf, readDay } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Work } from '../platform/action.ts'
import type { SafeHref } from '../platform/ui/href.ts'
import { type Key, openText, sealText } from '../platform/vault.ts'
import type { Agreement } from '../cases/told-first/rules.ts'
import type { Way } from './input.ts'
import { boxPlace, type Kept } from './make.ts'
import * as store from './store.ts'

export interface Delivery { readonly how: Way; readonly day: string; readonly time: string; readonly to: string }
export interface Receipt { readonly journal: 'number' | 'none'; readonly number: string; readonly officer: string; readonly phone: string; readonly first: Agreement }
interface Boxed<T> { readonly at: Date; readonly said: T }

export interface BundlePage {
  readonly at: SafeHref
  readonly it: store.Listed
  /** Absent where the key is gone, or is not for this reader any more. */
  readonly kept: Kept | undefined
  readonly delivery: Boxed<Delivery> | undefined
  /** Newest first; the first is what holds. */
  readonly receipts: readonly Boxed<Receipt>[]
}

const eventPlace = (id: string, seq: number): string => `bundle_event.box:${id}:${seq}`

async function opened(work: Work, id: string): Promise<{ readonly it: store.Listed; readonly key: Key | undefined; readonly box: Uint8Array | undefined }> {
  const it = await store.bundleBy(work.db, id)
  if (!it) throw new Refusal('missing', 'platform.missing')
  const row = await store.keyOf(work.db, id)
  return { it, key: row && work.house.vault.unwrap(row.keyWrapped), box: row?.box }
}

/** @param at where the bundles of this side are */
export async function readBundle(work: Work, id: string, at: SafeHref): Promise<BundlePage> {
  const { it, key, box } = await opened(work, id)
  const events = key ? await store.eventsOf(work.db, id) : []
  const read = <T>(step: store.Step): Boxed<T>[] => events.filter(one => one.step === step)
    .flatMap(one => (key ? [{ at: one.at, said: JSON.parse(openText(key, eventPlace(id, one.seq), one.box)) as T }] : []))
  return {
    at: `${at}/${id}`, it, kept: key && box ? (JSON.parse(openText(key, boxPlace(id), box)) as Kept) : undefined,
    delivery: read<Delivery>('deliver')[0], receipts: read<Receipt>('receipt').toReversed(),
  }
}

/** The zip. Its name says the day it was made and nothing of anybody. */
export async function fetchBundle(work: Work, id: string): Promise<{ readonly name: string; readonly type: string; readonly body: ReadableStream }> {
  const { it, key } = await opened(work, id)
  if (!key) throw new Refusal('missing', 'platform.missing')
  return { name: `dokumentation-${dayOf(it.madeAt)}.zip`, type: 'application/zip', body: Readable.toWeb(work.house.files.get(it.file, key)) as ReadableStream }
}

async function record(work: Work, id: string, step: store.Step, said: Delivery | Receipt): Promise<void> {
  const { it, key } = await opened(work, id)
  if (!key) throw new Refusal('missing', 'platform.missing')
  const seq = (await store.eventsOf(work.db, id)).length + 1
  const added = await store.addEvent(work.db, {
    bundle: id, partnership: it.partnership, seq, step, by: work.actor.id, byRole: work.ground.by, at: work.now, box: sealText(key, eventPlace(id, seq), JSON.stringify(said)),
  })
  if (!added) throw new Refusal('conflict', 'bundle.recorded-meanwhile')
}

/** For good: the database marks its entries as delivered with the same stroke. @throws Refusal bundle.future */
export async function deliver(work: Work, id: string, { how, day, time, to }: Delivery): Promise<void> {
  const on = readDay(day.trim())
  if (on === undefined || on > dayOf(work.now)) throw new Refusal('invalid', 'bundle.future', 'day')
  await record(work, id, 'deliver', { how, day: on, time: time.trim().replace('.', ':'), to })
}

export const keepReceipt = (work: Work, id: string, { journal, number, officer, phone, first }: Receipt): Promise<void> =>
  record(work, id, 'receipt', { journal, number: journal === 'number' ? number : '', officer, phone, first })
