import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { textOf } from '../bundle/preview.ts'
import { sayFault, verifyBundle, type Verdict } from '../bundle/verify.ts'
import type { Lang } from '../kernel/day.ts'
import { operatorError } from '../platform/operator.ts'
import { langIn } from './arguments.ts'

/** `lods verify BUNDLE`: needs neither database nor network. Each fault as a sentence on stderr; exit 1 when there is one, 2 when used wrongly. */
export async function runVerify(args: readonly string[]): Promise<number> {
  const { path, head, lang, json } = asked(args)
  if (!(await stat(path).catch(() => undefined))?.isFile()) throw operatorError(textOf(lang).check.noFile(path), 2)
  const verdict = await verifyBundle(path, head)
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const sha256 = hash.digest('hex')
  if (json) process.stdout.write(`${JSON.stringify({ ok: verdict.faults.length === 0, sha256, ...verdict })}\n`)
  say(verdict, sha256, lang)
  return verdict.faults.length === 0 ? 0 : 1
}

function say(verdict: Verdict, sha256: string, lang: Lang): void {
  const { check } = textOf(lang)
  const { faults, files, links, opened, head } = verdict
  const lines = faults.length > 0 ? faults.map(it => sayFault(it, lang)) : [check.ok(files, links, opened), check.head(head), check.file(sha256)]
  process.stderr.write(lines.map(it => `${it}\n`).join(''))
}

interface Asked { readonly path: string; readonly head: string | undefined; readonly lang: Lang; readonly json: boolean }

function asked(args: readonly string[]): Asked {
  const usage = textOf(langIn(args)).check.usage
  const options = { head: { type: 'string' }, lang: { type: 'string', default: 'en' }, json: { type: 'boolean', default: false } } as const
  const { values, positionals } = read(usage, () => parseArgs({ args: [...args], options, allowPositionals: true }))
  const [path] = positionals
  const { head, lang, json } = values
  const usable = positionals.length === 1 && (lang === 'da' || lang === 'en') && (head === undefined || /^[0-9a-f]{64}$/.test(head))
  if (!usable || path === undefined) throw operatorError(usage, 2)
  return { path, head, lang, json }
}

// What parseArgs throws is what the user typed wrongly.
function read<T>(usage: string, parse: () => T): T {
  try {
    return parse()
  } catch {
    throw operatorError(usage, 2)
  }
}
