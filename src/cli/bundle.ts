// `lods bundle CASE --out FILE --as NAME --reason TEXT`: the same acts and the same journal as on the web, in somebody's name and with a reason.
import { createWriteStream, existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { caseBundle, caseFetch, makeByCommand } from '../bundle/actions-case.ts'
import { textOf } from '../bundle/preview.ts'
import { caseByNumber } from '../bundle/store.ts'
import type { Warning } from '../bundle/warnings.ts'
import { staffActor } from '../directory/actors.ts'
import { accountByName } from '../identity/store.ts'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { openHouse } from '../main.ts'
import { type House, perform } from '../platform/action.ts'
import { readConfig } from '../platform/config.ts'
import { withRole } from '../platform/db.ts'
import { operatorError } from '../platform/operator.ts'
import { sentence } from '../web/sentences.ts'

const usage = 'bundle needs CASE --out FILE --as NAME --reason TEXT, with CASE as 2026-0001 and NAME as the person signs in.'

export async function runBundle(args: readonly string[]): Promise<number> {
  const { about, out, as, reason } = asked(args)
  if (existsSync(out)) throw operatorError(`${out} is there already and is not written over.`, 2)
  const { house, close } = await openHouse(readConfig(process.env), 'beside')
  try {
    const made = await makeTownBundle(house, about, as, reason)
    await writeFresh(made.content, out)
    process.stderr.write(`${sayMade(made, out)}\n`)
    return 0
  } catch (error) {
    throw error instanceof Refusal ? operatorError(sentence(error.code, 'en')) : error
  } finally {
    await close()
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
  const id = await caseNamed(house, actor, about)
  const { result } = await perform(house, actor, makeByCommand, { case: id, purpose: textOf('da').look.purposeUsual }, { reason })
  const ids = { case: id, bundle: result.id }
  const page = await perform(house, actor, caseBundle, ids, { reason })
  const { sha256, bytes, entries } = page.result.it
  const file = await perform(house, actor, caseFetch, ids, { reason })
  return { id: result.id, sha256, bytes, entries: entries.length, waits: result.waits, content: Readable.fromWeb(file.result.body as Parameters<typeof Readable.fromWeb>[0]) }
}

async function whoIs(house: House, as: string): Promise<Actor> {
  const account = await withRole(house.pool, 'signIn', { person: undefined, partnership: undefined, now: house.clock.now() }, db => accountByName(db, as))
  const actor = account?.kind === 'staff' ? await staffActor(house, account.person, account.partnership) : undefined
  if (!actor) throw operatorError(`Nobody who works here signs in as ${as}.`, 2)
  return actor
}

/** An id as it is; a number as the gate knows it. What is neither is asked about all the same, so that the answer and the journal line are those of a case that is not there. */
async function caseNamed(house: House, actor: Actor, about: string): Promise<string> {
  const serving = { person: actor.id, partnership: actor.partnership, now: house.clock.now() }
  return (await withRole(house.pool, 'gate', serving, db => caseByNumber(db, actor.partnership, about))) ?? about
}

/** Writes a file that was not there; one that cannot be finished is not left behind. */
export async function writeFresh(content: Readable, path: string): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  let opened = false
  file.once('open', () => { opened = true })
  try {
    await pipeline(content, file)
  } catch (error) {
    if (opened) await rm(path, { force: true })
    throw operatorError(`${path} cannot be written: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`)
  }
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
