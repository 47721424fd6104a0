import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AdviceNow, toolPaper, toolScreen, toolsScreen } from './screens.tsx'
import { readDay } from '../kernel/day.ts'
import type { Reader } from './screens.tsx'
import { formOf, forProfessionalsOnly, toolsNow } from './tools.ts'

const today = readDay('2026-11-30')
assert.ok(today)
const everybody: Reader = { colleague: false, today, own: [] }
const colleague: Reader = { ...everybody, colleague: true }

test('the list leads to every tool, under a title that tells nothing', async () => {
  const { title, body } = toolsScreen(toolsNow, 'da', { ...everybody, guides: [] })
  assert.equal(title, 'Redskaber')
  for (const tool of toolsNow) assert.ok(String(await body).includes(`href="/redskaber/${tool.id}"`), tool.id)
})

for (const tool of toolsNow)
  for (const lang of ['da', 'en'] as const)
    test(`${tool.id} is read and printed in ${lang}, marked as a draft, and nothing can be typed in`, async () => {
      for (const screen of [toolScreen(tool, lang, colleague), toolPaper(tool, lang, colleague)]) {
        const html = String(await screen.body)
        assert.ok(html.includes(`<h1>${tool.title[lang]}</h1>`))
        assert.match(html, lang === 'da' ? /udkast – godkendes lokalt/i : /draft – to be approved locally/i)
        assert.doesNotMatch(html, /<(input|textarea|button|form)|undefined|\[object/)
      }
    })

test('the open page leaves out what is not for a citizen', async () => {
  const checklist = toolsNow.find(it => it.id === 'checklist')
  assert.ok(checklist)
  assert.doesNotMatch(String(await toolScreen(checklist, 'da', everybody).body), /følelse af at være forfulgt/)
})

test('the advice to give now begins with danger', async () => {
  assert.match(String(await AdviceNow({ form: formOf('advice') ?? assert.fail(), lang: 'da' })), /<li><strong>Er du i fare, så ring 112/)
})

test('what is for professionals only is named on the open page, and nothing of it is shown or printed there', async () => {
  const closed = toolsNow.filter(forProfessionalsOnly)
  assert.deepEqual(closed.map(it => it.id).sort(), ['risk-reference', 'typology'])
  for (const tool of closed) {
    assert.match(String(await toolsScreen(toolsNow, 'da', { ...everybody, guides: [] }).body), new RegExp(`href="/redskaber/${tool.id}"`))
    for (const screen of [toolScreen(tool, 'da', everybody), toolPaper(tool, 'da', everybody)]) {
      const html = String(await screen.body)
      assert.match(html, /Log ind som medarbejder/)
      assert.doesNotMatch(html, /sheet-question/)
    }
    assert.match(String(await toolScreen(tool, 'da', colleague).body), /sheet-question/)
  }
})

test('a colleague reads the whole checklist, with a word on the paper', async () => {
  const checklist = toolsNow.find(it => it.id === 'checklist')
  assert.ok(checklist)
  assert.match(String(await toolPaper(checklist, 'da', colleague).body), /Giv ikke papiret til borgeren.*følelse af at være forfulgt/s)
})
