import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { listFile } from './listing.ts'
import type { ImportedEntry, Sum } from './rules.ts'

const folder = process.env['LODS_SAMPLES']

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap(it => (it.isDirectory() ? filesIn(join(path, it.name)) : [join(path, it.name)])).sort()
}

async function list(path: string): Promise<readonly (ImportedEntry | Sum | { readonly kind: 'source' | 'rest'; readonly length: number })[]> {
  const out: Buffer[] = []
  const listed = await listFile(path, {}, async lines => void out.push(Buffer.from(lines)))
  if ('is' in listed) return []
  return Buffer.concat(out).toString().split('\n').filter(Boolean).map(it => JSON.parse(it))
}

/** What a constructed sample says of itself. */
interface Truth {
  readonly entries: number
  readonly messages: number
  readonly system: number
  readonly multiline: number
  readonly attached: number
  readonly omitted: number
  readonly perSender: Readonly<Record<string, number>>
  readonly firstUtc: string
  readonly lastUtc: string
}

if (folder === undefined || !existsSync(folder)) test('further real exports are read too',
  { skip: 'LODS_SAMPLES names no folder of further exports.' }, () => undefined)
else {
  const all = filesIn(folder)
  for (const path of all.filter(it => /whatsapp|constructed/.test(dirname(it))
    && it.endsWith('.txt'))) test(`every byte of ${basename(path)} is accounted for`, async () => {
    const lines = await list(path)
    const sum = lines.at(-1)
    assert.ok(sum?.kind === 'sum')
    assert.ok(sum.entries > 0)
    assert.equal(sum.bytes.entries + sum.bytes.rest, statSync(path).size)
    const heads = readFileSync(path, 'utf8').split('\n').filter(it => /^[\ufeff\u200e]*\[?\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/.test(it)).length
    assert.equal(sum.entries, heads)
  })
  for (const path of all.filter(it => it.endsWith('.truth.json'))) test(`${basename(path)} is met`, async () => {
    const truth: Truth = JSON.parse(readFileSync(path, 'utf8'))
    const lines = await list(path.replace('.truth.json', ''))
    const entries = lines.filter(it => it.kind === 'entry')
    const messages = entries.filter(it => it.entry !== 'system')
    const perSender: Record<string, number> = {}
    for (const { sender } of messages) perSender[sender ?? ''] = (perSender[sender ?? ''] ?? 0) + 1
    assert.deepEqual({
      entries: entries.length, messages: messages.length, system: entries.length - messages.length, multiline: entries.filter(it =>
        it.text.includes('\n')).length,
      attached: entries.filter(it => it.attachments.some(one => one.name !== null)).length,
      omitted: entries.filter(it => it.attachments.some(one => one.name === null)).length, perSender,
    }, {
      entries: truth.entries, messages: truth.messages, system: truth.system, multiline: truth.multiline, attached: truth.attached,
        omitted: truth.omitted,
      perSender: { ...truth.perSender },
    })
    const cut = entries[0]?.certainty === 'minute' ? 16 : 19
    assert.deepEqual([entries[0]?.at?.slice(0, cut), entries.at(-1)?.at?.slice(0, cut)], [truth.firstUtc.slice(0, cut), truth.lastUtc.slice(0, cut)])
  })
  // Signal's own text export has the heads of WhatsApp and is read like one.
  for (const path of all.filter(it =>
    !/whatsapp|constructed|signal/.test(dirname(it)))) test(`${basename(path)} is no WhatsApp export, and is told so`, async () =>
    assert.deepEqual((await list(path)).map(it => it.kind), []))
}
