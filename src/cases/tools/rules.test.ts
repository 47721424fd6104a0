import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rowsUnder } from '../../kernel/sheet.ts'
import { packageFolder } from '../../platform/places.ts'
import { importsOf, isTest, readSource, roomOf } from '../../proofs/source/read.ts'
import { caseTools, innerKinds, isInner, isSingle, kindOf, mayBeCopied, paperKinds, paperWord } from './rules.ts'

const sheet = readFileSync(join(packageFolder, 'src/cases/who-may-what.md'), 'utf8')

test('which tool is filled in in which case, by whom, and who may have a copy, is what the sheet says', () => {
  const written = rowsUnder(sheet, ['tool', 'case', 'filled in by', 'how', 'copy']).map(it => it.join(' | '))
  assert.deepEqual(written.sort(), caseTools.map(it => [it.tool, it.in, it.by.join(', '), it.how, it.copy].join(' | ')).sort())
})

test('every kind of paper has an address of its own, the same in every kind of case', () => {
  assert.deepEqual(paperKinds.map(it => kindOf(paperWord(it), caseTools.find(one => one.tool === it)?.in)), paperKinds)
  for (const kind of ['citizen', 'employee', 'otherParty'] as const) {
    const words = caseTools.filter(it => it.in === kind).map(it => it.word)
    assert.equal(new Set(words).size, words.length, kind)
  }
  assert.deepEqual(paperKinds.filter(it => !isSingle(it)), ['contact-note', 'child', 'risk-reference'])
})

test('what professionals alone read is never copied', () => {
  assert.deepEqual(innerKinds, ['typology', 'risk-reference'])
  for (const it of caseTools) if (isInner(it.tool)) assert.ok(!mayBeCopied(it.tool) && it.copy === 'never', it.tool)
})

test('nothing but the papers’ own pages asks for what professionals alone read, and the list in which a named person decides what may be seen', () => {
  const asks = readSource().filter(it => /\.tsx?$/.test(it.path) && !isTest(it.path)).filter(it =>
    importsOf(it).some(one => one.to.endsWith('cases/tools/inner-store.ts') || one.names.includes('readInner'))).map(it => it.path)
  assert.deepEqual(asks, ['cases/coordination/papers.ts', 'cases/paperwork/access-material.ts', 'cases/sides/tools.ts', 'cases/tools/actions.ts', 'cases/tools/pages.ts'])
  const pages = readSource().filter(it => /\.tsx?$/.test(it.path) && !isTest(it.path)).filter(it => importsOf(it).some(one => one.to === 'cases/tools/pages.ts' && !one.typeOnly))
  assert.deepEqual([...new Set(pages.map(it => roomOf(it.path)))], ['cases'])
  assert.ok(readSource().filter(it => /\.(ts|tsx|sql)$/.test(it.path) && !isTest(it.path) && /case_inner_paper/.test(it.text)).every(it => roomOf(it.path) === 'cases'))
})
