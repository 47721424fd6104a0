// The list that is signed every half year has its exceptions: who opened a case in danger, and who is shut out of one; each reader as far as the walls go.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { name, say } from '../../cases/danger/actions.ts'
import { shutOutAction } from '../../cases/shut/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { openedCase, staffVisit } from './testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())
const list = async (who: string) => (await (await staffVisit(town, app, who)).get('/adgang')).html
/** The rows of the last table, as they are read aloud. */
const rowsIn = (html: string): readonly string[] => (html.split('<tbody>').at(-1) ?? '').split('</tr>').slice(0, -1)
  .map(row => row.split(/<\/t[hd]>/).slice(0, -1).map(cell => cell.replace(/<[^>]*>/g, '').trim()).join(' '))

test('leader and tovholder read and sign who opened a case in danger and who is shut out, by number, name, day and ground; what a name found is the leader’s alone', async () => {
  assert.match(await list('torben.eksempel'), /Der er ingen undtagelser/)
  const it = await openedCase(town)
  const peter = await town.as('peter.opdigt')
  const { result: { id: glass } } = await perform(town.house, peter, say, { reason: 'Hun svarer ikke, og han er set ved huset.' })
  await perform(town.house, peter, name, { glass, number: it.number })
  await perform(town.house, await town.as('karen.proeve'), shutOutAction, { number: it.number, person: (await town.as('mikkel.opdigt')).id, reason: 'Han er hendes bror.' })
  const inger = await staffVisit(town, app, 'inger.eksempel')
  await inger.post('/interesser/mig/navn', { once: randomUUID(), fullName: 'Signe Opdigt', whose: 'relative' })
  for (const who of ['karen.proeve', 'torben.eksempel']) {
    const html = await list(who)
    const rows = rowsIn(html)
    assert.ok(rows.some(row => /^Peter Opdigt Åbnede sagen ved fare for liv/.test(row) && row.endsWith(it.number)), who)
    assert.ok(rows.some(row => /^Mikkel Opdigt Besluttet/.test(row) && row.endsWith(it.number)), who)
    assert.doesNotMatch(html, /ved huset|hendes bror/, 'the whole reason stays where it is read')
  }
  const officer = rowsIn(await list('rasmus.opdigt'))
  assert.ok(officer.some(row => row.startsWith('Peter Opdigt Åbnede')) && officer.every(row => row !== '' && !row.startsWith(' ')), 'each row is headed by who it is about, also where no number is told')
  assert.match(await list('karen.proeve'), /samme navn, som en af kollegaens pårørende/)
  assert.doesNotMatch(await list('torben.eksempel'), /samme navn/)
  await (await staffVisit(town, app, 'torben.eksempel')).post('/adgang', { once: randomUUID(), read: 'yes', note: '' })
  const [kept] = (await town.owner.query<{ exceptions: readonly { what: string; name: string }[] }>('select exceptions from access_review order by signed_at desc limit 1')).rows
  assert.deepEqual(kept?.exceptions.map(one => `${one.what} ${one.name}`).sort(), ['danger Peter Opdigt', 'decided Mikkel Opdigt'])
})
