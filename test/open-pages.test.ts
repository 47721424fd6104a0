// The open pages in a real browser: open to everybody, within the weight of a first visit, and nothing left behind. LODS_PICTURES keeps a picture of each.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axe, launch, open, sideways, validate } from './browser.ts'
import { startTown, type Town } from './town.ts'

let town: Town
let browser: Browser
before(async () => {
  town = await startTown()
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await town?.stop()
})

const pictures = process.env['LODS_PICTURES']
/** Every page that the index leads to, and the index. */
async function pagesOf(page: Page, index: string): Promise<string[]> {
  await page.goto(`${town.url}${index}`)
  const links = await page.locator('main .guide-list a').evaluateAll(found => found.map(one => (one as unknown as { getAttribute: (name: string) => string }).getAttribute('href')))
  return [index, ...links]
}

for (const lang of ['da', 'en'] as const)
  test(`every open page is valid, open to everybody and fits, in ${lang}`, { timeout: 240_000 }, async () => {
    const at = lang === 'da' ? '' : '/en'
    // The narrow one hides and stacks the most; the wide ones are for looking at.
    for (const width of pictures ? [320, 390, 1280] as const : [320] as const) {
      const context = await open(browser, { width })
      const page = await context.newPage()
      const asked: string[] = []
      page.on('request', request => asked.push(new URL(request.url()).origin))
      const paths = [...await pagesOf(page, `${at}/raad`), `${at}/redskaber`, `${at}/redskaber/soeg?q=gaver`, `${at}/raad/12/papir`]
      assert.ok(paths.length > 17)
      for (const path of paths) {
        await page.goto(`${town.url}${path}`)
        assert.equal(await sideways(page), false, `${path} at ${width}`)
        if (width === 320 && (lang === 'da' || path.length < 12)) assert.deepEqual(await axe(page), [], `${path} at ${width}`)
        if (width === 320) assert.deepEqual(await validate(await (await fetch(`${town.url}${path}`)).text()), [], path)
        if (pictures && width !== 320) await page.screenshot({ path: join(pictures, `open${path.replace(/\W+/g, '-')}-${width}.png`), fullPage: true })
      }
      assert.deepEqual(await context.cookies(), [])
      assert.deepEqual([...new Set(asked)], [new URL(town.url).origin])
      assert.deepEqual(await page.evaluate('[localStorage.length, sessionStorage.length]'), [0, 0])
      await context.close()
    }
  })

test('a first visit weighs under 50 kB, all in', async () => {
  const context = await open(browser, { width: 390 })
  const page = await context.newPage()
  let bytes = 0
  page.on('response', async response => { bytes += (await response.request().sizes()).responseBodySize })
  await page.goto(`${town.url}/raad/13`, { waitUntil: 'networkidle' })
  assert.ok(bytes > 1_000 && bytes < 50_000, String(bytes))
  await context.close()
})

test('without JavaScript a word is searched for, a paragraph is reached, and the way out leads away', async () => {
  const context = await open(browser, { width: 390, javaScript: false })
  const page = await context.newPage()
  await page.goto(`${town.url}/raad`)
  await page.fill('#q', 'airtag')
  await page.click('.guide-search button')
  assert.match(await page.innerText('main'), /steder om "airtag"/)
  await page.click('main .guide-found a')
  assert.equal(new URL(page.url()).hash, '#tracker')
  await page.click('text=Read this in English')
  assert.match(await page.innerText('h1'), /Safe online/)
  await page.route('https://**', route => route.fulfill({ body: 'away' }))
  await page.click('.exit-button')
  assert.doesNotMatch(await page.innerText('body'), /Safe online/)
  await context.close()
})
