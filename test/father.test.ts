// A father is told of Dansk Stalking Center by the family counsellor, and nothing of the mother's case is seen on the way: walked without JavaScript. LODS_PICTURES keeps pictures.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStory, type Story } from './town.ts'

let story: Story
before(async () => { story = await openStory() })
after(() => story.close())

/** Follows a link or a button by its words and answers with what the page then says. */
async function press(page: Page, words: string): Promise<string> {
  await page.click(`main :is(a, button):has-text("${words}")`)
  return page.innerText('main')
}
const path = (page: Page): string => new URL(page.url()).pathname
const status = async (page: Page, to: string): Promise<number> => (await page.goto(`${story.url()}${to}`))?.status() ?? 0
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' }).format(new Date())

test('a father is referred to Dansk Stalking Center, and the mother\'s case is not seen', { timeout: 240_000 }, async () => {
  // The visitator tells of the duty, writes of the child with a decision, and asks the family counsellor.
  const vibeke = await story.staff('vibeke.eksempel')
  await vibeke.goto(`${story.url()}/indbakke`)
  const number = /\d{4}-\d{4}/.exec(await vibeke.innerText('tr:has-text("Skoleafdelingen"):has-text("Afklaring sammen")'))?.[0] ?? ''
  await vibeke.click(`text=${number}`)
  const theCase = path(vibeke)
  await press(vibeke, 'Arbejdet i sagen')
  assert.doesNotMatch(await press(vibeke, 'Børn'), /Skriv om et barn/)
  assert.match(await press(vibeke, 'Jeg har sagt det'), /Pligten til at underrette er fortalt af Vibeke Eksempel/)
  await press(vibeke, 'Skriv om et barn')
  await vibeke.fill('#childName', 'Bo')
  await vibeke.fill('#age', '8')
  assert.match(await press(vibeke, 'Gem'), /Et barn/, 'without a decision it is not kept')
  await vibeke.check('input[name="reported"][value="not"]')
  await vibeke.fill('#reportReason', 'Skolen følger Bo tæt. Vi ser på det igen om en uge.')
  await press(vibeke, 'Gem')
  await vibeke.goto(`${story.url()}${theCase}/boern`)
  await vibeke.fill('#purpose', 'Find en rolig måde at hente og aflevere på.')
  await vibeke.check('input[name="other"][value="father"]')
  assert.match(await press(vibeke, 'Bed om hjælp'), /Venter på svar.*Nadia Opdigt/s)

  // She finds it on her home page and takes it. The case itself is closed to her.
  const nadia = await story.staff('nadia.opdigt')
  assert.match(await nadia.innerText('main'), /familie/)
  await press(nadia, 'Se dine opgaver')
  // Another family waits too, and is due before this one.
  await nadia.locator('main a:has-text("En familie venter på dit svar")').last().click()
  const track = path(nadia)
  assert.match(await press(nadia, 'Tag imod'), /Dine notater/)
  assert.equal(await status(nadia, theCase), 404)
  await nadia.goto(`${story.url()}${track}`)

  // The father is the other party: the mother is told first.
  assert.equal(await nadia.locator('text=Skriv: Samtale med faren').count(), 0)
  await nadia.click('summary:has-text("Før du taler med den anden part")')
  await nadia.check('input[name="answer"][value="told"]')
  await nadia.fill('#toldOn', today)
  await nadia.fill('#safetyThrough', 'Hvornår samtalen er, og hvem moren ringer til.')
  await press(nadia, 'Gem svaret')
  await press(nadia, 'Skriv: Samtale med faren')
  await nadia.fill('#onDay', today)
  await nadia.fill('#who', 'Faren og Nadia')
  await nadia.fill('#said', 'Vi talte om regler, og om hvad beskederne fører med sig for Bo.')
  for (const [name, value] of [['offered', 'yes'], ['accepted', 'yes'], ['signed', 'yes']] as const) await nadia.check(`input[name="${name}"][value="${value}"]`)
  await nadia.fill('#signedOn', today)
  await press(nadia, 'Gem')
  assert.equal(path(nadia), track)

  // His record says that he was told of Dansk Stalking Center and signed himself; of her it says nothing.
  await nadia.click('main section:has(h3:has-text("Samtale med faren")) li a')
  const record = path(nadia)
  await nadia.click('summary:has-text("Version 1")')
  const his = await nadia.innerText('main')
  assert.match(his, /Har han selv skrevet under på et samtykke\?\s*Ja/)
  for (const no of [number, 'Sikker kontakt', 'Find en rolig måde', 'Hvornår samtalen er']) assert.ok(!his.includes(no), no)

  // Those who have the case see state and date; Dansk Stalking Center and the police see neither case nor record.
  await vibeke.goto(`${story.url()}${theCase}/boern`)
  const seen = await vibeke.innerText('main')
  assert.match(seen, /I gang/)
  assert.ok(!seen.includes('Vi talte om regler'))
  for (const who of ['dsc.raadgiver', 'peter.opdigt', 'vibeke.eksempel', 'mikkel.opdigt']) {
    const other = await story.staff(who)
    for (const to of [record, track]) assert.equal(await status(other, to), 404, `${who} ${to}`)
    if (who !== 'vibeke.eksempel') for (const to of [theCase, `${theCase}/boern`, `${theCase}/den-anden-part`]) assert.equal(await status(other, to), 404, `${who} ${to}`)
    await other.context().close()
  }
  // The referral is sent from a case of his own. The names cross hers, so the leader decides first that one counsellor may have both.
  await vibeke.goto(`${story.url()}${theCase}/navnetjek`)
  await vibeke.fill('#exposedName', 'Ulla Opdigtby')
  await vibeke.fill('#otherName', 'Finn Opdigtby')
  await vibeke.check('input[name="checkGround"][value="impartial"]')
  await press(vibeke, 'Tjek navnene')
  await nadia.goto(`${story.url()}${record}`)
  await press(nadia, 'Gå til samtalerne')
  await press(nadia, 'Begynd')
  await nadia.fill('#personName', 'Finn Opdigtby')
  await nadia.fill('#reach', '00 77 77 77')
  await nadia.check('input[name="met"][value="called"]')
  await nadia.click('summary:has-text("Navnetjek")')
  await nadia.fill('#exposedName', 'Ulla Opdigtby')
  await nadia.check('input[name="checkGround"][value="impartial"]')
  assert.match(await press(nadia, 'Begynd'), /når det er afgjort, hvem der skal have den/)
  const karen = await story.staff('karen.proeve')
  await karen.goto(`${story.url()}/fordeling`)
  const row = karen.locator('tr:has-text("Nadia Opdigt kan ikke have den")').first()
  const ownNumber = /S-\d{4}-\d{4}/.exec(await row.innerText())?.[0] ?? ''
  assert.doesNotMatch(await karen.innerText('main'), /Finn|Ulla/)
  await row.locator('summary').click()
  await row.locator('input[name="reason"]').fill('Hun taler med begge om Bo, og der er ingen anden.')
  await row.locator('button').click()
  await karen.waitForLoadState()
  assert.doesNotMatch(await karen.innerText(`tr:has-text("${ownNumber}") >> nth=-1`), /kan ikke have den/)

  await nadia.goto(`${story.url()}/samtaler`)
  await nadia.click(`main a:has-text("${ownNumber}")`)
  const talks = path(nadia)
  await press(nadia, 'Skriv, at du har fortalt om hjælp')
  await nadia.check('input[name="first"][value="told"]')
  await nadia.fill('#firstOn', today)
  await nadia.fill('#toldOn', today)
  await nadia.check('input[name="answer"][value="consents"]')
  await nadia.fill('#signedOn', today)
  for (const covers of ['name', 'phone']) await nadia.check(`input[name="covers"][value="${covers}"]`)
  await nadia.fill('#until', '2099-01-01')
  await nadia.fill('#keptWhere', 'Skab 4')
  assert.match(await press(nadia, 'Gem'), /Der er ikke sendt noget endnu/)
  await press(nadia, 'Henvis til Dansk Stalking Center')
  assert.equal(await nadia.inputValue('#name'), 'Finn Opdigtby')
  assert.equal(await nadia.locator('#why').count(), 0, 'what the paper does not cover is not asked for')
  await nadia.check('input[name="first"][value="told"]')
  await nadia.fill('#firstOn', today)
  assert.match(await press(nadia, 'Send henvisningen'), /Henvist til Dansk Stalking Center/)

  // The adviser finds it on the home page, takes it on and answers; of the mother nothing is there.
  const adviser = await story.staff('dsc.raadgiver')
  await adviser.goto(`${story.url()}/henvisninger`)
  await adviser.click(`main a:has-text("${ownNumber}")`)
  const copy = path(adviser)
  const got = await adviser.innerText('main')
  assert.match(got, /Finn Opdigtby/)
  for (const no of [number, 'Ulla', 'Bo,', 'Skab 4', 'Nadia og', 'Hvornår samtalen er']) assert.ok(!got.includes(no), no)
  await press(adviser, 'Tag imod')
  await adviser.fill('#answer', 'Vi har en tid til ham på torsdag.')
  await press(adviser, 'Send svar')
  await nadia.goto(`${story.url()}${talks}`)
  assert.match(await nadia.innerText('main'), /Vi har en tid til ham på torsdag/)

  // From the mother's case nothing leads there, and nobody of those who have it finds it.
  for (const at of ['', '/boern', '/den-anden-part', '/arbejde']) {
    await vibeke.goto(`${story.url()}${theCase}${at}`)
    assert.ok(!(await vibeke.innerText('main')).includes(ownNumber), at)
  }
  for (const to of [talks, `${talks}/henvis`, copy]) assert.equal(await status(vibeke, to), 404, to)
  await story.look('nadia.opdigt', record, 'work-record')
  await story.look('nadia.opdigt', track, 'work-family')
  await story.look('vibeke.eksempel', `${theCase}/boern`, 'work-children')
  await story.look('nadia.opdigt', talks, 'work-talks')
  await story.look('nadia.opdigt', `${talks}/tilbud`, 'work-offer')
  await story.look('nadia.opdigt', `${talks}/henvis`, 'work-his-referral')
  await story.look('dsc.raadgiver', copy, 'work-his-copy')
})

