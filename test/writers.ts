// Four citizens at their telephones, each writing one incident after the other to a product that is killed again and again.
// A form that was not answered is sent again with the same sending's id, as the button does, until it is.
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Told } from './product.ts'

/** One form: an incident, or a file put on one. `told` and `sha256` are how it is known again. */
export interface Sent { readonly citizen: number; readonly told: string; readonly note: boolean; readonly file: { readonly sha256: string; readonly bytes: number } | undefined }
/** `entry`: the id that the product answered with. */
export interface Saved extends Sent { readonly entry: string; fileSaved: boolean }

export interface Writers {
  /** Everything that was answered, in the order of the answers. */
  readonly saved: readonly Saved[]
  /** Forms that were sent again because no answer came. */
  readonly again: () => number
  /** Answers that nobody should get. */
  readonly wrong: readonly string[]
  /** Tells where the product is now; undefined: nowhere, and they wait. */
  readonly find: (product: Told | undefined) => void
  /** Lets everybody finish the form that is on the way, and rests. */
  readonly finish: () => Promise<void>
  /** Everybody stops at once, answered or not: the test has failed. */
  readonly abandon: () => void
}

export function startWriting(count = 4): Writers {
  const saved: Saved[] = []
  const wrong: string[] = []
  let product: Told | undefined
  let finishing = false
  let abandoned = false
  let again = 0

  /** Sends until there is an answer that leads somewhere. */
  async function send(citizen: number, path: string, form: () => FormData): Promise<string> {
    while (!abandoned) {
      const at = product
      const answer = at && await fetch(new URL(path, at.url), {
        method: 'POST', body: form(), redirect: 'manual', signal: AbortSignal.timeout(15_000),
        headers: { origin: new URL(at.url).origin, cookie: `s=${at.citizens[citizen]?.session}` },
      }).then(async it => ({ status: it.status, to: it.headers.get('location') ?? '', text: await it.text() })).catch(() => undefined)
      const entry = /^\/noter\?gemt=([0-9a-f-]{36})$/.exec(answer?.to ?? '')?.[1]
      if (entry) return entry
      // Somebody whose database is away is told so; a broken page is a fault of ours.
      if (answer && answer.status !== 503) wrong.push(`${path} was answered with ${answer.status} ${answer.to}`)
      if (at) again += 1
      await pause(20)
    }
    return ''
  }

  async function write(citizen: number): Promise<void> {
    for (let serial = 1; !finishing; serial += 1) {
      const file = serial % 5 === 0 ? fileFor(citizen, serial) : undefined
      const it: Sent = { citizen, told: `Hændelse ${citizen}-${serial}.`, note: serial % 3 === 0, file: file && { sha256: createHash('sha256').update(file).digest('hex'), bytes: file.length } }
      const [once, fileOnce] = [randomUUID(), randomUUID()]
      const entry = await send(citizen, '/noter', () => formOf({ once, told: it.told, when: 'now', note: it.note ? `Kun for mig ${citizen}-${serial}.` : '' }))
      if (abandoned) return
      const kept: Saved = { ...it, entry, fileSaved: false }
      saved.push(kept)
      if (!file) continue
      await send(citizen, `/noter/fil/${entry}`, () => formOf({ once: fileOnce, file: new File([new Uint8Array(file)], 'optagelse.bin') }))
      kept.fileSaved = true
    }
  }
  const all = Promise.all(Array.from({ length: count }, (_, citizen) => write(citizen)))
  return {
    saved, wrong, again: () => again,
    find: it => { product = it },
    finish: async () => {
      finishing = true
      await all
    },
    abandon: () => {
      finishing = true
      abandoned = true
    },
  }
}

function formOf(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

/** Some 200 kB that look like nothing known: several segments of the store. */
function fileFor(citizen: number, serial: number): Buffer {
  const bytes = Buffer.alloc(150_000 + ((serial * 7919) % 100_000))
  for (let at = 0; at < bytes.length; at += 32) createHash('sha256').update(`${citizen} ${serial} ${at}`).digest().copy(bytes, at)
  return bytes
}
