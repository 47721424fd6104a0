// `lods new-municipality "Navn"`: asks a dozen questions, or reads the answers from a file, and writes a folder that passes the check. Overwrites nothing.
import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { dayOf } from '../kernel/day.ts'
import { operatorError } from '../platform/operator.ts'
import { packageFolder } from '../platform/places.ts'
import { endReading, openFolder, readJson } from '../platform/settings.ts'
import { readMunicipality, vacant } from '../web/municipality/municipality.ts'
import { answersOf, answersSchema, asked, keys, type Typed, wrongWith } from './municipality-answers.ts'
import { filesOf, folderName } from './municipality-folder.ts'
import { newText as text } from './new-municipality-text.ts'

export async function runNewMunicipality(args: readonly string[]): Promise<number> {
  const { name, from, to, blank } = read(args)
  if (blank) {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(keys.map(key => [key, ''])), null, 2)}\n`)
    return 0
  }
  const folder = placeFor(name, to)
  const typed = from === undefined ? await ask(name) : answersIn(from)
  const today = dayOf(new Date())
  write(folder, filesOf({ name, answers: answersOf(name, typed), id: randomInt(1_000, 2_000_000_000), today }))
  const written = readMunicipality(folder)
  const municipality = dirname(folder) === join(packageFolder, 'config') ? basename(folder) : folder
  process.stdout.write(`${folder}\n`)
  process.stderr.write(text.done(folder, municipality, vacant(written, today), !written.directory.holdings.some(it => it.role === 'leader' || it.role === 'tovholder')))
  return 0
}

interface Asked { readonly name: string; readonly from: string | undefined; readonly to: string | undefined; readonly blank: boolean }
function read(args: readonly string[]): Asked {
  const given = (() => {
    try {
      return parseArgs({ args: [...args], options: { from: { type: 'string' }, to: { type: 'string' }, blank: { type: 'boolean' } }, allowPositionals: true })
    } catch {
      throw operatorError(text.usage, 2)
    }
  })()
  const name = (given.positionals[0] ?? '').normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const { blank = false, from, to } = given.values
  if (given.positionals.length > 1 || (!blank && (name === '' || name.length > 60 || /[\p{Cc}\p{Cf}]/u.test(name) || folderName(name) === ''))) throw operatorError(text.usage, 2)
  return { name, from, to, blank }
}

/** Where the folder shall be: nothing may lie there. */
function placeFor(name: string, to: string | undefined): string {
  const folder = to === undefined ? join(packageFolder, 'config', folderName(name)) : isAbsolute(to) ? resolve(to) : resolve(process.env['INIT_CWD'] ?? process.cwd(), to)
  const there = statSync(folder, { throwIfNoEntry: false })
  if (there && (!there.isDirectory() || readdirSync(folder).length > 0)) throw operatorError(text.there(folder), 2)
  const above = statSync(dirname(folder), { throwIfNoEntry: false })
  if (!above?.isDirectory()) throw operatorError(text.noPlace(dirname(folder)), 2)
  return folder
}

/** All of it or nothing: written beside, and moved when it is whole. */
function write(folder: string, files: Readonly<Record<string, string>>): void {
  const beside = (() => {
    try {
      return mkdtempSync(join(dirname(folder), '.lods-'))
    } catch (error) {
      throw operatorError(text.notWritable(dirname(folder), (error as NodeJS.ErrnoException).code ?? ''))
    }
  })()
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(beside, name)), { recursive: true })
      writeFileSync(join(beside, name), content)
    }
    renameSync(beside, folder)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    throw operatorError(existsSync(folder) ? text.there(folder) : text.notWritable(dirname(folder), (error as NodeJS.ErrnoException).code ?? ''))
  }
}

function answersIn(path: string): Typed {
  const whole = isAbsolute(path) ? path : resolve(process.env['INIT_CWD'] ?? process.cwd(), path)
  const folder = openFolder(dirname(whole))
  const file = basename(whole)
  const { it, say } = readJson(folder, file, answersSchema, 'needed')
  for (const key of keys) {
    const wrong = wrongWith(key, it?.[key] ?? '')
    if (wrong) say([key], wrong)
  }
  if (folder.faults.length > 0) throw operatorError([text.answersWrong(whole), ...folder.faults].join('\n'), 2)
  endReading(folder)
  return Object.fromEntries(Object.entries(it ?? {}).filter(([, said]) => said !== undefined)) as Typed
}

async function ask(name: string): Promise<Typed> {
  if (!process.stdin.isTTY) throw operatorError(text.noTerminal, 2)
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const ended = new Promise<never>((_, reject) => { lines.once('close', () => reject(operatorError(text.stopped, 2))) })
  ended.catch(() => undefined)
  try {
    process.stderr.write(text.intro(name))
    const typed: Record<string, string> = {}
    for (const [at, { key, ask: question, hint }] of asked(name).entries()) {
      for (;;) {
        const said = await Promise.race([lines.question(`${at + 1}/${keys.length}  ${question} (${hint})\n> `), ended])
        const wrong = wrongWith(key, said)
        typed[key] = said
        if (!wrong) break
        process.stderr.write(`${wrong}\n`)
      }
    }
    return typed
  } finally {
    lines.removeAllListeners('close')
    lines.close()
  }
}
