// `lods bundle CASE --out FILE --as NAME --reason TEXT`: the same acts and the same journal as on the web, in somebody's name and with a reason.
import { open, rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { caseBundle, caseFetch, makeByCommand } from '../bundle/actions-case.ts'
import { textOf } from '../bundle/preview.ts'
import type { Warning } from '../bundle/warnings.ts'
import { colleagueCalled } from '../directory/actors.ts'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { openHouse } from '../main.ts'
import { type House, perform } from '../platform/action.ts'
import { readConfig } from '../platform/config.ts'
import { operatorError } from '../platform/operator.ts'
import { sentence } from '../web/door/sentences.ts'

const usage = 'bundle needs CASE --out FILE --as NAME --reason TEXT, with CASE as 2026-0001 and NAME as the person signs in.'

export async function runBundle(args: readonly string[]): Promise<number> {
  const { about, out, as, reason } = asked(args)
  return intoFresh(out, async file => {
    const { house, close } = await openHouse(readConfig(process.env), 'beside')
    try {
      const made = await makeTownBundle(house, about, as, reason)
      await pipeline(made.content, file)
      process.stderr.write(`${sayMade(made, out)}\n`)
      return 0
    } catch (error) {
      throw error instanceof Refusal ? operatorError(error.kind === 'missing' ? noBundle : sentence(error.code, 'en')) : error
    } finally {
      await close()
    }
  })
}

/** One sentence for all of it: what is not there and what is not for this person look the same. */
const noBundle = 'There is nothing there that this person can make a file for the police of: no such case, it is not theirs, nothing is shown in it, or no consent covers it.'

/** Opens a file that was not there before anything else is done; one that cannot be finished is not left behind. */
export async function intoFresh<T>(path: string, work: (file: Writable) => Promise<T>): Promise<T> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? operatorError(`${path} is there already and is not written over.`, 2) : operatorError(error.code === 'ENOENT' ? `${path} cannot be written: there is no such folder.` : `${path} cannot be written: ${error.code}.`, 2)
  })
  // The stream closes the file, whether it was written to or not.
  const stream = file.createWriteStream()
  try {
    return await work(stream)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    stream.destroy()
  }
}

export interface Made {
  readonly id: string
  readonly sha256: string
  readonly bytes: number
  readonly entries: number
  /** What must be looked at before it is handed in. */
  readonly waits: readonly Warning[]
  readonly content: Readable
}

/**
 * Makes a bundle of all that is shown in a case, in this person's name.
 * @param about a case by its number (2026-0001) or id
 * @param as    how the person signs in
 * @throws Refusal missing where there is no such case, no right to it, nothing shown, or no consent: the same sentence for all
 */
export async function makeTownBundle(house: House, about: string, as: string, reason = 'The invented town'): Promise<Made> {
  const actor = await whoIs(house, as)
  const { result } = await perform(house, actor, makeByCommand, { case: about, purpose: textOf('da').look.purposeUsual }, { reason })
  const ids = { case: result.case, bundle: result.id }
  const page = await perform(house, actor, caseBundle, ids, { reason })
  const { sha256, bytes, entries } = page.result.it
  const file = await perform(house, actor, caseFetch, ids, { reason })
  return { id: result.id, sha256, bytes, entries: entries.length, waits: result.waits, content: Readable.fromWeb(file.result.body as Parameters<typeof Readable.fromWeb>[0]) }
}

async function whoIs(house: House, as: string): Promise<Actor> {
  const actor = await colleagueCalled(house, as)
  if (!actor) throw operatorError(`Nobody who works here signs in as ${as}.`, 2)
  return actor
}

export function sayMade({ sha256, bytes, entries, waits }: Made, out: string): string {
  const look = new Set(waits.map(it => it.entry)).size
  return [
    `${out}: ${entries} incidents, ${bytes} bytes, SHA-256 ${sha256}.`,
    ...(look > 0 ? [`Before it is handed in: ${look} incidents mention something the other party may not know. The page of the bundle lists them.`] : []),
  ].join('\n')
}

interface Wanted { readonly about: string; readonly out: string; readonly as: string; readonly reason: string }

function asked(args: readonly string[]): Wanted {
  const { positionals, values } = read(args)
  const [about] = positionals
  const { out, as, reason } = values
  if (positionals.length !== 1 || !about || !out || !as || !reason?.trim()) throw operatorError(usage, 2)
  return { about, out, as, reason: reason.trim() }
}

// What parseArgs throws is what the user typed wrongly.
function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { out: { type: 'string' }, as: { type: 'string' }, reason: { type: 'string' } }, allowPositionals: true })
  } catch {
    throw operatorError(usage, 2)
  }
}
