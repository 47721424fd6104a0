// The folder of a municipality: whole, or refused with every fault and its place.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { mergeDirectory } from '../../directory/merge.ts'
import { holdersIn } from '../../directory/sheet-folder.ts'
import type { Day } from '../../kernel/day.ts'
import { sheetOf } from '../../platform/colours.ts'
import { packageFolder } from '../../platform/places.ts'
import { type Mutation, mutantsOf, mutations } from '../../proofs/walls/mutants.ts'
import { formOf } from '../../toolkit/tools.ts'
import { readMunicipality, vacant } from './municipality.ts'
import { noWording, wear } from './wording.ts'

const config = (name: string) => join(packageFolder, 'config', name)
const today = '2026-11-30' as Day
const folder = mkdtempSync(join(tmpdir(), 'lods-folder-'))
after(() => rmSync(folder, { recursive: true }))

/** Havneby with these files changed, and what is said of it. */
function said(files: Readonly<Record<string, string>>): readonly string[] {
  const place = join(folder, 'town')
  rmSync(place, { recursive: true, force: true })
  cpSync(config('havneby'), place, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place, name, '..'), { recursive: true })
    writeFileSync(join(place, name), text)
  }
  try {
    readMunicipality(place)
    return []
  } catch (error) {
    assert.equal((error as { exit?: number }).exit, 2, `${error}`)
    return (error as Error).message.split('\n').slice(1)
  }
}
const directory = readFileSync(join(config('havneby'), 'directory.json'), 'utf8')
const changed = (from: string, to: string) => {
  assert.ok(directory.includes(from), from)
  return { 'directory.json': directory.replace(from, to) }
}

test('the two that we ship are whole: all roles held in the one, all vacant in the other', () => {
  assert.deepEqual(vacant(readMunicipality(config('havneby')), today), [])
  assert.equal(vacant(readMunicipality(config('skabelon')), today).length, 7)
})

const form = readFileSync(join(config('havneby'), 'toolkit/afdelinger.json'), 'utf8')
const formWith = (from: string, to: string) => {
  assert.ok(form.includes(from), from)
  return { 'toolkit/afdelinger.json': form.replace(from, to) }
}
/** A form that the system reads answers of, without one that it reads. */
const consentless = JSON.stringify({ ...formOf('closing'), parts: formOf('closing')?.parts.slice(0, 1) }, null, 1)

