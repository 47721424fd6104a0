import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { setTimeout as soon } from 'node:timers/promises'
import type { Actor, PersonId } from '../kernel/actor.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type TestHouse, testHouse } from '../directory/testing-house.ts'
import { earlierPage } from '../incidents/actions-earlier.ts'
import { perform } from '../platform/action.ts'
import { findTraces } from '../platform/testing-traces.ts'
import * as imports from './actions.ts'
import { type Part, zipOf } from './testing-zip.ts'

let it: TestHouse
let citizen: Actor
before(async () => {
  it = await testHouse()
  const id = randomUUID() as PersonId
  await it.owner.query('insert into citizen (id, partnership, key_wrapped, created_at) values ($1, 1, $2, now())', [id, it.house.vault.newKey().wrapped])
  citizen = { id, name: '', partnership: 1, organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true }
})
after(() => it.close())

const chat = [
  '[02.11.2026 08.15.01] Solsort: Hent den lille kl. 16', '[02.11.2026 22.40.10] Storm: Hvor er du havnefuglen', '[02.11.2026 22.41.11] Storm: Svar mig nu',
  '[03.11.2026 07.01.00] Gæst: Hej begge to', '[03.11.2026 23.59.59] Storm: Jeg ved hvor du bor', '',
].join('\r\n')
const take = async (text: string, name = '_chat.txt') => (await perform(it.house, citizen, imports.takeFile, { file: new File([text], name) })).result
const refused = (code: string) => (error: Refusal) => { assert.equal(error.code, code); return true }

test('an export is looked at, and every byte of it is accounted for', async () => {
  const source = await take(chat)
  const { result } = await perform(it.house, citizen, imports.askPage, { source })
  const { seen } = result.box
  assert.equal(seen.messages, 5)
  assert.equal(seen.entryBytes + seen.restBytes, Buffer.byteLength(chat))
  assert.deepEqual(seen.senders.map(one => [one.id, one.count]), [['Storm', 3], ['Solsort', 1], ['Gæst', 1]])
})

const photos = (bytesOf: Partial<Part> = {}) => zipOf([
  { name: '_chat.txt', bytes: Buffer.from('[02.11.2026 08.15.01] Solsort: Hej\r\n[02.11.2026 22.40.10] Storm: <vedhæftet: dør.jpg>\r\n[02.11.2026 22.41.10] Storm: <vedhæftet: bil.jpg>\r\n[02.11.2026 22.42.10] Storm: <vedhæftet: væk.jpg>\r\n') },
  { name: 'dør.jpg', bytes: Buffer.from('\xff\xd8\xff en dør', 'latin1'), ...bytesOf }, { name: 'bil.jpg', bytes: Buffer.from('\xff\xd8\xff en bil', 'latin1') }, { name: 'løs.jpg', bytes: Buffer.from('\xff\xd8\xff løs', 'latin1') },
])
const takeZip = async (bytes: Buffer) => (await perform(it.house, citizen, imports.takeFile, { file: new File([new Uint8Array(bytes)], 'x.zip') })).result

test('what came along with a chat is accounted for: how many files, how many are missing, and their bytes', async () => {
  const { result } = await perform(it.house, citizen, imports.askPage, { source: await takeZip(photos()) })
  const { seen } = result.box
  assert.deepEqual(seen.files, { there: 2, missing: 1, loose: 1, bytes: 10 + 10 + 7, damaged: [] })
  assert.equal(seen.entryBytes + seen.restBytes, seen.bytesOfText)
})

test('one damaged photo does not cost her the conversation: she is told before she chooses, every message is kept, and the file that did not come is named', async () => {
  const source = await takeZip(photos({ crc: 1 }))
  const asked = (await perform(it.house, citizen, imports.askPage, { source })).result
  assert.deepEqual(asked.box.seen.files?.damaged, ['dør.jpg'])
  await perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: 'Storm' })
  const { entries } = (await perform(it.house, citizen, imports.keptPage, { source })).result
  assert.deepEqual(entries.map(one => [one.files.map(file => file.name), one.lost ?? []]), [[[], []], [[], ['dør.jpg']], [['bil.jpg'], []], [[], []]])
  await perform(it.house, citizen, imports.lift, { source, message: ['1', '2'] })
})

