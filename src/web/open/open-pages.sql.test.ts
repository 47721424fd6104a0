// The open pages as they go over the wire: nothing is set, nothing is fetched from elsewhere, nothing is told to a passer-by.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, cpSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { readDirectory } from '../../directory/folder.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { packageFolder } from '../../platform/places.ts'
import { loadGuides } from '../../toolkit/guide-folders.ts'
import { otherAddress } from '../../toolkit/guide-address.ts'
import { isOpen } from '../../toolkit/guides.ts'
import { unconfirmedSince } from '../../toolkit/phones.ts'
import type { Day } from '../../kernel/day.ts'
import { openLibrary } from './open-pages.tsx'
import { phonesOf } from '../municipality/phones.ts'
import { staffVisit } from '../routes/testing-case.ts'
import { openWeb } from '../web.ts'

let it: TestHouse
let app: Hono
before(async () => {
  it = await testHouse()
  app = openWeb(it.house)
})
after(() => it.close())

const guides = loadGuides(Object.keys(phonesOf(readDirectory(join(packageFolder, 'config/havneby')))))
const places = guides.filter(isOpen).flatMap(one => one.place ?? [])
const danish = ['/raad', ...places.flatMap(one => [`/raad/${one}`, `/raad/${one}/papir`]), '/redskaber', '/redskaber/soeg', '/redskaber/soeg?q=gps', '/redskaber/advice', '/redskaber/advice/papir']
const all = [...danish, ...danish.map(one => `/en${one}`)]

