// Tools filled in inside a case: the checklist, the mapping and the plan, begun, left, taken up again, overtaken and printed, without JavaScript.
// LODS_PICTURES keeps pictures.
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
/** Of the whole page, or of a piece of one that is long. */
async function picture(page: Page, name: string, piece?: string): Promise<void> {
  const folder = process.env['LODS_PICTURES']
  if (folder) await (piece === undefined ? page : page.locator(piece).first()).screenshot({ path: join(folder, `in-case-${name}-${page.viewportSize()?.width}.png`), ...(piece === undefined && { fullPage: true }) })
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

/** The editor of tools asks for a file in the first part of a tool, and publishes it. */
async function asksForFile(tool: string, question: string): Promise<void> {
  const poul = await staff('poul.proeve')
  await poul.goto(`${town.url}/redskaber/ret/${tool}`)
  await poul.click('text=Lav et udkast')
  await poul.locator('main a:has-text("Tilføj spørgsmål")').first().click()
  await poul.fill('#ask-da', question)
  await poul.check('input[name="kind"][value="file"]')
  await poul.click('text=Gem, og gå videre')
  await poul.fill('#ask-en', 'Attach what was shown')
  await poul.click('main form button')
  await poul.click('text=Udgiv …')
  await poul.fill('[name="reason"]', 'Så ligger det samlet.')
  await poul.click('text=Udgiv nu')
  await poul.context().close()
}
const photo = { name: 'foto af brevet.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex') }

test('a tool that asks for a file: it is there whatever is missing, is taken out and put in, kept, read and printed', { timeout: 180_000 }, async () => {
  const question = 'Læg det ved, som borgeren viste'
  await asksForFile('needs-mapping', question)
  const open = await (await fetch(`${town.url}/redskaber/needs-mapping`)).text()
  assert.ok(open.includes(question) && open.includes('Her kan ingen filer lægges ind') && !open.includes('type="file"'))
  const phone = await staff('inger.eksempel', 390)
  const at = `${await caseOf(phone)}/papir/afdaekning/ark`
  await phone.goto(at)
  await phone.setInputFiles('main input[type="file"]', photo)
  const day = await phone.inputValue('[name="mappedOn"]')
  await phone.fill('[name="mappedOn"]', '')
  await save(phone)
  const back = await phone.innerText('main')
  for (const part of ['foto af brevet.jpg (1 kB)', 'Svar på spørgsmålet']) assert.ok(back.includes(part), part)
  await whole(phone)
  await picture(phone, 'file-and-fault', 'main section')

  const desk = await staff('inger.eksempel')
  await desk.goto(at)
  assert.match(await desk.innerText('main'), /Din kladde fra/)
  await picture(desk, 'file-in-draft', 'main section')
  await desk.getByLabel('foto af brevet.jpg').uncheck()
  await putAside(desk)
  assert.doesNotMatch(await desk.innerText('main'), /foto af brevet/)
  await desk.setInputFiles('main input[type="file"]', [photo, { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Det var om natten.') }])
  await desk.fill('[name="mappedOn"]', day)
  await save(desk)
  await desk.goto(at)
  assert.match(await desk.innerText('main'), /foto af brevet\.jpg \(1 kB\)[^]*note\.txt \(1 kB\)/)
  await whole(desk)
  await picture(desk, 'file-kept', 'main section')
  const session = (await desk.context().cookies()).map(it => `${it.name}=${it.value}`).join('; ')
  const href = await desk.locator('main a[href*="/vedlaeg/"]').last().getAttribute('href')
  const file = await desk.request.get(`${town.url}${href}`, { headers: { cookie: session } })
  assert.equal(await file.text(), 'Det var om natten.')
  assert.match(file.headers()['content-disposition'] ?? '', /^attachment; filename="vedlaeg\.txt"/)
  const vibeke = await staff('jonas.eksempel')
  const other = await vibeke.request.get(`${town.url}${href}`, { headers: { cookie: (await vibeke.context().cookies()).map(it => `${it.name}=${it.value}`).join('; ') } })
  assert.equal(other.status(), 404)
})

test('the family counsellor puts a record aside, takes it up, and is shown both texts when another has saved', { timeout: 120_000 }, async () => {
  const nadia = await staff('nadia.opdigt', 390)
  await nadia.goto(`${town.url}/opgaver`)
  const families = await nadia.locator('main a[href^="/familie/"]').evaluateAll(all => all.map(it => it.getAttribute('href') ?? ''))
  let track = ''
  for (const href of families) {
    await nadia.goto(`${town.url}${href}`)
    if (track === '' && (await nadia.innerText('main')).includes('Skriv: Samtale med barnet')) track = nadia.url()
  }
  assert.ok(track, 'a family that she has taken on')
  await nadia.goto(`${track}/barnet/nyt`)
  await nadia.fill('[name="said"]', 'En tegning af et hus.')
  await putAside(nadia)
  assert.match(await nadia.innerText('main'), /Din kladde fra .*Den bliver til et notat, når du gemmer/s)
  await whole(nadia)
  await picture(nadia, 'record-draft')
  await nadia.goto(track)
  await whole(nadia)
  await picture(nadia, 'family')
  await nadia.locator('main a', { hasText: 'Skriv videre på kladden' }).first().click()
  await nadia.click('text=Smid kladden væk')
  await nadia.locator('main ul a[href*="/familie/"]').first().click()
  const record = nadia.url()
  const desk = await staff('nadia.opdigt')
  await desk.goto(record)
  const said = await desk.locator('main textarea').first().getAttribute('name') ?? assert.fail('a text')
  await nadia.fill(`[name="${said}"]`, 'Først skrevet.')
  await save(nadia)
  await desk.fill(`[name="${said}"]`, 'Skrevet samtidig.')
  await save(desk)
  const text = await desk.innerText('main')
  for (const part of ['gemte en ny version', 'Først skrevet.', 'Skrevet samtidig.', 'Din kladde fra']) assert.ok(text.includes(part), part)
  await whole(desk)
  await picture(desk, 'record-meanwhile')
})
