// A municipality changes the checklist without code: walked in a browser without JavaScript. LODS_PICTURES keeps pictures.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axe, launch, open, sideways } from './browser.ts'
import { startTown, type Town } from './town.ts'

let town: Town
let browser: Browser
before(async () => {
  town = await startTown()
  browser = await launch()
})
after(async () => {
  await browser.close()
  await town.stop()
})

async function staff(signIn: string, width: 390 | 1280 = 1280, javaScript = false): Promise<Page> {
  const context = await open(browser, { width, javaScript })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(`${town.url}/log-ind`)
  await page.fill('#name', signIn)
  await page.fill('#secret', 'prøv-havneby')
  await page.click('main form button')
  return page
}

async function look(path: string, name: string): Promise<void> {
  for (const width of [1280, 390] as const) {
    const page = await staff('poul.proeve', width, true)
    await page.goto(`${town.url}${path}`)
    const folder = process.env['LODS_PICTURES']
    if (folder) await page.screenshot({ path: join(folder, `tool-editor-${name}-${width}.png`), fullPage: true })
    assert.deepEqual(await axe(page), [], `${name} is open to everybody at ${width}`)
    assert.equal(await sideways(page), false, `${name} fits at ${width}`)
    await page.context().close()
  }
}

const question = 'Har andre på skolen set det?'
const old = 'Er det noget, du ikke vil have?'
const ret = '/redskaber/ret/checklist'

test('the checklist gets a question of the municipality’s own, and gives it back', { timeout: 240_000 }, async () => {
  const vibeke = await staff('vibeke.eksempel')
  await vibeke.goto(`${town.url}/indbakke`)
  const cases = [...(await vibeke.content()).matchAll(/href="(\/sager\/[0-9a-f-]{36})/g)].map(it => it[1] ?? '')
  let answered = ''
  for (const path of new Set(cases)) {
    await vibeke.goto(`${town.url}${path}`)
    if (answered === '' && (await vibeke.content()).includes(old)) answered = path
  }
  assert.ok(answered, 'a case of the town has been clarified')
  const fills = async () => { await vibeke.goto(`${town.url}${answered}/afklaring`); return vibeke.content() }

  const poul = await staff('poul.proeve')
  await poul.goto(`${town.url}/mere`)
  await poul.click('main >> text=Ret redskaber')
  await poul.click('main >> text=Er der tale om stalking?')
  await look(ret, 'begin')
  await poul.click('text=Lav et udkast')
  await poul.locator('main a:has-text("Tilføj spørgsmål")').nth(1).click()
  await poul.fill('#ask-da', question)
  await poul.check('input[name="kind"][value="yesno"]')
  await poul.click('text=Gem, og gå videre')
  const at = new URL(poul.url()).pathname
  await look(at, 'question')
  await poul.fill('#ask-en', 'Has anyone at school seen it?')
  await poul.click('main form button')
  assert.match(await poul.innerText('main'), /Skemaet er helt og kan udgives/)

  // It hangs on an earlier answer, is moved before it, and the fault says so in words.
  await poul.goto(`${town.url}${at}/vises`)
  await poul.locator('main li a:has-text("Efter")').last().click()
  await look(new URL(poul.url()).pathname + new URL(poul.url()).search, 'condition')
  await poul.locator('input[name="is"]').first().check()
  await poul.click('main form button')
  const mine = poul.locator(`li.sheet-question:has-text("${question}")`)
  assert.match(await mine.innerText(), /Vises kun efter/)
  await mine.locator('button:has-text("Flyt op")').click()
  assert.match(await poul.innerText('main'), new RegExp(`"${question.replace('?', '\\?')}" vises kun efter svaret på ".+", men det kommer først senere\\. Flyt det ene`))
  await look(ret, 'fault')
  await poul.goto(`${town.url}${ret}/udgiv`)
  assert.equal(await poul.locator('textarea[name="reason"]').count(), 0, 'it cannot be published with a fault')
  await poul.goto(`${town.url}${ret}`)
  await mine.locator('button:has-text("Flyt ned")').click()

  // An old question in new words.
  await poul.locator(`li.sheet-question:has-text("${old}") >> a:has-text("Ret")`).click()
  await poul.fill('#ask-da', 'Er det uønsket?')
  await poul.click('main form button')
  await look(`${ret}/udgiv`, 'publish')
  await poul.click('text=Udgiv …')
  assert.match(await poul.innerText('main'), /Nyt spørgsmål: "Har andre på skolen set det\?"/)
  await poul.fill('[name="reason"]', 'Skolen bad om det.')
  await poul.click('text=Udgiv nu')
  await look(`${ret}/udgaver`, 'versions')

  // From that moment the visitator fills it in; what was answered before stands in the words of its day.
  assert.match(await fills(), /Har andre på skolen set det\?/)
  assert.match(await fills(), /Er det uønsket\?/)
  await vibeke.goto(`${town.url}${answered}`)
  assert.ok((await vibeke.content()).includes(old) && !(await vibeke.content()).includes('Er det uønsket?'))

  await poul.goto(`${town.url}${ret}/udgaver/1`)
  await look(`${ret}/udgaver/1`, 'version')
  await poul.fill('[name="reason"]', 'Den blev for lang.')
  await poul.click('text=Tag den tilbage')
  assert.match(await poul.innerText('main'), /Taget tilbage af Poul Prøve/)
  const after = await fills()
  assert.ok(after.includes(old) && !after.includes(question))
})

test('two who change the same draft: the second is shown what the other changed, and has lost nothing; a stop is set on a page', { timeout: 120_000 }, async () => {
  const at = `${town.url}/redskaber/ret/safety-plan`
  const first = await staff('poul.proeve')
  const second = await staff('poul.proeve', 390)
  await first.goto(at)
  await first.click('text=Lav et udkast')
  const edit = async (page: Page) => {
    await page.goto(at)
    await page.locator('li.sheet-question >> a:text-matches("^Ret:")').first().click()
  }
  await edit(first)
  await edit(second)
  await first.fill('#ask-da', 'Hvad er aftalt hjemme?')
  await first.click('main form button')
  await second.fill('#ask-da', 'Hvad gør I hjemme?')
  await second.click('main form button')
  const text = await second.innerText('main')
  for (const part of ['Udkastet er ændret, mens du skrev', 'Det er ændret, siden du åbnede siden', 'lyder nu: "Hvad er aftalt hjemme?"']) assert.ok(text.includes(part), part)
  assert.equal(await second.inputValue('#ask-da'), 'Hvad gør I hjemme?')
  assert.equal(await sideways(second), false)
  const folder = process.env['LODS_PICTURES']
  if (folder) await second.screenshot({ path: join(folder, 'tool-editor-overtaken-390.png'), fullPage: true })
  await second.click('main form button')

  await first.goto(`${town.url}/redskaber/ret/checklist`)
  await first.click('text=Lav et udkast')
  await first.locator('a:has-text("Hvornår stopper skemaet?")').nth(1).click()
  const stop = new URL(first.url()).pathname
  await first.locator('input[name="is"]').last().check()
  await first.fill('#says-da', 'Ring til politiet først.')
  await first.fill('#says-en', 'Call the police first.')
  await first.click('main form button')
  assert.match(await first.innerText('main'), /Stopper skemaet ved/)
  await look(stop, 'stop')
  await look('/redskaber/ret', 'list')
})
