// Tools filled in inside a case: the checklist, the mapping and the plan, begun, left, taken up again, overtaken and printed, without JavaScript.
import assert from 'node:assert/strict'
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
  await browser.close()
  await town.stop()
})

async function staff(signIn: string, width: 390 | 1280 = 1280): Promise<Page> {
  const context = await open(browser, { javaScript: false, width })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(`${town.url}/log-ind`)
  await page.fill('#name', signIn)
  await page.fill('#secret', 'prøv-havneby')
  await page.click('main form button')
  return page
}
/** Valid, and not pushed sideways. */
async function fits(page: Page): Promise<void> {
  assert.equal(await sideways(page), false, page.url())
  assert.deepEqual(await validate(await page.content()), [], page.url())
}
/** And open to everybody. axe waits for ever where scripts are off, so the same page is looked at in a window where they are on. */
async function whole(page: Page): Promise<void> {
  await fits(page)
  const [html, size] = [await page.content(), page.viewportSize()]
  const context = await open(browser, { width: size?.width === 390 ? 390 : 1280 })
  const same = await context.newPage()
  await same.route(page.url(), route => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
  await same.goto(page.url())
  assert.deepEqual(await axe(same), [], page.url())
  await context.close()
}
const save = (page: Page) => page.click('main form .button-primary')
const putAside = (page: Page) => page.click('text=Gem som kladde')
/** The tool's line in the list, and one thing that can be done with it. */
const act = (page: Page, tool: string, label: string) => page.locator('main table tr', { hasText: tool }).getByText(label, { exact: false }).first()

async function caseOf(page: Page): Promise<string> {
  await page.goto(`${town.url}/indbakke`)
  const href = await page.locator('main table a[href^="/sager/"]').first().getAttribute('href')
  return `${town.url}${href ?? assert.fail('no case')}`
}

test('a coordinator begins the mapping and the plan, leaves them, takes them up, and prints them', { timeout: 120_000 }, async () => {
  const inger = await staff('inger.eksempel')
  const at = await caseOf(inger)
  await inger.goto(`${at}/redskaber`)
  await whole(inger)
  await act(inger, 'Afdækning', 'Læs og ret').click()
  await inger.fill('[name="lately"]', 'Der kom to breve i går.')
  await putAside(inger)
  assert.match(await inger.innerText('main'), /Din kladde fra .*Kun du kan se den/s)
  await fits(inger)

  await inger.goto(`${town.url}/model`)
  const phone = await staff('inger.eksempel', 390)
  await phone.goto(`${at}/redskaber`)
  await fits(phone)
  assert.match(await phone.innerText('main'), /Din kladde fra/)
  await act(phone, 'Afdækning', 'Skriv videre på kladden').click()
  assert.equal(await phone.inputValue('[name="lately"]'), 'Der kom to breve i går.')
  await fits(phone)
  await save(phone)
  assert.doesNotMatch(await phone.innerText('main'), /Skriv videre/)

  await phone.goto(`${at}/redskaber`)
  await act(phone, 'Handleplan', 'Læs og ret').click()
  await phone.fill('[name="goals-1-outcome"]', 'Vejen er lys nu.')
  await putAside(phone)
  await whole(phone)
  await phone.click('text=Smid kladden væk')
  assert.doesNotMatch(await phone.innerText('main'), /Din kladde fra/)

  const session = await inger.context().cookies()
  for (const path of ['papir/afdaekning/ark/udskrift.pdf', 'papir/handleplan/ark/udskrift.pdf']) {
    const file = await inger.request.get(`${at}/${path}`, { headers: { cookie: session.map(it => `${it.name}=${it.value}`).join('; ') } })
    assert.equal(file.headers()['content-type'], 'application/pdf', path)
    assert.match((await file.body()).subarray(0, 8).toString(), /%PDF-1\.7/)
  }
})

test('two write the same plan: the second sees both texts side by side, and nothing is lost', { timeout: 120_000 }, async () => {
  const first = await staff('inger.eksempel')
  const at = `${await caseOf(first)}/papir/handleplan/ark`
  const second = await staff('inger.eksempel', 390)
  await first.goto(at)
  await second.goto(at)
  await first.fill('[name="goals-1-action"]', 'Ring til vagten om lyset')
  await save(first)
  await second.fill('[name="goals-1-action"]', 'Ring til kommunen om lyset')
  await save(second)
  const text = await second.innerText('main')
  for (const part of ['gemte en ny version', 'Ring til vagten om lyset', 'Ring til kommunen om lyset', 'Din kladde fra']) assert.ok(text.includes(part), part)
  assert.equal(await second.inputValue('[name="goals-1-action"]'), 'Ring til kommunen om lyset')
  await whole(second)
  await save(second)
  await second.goto(at)
  assert.doesNotMatch(await second.innerText('main'), /Din kladde fra/)
})

test('the visitator puts the checklist aside with its decision, and decides another day', { timeout: 120_000 }, async () => {
  const vibeke = await staff('vibeke.eksempel', 390)
  const at = `${await caseOf(vibeke)}/afklaring`
  await vibeke.goto(at)
  await vibeke.check('input[name="acuteNow"][value="no"]')
  await vibeke.check('input[name="unwanted"][value="yes"]')
  await vibeke.fill('#reason', 'Vi mangler at høre om brevene.')
  await putAside(vibeke)
  await fits(vibeke)
  const desk = await staff('vibeke.eksempel')
  await desk.goto(at)
  assert.ok(await desk.isChecked('input[name="unwanted"][value="yes"]'))
  assert.equal(await desk.inputValue('#reason'), 'Vi mangler at høre om brevene.')
  await whole(desk)
  for (const name of ['repeated', 'overTime']) await desk.check(`input[name="${name}"][value="yes"]`)
  await desk.check('input[name="finding"][value="unclear"]')
  await desk.check('input[name="reachChannel"][value="here"]')
  await save(desk)
  await desk.goto(at)
  assert.doesNotMatch(await desk.innerText('main'), /Din kladde fra/)
})
