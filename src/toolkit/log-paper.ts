// The log on paper: blank, with the rows as one table across an A4 that lies, and filled in with an invented example. Pure.
import type { Lang } from '../kernel/day.ts'
import { blankBlocks, headBlocks, partBlocks } from '../forms/paper-blocks.ts'
import { questionsOf, type Form, type Part } from '../forms/rules.ts'
import type { PaperBlock } from '../platform/paper.ts'
import { exampleIncidents, exampleLog } from './example-log.ts'
import { logCells, logColumns } from './log-columns.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const textOf = (lang: Lang) => (lang === 'da' ? da : en).log
/** Rows of one page, and points for each: room for three lines by hand. */
const rowsOnPage = 6
const rowHeight = 58

const columnsIn = (lang: Lang) => logColumns.map(it => ({ title: it.title[lang], share: it.share }))

/** The annex is a sheet of its own, to be torn off: it is never handed in by mistake. */
const isApart = (part: Part): boolean => part.id === 'annex'

/** The form with its rows as tables: what stands before them, then pages of rows that lie, then what follows, and the annex by itself. */
export function* blankLog(form: Form, lang: Lang): Generator<PaperBlock> {
  const at = form.parts.findIndex(part => part.questions.some(it => it.kind === 'group'))
  const rows = form.parts[at]
  if (!rows) return yield* blankBlocks(form, lang)
  yield* headBlocks(form, lang)
  for (const [index, part] of form.parts.slice(0, at).entries()) yield* partBlocks(form, part, lang, index < at - 1)
  for (let page = 0; page < 2; page++) {
    yield { kind: 'newPage', lying: true }
    yield { kind: 'heading', text: page === 0 ? rows.title[lang] : textOf(lang).goesOn(rows.title[lang]) }
    yield { kind: 'grid', columns: columnsIn(lang), rows: rowsOnPage, height: rowHeight }
  }
  yield { kind: 'newPage', lying: false }
  yield { kind: 'text', text: textOf(lang).copyPage }
  const after = rows.questions.filter(it => it.kind !== 'group')
  const rest = form.parts.slice(at + 1)
  for (const part of [...(after.length > 0 ? [{ ...rows, questions: after }] : []), ...rest.filter(it => !isApart(it))]) yield* partBlocks(form, part, lang)
  for (const part of rest.filter(isApart)) {
    yield { kind: 'newPage' }
    yield* partBlocks(form, part, lang)
  }
}

/** What a filled one looks like. Everything in it is invented, and says so on top. */
export function* exampleBlocks(form: Form, lang: Lang): Generator<PaperBlock> {
  const text = textOf(lang)
  const ask = (id: string) => questionsOf(form).find(it => it.id === id)?.ask[lang] ?? id
  yield { kind: 'title', text: `${form.title[lang]}: ${exampleLog.title[lang].toLowerCase()}` }
  yield { kind: 'text', text: exampleLog.invented[lang] }
  yield { kind: 'heading', text: text.people }
  yield { kind: 'facts', rows: [...Object.entries(exampleLog.people).map(([id, said]) => [ask(id), said[lang]] as const), [ask('background'), exampleLog.background[lang]]] }
  yield { kind: 'heading', text: text.incidents }
  yield { kind: 'table', columns: columnsIn(lang), rows: exampleIncidents.map(it => logCells(form, it, lang)) }
  yield { kind: 'heading', text: text.exhibits }
  yield { kind: 'list', items: exampleLog.exhibits.map(it => `${text.exhibit} ${it.no}. ${it.name[lang]}`) }
  yield { kind: 'heading', text: text.shows }
  yield { kind: 'list', items: exampleIncidents.map(it => `${text.row} ${it.no}: ${it.shows[lang]}`) }
}
