import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readContent } from './content.ts'
import { preview } from './preview.ts'
import {
  beforeStalkingLaw, exhibitFile, exhibitsOf, mostTypical, newestFirst, typicalOf, type BundleEntry, type Exhibit, type Row,
} from './rules.ts'

const entry = (no: number, local: string, more: Partial<BundleEntry> = {}): BundleEntry =>
  ({ no, occurred: { local, certainty: 'minute' }, type: 'call', told: `Nr. ${no}`, count: 1, witnesses: [], exhibits: [], ...more })
const row = (no: number, local: string, typical = false): Row => ({ entry: entry(no, local), typical })
const numbers = (rows: readonly Row[]) => rows.map(it => it.entry.no)
const exhibit = (no: number, name: string): Exhibit => ({ no, name, bytes: 1, sha256: 'a'.repeat(64), type: 'image/jpeg' })

test('the log is read newest first, and what has no day stands last', () => {
  const rows = [row(1, '2026-01-02'), row(2, 'engang i foråret'), row(3, '2026-01-02T08:00'), row(4, '2025-12-31T23:59'), row(5, '2026-01-02T08:00')]
  assert.deepEqual(numbers(newestFirst(rows)), [5, 3, 1, 4, 2])
})

test('at most five typical examples stand on top, the newest of those marked', () => {
  const rows = Array.from({ length: 9 }, (_, index) => row(index, `2026-01-0${index + 1}`, index !== 8))
  assert.deepEqual(numbers(typicalOf(rows)), [7, 6, 5, 4, 3])
  assert.equal(mostTypical, 5)
})

test('acts before 1 January 2022 are marked as background; without a day nothing is said', () => {
  assert.equal(beforeStalkingLaw(entry(1, '2021-12-31T23:59')), true)
  assert.equal(beforeStalkingLaw(entry(1, '2022-01-01')), false)
  assert.equal(beforeStalkingLaw(entry(1, 'for længe siden')), undefined)
})

test('a row is read as the other party would read it: words for codes, counts, exhibits', () => {
  const it = entry(4, '2021-11-03T22:15', {
    count: 43, place: 'Havnen', witnesses: ['Bo', 'Ida'], exhibits: [exhibit(7, 'a.jpg')], actor: 'unheard-of', myResponse: 'none',
  })
  const { all: [read] } = preview([{ entry: it, typical: false }], { type: { call: 'Opkald' }, myResponse: { none: '' } }, 'da')
  assert.deepEqual(read, {
    no: 4, when: 'onsdag 3. november 2021 kl. 22.15', told: 'Nr. 4', exhibits: 'Bilag 7', beforeLaw: true,
    details: [['Hvad', 'Opkald, 43 gange'], ['Hvem', 'unheard-of'], ['Sted', 'Havnen'], ['Vidner', 'Bo, Ida']],
  })
})

test('an uncertain time says that it is, and how', () => {
  const when = (local: string, certainty: BundleEntry['occurred']['certainty']) =>
    preview([{ entry: entry(1, local, { occurred: { local, certainty } }), typical: false }], {}, 'da').all[0]?.when ?? ''
  assert.match(when('2026-10-25T02:30', 'ambiguous'), /kl\. 02\.30 \(timen kom to gange/)
  assert.equal(when('2026-11-03T22:15:07', 'exact'), 'tirsdag 3. november 2026 kl. 22.15.07')
  assert.equal(when('engang i foråret', 'about'), 'engang i foråret')
})

test('an exhibit keeps its number, and its file a name that is harmless on every disk', () => {
  assert.equal(exhibitFile(exhibit(3, 'Foto af dør på Ærø.JPG')), '03-Foto-af-doer-paa-Aeroe.JPG')
  assert.equal(exhibitFile(exhibit(4, '../../etc/passwd')), '04-etc-passwd')
  assert.equal(exhibitFile(exhibit(5, '😀')), '05-fil')
  assert.equal(exhibitFile(exhibit(112, 'x'.repeat(300) + '.jpeg')), `112-${'x'.repeat(60)}.jpeg`)
  const exhibits = [exhibit(2, 'b'), exhibit(1, 'a')]
  const twice = [row(1, '2026-01-01'), row(2, '2026-01-02')].map(it => ({ ...it, entry: { ...it.entry, exhibits } }))
  assert.deepEqual(exhibitsOf(twice).map(it => it.no), [1, 2])
})

test('a sealed content is read whole or not at all', () => {
  const content = JSON.stringify({ ...entry(1, '2026-01-01'), hidden: 'b'.repeat(64) })
  assert.deepEqual(readContent(content), entry(1, '2026-01-01'))
  const changes = [['"count":1', '"count":-1'], ['"told":', '"tale":'], ['"call"', '""'], ['"witnesses":[]', '"witnesses":[1]'], ['}', '']] as const
  for (const [from, to] of changes) {
    assert.equal(readContent(content.replace(from, to)), undefined, from)
  }
  assert.equal(readContent(content.replace('{', '{"new":"field",')), undefined)
  assert.equal(readContent('null'), undefined)
})