test('what was chosen once is not chosen again: she is told so, and what she kept stays', async () => {
  const source = await take(chat)
  await perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: 'Storm' })
  await assert.rejects(perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: 'Gæst' }), refused('imports.chosen-before'))
  assert.equal((await perform(it.house, citizen, imports.keptPage, { source })).result.entries.length, 4)
})

test('all that is missing on the page of questions is told at once', async () => {
  const source = await take('3/4/26, 10:00 - A: hej\n4/4/26, 10:00 - B: hej igen\n')
  await assert.rejects(perform(it.house, citizen, imports.choose, { source }), (error: Refusal) => {
    assert.deepEqual(error.faults.map(one => one.field), ['me', 'concerns', 'order'])
    return true
  })
})

test('a picture is no export: she is told what it is, and nothing is kept', async () => {
  const before = await it.owner.query('select count(*)::int as n from import_source')
  await assert.rejects(perform(it.house, citizen, imports.takeFile, { file: new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'x.png') }), refused('imports.is-picture'))
  assert.deepEqual((await it.owner.query('select count(*)::int as n from import_source')).rows, before.rows)
})

test('only the chosen senders and days are kept, with their exact bytes, and the whole file is gone', async () => {
  const source = await take(chat)
  const whole = (await it.owner.query('select file from import_source where id = $1', [source])).rows[0].file as string
  await perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: 'Storm', to: '2026-11-02' })
  const { result } = await perform(it.house, citizen, imports.keptPage, { source })
  assert.deepEqual(result.entries.map(one => [one.sender, one.direction]), [['Solsort', 'out'], ['Storm', 'in'], ['Storm', 'in']])
  assert.equal(Buffer.from(result.entries[1]?.raw ?? '', 'base64').toString(), '[02.11.2026 22.40.10] Storm: Hvor er du havnefuglen\r\n')
  assert.equal(await it.house.files.head(whole), undefined)
})

test('messages are lifted word for word, once, and marked as typical examples', async () => {
  const source = await take(chat)
  await perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: ['Storm'] })
  await perform(it.house, citizen, imports.lift, { source, message: ['1', '2', '3'], typical: 'yes' })
  await assert.rejects(perform(it.house, citizen, imports.lift, { source, message: ['1'] }), refused('imports.needs-message'))
  const rows = await it.owner.query('select typical, source_offset from incident_entry where source = $1 order by source_offset', [source])
  assert.deepEqual(rows.rows.map(row => row.typical), [true, true, true])
  const page = await perform(it.house, citizen, earlierPage, { vis: 'alt', aabn: '1' })
  assert.ok(JSON.stringify(page.result).includes('Jeg ved hvor du bor'))
  await assert.rejects(perform(it.house, citizen, imports.lift, { source, message: ['0'], typical: 'yes' }).then(() => perform(it.house, citizen, imports.lift, { source, message: ['0'], typical: 'yes' })), Refusal)
})

test('she must say who she is and whom it is about', async () => {
  const source = await take(chat)
  await assert.rejects(perform(it.house, citizen, imports.choose, { source, me: 'Ingen', concerns: 'Storm' }), refused('imports.needs-me'))
  await assert.rejects(perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: 'Solsort' }), refused('imports.needs-concerns'))
  await assert.rejects(perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: 'Storm', from: '2027-01-01' }), refused('imports.nothing-chosen'))
})

test('where the file does not say whether day or month comes first, she is asked and nothing is guessed', async () => {
  const source = await take('3/4/26, 10:00 - A: hej\n4/4/26, 10:00 - B: hej igen\n')
  await assert.rejects(perform(it.house, citizen, imports.choose, { source, me: 'A', concerns: 'B' }), refused('imports.needs-order'))
  await perform(it.house, citizen, imports.choose, { source, me: 'A', concerns: 'B', order: 'dmy' })
  const { result } = await perform(it.house, citizen, imports.keptPage, { source })
  assert.equal(result.entries[0]?.local?.slice(0, 10), '2026-04-03')
})

