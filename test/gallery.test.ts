// Every component, in a real browser, under the rules every page must keep. `LODS_PICTURES=folder` also takes pictures to look at.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { openHttp, serveAssets } from '../src/platform/http.ts'
import { assetFolder } from '../src/platform/ui/assets.ts'
import { exitTo } from '../src/platform/ui/exit.tsx'
import { axe, launch, open, sideways, validate } from './browser.ts'
import { gallery } from './gallery.tsx'

const pictures = process.env['LODS_PICTURES']
const names = Object.keys(gallery)
let browser: Browser
let server: ReturnType<typeof serve>
let house = ''
const left: string[] = []

before(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true })
  const app = openHttp([])
  serveAssets(app, assetFolder)
  app.post('/ud', c => {
    left.push(c.req.header('sec-fetch-mode') ?? '')
    c.header('Refresh', `0; url=${exitTo}`)
    return c.html('<title>-</title>')
  })
  app.get('/g/:name', c => c.html(String(gallery[c.req.param('name')]?.() ?? '')))
  await new Promise<void>(done => { server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => done()) })
  house = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launch()
})
after(async () => {
  await browser?.close()
  server?.close()
})

for (const name of names)
  test(`the page "${name}" is valid HTML`, async () => assert.deepEqual(await validate(String(gallery[name]?.())), []))

for (const javaScript of [true, false])
  test(`every page is open to everybody and fits 320 px ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    for (const width of [320, 390, 1280] as const) {
      const context = await open(browser, { width, javaScript })
      const page = await context.newPage()
      const complaints = listen(page)
      for (const name of names) {
        await page.goto(`${house}/g/${name}`)
        assert.equal(await sideways(page), false, `${name} at ${width}`)
        // axe itself is JavaScript; one width is enough for what it sees, the narrow one hides and stacks the most.
        if (javaScript && width !== 390) assert.deepEqual(await axe(page), [], `${name} at ${width}`)
        if (pictures && javaScript) await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: name !== 'write' })
      }
      assert.deepEqual(complaints, [])
      await context.close()
    }
  })

/** The neutral page, without leaving this machine. It must not learn where its reader came from. */
const weather = (page: Page) => page.route(`${exitTo}**`, route => {
  assert.equal(route.request().headers()['referer'], undefined)
  return route.fulfill({ body: '<title>Vejret</title>', contentType: 'text/html' })
})

/** What the browser itself complains of: a broken rule of the content policy, a file that is not there. */
function listen(page: Page): string[] {
  const heard: string[] = []
  page.on('console', it => it.type() === 'error' && heard.push(it.text()))
  page.on('pageerror', it => heard.push(it.message))
  return heard
}

test('the citizen sees the field and the save button on the first screen of a telephone', async () => {
  const context = await open(browser, { width: 390 })
  const page = await context.newPage()
  await page.goto(`${house}/g/write`)
  const save = await page.getByRole('button', { name: 'Gem' }).boundingBox()
  const exit = await page.getByRole('button', { name: 'Forlad siden' }).boundingBox()
  assert.ok(save && exit && save.y + save.height <= exit.y, `save ends at ${save && save.y + save.height}, the way out begins at ${exit?.y}`)
  assert.ok(exit.y + exit.height <= 844, 'the way out is on the screen')
  assert.equal(await page.title(), 'Noter')
  await context.close()
})

for (const how of ['the button', 'Shift three times'] as const)
  test(`leaving with ${how} empties the page at once, ends the session and cannot be undone with Back`, async () => {
    const context = await open(browser, { width: 390 })
    const page = await context.newPage()
    await weather(page)
    await page.goto(`${house}/g/exit`)
    await page.goto(`${house}/g/write`)
    const before = left.length
    if (how === 'the button') await page.getByRole('button', { name: 'Forlad siden' }).click()
    else for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
    await page.waitForURL(exitTo)
    assert.equal(left.length, before + 1)
    await page.goBack()
    assert.ok(page.url().endsWith('/g/exit'), 'Back leads past the page that was left')
    await context.close()
  })

test('the picture of the model prints on one A4 sheet, and the citizen\'s own page prints as nothing', async () => {
  const context = await open(browser)
  const page = await context.newPage()
  for (const [name, sheets] of [['model', 1], ['case', 2]] as const) {
    await page.goto(`${house}/g/${name}`)
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(pictures ? { path: join(pictures, `${name}.pdf`) } : {}) })
    assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, sheets, name)
  }
  await page.goto(`${house}/g/write`)
  await page.emulateMedia({ media: 'print' })
  assert.equal((await page.innerText('body')).trim(), '')
  await context.close()
})

test('leaving works without JavaScript', async () => {
  const context = await open(browser, { width: 390, javaScript: false })
  const page = await context.newPage()
  await weather(page)
  await page.goto(`${house}/g/write`)
  const before = left.length
  await page.getByRole('button', { name: 'Forlad siden' }).click()
  await page.waitForURL(exitTo)
  assert.equal(left.length, before + 1)
  await context.close()
})
