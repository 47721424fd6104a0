import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { lineOf, type Seal, verifyChain } from '../integrity/rules.ts'
import { sha256 } from '../integrity/seal.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { perform } from '../platform/action.ts'
import { withRole } from '../platform/db.ts'
import { unwrapUnder } from '../platform/vault.ts'
import { addEntry, addFile, writePage } from './actions.ts'
import { changeEntry, deleteEntry, earlierPage, entryPage, exhibitCopy, markTypical } from './actions-earlier.ts'
import { holds, openNote, openVersion } from './boxes.ts'
import { linesOf, notesOf } from './store.ts'
import { shortEntry, testCitizen } from './testing-log.ts'

let town: TestHouse
let anna: Actor
let bea: Actor
before(async () => {
  town = await testHouse()
  anna = await testCitizen(town)
  bea = await testCitizen(town)
})
after(() => town.close())

const write = async (who: Actor, told: string, more: Record<string, string> = {}) => (await perform(town.house, who, addEntry, shortEntry(told, more))).result.id
const read = async (who: Actor, entry: string) => (await perform(town.house, who, entryPage, { entry })).result
const asHer = <T>(who: Actor, work: Parameters<typeof withRole<T>>[3]) =>
  withRole(town.house.pool, 'citizen', { person: who.id, partnership: who.partnership, now: town.house.clock.now() }, work)
const refusedAs = (kind: string, code?: string) => (error: unknown) => error instanceof Refusal && error.kind === kind && (code === undefined || error.code === code)

async function chainOf(who: Actor) {
  const head = (await town.owner.query<{ id: string; head_seq: number; head_seal: string; key_wrapped: Buffer }>('select * from log where citizen = $1', [who.id])).rows[0]
  assert.ok(head)
  const lines = await asHer(who, db => linesOf(db, who.partnership, head.id))
  return { ...head, lines, faults: verifyChain(lines.map(lineOf), head.head_seal as Seal, sha256) }
}

test('what she writes can be read again by her, and the log is made with the first entry', async () => {
  const id = await write(anna, 'Han ringede syv gange.', { note: 'Jeg rystede.', type: 'call', count: '7', witnesses: 'Naboen\nPostbudet\n', when: 'other', day: '2026-11-01', time: '22.15' })
  const { entry, note, state } = await read(anna, id)
  assert.deepEqual(entry.content, {
    no: 1, occurred: { local: '2026-11-01T22:15', certainty: 'minute', utc: '2026-11-01T21:15:00.000Z' }, type: 'call', told: 'Han ringede syv gange.',
    count: 7, witnesses: ['Naboen', 'Postbudet'], exhibits: [],
  })
  assert.equal(note, 'Jeg rystede.')
  assert.equal(state, 'private')
})

test('the log stays whole through adding, changing and destroying, and every living version holds against its line', async () => {
  const first = await write(anna, 'Den første.')
  const second = await write(anna, 'Den anden.', { note: 'Kun for mig.' })
  await perform(town.house, anna, changeEntry, { ...shortEntry('Den anden, rettet.', { note: 'Kun for mig, rettet.' }), entry: second, seen: '1' })
  await perform(town.house, anna, deleteEntry, { entry: first })
  await write(anna, 'Den tredje.')
  const chain = await chainOf(anna)
  assert.deepEqual(chain.faults, [])
  assert.equal(chain.lines.length, chain.head_seq)
  const logKey = town.house.vault.unwrap(chain.key_wrapped)
  const rows = (await town.owner.query<{ id: string; version: number; seq: number; key_box: Buffer; box: Buffer }>('select * from incident_entry where log = $1', [chain.id])).rows
  const notes = await asHer(anna, db => notesOf(db, rows.map(it => it.id)))
  for (const row of rows) {
    const line = chain.lines[row.seq - 1]
    const note = notes.find(it => it.entry === row.id)
    const box = openVersion(unwrapUnder(logKey, row.key_box), row.id, row.version, row.box)
    assert.ok(line && holds(line, box, note && openNote(logKey, row.id, note.keyBox, note.box)))
  }
})