test('a source is hers alone: a colleague and another citizen get the answer of one that is not there', async () => {
  const source = await take(chat)
  const other = { ...citizen, id: randomUUID() as PersonId }
  for (const actor of [other, await it.as('vibeke.eksempel'), await it.as('sofie.proeve')])
    await assert.rejects(perform(it.house, actor, imports.askPage, { source }), refused('platform.missing'))
  const { sql } = await import('kysely')
  const { withRole } = await import('../platform/db.ts')
  for (const role of ['visitator', 'operator', 'primaryCoordinator'] as const)
    await assert.rejects(withRole(it.house.pool, role, { person: citizen.id, partnership: 1, now: new Date() }, db => sql`select box from import_source`.execute(db)), /permission denied/)
})

test('taking a source away takes its files away', async () => {
  const source = await take(chat)
  await perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: ['Storm'] })
  const kept = (await it.owner.query('select file from import_source where id = $1', [source])).rows[0].file as string
  await perform(it.house, citizen, imports.removeSource, { source })
  assert.equal(await it.house.files.head(kept), undefined)
  await assert.rejects(perform(it.house, citizen, imports.askPage, { source }), refused('platform.missing'))
})

test('nothing of a chat lies in clear on the disk', async () => {
  await take(chat)
  const { readFileSync, readdirSync } = await import('node:fs')
  const { join } = await import('node:path')
  const files = readdirSync(it.data, { recursive: true, withFileTypes: true }).filter(one => one.isFile()).map(one => readFileSync(join(one.parentPath, one.name)))
  assert.deepEqual(findTraces(files, 'havnefuglen'), [])
})

test('two who lift the same messages at once put them into the log once', async () => {
  const source = await take(chat)
  await perform(it.house, citizen, imports.choose, { source, me: 'Solsort', concerns: ['Storm'] })
  // Somebody holds the log until both have come as far as they can.
  await it.owner.query('begin')
  await it.owner.query('select 1 from log where citizen = $1 for update', [citizen.id])
  const both = Promise.allSettled([0, 1].map(() => perform(it.house, citizen, imports.lift, { source, message: ['1', '2'] })))
  for (let at = 0, waiting = 0; waiting < 2 && at < 200; at++) {
    await soon(20)
    waiting = Number((await it.owner.query('select count(distinct pid) as n from pg_locks where not granted')).rows[0]?.n)
  }
  await it.owner.query('commit')
  assert.equal((await both).filter(one => one.status === 'fulfilled').length, 1)
  const { rows } = await it.owner.query('select source_offset from incident_entry where source = $1', [source])
  assert.equal(rows.length, 2)
})

async function filesNow(): Promise<readonly string[]> {
  const found: string[] = []
  for await (const id of it.house.files.list()) found.push(id)
  return found
}

test('where a choice or a removal is not kept in the end, no file is gone', async () => {
  const source = await take(chat)
  const before = await filesNow()
  const failing = { ...imports.choose, run: async (...given: Parameters<typeof imports.choose.run>) => {
    await imports.choose.run(...given)
    throw new Error('broken at the last moment')
  } }
  await assert.rejects(perform(it.house, citizen, failing, { source, me: 'Solsort', concerns: 'Storm' }), /last moment/)
  for (const file of before) assert.ok(await it.house.files.head(file), 'a file that a row still names')
  const removing = { ...imports.removeSource, run: async (...given: Parameters<typeof imports.removeSource.run>) => {
    await imports.removeSource.run(...given)
    throw new Error('broken at the last moment')
  } }
  await assert.rejects(perform(it.house, citizen, removing, { source }), /last moment/)
  for (const file of before) assert.ok(await it.house.files.head(file), 'a file that a row still names')
})

test('a file that is sent twice, or for which there is no room any more, lies in the store once or not at all', async () => {
  const before = (await filesNow()).length
  const once = randomUUID()
  const file = () => ({ file: new File([chat], '_chat.txt') })
  const first = await perform(it.house, citizen, imports.takeFile, file(), { once })
  const second = await perform(it.house, citizen, imports.takeFile, file(), { once })
  assert.deepEqual([second.result, second.again], [first.result, true])
  assert.equal((await filesNow()).length, before + 1)
  const failing = { ...imports.takeFile, run: async () => { throw new Error('broken') } }
  await assert.rejects(perform(it.house, citizen, failing, file()), /broken/)
  assert.equal((await filesNow()).length, before + 1)
})
