// Police first, then the municipality; and a referral that nobody answers climbs to the leader, while the house is killed and started in between.
// Walked in a browser without JavaScript. LODS_PICTURES keeps pictures.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStory, type Story } from './town.ts'

let story: Story
before(async () => { story = await openStory() })
after(() => story.close())

/** Somebody moves the town's clock, and the house is killed at once and started again on the same folder. */
async function aWeekLater(): Promise<void> {
  const page = await (await story.somebody()).newPage()
  await page.goto(story.url())
  await page.click('text=En uge frem')
  await page.context().close()
  await story.killed()
}

/** Asks for the page until it says so: what nobody sits at is done a moment after the house is up. */
async function says(page: Page, path: string, what: RegExp): Promise<void> {
  for (let left = 20; ; left--) {
    await page.goto(`${story.url()}${path}`)
    if (what.test(await page.innerText('main'))) return
    assert.ok(left > 0, `${path} never said ${what.source}`)
    await new Promise(step => setTimeout(step, 500))
  }
}

test('police first: a signed consent, a case at the visitator, and an answer back, never the case', { timeout: 120_000 }, async () => {
  await story.look('peter.opdigt', '/henvis-hertil', 'referrals-to-the-municipality')
  const peter = await story.staff('peter.opdigt')
  await peter.goto(`${story.url()}/henvisninger`)
  await peter.click('text=Henvis en borger til kommunen')
  await peter.fill('[name="purpose"]', 'Borgeren har anmeldt stalking og mangler et sikkert sted at bo.')
  for (const [name, value] of [['onBehalf', 'self'], ['agreed', 'yes'], ['mayName', 'no'], ['callBack', 'throughMe'], ['children', 'no'], ['how', 'signed-paper']] as const)
    await peter.check(`input[name="${name}"][value="${value}"]`)
  await peter.fill('[name="told"]', 'En tidligere partner venter ved arbejdet.')
  await peter.fill('[name="day"]', new Date().toISOString().slice(0, 10))
  await peter.fill('[name="where"]', 'Hos politiet')
  await peter.fill('[name="until"]', '2030-01-15')
  for (const topic of ['contact', 'account']) await peter.check(`input[name="covers"][value="${topic}"]`)
  await peter.setInputFiles('[name="scan"]', { name: 'papir.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 opdigt') })
  await peter.click('text=Send til visitator')
  const number = /\d{4}-\d{4}/.exec(await peter.innerText('main section:last-of-type'))?.[0] ?? ''
  assert.match(number, /^\d{4}-\d{4}$/)

  const vibeke = await story.staff('vibeke.eksempel')
  await vibeke.goto(`${story.url()}/indbakke`)
  await vibeke.click(`text=${number}`)
  const caseAt = vibeke.url()
  await vibeke.click('text=Læs den, og svar')
  assert.match(await vibeke.innerText('main'), /mangler et sikkert sted at bo/)
  await vibeke.click('button:has-text("Tag imod")')
  await vibeke.fill('[name="answer"]', 'Vi har talt med borgeren og henviser videre.')
  await vibeke.click('text=Send svar')
  await peter.goto(`${story.url()}/henvisninger`)
  assert.match(await peter.innerText('main'), /Vi har talt med borgeren/)
  assert.equal((await peter.goto(caseAt))?.status(), 404)
  await peter.goto(`${story.url()}/henvisninger`)
  await peter.click('text=Papiret, der er skrevet under')
  await story.fits(peter)
  await peter.click('main button:has-text("Samtykket er trukket tilbage")')
  await vibeke.goto(`${story.url()}/henvisninger`)
  assert.match(await vibeke.innerText('main'), /Samtykket er trukket tilbage/)
})

test('a referral that nobody answers is reminded of and climbs to the leader, who appoints, though the house is killed each time', { timeout: 240_000 }, async () => {
  const vibeke = await story.staff('vibeke.eksempel')
  await vibeke.goto(`${story.url()}/indbakke`)
  await vibeke.click('main a:has-text("Åbn sag") >> nth=0')
  const caseAt = new URL(vibeke.url()).pathname
  assert.match(await vibeke.innerText('main'), /Peter Opdigt, politiets kontaktperson: sendt, ikke åbnet/)

  await aWeekLater()
  await says(await story.staff('vibeke.eksempel'), caseAt, /fristen er gået, modtageren er mindet om det/)
  await aWeekLater()
  await says(await story.staff('karen.proeve'), '/model', /på, at du udpeger nogen/)
  await story.look('karen.proeve', '/model', 'referrals-leader-home')
  await story.look('karen.proeve', '/frister', 'referrals-leader')
  await story.look('torben.eksempel', '/frister', 'referrals-tovholder')
  await story.look('vibeke.eksempel', caseAt, 'referrals-case')
  const karen = await story.staff('karen.proeve')
  await karen.goto(`${story.url()}/frister`)
  assert.match(await karen.innerText('main'), /Henvisning i sag/)
  await karen.click('button:has-text("Udpeg Peter Opdigt")')
  const peter = await story.staff('peter.opdigt')
  await peter.goto(`${story.url()}/henvisninger`)
  await peter.click('main table a >> nth=0')
  assert.match(await peter.innerText('main'), /Lederen har udpeget: Peter Opdigt/)
  await peter.click('button:has-text("Tag imod")')
  assert.match(await peter.innerText('main'), /Dit svar til den, der sendte/)
  await story.look('peter.opdigt', '/henvisninger', 'referrals-police-list')
})