test('a change keeps what was there before as history, and a note that is emptied is gone', async () => {
  const id = await write(anna, 'Han stod ved porten.', { note: 'Bange.' })
  await perform(town.house, anna, changeEntry, { ...shortEntry('Han stod ved døren.'), entry: id, seen: '1' })
  const page = await read(anna, id)
  assert.deepEqual(page.versions.map(it => it.content.told), ['Han stod ved porten.'])
  assert.equal(page.entry.content.told, 'Han stod ved døren.')
  assert.equal(page.note, undefined)
})

test('a line that was changed behind the house is told on the entry\'s page', async () => {
  const cleo = await testCitizen(town)
  const id = await write(cleo, 'Før nogen rørte kæden.', { note: 'Og noten.' })
  assert.equal((await read(cleo, id)).whole, true)
  await town.owner.query(`update log_line set commitment = repeat('0', 64) where log = (select id from log where citizen = $1)`, [cleo.id])
  assert.equal((await read(cleo, id)).whole, false)
})

test('who changes what somebody changed meanwhile is told so', async () => {
  const id = await write(anna, 'Nul.')
  await perform(town.house, anna, changeEntry, { ...shortEntry('En.'), entry: id, seen: '1' })
  await assert.rejects(perform(town.house, anna, changeEntry, { ...shortEntry('To.'), entry: id, seen: '1' }), refusedAs('conflict', 'incidents.changed'))
})

test('numbers are never given again', async () => {
  const id = await write(bea, 'Nummer et.')
  const { entry } = await read(bea, id)
  await perform(town.house, bea, deleteEntry, { entry: id })
  assert.equal((await read(bea, await write(bea, 'Nummer to.'))).entry.content.no, entry.content.no + 1)
})

test('five are typical, the sixth is refused until one is taken off', async () => {
  const ids = []
  for (let n = 0; n < 6; n++) ids.push(await write(bea, `Eksempel ${n}.`))
  for (const entry of ids.slice(0, 5)) await perform(town.house, bea, markTypical, { entry, typisk: 'ja' })
  await assert.rejects(perform(town.house, bea, markTypical, { entry: ids[5], typisk: 'ja' }), refusedAs('conflict', 'incidents.typical-five'))
  await perform(town.house, bea, markTypical, { entry: ids[0], typisk: 'nej' })
  await perform(town.house, bea, markTypical, { entry: ids[5], typisk: 'ja' })
  assert.equal((await read(bea, ids[5] ?? '')).typical.length, 5)
})

test('a form that is sent twice makes one entry', async () => {
  const once = randomUUID()
  const count = async () => (await town.owner.query<{ n: number }>('select count(*) as n from incident_entry e join log l on l.id = e.log where l.citizen = $1', [anna.id])).rows[0]?.n
  const earlier = Number(await count())
  const sent = await Promise.all([1, 2, 3].map(() => perform(town.house, anna, addEntry, shortEntry('Sendt flere gange.'), { once })))
  assert.equal(new Set(sent.map(it => it.result.id)).size, 1)
  assert.equal(Number(await count()), earlier + 1)
})

test('many who write at once in one log each get their own line', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => write(bea, `Samtidig ${n}.`)))
  assert.deepEqual((await chainOf(bea)).faults, [])
})

test('without the passphrase given again she can write and nothing else', async () => {
  const locked = { ...anna, unlocked: false }
  const id = await write(locked, 'Skrevet i en låst log.')
  await assert.rejects(perform(town.house, locked, earlierPage, {}), refusedAs('missing'))
  await assert.rejects(perform(town.house, locked, entryPage, { entry: id }), refusedAs('missing'))
  const { result } = await perform(town.house, locked, writePage, { gemt: id })
  assert.deepEqual(Object.keys(result.saved ?? {}).sort(), ['at', 'files', 'id', 'occurred', 'placed', 'unshown'])
})

