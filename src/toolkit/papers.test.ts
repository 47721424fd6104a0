// Every tool on paper: a file that lasts and that can be read aloud, in both languages; and in Word.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { forCitizen, questionsOf, type Form } from '../forms/rules.ts'
import { paperFile } from './blank-paper.ts'
import { exampleIncidents } from './example-log.ts'
import { logCells, logColumns } from './log-columns.ts'
import { formOf, toolsNow } from './tools.ts'

const dir = mkdtempSync(join(tmpdir(), 'tools-'))
const without = ['qpdf', 'pdffonts', 'pdfinfo'].find(it => spawnSync(it, ['--version']).error)
const skip = without === undefined ? false : `${without} is not installed`
const run = (command: string, ...args: string[]) => spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e8 })
const now = new Date('2026-11-30T10:00:00Z')

/** What each such file must be, as far as these programs can tell; veraPDF has not judged it. */
function lasting(path: string, bytes: Uint8Array): void {
  assert.equal(run('qpdf', '--check', path).status, 0, path)
  const fonts = run('pdffonts', path).stdout.split('\n').slice(2).filter(Boolean)
  assert.ok(fonts.length > 0 && fonts.every(it => /\byes +yes +yes\b/.test(it)), fonts.join('\n'))
  const meta = run('pdfinfo', '-meta', path).stdout
  assert.match(meta, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</)
  assert.match(run('pdfinfo', path).stdout, /Tagged: +yes/)
  const text = Buffer.from(bytes).toString('latin1')
  for (const part of ['/OutputIntents', '/GTS_PDFA1', '/MarkInfo', '/Lang']) assert.ok(text.includes(part), part)
}

