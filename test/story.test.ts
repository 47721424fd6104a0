// The story of the README, walked in a browser as its people would, with JavaScript and without. LODS_PICTURES keeps a picture of each step.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { verifyBundle } from '../src/bundle/verify.ts'
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

const passphrase = 'roligt hav uden vind'
const chat = [
  '[02.11.2026 08.15.01] Solsort: Hent den lille kl. 16', '[02.11.2026 22.40.10] Storm: Hvor er du', '[02.11.2026 22.41.11] Storm: Svar mig nu',
  '[09.11.2026 07.01.00] Storm: Jeg så dig i går', '[10.11.2026 23.59.59] Storm: Jeg ved, hvor du bor', '',
].join('\r\n')

for (const javaScript of [true, false]) {
  const picture = async (page: Page, name: string) => {
    // axe is a script itself: it reads the page where scripts run.
    if (javaScript) assert.deepEqual(await axe(page), [], `${name} is open to everybody`)
    assert.equal(await sideways(page), false, `${name} fits`)
    const folder = process.env['LODS_PICTURES']
    if (folder && javaScript) await page.screenshot({ path: join(folder, `${name}.png`) })
  }
  const staff = async (signIn: string): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await open(browser, { javaScript })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.goto(`${town.url}/log-ind`)
    await page.fill('#name', signIn)
    await page.fill('#secret', 'prøv-havneby')
    await page.click('main form button')
    return { page, context }
  }
  const way = javaScript ? 'with JavaScript' : 'without JavaScript'
  const sign = javaScript ? 'stille sten 41' : 'grå måge 63'

  test(`from the jobcenter to the file for the police and the closed case, ${way}`, { timeout: 240_000 }, async () => {
    // 1. A first contact hands off.
    const jonas = await staff('jonas.eksempel')
    await picture(jonas.page, '1-model')
    await jonas.page.click('text=Send en henvendelse')
    await picture(jonas.page, '1-acute')
    await jonas.page.click('text=Nej, der er ikke fare nu')
    for (const [name, value] of [['onBehalf', 'self'], ['agreed', 'yes'], ['mayName', 'no'], ['callBack', 'throughMe'], ['children', 'no']] as const)
      await jonas.page.check(`input[name="${name}"][value="${value}"]`)
    await jonas.page.fill('[name="told"]', 'En tidligere partner skriver hver dag.')
    const [duty, children] = await Promise.all([jonas.page.locator('text=§ 133').first().boundingBox(), jonas.page.locator('input[name="children"]').first().boundingBox()])
    assert.ok(duty && children && duty.y < children.y, 'the duty to report is told before anything about children is asked')
    await picture(jonas.page, '1-questions')
    await jonas.page.click('text=Send til visitator')
    const number = /2026-\d{4}|\d{4}-\d{4}/.exec(await jonas.page.innerText('main'))?.[0] ?? ''
    assert.match(number, /^\d{4}-\d{4}$/)
    await picture(jonas.page, '1-receipt')

    // 2. The visitator finds it, clarifies, and gives a code on neutral paper.
    const vibeke = await staff('vibeke.eksempel')
    await vibeke.page.goto(`${town.url}/indbakke`)
    await picture(vibeke.page, '2-inbox')
    await vibeke.page.click(`text=${number}`)
    const caseAt = vibeke.page.url()
    await vibeke.page.click('text=Begynd afklaring')
    for (const name of ['unwanted', 'repeated', 'overTime']) await vibeke.page.check(`input[name="${name}"][value="yes"]`)
    await vibeke.page.check('input[name="acuteNow"][value="no"]')
    await vibeke.page.check('input[name="finding"][value="stalking_possible_keep_log"]')
    await vibeke.page.fill('[name="reason"]', 'Uønsket og gentaget. Borgeren er i tvivl om omfanget.')
    await vibeke.page.check('input[name="reachChannel"][value="here"]')
    await vibeke.page.click('text=Gem afklaringen')
    assert.match(await vibeke.page.innerText('main'), /fire uger/)
    await picture(vibeke.page, '2-case')
    await vibeke.page.goto(`${caseAt}/kode`)
    await vibeke.page.check('input[name="paper"][value="no"]')
    await vibeke.page.check('input[name="together"]')
    await vibeke.page.click('main form button[type=submit]')
    const paper = await vibeke.page.innerText('main')
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(paper)?.[0] ?? ''
    assert.notEqual(code, '', 'a code stands on the paper')
    assert.doesNotMatch((await vibeke.page.content()).replaceAll(/[0-9a-f-]{36}/g, ''), /stalking|Lods|Vibeke|Havneby|\d{4}-\d{4}(?!-)/i, 'the paper names no effort, person or case')
    await picture(vibeke.page, '2-paper')

    // 3. The citizen opens her own notes on her telephone.
    const phone = await open(browser, { width: 390, javaScript })
    phone.setDefaultTimeout(10_000)
    const her = await phone.newPage()
    await her.goto(`${town.url}/noter/ind`)
    await her.fill('#code', code.toLowerCase())
    await her.click('form[action="/noter/kode"] button')
    await her.fill('#name', sign)
    await her.fill('#passphrase', passphrase)
    await her.fill('#again', passphrase)
    await her.click('main form button[type=submit]')
    assert.equal(new URL(her.url()).pathname, '/noter')
    assert.equal(await her.title(), 'Noter')
    await picture(her, '3-write')
    await her.fill('[name="told"]', 'Han ringede syv gange og sagde ikke noget.')
    await her.fill('[name="note"]', 'Kirsten Prøve sad ved siden af.')
    await her.click('main form button[type=submit]')
    assert.match(await her.innerText('main'), /Gemt kl\./)
    await picture(her, '3-saved')

    await her.goto(`${town.url}/noter/telefon`)
    assert.equal(new URL(her.url()).pathname, '/noter/telefon')
    await her.setInputFiles('#file', { name: '_chat.txt', mimeType: 'text/plain', buffer: Buffer.from(chat) })
    await her.click('main form button[type=submit]')
    assert.equal(new URL(her.url()).pathname, '/noter/laas', 'what was there before asks for the passphrase again')
    await her.fill('#secret', passphrase)
    await her.click('main form button[type=submit]')
    await her.check('input[name="me"][value="Solsort"]')
    await her.check('input[name="concerns"][value="Storm"]')
    await picture(her, '3-choose')
    await her.click('main form button[type=submit]')
    await picture(her, '3-weeks')
    for (const index of ['1', '2', '4']) await her.check(`input[name="message"][value="${index}"]`)
    await her.check('input[name="typical"]')
    await her.click('main form button[type=submit]')
    assert.match(await her.innerText('main'), /3 beskeder er lagt i din log/)

    await her.goto(`${town.url}/noter/vis`)
    await her.check('input[name="til"][value="visitator"]')
    await picture(her, '3-show')
    await her.click('main form:has(input[name="til"]) button[type=submit]')
    await vibeke.page.goto(caseAt)
    await vibeke.page.click('text=Læs loggen')
    const shown = await vibeke.page.content()
    assert.match(shown, /Han ringede syv gange/)
    assert.match(shown, /Svar mig nu/)
    assert.doesNotMatch(shown, /Kirsten Prøve/, 'what is only for her is shown to nobody')
    await picture(vibeke.page, '3-shown')
    await her.goto(`${town.url}/noter/hvem`)
    assert.match(await her.innerText('main'), /Vibeke Eksempel/)
    await picture(her, '3-who')


    // 4. Four weeks later: clarified again, a consent, two referrals.
    await vibeke.page.goto(`${town.url}/`)
    await vibeke.page.click('button[value="fourWeeks"]')
    const again = await staff('vibeke.eksempel')
    await again.page.goto(`${caseAt}/afklaring`)
    for (const name of ['unwanted', 'repeated', 'overTime']) await again.page.check(`input[name="${name}"][value="yes"]`)
    await again.page.check('input[name="acuteNow"][value="no"]')
    await again.page.check('input[name="finding"][value="stalking_likely"]')
    await again.page.fill('[name="reason"]', 'Loggen viser et mønster over fire uger, trods et klart nej.')
    await again.page.check('input[name="reachChannel"][value="here"]')
    // The clock has gone on four weeks and its rounds are still at work: whoever was overtaken by one reads so, and saves again.
    await again.page.click('text=Gem afklaringen')
    for (let tries = 0; tries < 5 && await again.page.locator('text=Gem afklaringen').count() > 0; tries++) await again.page.click('text=Gem afklaringen')
    assert.match(await again.page.innerText('main'), /Afklaret/)
    await again.page.goto(`${caseAt}/henvis`)
    await again.page.click('text=Bed om samtykke')
    await again.page.check('input[name="to"][value="policeContact"]')
    await picture(again.page, '4-ask')
    await again.page.click('main form:has(input[name="to"]) button[type=submit]')

    await her.goto(`${town.url}/noter/ind`)
    await her.fill('#name', sign)
    await her.fill('#secret', passphrase)
    await her.click('main form:has(#secret) button')
    await her.goto(`${town.url}/noter/samtykker`)
    await her.fill('#secret', passphrase)
    await her.click('main form:has(#secret) button')
    await her.click('text=Læs og svar')
    for (const topic of ['account', 'log', 'finding']) await her.check(`input[name="topics"][value="${topic}"]`)
    await her.fill('[name="until"]', new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10))
    await picture(her, '4-consent')
    await her.click('main form:has(input[name="topics"]) button[type=submit]')
    assert.match(await her.innerText('main'), /Gælder/)

    await again.page.goto(`${caseAt}/henvis`)
    await again.page.click('text=/Peter Opdigt/')
    await again.page.fill('[name="purpose"]', 'Vi beder om en vurdering af, om der kan gives et tilhold.')
    await again.page.fill('[name="account"]', 'En tidligere partner skriver og ringer hver dag.')
    assert.equal(await again.page.locator('[name="contact"]').count(), 0, 'what the consent does not name is not on the page')
    await again.page.check('input[name="tells"][value="asked"]')
    await picture(again.page, '4-refer')
    await again.page.click('main form:has([name="purpose"]) button[type=submit]')
    await again.page.waitForURL(caseAt)
    await again.page.goto(`${caseAt}/henvis`)
    await again.page.click('text=/Inger Eksempel/')
    await again.page.fill('[name="purpose"]', 'Find sammen med borgeren ud af, hvad der er brug for.')
    await again.page.click('main form:has([name="purpose"]) button[type=submit]')

    const inger = await staff('inger.eksempel')
    await inger.page.goto(`${town.url}/henvisninger`)
    await inger.page.click(`main a[href^="/henvisninger/"]:has-text("${number}"), tr:has-text("${number}") a`)
    await inger.page.click('main form[action$="/tag"] button')
    assert.match(await inger.page.innerText('main'), /Dig, primær koordinator/, 'the coordinator holds the baton')
    await picture(inger.page, '4-coordinator')

    const peter = await staff('peter.opdigt')
    await peter.page.goto(`${town.url}/henvisninger`)
    await peter.page.click(`main a[href^="/henvisninger/"]:has-text("${number}"), tr:has-text("${number}") a`)
    const copy = await peter.page.content()
    assert.match(copy, /Han ringede syv gange/)
    assert.doesNotMatch(copy, /Kirsten Prøve/)
    await picture(peter.page, '4-police')
    // A case is not closed while somebody who was asked has not said yes or no.
    await peter.page.click('main form[action$="/tag"] button')
    assert.equal((await peter.page.goto(caseAt))?.status(), 404, 'the police contact never reaches the living case')

    // 5. The bundle: chosen, looked through as the other party would, made, and checked without us.
    await again.page.goto(`${caseAt}/samlet`)
    await picture(again.page, '5-choose')
    await again.page.click('main form button[type=submit]')
    await picture(again.page, '5-preview')
    for (const radio of await again.page.locator('input[type="radio"][value="known"]').all()) await radio.check()
    await again.page.click('main form:has([name="purpose"]) button[type=submit]')
    await again.page.waitForURL(/samlet\/[0-9a-f-]{36}$/)
    const fetched = again.page.waitForEvent('download')
    await again.page.click('main a[href*="/hent"], main a[download], main a:has-text("Hent")')
    const zip = join(town.folder, `${sign}.zip`)
    await (await fetched).saveAs(zip)
    const checked = await verifyBundle(zip)
    assert.deepEqual(checked.faults, [])
    const unpacked = mkdtempSync(join(town.folder, 'bundle-'))
    execFileSync('python3', ['-c', 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])', zip, unpacked])
    execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: join(unpacked, readdirSync(unpacked)[0] ?? '') })
    await again.page.click('details:has(input[name="how"]) > summary')
    await again.page.check('input[name="how"][value="inPerson"]')
    await again.page.fill('[name="to"]', 'Vagten i Havneby')
    await again.page.check('input[name="sure"]')
    await again.page.click('main form[action$="/afleveret"] button')
    await picture(again.page, '5-delivered')

    // 6. She sees who has opened what; the case is closed with a reason and a day to call back.
    await her.goto(`${town.url}/noter/hvem`)
    const looked = await her.innerText('main')
    for (const name of ['Vibeke Eksempel', 'Inger Eksempel', 'Peter Opdigt']) assert.match(looked, new RegExp(name))
    await picture(her, '6-who')
    await inger.page.goto(`${caseAt}/luk`)
    await inger.page.check('input[name="closingReason"][value="goalsMet"]')
    await inger.page.fill('[name="closingText"]', 'Der er ro, og borgeren har de aftaler, hun har brug for.')
    await inger.page.check('input[name="safetyTalk"][value="yes"]')
    const soon = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    await inger.page.fill('[name="safetyTalkOn"]', soon(27))
    await inger.page.fill('[name="callBackOn"]', soon(90))
    await inger.page.fill('[name="callBackBy"]', 'Inger Eksempel')
    await inger.page.check('[name="reachChannel"][value="here"]')
    await inger.page.click('main form:has([name="closingText"]) button[type=submit]')
    assert.match(await inger.page.innerText('main'), /Lukket/)
    await picture(inger.page, '6-closed')

    // A colleague without a role gets the answer of a case that is not there.
    const niels = await staff('niels.opdigt')
    const answer = async (path: string) => {
      const response = await niels.page.goto(path)
      return [response?.status(), (await niels.page.content()).replaceAll(/[0-9a-f-]{36}/g, '')]
    }
    const nowhere = `${town.url}/sager/00000000-0000-4000-8000-000000000000`
    assert.deepEqual(await answer(caseAt), await answer(nowhere))
    assert.deepEqual(await answer(`${caseAt}/afklaring`), await answer(`${nowhere}/afklaring`))
    for (const { context } of [jonas, vibeke, again, inger, peter, niels]) await context.close()
    await phone.close()
  })
}
