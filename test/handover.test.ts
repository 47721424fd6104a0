// The visitator leaves, and a stand-in takes over with nine open cases: walked in a browser without JavaScript. LODS_PICTURES keeps pictures.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStory, type Story } from './town.ts'

let story: Story
before(async () => { story = await openStory() })
after(() => story.close())

async function enquiry(page: Page, told: string): Promise<void> {
  await page.goto(`${story.url()}/henvendelse?acute=no`)
  for (const [name, value] of [['onBehalf', 'self'], ['agreed', 'yes'], ['mayName', 'no'], ['callBack', 'throughMe'], ['children', 'no']] as const)
    await page.check(`input[name="${name}"][value="${value}"]`)
  await page.fill('[name="told"]', told)
  await page.click('main form button[type=submit]')
}

test('the visitator leaves and a stand-in takes over with nine open cases', { timeout: 240_000 }, async () => {
  // The town has some; more come until there are nine.
  const vibeke = await story.staff('vibeke.eksempel')
  const jonas = await story.staff('jonas.eksempel')
  const going = async (): Promise<number> => {
    await vibeke.goto(`${story.url()}/roller`)
    await vibeke.click('text=Overdrag sagerne')
    return Number(/(\d+) sag(?:er)? går over/.exec(await vibeke.innerText('main'))?.[1] ?? 0)
  }
  for (let count = await going(); count < 9; count++) await enquiry(jonas, `Henvendelse nummer ${count + 1}.`)
  const waiting = await going()
  assert.ok(waiting >= 9)

  // The leader cannot simply end the role.
  const karen = await story.staff('karen.proeve')
  await karen.goto(`${story.url()}/roller`)
  await karen.click('tr:has-text("Vibeke Eksempel") >> text=Slut rollen')
  assert.match(await karen.innerText('main'), new RegExp(`Vibeke Eksempel har ${waiting} sager, der venter på en overdragelse`))
  await story.look('karen.proeve', new URL(karen.url()).pathname, 'handover-may-not-leave')

  // She asks Daniel, and is to leave today.
  const today = await vibeke.evaluate<string>('new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Copenhagen" })').catch(() => new Date().toISOString().slice(0, 10))
  const offerAt = new URL(vibeke.url()).pathname
  await story.look('vibeke.eksempel', offerAt, 'handover-offer')
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
  await vibeke.goto(`${story.url()}/indbakke`)
  assert.doesNotMatch(await vibeke.innerText('main'), /Daniel Prøve/, 'until there is an answer every case is still hers')

  // It stands on top of his page. He looks through them and says yes.
  const daniel = await story.staff('daniel.proeve')
  await daniel.goto(`${story.url()}/model`)
  assert.match(await daniel.innerText('main'), /Vibeke Eksempel vil overdrage sine sager til dig/)
  await story.look('daniel.proeve', '/model', 'handover-home')
  await story.look('daniel.proeve', at, 'handover-answer')
  await daniel.click('text=Se dem, og svar')
  assert.match(await daniel.innerText('main'), new RegExp(`${waiting} sager går over`))
  await daniel.click('text=Ja, jeg tager sagerne')
  assert.equal(new URL(daniel.url()).pathname, '/indbakke')
  const inbox = await daniel.innerText('main')
  assert.doesNotMatch(inbox, /Vibeke/)

  // Her last day is today; tomorrow she has no role, the leader is warned, and each case has one who can act.
  await karen.goto(`${story.url()}/roller`)
  assert.match(await karen.innerText('tr:has-text("Vibeke Eksempel")'), / til /)
  await karen.goto(`${story.url()}/model`)
  assert.match(await karen.innerText('main'), /Ingen har rollen stalkingvisitator fra/)
  await story.look('karen.proeve', '/model', 'handover-vacancy')
  await story.look('karen.proeve', '/roller', 'handover-roles')
  await karen.goto(`${story.url()}/`)
  await karen.click('button[value="day"]')
  const gone = await story.staff('vibeke.eksempel')
  await gone.goto(`${story.url()}/indbakke`)
  assert.doesNotMatch(await gone.innerText('main'), /Har stafetten/)
  const later = await story.staff('daniel.proeve')
  await later.goto(`${story.url()}/indbakke`)
  assert.ok((await later.locator('a[href^="/sager/"]').count()) >= 9, 'nobody fell between two chairs')
})

test('the pages of who is who are open to everybody at both widths', { timeout: 240_000 }, async () => {
  const torben = await story.staff('torben.eksempel')
  await torben.goto(`${story.url()}/roller`)
  const away = await torben.getAttribute('tr:has-text("Inger Eksempel") >> text=Vælg stedfortræder', 'href')
  await torben.goto(`${story.url()}/grupper`)
  const group = await torben.getAttribute('main table a', 'href')
  for (const [name, path] of [['give', '/roller/giv'], ['away', away], ['person', '/personer/ny'], ['groups', '/grupper'], ['group', group], ['new-group', '/grupper/ny'],
    ['access', '/adgang'], ['entrances', '/indgange?soeg=0033'], ['bring', '/indgange/hent'], ['tovholder', '/model']] as const) await story.look('torben.eksempel', path ?? '', `handover-${name}`)
  await story.look('inger.eksempel', '/roller', 'handover-own-roles')

  // A file with faults is told line by line, and nothing of it is taken.
  await torben.goto(`${story.url()}/indgange/hent`)
  const bad = 'kommune;politikreds;indgang;telefon\nSkovby;Midt;A;00 50\nBakkeby;;B;ring\n'
  await torben.setInputFiles('#file', { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from(bad) })
  await torben.click('main form button[type=submit]')
  const said = await torben.innerText('main')
  assert.match(said, /Linje 3: Kommune, politikreds og indgang skal være udfyldt/)
  assert.match(said, /Linje 3: Telefonen er ikke et nummer/)
  await torben.goto(`${story.url()}/indgange`)
  assert.match(await torben.innerText('main'), /5 indgange på listen/)

  // Somebody is away for a week, and the model says so.
  const inger = await story.staff('inger.eksempel')
  await inger.goto(`${story.url()}/roller`)
  await inger.click('text=Jeg er væk')
  await inger.selectOption('#person', { label: 'Mikkel Opdigt, Familierådgivningen' })
  await inger.fill('#to', await inger.inputValue('#from'))
  await inger.click('main form button[type=submit]')
  await inger.goto(`${story.url()}/model`)
  assert.match(await inger.innerText('main'), /Mikkel Opdigt.*stedfortræder for Inger Eksempel/s)
})