test('the work in a case is open to everybody and fits', { timeout: 240_000 }, async () => {
  const inger = await story.staff('inger.eksempel')
  await inger.goto(`${story.url()}/indbakke`)
  await inger.click('main table a')
  const theCase = path(inger)
  const there = await inger.innerText('main')
  assert.match(there, /Arbejdet i sagen · \d+ åb/)
  for (const [to, name] of [['/arbejde', 'work'], ['/papir/handleplan/ark', 'plan'], ['/papir/netvaerk/ark', 'network'], ['/opgaver', 'tasks'], ['/den-anden-part', 'other'], ['/moeder', 'meetings']] as const) await story.look('inger.eksempel', `${theCase}${to}`, `work-${name}`)
  await inger.goto(`${story.url()}${theCase}/moeder`)
  await inger.click('main li a:has-text("Fælles møde")')
  await story.look('inger.eksempel', path(inger), 'work-meeting')
  await story.look('jonas.eksempel', '/model', 'work-home')
  const hassan = await story.staff('hassan.eksempel')
  await press(hassan, 'Se dine opgaver')
  await story.look('hassan.eksempel', '/opgaver', 'work-mine')
  await press(hassan, 'Find ud af, om kommunen')
  await story.look('hassan.eksempel', path(hassan), 'work-task')
  const peter = await story.staff('peter.opdigt')
  await peter.goto(`${story.url()}/opgaver`)
  await press(peter, 'Referat')
  assert.ok(!(await peter.innerText('main')).includes('Låsen i kælderen'))
  await story.look('peter.opdigt', path(peter), 'work-copy')
})
