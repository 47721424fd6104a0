// Every GET address of the running router, as every role, with JavaScript on and off, on a small telephone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Actor } from '../../src/kernel/actor.ts'
import { decide } from '../../src/kernel/rights.ts'
import { openDoors } from '../../src/main.ts'
import { addressOf, nothingIn, probesOf } from '../../src/proofs/walls/probes.ts'
import { cookieOf, type TestTown, testTown } from '../../src/proofs/town/town.ts'
import { openWeb } from '../../src/web/web.ts'
import { axe, launch, open, sideways, validate } from '../browser.ts'
import { type Crawl, crawl, looks, routeOf, type Visit, type Visitor } from '../crawl.ts'

let town: TestTown
let doors: Awaited<ReturnType<typeof openDoors>>
let browser: Browser
let house = ''
let found: Crawl = { visits: [], unvisited: [], shut: [] }
/** One visit for every page that looks different from all others. */
let pages: readonly Visit[] = []
/** Of those that one address answers to people in one dress, the longest, and the shortest: what the browser is shown. */
let shown: readonly Visit[] = []

before(async () => {
  const living = await testTown()
  // Time stands still: what lasts a quarter of an hour must not be gone before a slow machine comes to it.
  const now = living.house.clock.now()
  town = { ...living, house: { ...living.house, clock: { ...living.house.clock, now: () => now } } }
  doors = await openDoors({ house: town.house, close: async () => undefined })
  house = doors.url.replace(/\/$/, '')
  const routes = [...new Set(openWeb(town.house).routes.filter(it => it.method === 'GET').map(it => it.path))]
  const staff = town.staff.filter((it, at, all) => all.findIndex(other => other.roles.join() === it.roles.join()) === at)
  const people = [...staff, ...town.citizens]
  const visitors = new Map<Actor, Visitor>()
  for (const it of people)
    visitors.set(it, { name: `${it.roles.join('+') || 'nobody'}${it.unlocked ? ' (unlocked)' : ''}`, cookie: await cookieOf(town.house, it) })
  found = await crawl(house, routes, [{ name: 'not signed in', cookie: '' }, ...visitors.values()], await addressesOf(visitors))
  pages = [...new Map(found.visits.filter(it => it.html !== '').map(it => [looks(it.html), it])).values()]
  shown = [...Map.groupBy(pages, it => `${it.route} ${it.status} ${dressOf(it.visitor)}`).values()].flatMap(alike => {
    const [longest, ...others] = alike.toSorted((a, b) => b.html.length - a.html.length)
    return [longest, others.at(-1)].filter(it => it !== undefined)
  })
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await doors?.stop()
  await town?.close()
})

/** For each person the addresses, out of all that the town has, that the rights let her or him open. */
async function addressesOf(visitors: ReadonlyMap<Actor, Visitor>): Promise<Map<Visitor, readonly string[]>> {
  const pages = town.acts.filter(({ it }) => it.method === 'get' && it.path?.includes(':'))
  const found = new Map<Visitor, readonly string[]>()
  for (const { act: { it }, actor, candidate: { raw, standing } } of await probesOf(town.house, town.owner, pages, [...visitors.keys()], town.recorded)) {
    const visitor = visitors.get(actor)
    if (visitor && decide(it.right, actor, standing)) found.set(visitor, [...(found.get(visitor) ?? []), addressOf(it.path ?? '', raw)])
  }
  return found
}

/** Colleagues wear one dress, citizens another, and whoever has not signed in a third. */
const dressOf = ({ name, cookie }: Visitor): string => (cookie === '' ? 'nobody' : name.startsWith('citizen') ? 'citizen' : 'colleague')

test('every address could be visited by everybody', t => {
  t.diagnostic(`${found.visits.length} visits, ${pages.length} pages that differ, ${shown.length} of them shown to the browser`)
  nothingIn(found.unvisited, 'no page leads to these, and nothing in the town stands there: let src/cli/town-*.ts, or src/proofs/town/stories.ts, tell of something that does')
  nothingIn(found.shut, 'these open to nobody: let src/cli/town-*.ts, or src/proofs/town/stories.ts, tell of something that stands there')
})

