// Whom to call elsewhere is read by anybody, without a cookie and without a person's name.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { bring } from '../../directory/actions-entrances.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { staffVisit } from '../routes/testing-case.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
const csv = 'kommune;postnumre;politikreds;indgang;telefon;link;kontrolleret\nSkovby;0020-0029;Midtlandets Politi;Stalkingrådgivningen, hverdage 8.30-11;00 50 50 50;;2026-10-01\nEngby;0040;Østlandets Politi;Borgerservice;00 70 70 70;;2024-05-01\n'
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  await perform(town.house, await town.as('torben.eksempel'), bring, { file: new File([csv], 'indgange.csv') })
})
after(() => town.close())

const read = async (path: string) => {
  const answer = await app.request(`http://127.0.0.1:3000${path}`, { headers: { host: '127.0.0.1:3000' } })
  return { status: answer.status, html: await answer.text(), cookie: answer.headers.get('set-cookie') }
}

test('an officer anywhere finds the entrance by postcode without signing in; a number that nobody has checked for a year is not shown', async () => {
  for (const path of ['/indgange', '/en/indgange']) {
    const page = await read(path)
    assert.deepEqual([page.status, page.cookie], [200, null], path)
    for (const part of ['Skovby', 'Stalkingrådgivningen, hverdage 8.30-11', '00 50 50 50', 'Engby']) assert.ok(page.html.includes(part), part)
    assert.ok(!page.html.includes('00 70 70 70'))
    assert.ok(!page.html.includes('/indgange/hent'))
  }
  const found = await read('/indgange?soeg=0025')
  assert.ok(found.html.includes('Skovby') && !found.html.includes('Engby'))
  for (const path of ['/raad', '/en/raad']) assert.match((await read(path)).html, /href="(\/en)?\/indgange"/)
  assert.match((await (await staffVisit(town, app, 'torben.eksempel')).get('/indgange')).html, /\/indgange\/hent/, 'the tovholder has the page of a colleague')
})

test('the open page names nobody who works here, and bringing a list needs a sign-in', async () => {
  const { html } = await read('/indgange')
  for (const { name } of (await town.owner.query<{ name: string }>('select name from person')).rows) assert.ok(!html.includes(name), name)
  assert.equal((await read('/indgange/hent')).status, 303)
  const door = (query: ReturnType<typeof sql>) => withRole(town.house.pool, 'signIn', { person: undefined, partnership: 1, now: town.house.clock.now() }, db => query.execute(db))
  await assert.rejects(door(sql`select brought_by from entrance_list`), { code: '42501' })
  await assert.rejects(door(sql`insert into entrance (list, line, partnership, municipality, postcodes, police_district, entrance) select id, 99, 1, 'x', '{}', 'x', 'x' from entrance_list`), { code: '42501' })
})
