// The commands around a municipality's folder, as whoever sits at the machine meets them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Day } from '../kernel/day.ts'
import { packageFolder } from '../platform/places.ts'
import { answersOf } from './municipality-answers.ts'
import { filesOf } from './municipality-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'lods-new-'))
after(() => rmSync(folder, { recursive: true }))
const program = fileURLToPath(new URL('./main.js', import.meta.url))
const data = join(folder, 'data')
const lods = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: folder, env: { ...process.env, INIT_CWD: folder, LODS_DATA: data, LODS_KEYS: join(folder, 'keys'), PORT: '0', LODS_DEMO: '', ...env },
  })
  return { status, stdout, stderr }
}
const answers = {
  police: 'Nordhavns Politi', phone: '00 12 00 00', entrance: '00 12 00 01', hours: '9-14.30', visitator: 'Vibeke Å. Prøve, 00 12 12 12, Social & Tilbud', primaryCoordinator: 'Inger Prøve, Molen',
  policeContact: 'Peter Opdigt', leader: 'Karen Prøve, 00 13 13 13, Social & Tilbud', tovholder: 'Karen Prøve',
}
writeFileSync(join(folder, 'svar.json'), JSON.stringify(answers))

test('a folder is written from a file of answers, can be used as it is, and says what is vacant', () => {
  const { status, stdout, stderr } = lods(['new-municipality', 'Nordhavn Å', '--from', 'svar.json', '--to', 'nord'])
  assert.deepEqual([status, stdout], [0, `${join(folder, 'nord')}\n`], stderr)
  assert.match(stderr, /Ingen har rollen Familierådgiver/)
  assert.doesNotMatch(stderr, /Hverken leder eller tovholder/)
  const checked = lods(['check'], { LODS_MUNICIPALITY: join(folder, 'nord') })
  assert.deepEqual([checked.status, checked.stdout], [1, ''])
  assert.match(checked.stderr, /^The municipality's folder .* is in order\.\nThere is no database in .*\nIngen har rollen Familierådgiver.*\nIngen har rollen Rådgiver i Dansk Stalking Center/)
  const { persons, holdings, partnership } = JSON.parse(readFileSync(join(folder, 'nord/directory.json'), 'utf8')) as { persons: { signIn: string }[]; holdings: { role: string; person: string }[]; partnership: { name: string } }
  assert.deepEqual(persons.map(it => it.signIn), ['vibeke.proeve', 'inger.proeve', 'peter.opdigt', 'karen.proeve'])
  assert.deepEqual(holdings.slice(-2).map(it => `${it.role} ${it.person}`), ['leader karen.proeve', 'tovholder karen.proeve'])
  assert.equal(partnership.name, 'Tryg i Nordhavn Å')
})

const template = join(packageFolder, 'config/skabelon')
test('the template is what new-municipality writes', () => {
  const files = filesOf({ name: 'Skabelon', answers: answersOf('Skabelon', {}), id: 2, today: '2026-11-30' as Day })
  for (const [name, text] of Object.entries(files)) assert.equal(readFileSync(join(template, name), 'utf8'), text, name)
  const there = readdirSync(template, { recursive: true, withFileTypes: true }).filter(it => it.isFile()).length
  assert.equal(there, Object.keys(files).length)
})

test('nothing is written over, and a fault leaves nothing behind', () => {
  const before = readdirSync(folder).sort()
  const again = lods(['new-municipality', 'Nordhavn', '--from', 'svar.json', '--to', 'nord'])
  assert.equal(again.status, 2)
  assert.match(again.stderr, /Der ligger allerede noget i .*nord, og det bliver ikke skrevet over/)
  writeFileSync(join(folder, 'nord-svar.json'), JSON.stringify({ ...answers, phone: 'nul', visitator: '12' }, null, 1))
  const wrong = lods(['new-municipality', 'Nordhavn', '--from', 'nord-svar.json', '--to', 'ny'])
  assert.equal(wrong.status, 2)
  assert.match(wrong.stderr, /nord-svar\.json, linje 3, phone: Skriv nummeret med tal.*\n.*visitator: Begynd med navnet/)
  rmSync(join(folder, 'nord-svar.json'))
  assert.deepEqual(readdirSync(folder).sort(), before)
})

test('without a terminal it says how to give the answers in a file; and an empty one can be had', () => {
  const asked = lods(['new-municipality', 'Nordhavn', '--to', 'ny'])
  assert.deepEqual([asked.status, asked.stdout], [2, ''])
  assert.match(asked.stderr, /ikke startet i en terminal.*--from/)
  const blank = lods(['new-municipality', '--blank'])
  assert.deepEqual([...new Set(Object.values(JSON.parse(blank.stdout) as object))], [''])
  writeFileSync(join(folder, 'tom.json'), blank.stdout)
  const empty = lods(['new-municipality', 'Sydhavn', '--from', 'tom.json', '--to', 'syd'])
  assert.equal(empty.status, 0)
  assert.match(empty.stderr, /Hverken leder eller tovholder er udpeget/)
  for (const args of [[], ['A', 'B'], ['--to'], ['///']]) assert.equal(lods(['new-municipality', ...args]).status, 2, args.join())
})

const missing = spawnSync('pdftotext', ['-v']).error ? 'pdftotext is not installed' : false
test('the A4 sheet comes from the folder alone, with its own words, and an empty one shows what is vacant', { skip: missing }, () => {
  writeFileSync(join(folder, 'nord/wording/da.json'), '{ "directory.sheet.title": "Hvem gør hvad i Nordhavn" }')
  writeFileSync(join(folder, 'nord/wording/en.json'), '{ "directory.sheet.title": "Who does what in Nordhavn" }')
  const text = (municipality: string, lang: string) => {
    const file = join(folder, `${municipality}-${lang}.pdf`)
    const made = lods(['sheet', '--out', file, '--lang', lang], { LODS_MUNICIPALITY: join(folder, municipality) })
    assert.deepEqual([made.status, made.stdout], [0, `${file}\n`], made.stderr)
    assert.equal(lods(['sheet', '--out', file], { LODS_MUNICIPALITY: join(folder, municipality) }).status, 1, 'it is not written over')
    return spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout.replaceAll(/\s+/g, ' ')
  }
  const nord = text('nord', 'da')
  for (const wanted of ['Hvem gør hvad i Nordhavn', 'Tryg i Nordhavn Å', 'Nordhavn Å Kommune', 'Vibeke Å. Prøve, 00 12 12 12', 'ring til visitator på 00 12 00 01 kl. 09.00', 'Karen Prøve, 00 13 13 13', 'Godkendt, dato og underskrift']) assert.ok(nord.includes(wanted), `${wanted}\n${nord}`)
  assert.match(text('nord', 'en'), /Who does what in Nordhavn/)
  assert.ok((text('syd', 'da').match(/Ingen lige nu/g)?.length ?? 0) >= 5)
})

test('a folder with a fault starts nothing and writes nothing, by whatever door', () => {
  const broken = join(folder, 'brudt')
  cpSync(join(packageFolder, 'config/havneby'), broken, { recursive: true })
  writeFileSync(join(broken, 'hours.json'), '{ "weekdays": [8] }')
  for (const command of ['serve', 'start', 'demo', 'migrate', 'check', 'sheet --out x.pdf', 'password vibeke.eksempel']) {
    const { status, stdout, stderr } = lods(command.split(' '), { LODS_MUNICIPALITY: broken })
    assert.deepEqual([status, stdout], [2, ''], command)
    assert.match(stderr, /^Kommunens mappe .*\nhours\.json, linje 1, weekdays\[1\]: må højst være 7\.\nhours\.json, linje 1, from: mangler/m, command)
    assert.doesNotMatch(stderr, /\bat .*:\d+/, command)
  }
  assert.ok(!existsSync(data) && !existsSync(join(folder, 'keys')) && !existsSync(join(folder, 'x.pdf')))
})

test('the texts that can be changed are listed, one a line', () => {
  const { status, stdout } = lods(['wording'])
  assert.equal(status, 0)
  assert.match(stdout, /^roles\.visitator\tStalkingvisitator\tStalking visitator$/mi)
})