test('every open page answers in both languages, sets no cookie, and asks for nothing that is not ours', async () => {
  for (const path of all) {
    const answer = await app.request(path)
    assert.equal(answer.status, 200, path)
    assert.equal(answer.headers.get('set-cookie'), null, path)
    const html = await answer.text()
    assert.match(html, path.startsWith('/en') ? /<html lang="en"/ : /<html lang="da"/)
    for (const [, from = ''] of html.matchAll(/<(?:script|img|link|iframe|source)[^>]*?(?:src|href)="([^"]+)"/g)) assert.match(from, /^\/assets\//, path)
    assert.doesNotMatch(html, /<script(?! type="module" src="\/assets\/)|\{\{|undefined|\[object/, path)
    assert.match(answer.headers.get('x-robots-tag') ?? '', /noindex/, 'the invented town is in no search engine')
  }
})

test('neither the tab nor the address says what it is about', async () => {
  for (const path of all) {
    const [, title = ''] = /<title>([^<]*)<\/title>/.exec(await (await app.request(path)).text()) ?? []
    assert.doesNotMatch(`${title} ${path.replace(/\?.*/, '')}`, /stalk|chikane|vold|harass|gps/i, path)
  }
  assert.match(await (await app.request('/raad/2')).text(), /<title>Råd 2<\/title>/)
})

test('the language is in the address, whatever a cookie says, and each page leads to itself in the other', async () => {
  for (const path of ['/raad', '/raad/3', '/en/raad/3', '/redskaber', '/en/redskaber/advice']) {
    const html = await (await app.request(path, { headers: { cookie: 'sprog=en' } })).text()
    assert.match(html, path.startsWith('/en') ? /<html lang="en"/ : /<html lang="da"/)
    assert.ok(html.includes(`href="${otherAddress(path)}"`), path)
    assert.doesNotMatch(html, /\/sprog\//)
  }
})

test('every link of the open pages stays in its language and leads to a page that answers', async () => {
  const seen = new Set<string>()
  for (const path of all.filter(one => !one.endsWith('/papir'))) {
    const html = await (await app.request(path)).text()
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    for (const [, to = ''] of main.matchAll(/href="(\/[^"]*)"/g)) {
      assert.equal(to.startsWith('/en/'), path.startsWith('/en') && to !== '/log-ind', `${path}: ${to}`)
      seen.add(to)
    }
  }
  for (const to of seen) {
    const answer = await app.request(to)
    assert.equal(answer.status, 200, to)
    const [, place] = to.split('#')
    if (place !== undefined) assert.ok((await answer.text()).includes(`id="${place}"`), to)
  }
})

test('the way out and what it does not do stand on every open page, the numbers for danger too', async () => {
  for (const path of danish) {
    const html = await (await app.request(path)).text()
    assert.match(html, /action="\/ud"/, path)
    if (!path.endsWith('/papir')) assert.match(html, /sletter ikke browserens historik/, path)
    if (/^\/raad\b/.test(path)) assert.match(html, /href="tel:112"/, path)
  }
})

test('what is said of addresses is true of the page it stands on', async () => {
  const said = async (path: string) => (await (await app.request(path)).text())
  assert.match(await said('/raad/7'), /Siderne har numre og ikke navne/)
  const form = await said('/redskaber/safety-plan')
  assert.doesNotMatch(form, /har numre/)
  assert.match(form, /Adressen på denne side er et ord/)
})

test('every heading has a place of its own and a link to it', async () => {
  for (const place of places) {
    const html = await (await app.request(`/raad/${place}`)).text()
    const ids = [...html.matchAll(/<h[23] id="([a-z0-9-]+)"/g)].map(one => one[1] ?? '')
    assert.ok(ids.length >= 3)
    for (const id of ids) assert.ok(html.includes(`class="guide-here screen-only" href="#${id}"`), `${place}: ${id}`)
  }
})

test('a text is under 12 kB on the wire, which is what the weight of a first visit counts with', async () => {
  for (const path of all) assert.ok(gzipSync(await (await app.request(path)).text()).length < 12_000, path)
})

test('what is for those who work here opens to them, and to nobody else whether it is there or not', async () => {
  const secret = guides.filter(one => !isOpen(one))
  assert.ok(secret.length >= 6)
  const vibeke = await staffVisit(it, app, 'vibeke.eksempel')
  for (const { id, text } of secret) {
    assert.equal((await app.request(`/redskaber/viden/${id}`)).status, 303)
    const { status, html } = await vibeke.get(`/redskaber/viden/${id}`)
    assert.equal(status, 200)
    assert.ok(html.includes(text.da.title))
    assert.equal((await vibeke.get(`/redskaber/viden/${id}/papir`)).status, 200)
    assert.ok(!(await (await app.request('/redskaber')).text()).includes(`/viden/${id}`), id)
    assert.ok((await vibeke.get('/redskaber')).html.includes(`/viden/${id}`), id)
  }
  assert.equal((await app.request('/redskaber/viden/nowhere')).status, 303)
  assert.equal((await vibeke.get('/redskaber/viden/nowhere')).status, 404)
  assert.equal((await vibeke.get('/redskaber/viden/incident-log')).status, 404, 'an open text has one address')
})

test('a page that is not there leads to the others, in its language', async () => {
  for (const [path, home] of [['/raad/99', '/raad'], ['/en/raad/99', '/en/raad'], ['/en/redskaber/x', '/en/raad']] as const) {
    const answer = await app.request(path)
    assert.equal(answer.status, 404)
    assert.ok((await answer.text()).includes(`href="${home}"`), path)
  }
})

test('served for real, a search engine may keep the open pages and nothing else', async () => {
  const served = openWeb({ ...it.house, config: { ...it.house.config, door: 'serve' } })
  const page = await served.request('/raad/1')
  assert.equal(page.headers.get('x-robots-tag'), 'index, follow')
  assert.match(await page.text(), /<meta name="description" content="Når nogen bliver ved/)
  for (const path of ['/redskaber/soeg?q=gps', '/redskaber', '/raad/1/papir', '/raad/99', '/log-ind', '/noter/ind', '/'])
    assert.match((await served.request(path)).headers.get('x-robots-tag') ?? '', /noindex/, path)
  assert.equal((await served.request('/')).headers.get('location'), '/noter/ind', 'the bare address tells nothing')
})

test('a search is answered and what was asked for stands nowhere afterwards', async () => {
  const before = await it.owner.query<{ count: string }>('select count(*) from journal')
  const html = await (await app.request('/redskaber/soeg?q=xyzzyplugh')).text()
  assert.match(html, /Vi fandt ikke noget/)
  assert.match(await (await app.request('/redskaber/soeg?q=%3Cscript%3E')).text(), /&lt;script&gt;/)
  assert.deepEqual((await it.owner.query('select count(*) from journal')).rows, before.rows)
})

test('a number that nobody has confirmed for a year stands there, says so, and leads on', async () => {
  const html = await (await app.request('/raad/10')).text()
  assert.ok(html.includes('25\u00A017\u00A073\u00A074</a> (ikke bekræftet siden juni 2019)'))
  assert.ok(html.includes('danskstalkingcenter.dk'))
  assert.doesNotMatch(html, /112<\/a> \(ikke/)
  const listed = { number: '00 00 00 01', verified: '2026-01-01' }
  assert.equal(unconfirmedSince(listed, '2027-01-01' as Day, 'da'), undefined)
  assert.equal(unconfirmedSince(listed, '2027-01-02' as Day, 'da'), '1. januar 2026')
  assert.equal(unconfirmedSince({ ...listed, verified: null }, '2026-01-02' as Day, 'da'), '')
})

test('a municipality’s own page stands in the place of ours, and one with a fault does not start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lods-pages-'))
  try {
    cpSync(join(packageFolder, 'config/havneby'), folder, { recursive: true })
    mkdirSync(join(folder, 'pages'))
    const ours = (lang: string) => join(packageFolder, `src/toolkit/pages/what-now.${lang}.md`)
    for (const lang of ['da', 'en']) cpSync(ours(lang), join(folder, `pages/what-now.${lang}.md`))
    const config = { ...it.house.config, municipality: folder }
    assert.equal(openLibrary({ config }).guides.length, guides.length)
    writeFileSync(join(folder, 'pages/what-now.da.md'), '---\ntitle: Kort\n---\nFor kort.\n')
    assert.throws(() => openLibrary({ config }), /what-now\.da\.md: linjen about mangler/)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