const faults: Readonly<Record<string, readonly [Readonly<Record<string, string>>, RegExp]>> = {
  'a key gone': [changed('"name": "Havneby Kommune", ', ''), /^directory\.json, linje 5, organisations\[1\]\.name: mangler\. Skriv den\.$/],
  'a wrong kind': [changed('"phone": "00 10 11 05"', '"phone": 105'), /^directory\.json, linje 28, persons\[5\]\.phone: skal være tekst/],
  'a role that is not there': [changed('"role": "hr"', '"role": "hrr"'), /^directory\.json, linje \d+, holdings\[15\]\.role: skal være et af disse: .*visitator/],
  'a person that is not there': [changed('"person": "vibeke.eksempel"', '"person": "vibeke"'), /^directory\.json, linje \d+, holdings\[6\]\.person: ingen på listen persons har brugernavnet vibeke/],
  'a unit that is not there': [changed('"unit": 8, "signIn": "helle', '"unit": 80, "signIn": "helle'), /persons\[16\]\.unit: der er ingen enhed med nummer 80/],
  'a unit of somebody else': [changed('"unit": 8, "signIn": "helle', '"unit": 7, "signIn": "helle'), /enhed 7 hører til en anden organisation/],
  'a day that is none': [changed('"from": "2026-07-01"', '"from": "2026-02-30"'), /holdings\[6\]\.from: er ikke en dag i kalenderen/],
  'an end before the beginning': [changed('"to": "2026-06-30"', '"to": "2025-06-30"'), /holdings\[5\]\.to: den sidste dag ligger før den første/],
  'a role held twice in the same time': [changed('"person": "ruth.opdigt", "from": "2026-01-01", "to": "2026-06-30"', '"person": "vibeke.eksempel", "from": "2026-01-01"'), /holdings\[6\]: vibeke\.eksempel har allerede rollen .* holdings\[5\]/],
  'an officer as visitator': [changed('"role": "visitator", "person": "vibeke.eksempel"', '"role": "visitator", "person": "peter.opdigt"'), /holdings\[6\]\.role: rollen visitator kan kun gives/],
  'two with one sign-in name': [changed('"signIn": "amina.opdigt"', '"signIn": "Jonas.Eksempel"'), /persons\[2\]\.signIn: brugernavnet Jonas\.Eksempel har en anden/],
  'no police': [changed('"kind": "police"', '"kind": "other"'), /organisations: der skal være en organisation af slagsen police/],
  'a key twice': [changed('"openFirstContact": true,', '"openFirstContact": true, "openFirstContact": false,'), /^directory\.json, linje 2, openFirstContact: står to gange/],
  'a key that nobody knows': [changed('"openFirstContact": true', '"openFristContact": true'), /^directory\.json, linje 1: kender ikke openFristContact/],
  'a comma too much': [changed('"openFirstContact": true,', '"openFirstContact": true,,'), /^directory\.json, linje 2, tegn 28: her holder filen op med at være JSON/],
  'no directory': [{ 'directory.json': '' }, /^directory\.json, linje 1, tegn 1: /],
  'hours that end before they begin': [{ 'hours.json': '{ "weekdays": [1], "from": "15:00", "to": "08:30" }' }, /^hours\.json, linje 1, to: lukketid/],
  'a deadline that is no number': [{ 'deadlines.json': '{\n "reviewDays": "28" }' }, /^deadlines\.json, linje 2, reviewDays: skal være et/],
  'a number of the filing plan that is none': [{ 'kle.json': '{ "case": { "kle": "27.12", "facet": "G01", "retention": "" } }' }, /^kle\.json, linje 1, case\.kle: er ikke et KLE-nummer/],
  'a kind of record that is none': [{ 'kle.json': '{ "sag": { "kle": "27.12.04", "facet": "G01", "retention": "" } }' }, /^kle\.json, linje 1: kender ikke sag/],
  'a colour that cannot be read': [{ 'colours.json': '{ "accent": "#8ab6b9" }' }, /^colours\.json, linje 1, accent: accentfarven \(#8ab6b9\) på hvid \(#ffffff\) har kontrasten 2,2 til 1/],
  'an entrance without a way': [{ 'entrances.csv': 'kommune;politikreds;indgang;telefon\nSkovby;Midt;Indgang;\n' }, /^entrances\.csv, linje 2: Der er hverken telefon eller link/],
  '112 changed': [{ 'referral-list.json': '[{ "id": "emergency", "phone": "113", "verifiedOn": "2026", "source": { "da": "x", "en": "y" } }]' }, /^referral-list\.json, linje 1, \[1\]\.id: 112 og 114 er altid på listen/],
  'a number that nobody verified': [{ 'referral-list.json': '[{ "id": "danner", "phone": "33 33 00 48" }]' }, /^referral-list\.json, linje 1, \[1\]\.phone: et nummer skal have verifiedOn og source/],
  'a file with a name that is not read': [{ 'deadline.json': '{}' }, /^deadline\.json: den fil hører ikke til i mappen/],
  'a form of no tool': [formWith('"departments-local"', '"afdeling"'), /^toolkit\/afdelinger\.json, linje 2, id: der er intet skema, der hedder afdeling\. Ret navnet/],
  'words that break the line': [{ 'toolkit/afdelinger.json': form.replace('Kontakt dér', 'Kontakt\\ndér').replace('Contact there', '') }, /parts\[1\]\S+: "Kontakt dér" mangler engelsk tekst/],
  'a form without English': [formWith('"Departments of Havneby Municipality"', '""'), /^toolkit\/afdelinger\.json, linje 1: "Afdelinger i Havneby Kommune" mangler engelsk tekst/],
  'a question with a fault': [formWith('"Contact there"', '" "'), /^toolkit\/afdelinger\.json, linje \d\d, parts\[1\]\.questions\[1\]\.questions\[2\]: "Kontakt dér" mangler engelsk tekst/],
  'a kind of question that is none': [formWith('"kind": "person"', '"kind": "people"'), /^toolkit\/afdelinger\.json, linje \d\d, parts\[1\]\.questions\[1\]\.questions\[2\]\.kind: /],
  'something that a form does not have': [formWith('"max": 12', '"most": 12'), /limits: kender ikke most/],
  'a form that lacks what the system reads': [{ 'toolkit/afslut.json': consentless }, /^toolkit\/afslut\.json, linje 1: Spørgsmålet ".+" bruges af systemet/],
  'a tool twice': [{ 'toolkit/igen.json': form }, /^toolkit\/igen\.json, linje 2, id: redskabet har allerede en fil, toolkit\/afdelinger\.json/],
  'a file among the forms that is none': [{ 'toolkit/noter.txt': 'x' }, /^toolkit\/noter\.txt: her ligger kun filer, der ender på \.json/],
  'a guide in one language': [{ 'guides/eget.da.md': '---\ntitle: Eget\n---\n\n## Et\n' }, /^guides\/eget\.da\.md: teksten er der kun på det ene sprog\. Læg den også som eget\.en\.md\.$/],
}
for (const [name, [files, says]] of Object.entries(faults)) test(`it is said with its place: ${name}`, () => assert.ok(said(files).some(it => says.test(it)), said(files).join('\n')))

test('all faults of all files are said at once', () => {
  const all = said({ ...changed('"phone": "00 10 11 05"', '"phone": 105'), 'hours.json': '{}', 'colours.json': '{ "accent": "blue" }', 'kle.json': '[]' })
  for (const file of ['directory.json', 'hours.json', 'colours.json', 'kle.json']) assert.ok(all.some(it => it.startsWith(file)), file)
})

test('what a municipality knows better of our referral list comes in, and what it adds stands with it', () => {
  const own = '[{ "id": "danner", "phone": "33 33 00 47", "source": { "da": "Ringet op", "en": "Called" }, "verifiedOn": "2026-11-01" }, { "id": "mandecentret", "hidden": true }]'
  assert.deepEqual(said({ 'referral-list.json': own }), [])
  const { referrals } = readMunicipality(join(folder, 'town'))
  const danner = referrals.find(it => it.id === 'danner')
  assert.deepEqual([danner?.verifiedOn, danner?.source.da, danner?.web], ['2026-11-01', 'Ringet op', 'danner.dk'])
  assert.ok(!referrals.some(it => it.id === 'mandecentret') && referrals.some(it => it.id === 'emergency'))
  assert.equal(readMunicipality(config('havneby')).referrals[0]?.id, 'krisecenter-havneby')
})

/** Whole, then also of use: into an empty house, on the sheet, worn. Else every line says where. */
function starts(path: string): boolean {
  try {
    const it = readMunicipality(path)
    mergeDirectory(undefined, it.directory, { organisations: [], units: [], persons: [], signIns: [], holdings: [] }, today)
    holdersIn(it.directory, today)
    if (it.colours) sheetOf(it.colours)
    wear(it.wording)
    return true
  } catch (error) {
    assert.equal((error as { exit?: number }).exit, 2, (error as Error).stack)
    const [head, ...lines] = (error as Error).message.split('\n')
    assert.match(head ?? '', /^Kommunens mappe /)
    assert.ok(lines.length > 0)
    for (const line of lines) assert.match(line, /^[\w/-]+\.(json|csv)(, linje \d+(, (tegn \d+|.+))?)?: .*[.!?]/u)
    assert.doesNotMatch(lines.join('\n'), /undefined|\[object|NaN| at .*:\d+:\d+/)
    return false
  } finally {
    wear(noWording)
  }
}

test('any one thing changed in a good folder: it still starts, or it is refused with a place; never a stack', { timeout: 240_000 }, () => {
  const place = join(folder, 'good')
  cpSync(config('havneby'), place, { recursive: true })
  cpSync(join(config('skabelon'), 'kle.json'), join(place, 'kle.json'))
  mkdirSync(join(place, 'wording'))
  for (const lang of ['da', 'en']) writeFileSync(join(place, `wording/${lang}.json`), JSON.stringify({ 'roles.visitator': 'Indgang', 'directory.sheet.drawnOn': 'Arket {1}', 'ui.brand': 'Tryg' }))
  const mutants = mutantsOf(place)
  after(mutants.end)
  const ends = { starts: 0, refused: 0 }
  fc.assert(fc.property(mutations, (it: Mutation) => {
    mutants.make(it)
    ends[starts(mutants.folder) ? 'starts' : 'refused']++
  }), { numRuns: 1_000 })
  assert.ok(ends.starts > 100 && ends.refused > 300, JSON.stringify(ends))
})