test('pages of fifty go through the whole log, newest first, each entry once', async () => {
  const cleo = await testCitizen(town)
  for (let n = 0; n < 120; n++) await write(cleo, `Række ${n}.`, n % 3 === 0 ? { when: 'other', day: `2026-0${1 + (n % 9)}-10` } : {})
  const seen: string[] = []
  let efter: string | undefined
  do {
    const { result } = await perform(town.house, cleo, earlierPage, { efter })
    const times = result.entries.map(it => it.row.sortAt.getTime())
    assert.deepEqual(times, times.toSorted((a, b) => b - a))
    seen.push(...result.entries.map(it => it.row.id))
    efter = result.next
  } while (efter)
  assert.equal(seen.length, 120)
  assert.equal(new Set(seen).size, 120)
})

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

test('a file is known by its bytes, kept to the byte, and shown as a copy made anew', async () => {
  const id = await write(anna, 'Med fil.')
  const file = [new File([gif], '../../foto.exe'), new File([Buffer.from('MZ\0\0\0\0')], 'program.jpg')]
  await perform(town.house, anna, addFile, { entry: id, file })
  const { exhibits, entry } = await read(anna, id)
  assert.deepEqual(entry.content.exhibits.map(it => [it.no, it.name, it.type, it.bytes]), [[1, 'foto.exe', 'image/gif', 42], [2, 'program.jpg', 'application/octet-stream', 6]])
  assert.equal(entry.content.exhibits[0]?.sha256, sha256(gif))
  const [picture, program] = exhibits
  const copy = await perform(town.house, anna, exhibitCopy, { entry: id, exhibit: picture?.row.id })
  assert.deepEqual([...copy.result.body.subarray(0, 3)], [0xff, 0xd8, 0xff])
  await assert.rejects(perform(town.house, anna, exhibitCopy, { entry: id, exhibit: program?.row.id }), refusedAs('conflict', 'incidents.no-picture'))
  assert.deepEqual((await chainOf(anna)).faults, [])
})

test('what she destroys is nowhere: text, note, key, earlier versions, salts and files; its lines stay', async () => {
  const id = await write(anna, 'Skal væk.', { note: 'Skal også væk.' })
  await perform(town.house, anna, addFile, { entry: id, file: [new File([gif], 'foto.gif')] })
  const { exhibits } = await read(anna, id)
  const boxes = (await town.owner.query<{ b: Buffer }>(`select key_box as b from incident_entry where id = $1 union all select box from incident_entry where id = $1
    union all select box from incident_version where entry = $1 union all select box from incident_note where entry = $1 union all select key_box from incident_note where entry = $1
    union all select box from exhibit where entry = $1 union all select key_box from exhibit where entry = $1`, [id])).rows.map(it => it.b)
  assert.equal(boxes.length, 7)
  const lines = (await chainOf(anna)).lines.length
  await perform(town.house, anna, deleteEntry, { entry: id })
  const tables = (await town.owner.query<{ name: string }>(`select format('%I', relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`)).rows
  const dump = (await Promise.all(tables.map(async ({ name }) => (await town.owner.query<{ t: string }>(`select t::text from ${name} t`)).rows.map(it => it.t).join('\n')))).join('\n')
  for (const box of boxes) assert.ok(!dump.includes(box.toString('hex')))
  for (const it of exhibits) assert.equal(await town.house.files.head(it.row.file), undefined)
  const chain = await chainOf(anna)
  assert.equal(chain.lines.length, lines)
  assert.deepEqual(chain.faults, [])
})

test('what is delivered cannot be destroyed', async () => {
  const id = await write(anna, 'Afleveret.')
  await asHer(anna, db => sql`update incident_entry set state = 'delivered' where id = ${id}`.execute(db))
  await assert.rejects(perform(town.house, anna, deleteEntry, { entry: id }), refusedAs('missing'))
  const gone = await asHer(anna, db => sql`delete from incident_entry where id = ${id}`.execute(db))
  assert.equal(gone.numAffectedRows, 0n)
})

test('a line of the chain, and what an entry was before, cannot be changed by her role either', async () => {
  for (const act of [sql`delete from log_line`, sql`update log_line set prev = 'x'`, sql`update incident_version set box = ''`])
    await assert.rejects(asHer(anna, db => act.execute(db)), /permission denied/)
})
