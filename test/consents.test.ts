// Consents as people give them: said aloud and lapsed after five working days, signed on paper with its scan, taken back by saying so. JavaScript off.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axe, sideways } from './browser.ts'
import { openStory, type Story } from './town.ts'

let story: Story
before(async () => { story = await openStory() })
after(() => story.close())

/** Looked at as a telephone and as a desk, where somebody asks for the pictures. */
async function picture(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    assert.equal(await sideways(page), false, `${name} fits ${width}`)
    const folder = process.env['LODS_PICTURES']
    if (folder) await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
}
/** A case of the town in which the police have no consent yet. */
async function consentsOfCase(page: Page): Promise<string> {
  await page.goto(`${story.url()}/indbakke`)
  const cases = await page.locator('main table a[href^="/sager/"]').evaluateAll(links => links.map(it => it.getAttribute('href') ?? ''))
  for (const at of cases) {
    await page.goto(story.url() + at)
    const link = await page.locator('a[href*="/samtykker"]').first().getAttribute('href')
    if (link === null) continue
    await page.goto(story.url() + link)
    if (await page.locator('main table td:has-text("Gælder")').count() === 0) return story.url() + link
  }
  throw new Error('every case has a consent')
}

test('said aloud it lapses after five working days; on paper it holds; taken back it closes in the same moment', { timeout: 180_000 }, async () => {
  const page = await story.staff('vibeke.eksempel')
  const list = await consentsOfCase(page)
  await picture(page, 'consents-list')
  const receiver = page.locator('main table')

  await page.click('text=Sagt mundtligt: politiet')
  await picture(page, 'consents-oral')
  await page.click('main form button')
  assert.match(await page.textContent('main') ?? '', /Skriv, hvad borgeren sagde ja til/)
  await page.fill('[name="told"]', 'I telefonen i dag: politiet må ringe til mig.')
  await page.fill('[name="purpose"]', 'Politiet skal ringe til borgeren.')
  await page.check('[name="agreed"]')
  await page.click('main form button')
  await picture(page, 'consents-one')
  assert.match(await page.textContent('main') ?? '', /Gælder[\s\S]*Sagt mundtligt/)

  await page.goto(story.url())
  await page.click('button[name="by"][value="fourWeeks"]')
  await story.enter(page, 'vibeke.eksempel')
  await page.goto(list)
  assert.match(await receiver.textContent() ?? '', /UdløbetSagt mundtligt/)

  await page.click('text=På papir: Politiets kontaktperson')
  await picture(page, 'consents-paper')
  await page.check('input[name="topics"][value="contact"]')
  await page.check('input[name="topics"][value="account"]')
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  for (const [field, ahead] of [['from', 28], ['until', 180], ['signedOn', 28]] as const) await page.fill(`[name="${field}"]`, day(ahead))
  await page.check('input[name="understood"][value="yes"]')
  await page.fill('[name="signedName"]', 'Signe Opdigt')
  await page.fill('[name="witnessName"]', 'Vibeke Eksempel')
  await page.setInputFiles('[name="scan"]', { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 underskrevet') })
  await page.click('main form button')
  assert.match(await page.textContent('main') ?? '', /Gælder[\s\S]*På papir/)
  const one = page.url()
  await picture(page, 'consents-signed')
  await page.goto(list)
  const theCase = await page.locator('a[href^="/sager/"]').first().getAttribute('href')

  await page.goto(one)
  assert.match(await page.textContent('main') ?? '', /kan ikke hentes hjem igen/, 'said before')
  await page.click('text=Tag samtykket tilbage for borgeren')
  assert.match(await page.textContent('main') ?? '', /er stadig hos modtageren/, 'said afterwards')
  await page.goto(`${story.url()}${theCase?.split('?')[0]}/henvis`)
  assert.doesNotMatch(await page.textContent('main') ?? '', /Samtykket gælder til/)
  await page.context().close()
})

test('the pages of danger, interests, sparring and who has looked are open to everybody', { timeout: 120_000 }, async () => {
  const context = await story.somebody({ javaScript: true })
  const page = await context.newPage()
  for (const [who, paths] of [
    ['peter.opdigt', ['/model', '/fare', '/sparring/ny', '/sparring', '/interesser/mig']], ['karen.proeve', ['/model', '/fare/alle', '/interesser', '/sparring/tal']],
    ['vibeke.eksempel', ['/indbakke', '/interesser']],
  ] as const) {
    await story.enter(page, who)
    for (const at of paths) {
      await page.goto(story.url() + at)
      await picture(page, `${who.split('.')[0]}${at.replaceAll('/', '-')}`)
      assert.deepEqual(await axe(page), [], `${who} ${at}`)
    }
  }
  const list = await consentsOfCase(page)
  const about = list.split('?')[0]?.replace('/samtykker', '') ?? ''
  for (const at of [list, `${about}/samtykker/grundlag`, `${about}/samtykker/papir/dscAdviser`, `${about}/hvem-har-set`]) {
    await page.goto(at)
    await picture(page, `citizen-${at.split('/').slice(5).join('-').slice(0, 30).replace(/\W/g, '-')}`)
    assert.deepEqual(await axe(page), [], at)
  }
  await context.close()
})
