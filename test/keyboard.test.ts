// The main story with a keyboard alone: Tab and Shift+Tab to get about, Enter and Space to press, arrows within one question, letters to write.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { exitTo } from '../src/platform/ui/exit.tsx'
import { townPassphrase, townPassword } from '../src/web/open/guests.ts'
import { launch, open } from './browser.ts'
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

/** Where the keyboard stands: what it is, and whether an eye can see that it stands there. */
interface Stand { readonly name: string; readonly fits: boolean; readonly seen: boolean }

// Runs in the page. A radio or a box wears its ring on the label that stands for it.
const stands = `(wanted, words) => {
  const it = document.activeElement
  if (!it || it === document.body) return { name: 'nothing', fits: false, seen: true }
  const dressed = [it, ...(it.labels ?? [])].flatMap(one => [getComputedStyle(one), getComputedStyle(one, '::before'), getComputedStyle(one, '::after')])
  const seen = dressed.some(style => (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none')
  const said = (it.innerText || '').trim()
  return { name: it.tagName.toLowerCase() + '#' + it.id + ' ' + said.slice(0, 40), fits: it.matches(wanted) && said.includes(words), seen }
}`
const standing = (page: Page, selector: string, text: string): Promise<Stand> => page.evaluate<Stand>(`(${stands})(${JSON.stringify(selector)}, ${JSON.stringify(text)})`)

/** A page has fewer places than this; more presses mean that the way leads in a ring past what is sought. */
const mostPresses = 120

/** Presses Tab until it stands on what is sought, and sees the ring on every place it passes. */
async function reach(page: Page, selector: string, text = ''): Promise<void> {
  const passed: string[] = []
  for (let press = 0; press < mostPresses; press++) {
    await page.keyboard.press('Tab')
    const { name, fits, seen } = await standing(page, selector, text)
    assert.ok(seen, `whoever looks cannot see that the keyboard stands on ${name} of ${new URL(page.url()).pathname}`)
    if (fits) return
    passed.push(name)
  }
  assert.fail(`Tab never comes to ${selector} ${text} on ${new URL(page.url()).pathname}; it passes ${passed.slice(0, 40).join(', ')}`)
}

async function write(page: Page, selector: string, words: string): Promise<void> {
  await reach(page, selector)
  await page.keyboard.type(words)
}

/** Enter on a link or a button leads to another page. */
async function follow(page: Page, selector: string, text = ''): Promise<void> {
  await reach(page, selector, text)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

/** Tab comes to the first answer of a question, Space takes it, arrows lead to the others. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await reach(page, `input[name="${name}"]`)
  await page.keyboard.press('Space')
  for (let press = 0; press < 12; press++) {
    if (await page.isChecked(`input[name="${name}"][value="${value}"]`)) return
    await page.keyboard.press('ArrowDown')
  }
  assert.fail(`arrows never come to ${value} of ${name}`)
}

/** Where she is sent lies outside the house, and here nobody is there. */
async function leave(page: Page, javaScript: boolean): Promise<void> {
  const gone = page.waitForRequest(exitTo)
  if (javaScript) for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
  else {
    await reach(page, '.exit-button')
    await page.keyboard.press('Enter')
  }
  await gone
}

for (const javaScript of [true, false]) {
  const way = javaScript ? 'with JavaScript' : 'without JavaScript'

  test(`a first contact hands off with the keyboard alone, ${way}`, { timeout: 120_000 }, async () => {
    const context = await open(browser, { javaScript })
    const page = await context.newPage()
    await page.goto(`${town.url}/log-ind`)
    await write(page, '#name', 'jonas.eksempel')
    await write(page, '#secret', townPassword)
    await follow(page, 'main form button')
    await follow(page, 'main a', 'Send en henvendelse')
    await follow(page, 'main a, main button', 'Nej, der er ikke fare nu')
    for (const [name, value] of [['onBehalf', 'self'], ['agreed', 'yes'], ['mayName', 'no'], ['callBack', 'throughMe'], ['children', 'no']] as const) await choose(page, name, value)
    await write(page, '[name="told"]', 'En tidligere partner skriver hver dag.')
    await follow(page, 'main form button', 'Send til visitator')
    assert.match(await page.innerText('main'), /\d{4}-\d{4}/, 'the enquiry has a number')
    await context.close()
  })

  test(`a citizen signs in, writes and leaves at once with the keyboard alone, ${way}`, { timeout: 120_000 }, async () => {
    const context = await open(browser, { width: 390, javaScript })
    await context.route(exitTo, route => route.fulfill({ contentType: 'text/html', body: '<title>x</title>' }))
    const page = await context.newPage()
    await page.goto(`${town.url}/noter/ind`)
    await write(page, '#name', 'gul cykel 8')
    await write(page, '#secret', townPassphrase)
    await follow(page, 'main form:has(#secret) button')
    assert.equal(new URL(page.url()).pathname, '/noter')
    await write(page, '[name="told"]', 'Han ringede syv gange og sagde ikke noget.')
    await follow(page, 'main form button[type=submit]', 'Gem')
    assert.match(await page.innerText('main'), /Gemt kl\./)
    await leave(page, javaScript)
    // In a window of its own: the first one is on its way out.
    const after = await context.newPage()
    // The word that ends her session is sent while the page goes, and may come a moment after it.
    const isIn = async () => { await after.goto(`${town.url}/noter`); return new URL(after.url()).pathname === '/noter' }
    for (let tries = 0; await isIn(); tries++) {
      assert.ok(tries < 20, 'her session has ended with it')
      await after.waitForTimeout(100)
    }
    await context.close()
  })
}

test('a place whose ring nobody can see, and a place that Tab never comes to, are told', async () => {
  const context = await open(browser)
  const page = await context.newPage()
  await page.goto('about:blank')
  await page.setContent('<style>a { outline: none }</style><a href="/x">x</a>')
  await assert.rejects(reach(page, 'a'), /cannot see that the keyboard stands on a# x/)
  await page.setContent('<a href="/x">x</a><button tabindex="-1">y</button>')
  await assert.rejects(reach(page, 'button'), /Tab never comes to button/)
  await context.close()
})