const forms = toolsNow.flatMap((it): Form[] => (it.form ? [it.form] : []))
for (const form of forms)
  test(`${form.id} is printed blank: embedded typefaces, tagged, archivable, with every question in it`, { skip }, async () => {
    for (const lang of form.id === 'incident-log' ? ['da', 'en'] as const : ['da'] as const) {
      const bytes = await paperFile({ tool: form.id, form, paper: 'blanket', type: 'pdf', lang, now })
      assert.ok(bytes)
      const path = join(dir, `${form.id}-${lang}.pdf`)
      writeFileSync(path, bytes)
      lasting(path, bytes)
      const said = run('pdfinfo', '-struct-text', path).stdout.replaceAll(/["\s]+/g, ' ')
      const rows = form.id === 'incident-log' ? form.parts.flatMap(it => it.questions).flatMap(it => (it.kind === 'group' ? [it, ...it.questions] : [])).map(it => it.id) : []
      for (const it of questionsOf(form).filter(one => !rows.includes(one.id))) assert.ok(said.includes(it.ask[lang].replaceAll(/["\s]+/g, ' ')), `${it.id}: ${it.ask[lang]}`)
      assert.match(said, /H1 \(block\)/)
    }
  })

test('the card that an officer carries is one page, in both languages; one that is made longer runs on and loses nothing', { skip }, async () => {
  const card = formOf('police-action-card') as Form
  const [first, ...rest] = card.parts
  assert.ok(first)
  const longer: Form = { ...card, parts: [{ ...first, questions: [...first.questions, ...Array.from({ length: 60 }, (_, at) => ({ id: `more${at}`, kind: 'short' as const, ask: { da: `Mere ${at}`, en: `More ${at}` } }))] }, ...rest] }
  for (const [form, lang, pages] of [[card, 'da', 1], [card, 'en', 1], [longer, 'da', 3]] as const) {
    const bytes = await paperFile({ tool: form.id, form, paper: 'blanket', type: 'pdf', lang, now })
    assert.ok(bytes)
    const path = join(dir, `card-${pages}-${lang}.pdf`)
    writeFileSync(path, bytes)
    lasting(path, bytes)
    assert.match(run('pdfinfo', path).stdout, new RegExp(`Pages: +${pages}\\n[^]*A4`))
    const said = run('pdftotext', path, '-').stdout.replaceAll(/\s+/g, ' ')
    for (const it of questionsOf(form)) assert.ok(said.includes(it.ask[lang]), it.ask[lang])
  }
})

test('what is not for a citizen is not on the paper that everybody can print, and a tool that is all for professionals has none', async () => {
  for (const form of forms) {
    const open = await paperFile({ tool: form.id, form: forCitizen(form), paper: 'blanket', type: 'docx', lang: 'da', now })
    // The same words may be asked elsewhere, where they are for everybody.
    const shown = questionsOf(forCitizen(form)).map(it => it.ask.da)
    const hidden = questionsOf(form).filter(it => it.notForCitizen && it.ask.da.length > 12 && !shown.some(one => one.includes(it.ask.da)))
    if (!open) assert.deepEqual(forCitizen(form).parts, [], form.id)
    else for (const it of hidden) assert.ok(!Buffer.from(open).includes(it.ask.da), `${form.id} ${it.id}`)
  }
  for (const id of ['typology', 'risk-reference']) assert.deepEqual(forCitizen(formOf(id) as Form).parts, [])
})

const log = formOf('incident-log') as Form
test('every question of the log’s rows stands in one of its columns, and the example fills each of them', () => {
  const asked = log.parts.flatMap(it => it.questions).flatMap(it => (it.kind === 'group' ? it.questions : []))
  assert.deepEqual(logColumns.flatMap(it => it.ids).sort(), asked.map(it => it.id).sort())
  const cells = exampleIncidents.map(it => logCells(log, it, 'da'))
  for (const at of logColumns.keys()) assert.ok(cells.some(row => row[at] !== '' && row[at] !== undefined), logColumns[at]?.title.da)
  assert.ok(cells.every(row => row.length === logColumns.length))
})

test('the example has a burst with its count, somebody else, something online, a witness, and what looks ordinary; and it says that it is invented', { skip }, async () => {
  assert.ok(exampleIncidents.some(it => it.count === 43) && exampleIncidents.some(it => it.actor === 'through') && exampleIncidents.some(it => it.channel === 'social') && exampleIncidents.some(it => it.witnesses) && exampleIncidents.some(it => it.type === 'gift'))
  const bytes = await paperFile({ tool: 'incident-log', form: log, paper: 'eksempel', type: 'pdf', lang: 'da', now })
  assert.ok(bytes)
  const path = join(dir, 'example.pdf')
  writeFileSync(path, bytes)
  lasting(path, bytes)
  assert.match(run('pdfinfo', '-struct-text', path).stdout.replaceAll(/["\s]+/g, ' '), /Alt her er opdigtet.*ringede 43 gange/)
  assert.equal(await paperFile({ tool: 'checklist', form: formOf('checklist') as Form, paper: 'eksempel', type: 'pdf', lang: 'da', now }), undefined)
})

/** Whether every element that begins also ends, in order. */
function wellFormed(xml: string): void {
  const open: string[] = []
  for (const [, end, name = '', alone] of xml.matchAll(/<(\/?)([A-Za-z][\w:.-]*)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (end) assert.equal(open.pop(), name)
    else if (!alone) open.push(name)
  }
  assert.deepEqual(open, [])
  assert.doesNotMatch(xml.replaceAll(/<[^<>]*>/g, ''), /[<>]|&(?!amp;|lt;|gt;|quot;)/)
}

test('the log in Word is a whole package: well-formed, in Danish, its rows on a page that lies, its table’s head repeated', { skip: spawnSync('unzip', ['-v']).error ? 'unzip is not installed' : false }, async () => {
  for (const paper of ['blanket', 'eksempel'] as const) {
    const bytes = await paperFile({ tool: 'incident-log', form: log, paper, type: 'docx', lang: 'da', now })
    assert.ok(bytes)
    const path = join(dir, `${paper}.docx`)
    writeFileSync(path, bytes)
    assert.equal(run('unzip', '-t', path).status, 0)
    const part = (name: string) => run('unzip', '-p', path, name).stdout
    for (const name of ['\\[Content_Types\\].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml', 'word/numbering.xml', 'docProps/core.xml']) wellFormed(part(name))
    assert.match(part('word/document.xml'), /w:orient="landscape"/)
    assert.match(part('word/document.xml'), /<w:tblHeader\/>/)
    assert.match(part('word/styles.xml'), /w:val="da-DK"/)
    for (const it of logColumns) assert.ok(part('word/document.xml').includes(it.title.da), it.title.da)
  }
})
