// Whoever tries the invented town in a role that few think of meets something there, on pages that fit and that axe finds nothing on. LODS_PICTURES keeps pictures.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { townPassphrase } from '../src/web/open/guests.ts'
import { openStory, type Story } from './town.ts'

let story: Story
before(async () => { story = await openStory() })
after(() => story.close())

const path = (page: Page): string => new URL(page.url()).pathname
const said = (page: Page): Promise<string> => page.innerText('main')
async function at(page: Page, to: string): Promise<string> {
  await page.goto(`${story.url()}${to}`)
  await story.fits(page)
  return said(page)
}
/** Presses a link by its words: the first one, or the last. */
async function press(page: Page, words: string, which: 'first' | 'last' = 'first'): Promise<string> {
  await page.locator(`main a:has-text("${words}")`)[which]().click()
  await story.fits(page)
  return said(page)
}
/** A file that a link leads to. */
async function fetched(page: Page, words: string): Promise<string> {
  const href = await page.locator(`main a:has-text("${words}")`).first().getAttribute('href')
  const file = await page.request.get(`${story.url()}${href ?? assert.fail(words)}`)
  assert.equal(file.headers()['content-type'], 'application/pdf')
  return (await file.body()).subarray(0, 5).toString()
}

test('the leader and the data protection officer find what one did alone, and another looks at it', { timeout: 240_000 }, async () => {
  const rasmus = await story.staff('rasmus.opdigt')
  assert.match(await said(rasmus), /Det her skal du se igennem.*Karen Prøve er lukket ude.*Karen Prøve åbnede på grund af fare/s)
  await story.look('rasmus.opdigt', '/model', 'second-home')
  assert.match(await press(rasmus, 'er lukket ude'), /Hun bor ved siden af den ene/)
  await story.look('rasmus.opdigt', '/interesser', 'second-shut')
  await rasmus.click('main button:has-text("Bekræft")')
  assert.match(await at(rasmus, '/fare/alle'), /Vagten ringer/)
  await story.look('rasmus.opdigt', '/fare/alle', 'second-danger')
  await rasmus.fill('#note', 'Talt med Karen. Det var rigtigt.')
  await rasmus.click('main button:has-text("Set igennem")')
  assert.match(await said(rasmus), /Set igennem af Rasmus Opdigt/)
  assert.doesNotMatch(await at(rasmus, '/model'), /skal du se igennem/)

  const karen = await story.staff('karen.proeve')
  assert.match(await press(karen, 'Læs og skriv, hvad I fandt ud af'), /Patruljen er på vej/)
  assert.match(await at(karen, '/interesser'), /Ulla Eksempel.*venter på lederen/s)
})

test('a pupil of sixteen has a log, a plan and words of her own, and her coordinator sees her age', { timeout: 240_000 }, async () => {
  const her = await (await story.somebody({ width: 390 })).newPage()
  await her.goto(`${story.url()}/noter/ind`)
  await her.fill('input[name="name"]', 'rød bøje 16')
  await her.fill('input[type="password"]', townPassphrase)
  await her.click('main form button')
  assert.match(await at(her, '/noter/sikkerhed'), /Til dig.*BørneTelefonen/s)

  const mikkel = await story.staff('mikkel.opdigt')
  await at(mikkel, '/indbakke')
  const cases = [...new Set((await mikkel.content()).match(/\/sager\/[0-9a-f-]{36}/g))]
  const hers: string[] = []
  for (const one of cases) if (/Har du set min cykelnøgle/.test(await at(mikkel, `${one}/papir/tryghedsplan/ark`) + await mikkel.content())) hers.push(one)
  assert.equal(hers.length, 1)
  const [theCase = ''] = hers
  assert.match(await at(mikkel, `${theCase}/papir/tryghedsplan/ark`), /Hvem har en nøgle, som du vil have tilbage\?/, 'the municipality’s own question stands in it')
  assert.match(await said(mikkel), /Resten kan stå tomt/)
  assert.doesNotMatch(await said(mikkel), /kan udelades/)
  for (const [to, name] of [['/papir/under-18/ark', 'age'], ['/papir/tryghedsplan/ark', 'plan'], ['/papir/vurdering/nyt', 'assessment'], ['/sikker-kontakt', 'reach']] as const)
    await story.look('mikkel.opdigt', `${theCase}${to}`, `pupil-${name}`)
})

test('papers lie where they were put: a scan, the card of the police, talks with the one who stalks, a tool in the town’s own words', { timeout: 240_000 }, async () => {
  const inger = await story.staff('inger.eksempel')
  await at(inger, '/indbakke')
  await inger.locator('main table a[href^="/sager/"]').first().click()
  assert.match(await press(inger, 'Papirer fra politiet og andre'), /Kvittering for en anmeldelse/)
  assert.equal(await fetched(inger, 'Kvittering for en anmeldelse'), '%PDF-')
  await story.look('inger.eksempel', path(inger), 'scans')

  const peter = await story.staff('peter.opdigt')
  await at(peter, '/henvisninger')
  assert.match(await press(peter, 'Sag ', 'last'), /Kort til politiet/)
  assert.match(await press(peter, 'Kort til politiet'), /Det, der er gemt/)
  assert.doesNotMatch(await said(peter), /kan udelades/)
  assert.equal(await fetched(peter, 'Hent kortet som PDF'), '%PDF-')
  await story.look('peter.opdigt', path(peter), 'card')

  const nadia = await story.staff('nadia.opdigt')
  await at(nadia, '/samtaler')
  await press(nadia, 'S-', 'last')
  const talks = path(nadia)
  assert.match(await press(nadia, 'Redskaber i sagen'), /Viden om dem, der stalker.*Udfyldt af dig/s)
  for (const [to, name] of [['/samtale', 'talk'], ['/papir/typologi/ark', 'typology']] as const) await story.look('nadia.opdigt', `${talks}${to}`, `talks-${name}`)

  const karen = await story.staff('karen.proeve')
  await at(karen, '/medarbejdere')
  await press(karen, 'M-', 'last')
  const employee = path(karen)
  assert.match(await said(karen), /Se planen igennem/, 'a plan that is there is gone through')
  await press(karen, 'Se planen igennem')
  assert.equal(await karen.inputValue('[name="responsible"]'), 'Karen Prøve', 'and stands in its fields')
  await story.look('karen.proeve', `${employee}/plan`, 'employee-plan')

  const poul = await story.staff('poul.proeve')
  assert.match(await at(poul, '/redskaber/ret/safety-plan/udgaver'), /nøgler bliver glemt/)
  assert.match(await press(poul, 'Udgave 1'), /Hvem har en nøgle/)
  for (const to of [path(poul), '/redskaber/ret/safety-plan/se']) await story.look('poul.proeve', to, `own-tool${to.replaceAll('/', '-')}`)
})
