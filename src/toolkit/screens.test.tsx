import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AdviceNow, toolPaper, toolScreen, toolsScreen } from './screens.tsx'
import { toolsNow } from './tools.ts'

test('the list leads to every tool, under a title that tells nothing', async () => {
  const { title, body } = toolsScreen('da', [], false)
  assert.equal(title, 'Redskaber')
  for (const tool of toolsNow) assert.ok(String(await body).includes(`href="/redskaber/${tool.id}"`), tool.id)
})

for (const tool of toolsNow)
  for (const lang of ['da', 'en'] as const)
    test(`${tool.id} is read and printed in ${lang}, marked as a draft, and nothing can be typed in`, async () => {
      for (const screen of [toolScreen(tool, lang), toolPaper(tool, lang)]) {
        const html = String(await screen.body)
        assert.ok(html.includes(`<h1>${tool.title[lang]}</h1>`))
        assert.match(html, lang === 'da' ? /udkast – godkendes lokalt/i : /draft – to be approved locally/i)
        assert.doesNotMatch(html, /<(input|textarea|button|form)|undefined|\[object/)
      }
    })

test('the open page leaves out what is not for a citizen', async () => {
  const checklist = toolsNow.find(it => it.id === 'checklist')
  assert.ok(checklist)
  assert.doesNotMatch(String(await toolScreen(checklist, 'da').body), /følelse af at være forfulgt/)
})

test('the advice to give now begins with danger', async () => {
  assert.match(String(await AdviceNow({ lang: 'da' })), /<li><strong>Er du i fare, så ring 112/)
})
