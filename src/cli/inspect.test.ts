import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'lods-inspect-'))
after(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** The command as a person or a script runs it: in a process of its own. */
function run(args: readonly string[], env: Readonly<Record<string,
  string>> = {}): { readonly code: number | null; readonly out: string; readonly err: string } {
  const program = `import { inspect } from ${JSON.stringify(new URL('./inspect.js', import.meta.url).href)}
    process.exitCode = await inspect(process.argv.slice(1), process.stdout, process.stderr)`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, '--', ...args], {
    encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LANG: 'C', ...env },
  })
  return { code: status, out: stdout, err: stderr }
}

const chat = file('chat.txt', ['[30.03.2024 23.15.33] Mor: Hej', '[31.03.2024 02.30.00] Ex: i timen der mangler', '[31.03.2024 03.00.00] Ex: x',
  '[27.10.2024 02.50.00] Ex: før',
  '[27.10.2024 02.10.00] Ex: efter', '[27.10.2024 14.00.00] Mor: y', ''].join('\r\n'))

test('the lines are source, entries and sum, the same in every zone of the machine', () => {
  const runs = ['UTC', 'Europe/Copenhagen', 'America/Los_Angeles'].map(TZ => run([chat, '--json', '--me', 'Mor', '--zone', 'Europe/Copenhagen'],
    { TZ }))
  assert.equal(new Set(runs.map(it => it.out)).size, 1)
  const lines = runs[0]?.out.trimEnd().split('\n').map(it => JSON.parse(it))
  assert.deepEqual(lines?.map(it => it.kind), ['source', 'entry', 'entry', 'entry', 'entry', 'entry', 'entry', 'sum'])
  assert.deepEqual(lines?.slice(1, -1).map(it => it.at), [
    '2024-03-30T22:15:33.000Z', null, '2024-03-31T01:00:00.000Z', '2024-10-27T00:50:00.000Z', '2024-10-27T01:10:00.000Z', '2024-10-27T13:00:00.000Z',
  ])
  assert.deepEqual(lines?.[0].questions, [])
  assert.deepEqual(Object.keys(lines?.at(-1)), ['kind', 'entries', 'messages', 'system', 'duplicates', 'bytes', 'warnings'])
  assert.ok(runs.every(it => it.code === 0 && it.err === ''))
})

test('what nobody has told and the file does not show is listed as a question', () => {
  const undecided = file('undecided.txt', '10/12/2024, 10:00 - Ex: x\n')
  assert.deepEqual(JSON.parse(run([undecided, '--json']).out.split('\n')[0] ?? '').questions, ['me', 'zone', 'date-order'])
  assert.deepEqual(JSON.parse(run([undecided, '--json', '--me=Ex', '--zone=UTC', '--date-order=dmy']).out.split('\n')[0] ?? '').questions, [])
})

test('without --json a person reads it in words, in Danish or English', () => {
  const danish = run([chat, '--lang', 'da'])
  assert.equal(danish.code, 0)
  assert.match(danish.out, /Beskeder: +6\n/)
  assert.match(danish.out, /Hvem er du selv\?/)
  assert.match(danish.out, /timen, der kommer to gange|findes ikke/)
  assert.match(run([chat], { LANG: 'da_DK.UTF-8' }).out, /Messages: +6\n/)
})

test('a file beside the chat is found by its name, a path is never followed', () => {
  file('IMG-20241224-WA0001.jpg', 'x')
  const beside = file('beside.txt',
    '24.12.2024 22.15 - Ex: IMG-20241224-WA0001.jpg (fil vedhæftet)\n24.12.2024 22.15 - Ex: <vedhæftet: ../chat.txt>\n')
  const lines = run([beside, '--json']).out.trimEnd().split('\n').map(it => JSON.parse(it))
  assert.deepEqual(lines.slice(1, 3).map(it => it.attachments[0].present), [true, false])
})

const faults: readonly (readonly [string, readonly string[], number, RegExp])[] = [
  ['no file', [], 2, /Usage: inspect FILE/], ['two files', [chat, chat], 2, /One file at a time/], ['an unknown option', [chat, '--all'], 2, /--all/],
  ['an option without its word', [chat, '--me'], 2, /--me/], ['an unknown zone', [chat, '--zone', 'Europe/Esbjerg'], 2, /Europe\/Esbjerg/],
  ['an unknown language', [chat, '--lang', 'de'], 2, /--lang de/], ['an unknown order', [chat, '--date-order', 'ydm'], 2, /ydm/], ['a file that is not there', [join(folder, 'none.txt')], 2, /cannot be opened/],
    ['a folder, in Danish where that is asked', [folder, '--lang', 'da'], 2, /kan ikke åbnes/],
  ['a text', [file('diary.txt', 'Kære dagbog')], 1, /^This is a text/], ['a picture', [file('a.png', Buffer.from('\u0089PNG', 'latin1')),
    '--json'], 1, /^This is a picture/],
  ['an empty file', [file('empty.txt', '')], 1, /^The file is empty/], ['a broken zip', [file('a.zip', 'PK\u0003\u0004xx')], 1,
    /^The zip is damaged/],
]
for (const [what, args, code, sentence] of faults) test(`${what} is told in one sentence, with ${code}, and nothing on stdout`, () => {
  const told = run(args)
  assert.equal(told.code, code)
  assert.match(told.err, sentence)
  assert.equal(told.err.trimEnd().split('\n').length, 1)
  assert.equal(told.out, '')
})