test('no address breaks', () =>
  nothingIn([...new Set(found.visits.filter(it => it.status >= 500).map(it => `${it.status} ${it.path} as ${it.visitor.name}`))], 'these answer with a fault of ours'))

test('every page is valid HTML', async () => {
  const faults: string[] = []
  for (const page of pages) for (const fault of await validate(page.html)) faults.push(`${page.route} as ${page.visitor.name}: ${fault}`)
  nothingIn([...new Set(faults)], 'html-validate complains; the line counts in what the address answers')
})

for (const javaScript of [true, false])
  test(`every page fits 320 px ${javaScript ? 'with' : 'without'} JavaScript${javaScript ? ', and axe finds nothing' : ''}`, async () => {
    const faults: string[] = []
    const seen = new Set<string>()
    for (const [visitor, own] of Map.groupBy(shown, it => it.visitor)) {
      const context = await dressed(visitor, javaScript)
      const page = await context.newPage()
      for (const it of own) {
        const name = `${it.route} as ${visitor.name}`
        const complaints = javaScript ? listen(page) : []
        await page.goto(`${house}${it.path}`)
        if (await sideways(page)) faults.push(`${name} can be pushed sideways`)
        // Once for each kind of page in each dress: axe asks the same of a page whatever its words are.
        const kind = `${it.route} ${it.status} ${dressOf(visitor)}`
        if (javaScript && !seen.has(kind)) faults.push(...(await axe(page)).map(fault => `${name}: ${fault}`))
        seen.add(kind)
        faults.push(...complaints.filter(said => !(it.status >= 400 && said.includes(String(it.status)))).map(said => `${name}: ${said}`))
        page.removeAllListeners()
      }
      await context.close()
    }
    nothingIn([...new Set(faults)], 'on a telephone 320 px wide')
  })

/** A telephone of 320 px in this visitor's hand. */
async function dressed(visitor: Visitor, javaScript: boolean): Promise<BrowserContext> {
  const context = await open(browser, { width: 320, javaScript })
  const [name = '', value = ''] = visitor.cookie.split('=')
  if (name !== '') await context.addCookies([{ name, value, url: house }])
  return context
}

/** What the browser itself complains of. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('console', it => it.type() === 'error' && heard.push(it.text()))
  page.on('pageerror', it => heard.push(it.message))
  return heard
}

test('an address that nobody leads to, a wide page, a picture without words and broken HTML are seen', async () => {
  assert.equal(routeOf(['/sager/:case', '/sager/ny', '/sprog/:lang{da|en}'], '/sager/ny?a=b'), '/sager/ny')
  assert.equal(routeOf(['/sager/:case', '/sprog/:lang{da|en}'], '/sprog/fr'), undefined)
  assert.deepEqual((await crawl(house, ['/redskaber', '/redskaber/:tool', '/redskaber/:tool/eksempel.pdf'], [{ name: 'x', cookie: '' }])).unvisited, [], 'only one of many tools leads to its example')
  assert.deepEqual((await crawl(house, ['/healthz', '/bagdoer/:key'], [{ name: 'x', cookie: '' }])).unvisited, ['/bagdoer/:key'])
  const context = await open(browser, { width: 320 })
  const page = await context.newPage()
  await page.goto(`${house}/log-ind`)
  await page.setContent('<!DOCTYPE html><html lang="da"><title>x</title><main><h1>x</h1><img src="/x.png"><svg width="600" height="10"></svg></main></html>')
  assert.equal(await sideways(page), true)
  assert.ok((await axe(page)).some(it => it.startsWith('image-alt')))
  assert.ok((await validate('<!DOCTYPE html><html lang="da"><head><title>x</title></head><body><p><div></div></p></body></html>')).length > 0)
  await context.close()
})
