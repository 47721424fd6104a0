import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Day } from '../kernel/day.ts'
import { ageOf, findEntrances, readEntrances } from './entrances.ts'

const head = 'kommune;postnumre;politikreds;indgang;telefon;link;kontrolleret'
const file = (...lines: readonly string[]) => `${head}\n${lines.join('\n')}\n`

test('a list is read with its line numbers, in any order of columns, as spreadsheets write it', () => {
  const { rows, faults } = readEntrances('\uFEFFIndgang,Kommune,Politikreds,Telefon,Postnumre\r\n"Stalkingindgangen, børn",Skovby,Midt,00 50 50 50,"0020-0022, 0030"\r\n\r\n"Den ""anden""",Bakkeby,Øst,00 60 60 60,\r\n')
  assert.deepEqual(faults, [])
  assert.deepEqual(rows.map(it => [it.line, it.municipality, it.entrance, it.postcodes]),
    [[2, 'Skovby', 'Stalkingindgangen, børn', ['0020', '0021', '0022', '0030']], [4, 'Bakkeby', 'Den "anden"', []]])
})

test('every fault is told at its line, and then nothing is taken', () => {
  const { rows, faults } = readEntrances(file('Skovby;0020;Midt;Indgang;00 50;;2026-11-03', ';00;Midt;Indgang;ring;http://x;i går', 'kort;linje', 'Bakkeby;;Øst;Indgang;;;'))
  assert.deepEqual(rows, [])
  assert.deepEqual(faults.map(it => `${it.field} ${it.code}`), [
    'line-3 directory.csv-blank', 'line-3 directory.csv-postcode', 'line-3 directory.csv-phone', 'line-3 directory.csv-url', 'line-3 directory.csv-day',
    'line-4 directory.csv-cells', 'line-5 directory.csv-no-way',
  ])
  assert.deepEqual(readEntrances('kommune;telefon\nSkovby;114').faults.map(it => it.code), ['directory.csv-no-politikreds', 'directory.csv-no-indgang'])
  assert.deepEqual(readEntrances(head).faults.map(it => it.code), ['directory.csv-empty'])
})

test('whatever stands in a cell comes out as it went in', () => {
  const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(it => it.replaceAll('\r', '').trim()).filter(it => it !== '')
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 }), cells => {
    const { rows } = readEntrances(`kommune,politikreds,indgang,telefon\n${cells.map(it => [...it.map(quoted), '114'].join(',')).join('\n')}`)
    assert.deepEqual(rows.map(it => [it.municipality, it.policeDistrict, it.entrance]), cells)
  }), { seed: 20261120, numRuns: process.env['LODS_LONG'] ? 5_000 : 200 })
})

test('an officer finds the entrance by postcode, municipality or district', () => {
  const { rows } = readEntrances(file('Skovby;0020-0029;Midt;Indgang A;00 50;;2026-11-03', 'Bakkeby;0030;Øst;Indgang B;00 60;;'))
  const names = (asked: string) => findEntrances(rows, asked).map(it => it.entrance)
  assert.deepEqual([names('0025'), names('bakke'), names('midt'), names('0031'), names(' ')], [['Indgang A'], ['Indgang B'], ['Indgang A'], [], ['Indgang A', 'Indgang B']])
})

test('a number ages: half a year to be checked, a year and it is not shown', () => {
  const age = (verifiedOn: string | null) => ageOf({ verifiedOn: verifiedOn as Day | null }, '2026-11-20' as Day)
  assert.deepEqual([age('2026-06-01'), age('2026-05-01'), age('2025-11-19'), age(null)], ['current', 'old', 'stale', 'stale'])
})

test('a cell that stands for endless postcodes is refused before they are written out', () => {
  const { faults } = readEntrances(`kommune;postnumre;politikreds;indgang;telefon\nOpdigt;${'1000-1999 '.repeat(20_000)};Opdigt;Vagten;00 11 22 33`)
  assert.deepEqual(faults.map(it => it.code), ['directory.csv-postcode'])
})
