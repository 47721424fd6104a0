// An employee is stalked by a citizen: the leader opens a case and makes a plan, and nobody who meets citizens can know of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openStory, type Story } from './town.ts'

let story: Story
before(async () => { story = await openStory() })
after(() => story.close())

test('an employee who is stalked by a citizen is helped by leader and HR, unseen by those who work with citizens', { timeout: 120_000 }, async () => {
  const karen = await story.staff('karen.proeve', { width: 390 })
  await karen.click('text=Mere')
  await karen.click('text=Medarbejdere')
  await karen.click('text=Begynd en sag')
  await story.fits(karen)
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
  await story.fits(karen)
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

  await karen.click('text=Kontakt den anden part')
  await story.fits(karen)
  await karen.check('input[name="way"][value="letter"]')
  await karen.check('input[name="when"][value="planned"]')
  await karen.fill('[name="on"]', '2030-01-10')
  await karen.fill('[name="told"]', 'Brev om, at opkald efter arbejdstid skal holde op.')
  await karen.click('main form button')
  assert.match(await karen.innerText('main'), /Svar på, om den udsatte har fået det at vide/)
  await karen.check('input[name="first"][value="waived"]')
  await karen.fill('[name="firstWhy"]', 'Hun har bedt om at slippe for at høre om det.')
  await karen.click('main form button')
  await karen.waitForSelector('text=Kontakt med den anden part')

  const helle = await story.staff('helle.eksempel')
  await helle.goto(`${story.url()}${at}`)
  assert.match(await helle.innerText('main'), /Mette Opdigt|Plan lagt/)
  await story.fits(helle)

  const missing = `${story.url()}/medarbejdere/00000000-0000-4000-8000-00000000ffff`
  for (const name of ['vibeke.eksempel', 'inger.eksempel', 'nadia.opdigt', 'torben.eksempel', 'anders.proeve']) {
    const page = await story.staff(name)
    const there = await page.goto(`${story.url()}${at}`)
    const text = await page.innerText('main')
    const gone = await page.goto(missing)
    assert.deepEqual([there?.status(), text], [gone?.status(), await page.innerText('main')], name)
    await page.context().close()
  }
  const vibeke = await story.staff('vibeke.eksempel')
  for (const path of ['/model', '/indbakke']) {
    await vibeke.goto(`${story.url()}${path}`)
    assert.doesNotMatch(await vibeke.innerText('body'), /M-2026|Mette/)
  }
  await vibeke.goto(`${story.url()}/soeg`)
  await vibeke.fill('#term', 'Mette Opdigt')
  await vibeke.click('main form button')
  assert.match(await vibeke.innerText('main'), /Ingen sag fundet/)
})
