// What the menu and "Mere" offer, held against what the doors answer.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { actsOf } from '../../cli/acts.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { readDirectory } from '../../directory/folder.ts'
import { colleagues, type Role } from '../../kernel/actor.ts'
import { packageFolder } from '../../platform/places.ts'
import { moreOf, pages, staffNav } from '../../web/pages/menus.ts'
import { da } from '../../web/pages/more.da.ts'
import { en } from '../../web/pages/more.en.ts'
import { staffVisit } from '../../web/routes/testing-case.ts'
import { visit } from '../../web/door/testing-visit.ts'
import { openWeb } from '../../web/web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

const offered = (roles: readonly Role[]): readonly string[] => [...staffNav(roles, 'da').map(it => it.href), ...moreOf(roles).flatMap(it => it.pages)]
/** Forms and files that are reached from one of the pages. */
const under = ['/roller/giv', '/personer/ny', '/grupper/ny', '/indgange/hent', '/sparring/ny', '/model/a4.pdf', '/medarbejdere/ny', '/samtaler/ny']

test('nobody has more than five entries in the menu, and nothing stands twice', () => {
  for (const roles of [...colleagues.map(it => [it]), [...colleagues]]) {
    assert.ok(staffNav(roles, 'da').length <= 5, `${roles}`)
    assert.equal(new Set(offered(roles)).size, offered(roles).length)
  }
})

test('whoever is signed in gets an answer from every page that is offered, and from no other', { timeout: 240_000 }, async () => {
  const directory = readDirectory(`${packageFolder}/config/havneby`)
  const seen = new Set<string>()
  for (const { signIn } of directory.persons) {
    const { roles } = await town.as(signIn)
    if (seen.has(`${roles}`)) continue
    seen.add(`${roles}`)
    const who = await staffVisit(town, app, signIn)
    const links = offered(roles)
    for (const path of [...Object.keys(pages), '/mere']) {
      const { status, path: at } = await who.get(path)
      assert.deepEqual([path, status, at], [path, links.includes(path) ? 200 : 404, path], `${signIn}: ${roles}`)
    }
    const { html } = await who.get('/mere')
    assert.deepEqual([...html.matchAll(/href="(\/[a-z/-]+)"/g)].map(it => it[1]).filter(it => it !== undefined && it in pages && !links.includes(it)), [])
  }
  assert.ok(seen.size > 8)
})

test('every page that needs nothing named first is in the table, with its own right', async () => {
  const open = (await actsOf()).map(it => it.it).filter(it => it.method === 'get' && it.path !== undefined && !/:|^\/noter/.test(it.path))
  assert.deepEqual([...new Set(open.map(it => it.path ?? ''))].filter(it => !(it in pages) && !under.includes(it)), [])
  for (const it of open) if (it.path && it.path in pages) assert.equal(pages[it.path as keyof typeof pages].right, it.right, it.path)
})

test('each page has its words in both languages', () => {
  for (const text of [da, en]) assert.deepEqual(Object.keys(text.pages).sort(), Object.keys(pages).sort())
})

test('who is not signed in is led to the door, and back', async () => {
  const { path, html } = await visit(app).get('/mere')
  assert.match(path, /^\/log-ind\?til=\/mere/)
  assert.doesNotMatch(html, /Sparring/)
})
