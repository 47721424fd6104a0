// The visitator leaves, and a stand-in takes over with nine open cases: walked in a browser without JavaScript. LODS_PICTURES keeps pictures.
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

/** How a page looks to somebody at a desk and somebody with a telephone; axe reads it where scripts run. */
async function look(signIn: string, path: string, name: string): Promise<void> {
  for (const width of [1280, 390] as const) {
    const page = await staff(signIn, width, true)
    await page.goto(`${town.url}${path}`)
    assert.deepEqual(await axe(page), [], `${name} is open to everybody at ${width}`)
    assert.equal(await sideways(page), false, `${name} fits at ${width}`)
    const folder = process.env['LODS_PICTURES']
    if (folder) await page.screenshot({ path: join(folder, `handover-${name}-${width}.png`), fullPage: true })
    await page.context().close()
  }
}

async function enquiry(page: Page, told: string): Promise<void> {
  await page.goto(`${town.url}/henvendelse?acute=no`)
  for (const [name, value] of [['onBehalf', 'self'], ['agreed', 'yes'], ['mayName', 'no'], ['callBack', 'throughMe'], ['children', 'no']] as const)
    await page.check(`input[name="${name}"][value="${value}"]`)
  await page.fill('[name="told"]', told)
  await page.click('main form button[type=submit]')
}

test('the visitator leaves and a stand-in takes over with nine open cases', { timeout: 240_000 }, async () => {
  // The town has some; more come until there are nine.
  const vibeke = await staff('vibeke.eksempel')
  const jonas = await staff('jonas.eksempel')
  const going = async (): Promise<number> => {
    await vibeke.goto(`${town.url}/roller`)
    await vibeke.click('text=Overdrag sagerne')
    return Number(/(\d+) sag(?:er)? går over/.exec(await vibeke.innerText('main'))?.[1] ?? 0)
  }
  for (let count = await going(); count < 9; count++) await enquiry(jonas, `Henvendelse nummer ${count + 1}.`)
  assert.equal(await going(), 9)

  // The leader cannot simply end the role.
  const karen = await staff('karen.proeve')
  await karen.goto(`${town.url}/roller`)
  await karen.click('tr:has-text("Vibeke Eksempel") >> text=Slut rollen')
  assert.match(await karen.innerText('main'), /Vibeke Eksempel har 9 sager, der venter på en overdragelse/)
  await look('karen.proeve', new URL(karen.url()).pathname, 'may-not-leave')

  // She asks Daniel, and is to leave today.
  const today = await vibeke.evaluate<string>('new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Copenhagen" })').catch(() => new Date().toISOString().slice(0, 10))
  const offerAt = new URL(vibeke.url()).pathname
  await look('vibeke.eksempel', offerAt, 'offer')
  await vibeke.click('main form[action^="/overdragelse"] button[type=submit]')
  assert.match(await vibeke.innerText('main'), /Vælg en, der har rollen i dag/, 'what is missing is said')
  await vibeke.check('text=Daniel Prøve')
  await vibeke.check('input[name="leaves"][value="yes"]')
  await vibeke.fill('[name="lastDay"]', today)
  await vibeke.check('input[name="handoverTalk"][value="held"]')
  await vibeke.check('input[name="handoverDone"][value="safeContact"]')
  await vibeke.fill('[name="handoverUrgent"]', 'Den akutte fra i morges.')
  await vibeke.click('main form[action^="/overdragelse"] button[type=submit]')
  const at = new URL(vibeke.url()).pathname
  assert.match(await vibeke.innerText('main'), /Venter på svar/)
  await vibeke.goto(`${town.url}/indbakke`)
  assert.doesNotMatch(await vibeke.innerText('main'), /Daniel Prøve/, 'until there is an answer every case is still hers')

  // It stands on top of his page. He looks through them and says yes.
  const daniel = await staff('daniel.proeve')
  await daniel.goto(`${town.url}/model`)
  assert.match(await daniel.innerText('main'), /Vibeke Eksempel vil overdrage sine sager til dig/)
  await look('daniel.proeve', '/model', 'home')
  await look('daniel.proeve', at, 'answer')
  await daniel.click('text=Se dem, og svar')
  assert.match(await daniel.innerText('main'), /9 sager går over/)
  await daniel.click('text=Ja, jeg tager sagerne')
  assert.equal(new URL(daniel.url()).pathname, '/indbakke')
  const inbox = await daniel.innerText('main')
  assert.doesNotMatch(inbox, /Vibeke/)

  // Her last day is today; tomorrow she has no role, the leader is warned, and each case has one who can act.
  await karen.goto(`${town.url}/roller`)
  assert.match(await karen.innerText('tr:has-text("Vibeke Eksempel")'), / til /)
  await karen.goto(`${town.url}/model`)
  assert.match(await karen.innerText('main'), /Ingen har rollen stalkingvisitator fra/)
  await look('karen.proeve', '/model', 'vacancy')
  await look('karen.proeve', '/roller', 'roles')
  await karen.goto(`${town.url}/`)
  await karen.click('button[value="day"]')
  const gone = await staff('vibeke.eksempel')
  await gone.goto(`${town.url}/indbakke`)
  assert.doesNotMatch(await gone.innerText('main'), /Har stafetten/)
  const later = await staff('daniel.proeve')
  await later.goto(`${town.url}/indbakke`)
  assert.ok((await later.locator('a[href^="/sager/"]').count()) >= 9, 'nobody fell between two chairs')
})

test('the pages of who is who are open to everybody at both widths', { timeout: 240_000 }, async () => {
  const torben = await staff('torben.eksempel')
  await torben.goto(`${town.url}/roller`)
  const away = await torben.getAttribute('tr:has-text("Inger Eksempel") >> text=Vælg stedfortræder', 'href')
  await torben.goto(`${town.url}/grupper`)
  const group = await torben.getAttribute('main table a', 'href')
  for (const [name, path] of [['give', '/roller/giv'], ['away', away], ['person', '/personer/ny'], ['groups', '/grupper'], ['group', group], ['new-group', '/grupper/ny'],
    ['access', '/adgang'], ['entrances', '/indgange?soeg=0033'], ['bring', '/indgange/hent'], ['tovholder', '/model']] as const) await look('torben.eksempel', path ?? '', name)
  await look('inger.eksempel', '/roller', 'own-roles')

  // A file with faults is told line by line, and nothing of it is taken.
  await torben.goto(`${town.url}/indgange/hent`)
  const bad = 'kommune;politikreds;indgang;telefon\nSkovby;Midt;A;00 50\nBakkeby;;B;ring\n'
  await torben.setInputFiles('#file', { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(bad) })
  await torben.click('main form button[type=submit]')
  const said = await torben.innerText('main')
  assert.match(said, /Linje 3: Kommune, politikreds og indgang skal være udfyldt/)
  assert.match(said, /Linje 3: Telefonen er ikke et nummer/)
  await torben.goto(`${town.url}/indgange`)
  assert.match(await torben.innerText('main'), /5 indgange på listen/)

  // Somebody is away for a week, and the model says so.
  const inger = await staff('inger.eksempel')
  await inger.goto(`${town.url}/roller`)
  await inger.click('text=Jeg er væk')
  await inger.selectOption('#person', { label: 'Mikkel Opdigt, Familierådgivningen' })
  await inger.fill('#to', await inger.inputValue('#from'))
  await inger.click('main form button[type=submit]')
  await inger.goto(`${town.url}/model`)
  assert.match(await inger.innerText('main'), /Mikkel Opdigt.*stedfortræder for Inger Eksempel/s)
})
