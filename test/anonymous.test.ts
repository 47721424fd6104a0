// Advice to somebody without a name, which becomes a case when she wishes it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openStory, type Story } from './town.ts'

let story: Story
before(async () => { story = await openStory() })
after(() => story.close())

test('a first contact gives advice without a name; the citizen wishes a case; the visitator has it, with the advice', { timeout: 120_000 }, async () => {
  const jonas = await story.staff('jonas.eksempel', { width: 390 })
  await jonas.click('text=Mere')
  await jonas.click('text=Anonymt råd')
  await story.fits(jonas)
  assert.equal(await jonas.locator('main textarea').count(), 0, 'nobody’s story is written down here')
  await jonas.check('#dutyTold')
  await jonas.check('input[name="saveEvidence"][value="oral"]')
  await jonas.check('input[name="saveEvidence-reaction"][value="wantsHelp"]')
  await jonas.click('main form button')
  await jonas.waitForSelector('text=Vil borgeren gerne have en sag?')
  await story.fits(jonas)
  await jonas.fill('[name="told"]', 'En fra holdet følger efter hende hjem.')
  await jonas.check('input[name="callBack"][value="throughMe"]')
  await jonas.check('#agreed')
  await jonas.click('main form button')
  await jonas.waitForSelector('text=Henvendelsen er sendt')
  const number = /2026-\d{4}/.exec(await jonas.innerText('main'))?.[0] ?? ''
  assert.ok(number)

  const vibeke = await story.staff('vibeke.eksempel')
  await vibeke.click('text=Mere')
  await vibeke.click('text=Find en sag')
  await vibeke.fill('#term', number)
  await vibeke.click('main form button')
  await vibeke.click(`text=${number}`)
  await vibeke.waitForSelector('text=Begynd afklaring')
  await story.fits(vibeke)
  const text = await vibeke.innerText('main')
  assert.match(text, /Gem det hele, før du sletter eller blokerer\s+Mundtligt: vil have hjælp til det/)
  assert.doesNotMatch(vibeke.url(), /term|2026/, 'what was searched for stands in no address')
})

test('a unit without a sign-in asks to be called, and sees that somebody did', { timeout: 60_000 }, async () => {
  const context = await story.somebody({ width: 390 })
  const page = await context.newPage()
  await page.goto(`${story.url()}/kontakt`)
  await story.fits(page)
  await page.selectOption('#unit', { label: 'Borgerservice' })
  await page.check('input[name="urgent"][value="no"]')
  await page.click('main form button')
  const code = await page.innerText('.code')
  await story.fits(page)
  const vibeke = await story.staff('vibeke.eksempel')
  await vibeke.goto(`${story.url()}/indbakke`)
  await vibeke.click('text=Jeg ringer til Borgerservice')
  await page.goto(`${story.url()}/kontakt`)
  await page.fill('#code', code)
  await page.click('section form button')
  assert.match(await page.innerText('main'), /Visitator tog fat/)
})
