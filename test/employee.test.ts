// An employee is stalked by a citizen: the leader opens a case and makes a plan, and nobody who meets citizens can know of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launch, open, sideways, validate } from './browser.ts'
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
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  await page.goto(`${town.url}/log-ind`)
  await page.fill('#name', signIn)
  await page.fill('#secret', 'prøv-havneby')
  await page.click('main form button')
  return page
}
const fits = async (page: Page) => {
  assert.equal(await sideways(page), false, page.url())
  assert.deepEqual(await validate(await page.content()), [], page.url())
}

test('an employee who is stalked by a citizen is helped by leader and HR, unseen by those who work with citizens', { timeout: 120_000 }, async () => {
  const karen = await staff('karen.proeve', 390)
  await karen.click('text=Mere')
  await karen.click('text=Medarbejdere')
  await karen.click('text=Begynd en sag')
  await fits(karen)
  await karen.fill('[name="employeeName"]', 'Mette Opdigt')
  await karen.check('input[name="agreedToRecord"][value="yes"]')
  await karen.check('input[name="relation"][value="citizen"]')
  await karen.fill('[name="told"]', 'En borger ringer til hende hver aften og står ved hendes bil.')
  await karen.fill('[name="mayKnow"]', 'Leder og HR')
  await karen.check('text=Anders Prøve')
  await karen.click('main form button')
  const number = /M-\d{4}-\d{4}/.exec(await karen.locator('h1').filter({ hasText: /M-\d/ }).innerText())?.[0] ?? ''
  assert.ok(number)
  const at = new URL(karen.url()).pathname
  await fits(karen)
  await karen.click('.baton-act a')
  for (const name of ['switchboard', 'parking']) await karen.check(`input[name="shielding"][value="${name}"]`)
  await karen.fill('[name="contacts"]', 'Vi lægger på og skriver det ned.')
  await karen.fill('[name="logKept"]', 'Karen')
  await karen.check('input[name="workRelated"][value="yes"]')
  await karen.fill('[name="responsible"]', 'Karen')
  await karen.fill('[name="mayKnow"]', 'Leder og HR')
  await karen.fill('[name="review"]', '2030-01-15')
  await karen.check('input[name="policeHelp"][value="accepted"]')
  for (const name of ['injury', 'amrTold', 'inPlan']) await karen.check(`input[name="${name}"][value="yes"]`)
  await karen.click('main form button')
  await karen.waitForSelector('text=Plan lagt')

  const helle = await staff('helle.eksempel')
  await helle.goto(`${town.url}${at}`)
  assert.match(await helle.innerText('main'), /Mette Opdigt|Plan lagt/)
  await fits(helle)

  const missing = `${town.url}/medarbejdere/00000000-0000-4000-8000-00000000ffff`
  for (const name of ['vibeke.eksempel', 'inger.eksempel', 'nadia.opdigt', 'torben.eksempel', 'anders.proeve']) {
    const page = await staff(name)
    const there = await page.goto(`${town.url}${at}`)
    const text = await page.innerText('main')
    const gone = await page.goto(missing)
    assert.deepEqual([there?.status(), text], [gone?.status(), await page.innerText('main')], name)
    await page.context().close()
  }
  const vibeke = await staff('vibeke.eksempel')
  for (const path of ['/model', '/indbakke']) {
    await vibeke.goto(`${town.url}${path}`)
    assert.doesNotMatch(await vibeke.innerText('body'), /M-2026|Mette/)
  }
  await vibeke.goto(`${town.url}/soeg`)
  await vibeke.fill('#term', 'Mette Opdigt')
  await vibeke.click('main form button')
  assert.match(await vibeke.innerText('main'), /Ingen sag fundet/)
})
