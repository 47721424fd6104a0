// A card to carry: everything of a short form on one page, in two columns. Pure.
import type { Lang } from '../kernel/day.ts'
import type { PaperBlock } from '../platform/paper.ts'
import type { CardRow } from '../platform/paper-card.ts'
import { blankBlocks, headBlocks } from './paper-blocks.ts'
import { optionsOf, questionsOf, type Form, type Question } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const cardKinds: readonly Question['kind'][] = ['short', 'long', 'date', 'time', 'number', 'one', 'many', 'yesno', 'scale', 'file']
/** Whether nothing of the form needs more than a card has: conditions, rows, help to read. */
const isShort = (form: Form): boolean =>
  form.kind === 'action-card' && form.parts.every(it => !it.help) && questionsOf(form).every(it => cardKinds.includes(it.kind) && !it.showIf && !it.stop && !it.help)

/** The blank card on one page; a form that a card has no room for is printed as any other. */
export function* cardBlocks(form: Form, lang: Lang): Generator<PaperBlock> {
  if (!isShort(form)) return yield* blankBlocks(form, lang)
  yield* headBlocks(form, lang)
  yield { kind: 'card', card: { says: (lang === 'da' ? da : en).box, parts: form.parts.map(part => ({ title: part.title[lang], rows: part.questions.flatMap(it => rowsOf(it, lang)) })) } }
}

function rowsOf(question: Question, lang: Lang): readonly CardRow[] {
  const options = optionsOf(question).map(it => it.text[lang])
  const ask = question.kind === 'file' ? `${question.ask[lang]} (${(lang === 'da' ? da : en).attached.toLowerCase()})` : question.ask[lang]
  if (options.length === 0) return [{ kind: 'line', text: ask, lines: question.kind === 'long' ? 2 : 0 }]
  const said = question.kind === 'scale' ? `${ask} (${question.from} = ${question.low[lang]}, ${question.to} = ${question.high[lang]})` : ask
  return [{ kind: 'said', text: said }, { kind: 'boxes', items: options, across: options.length <= 3 && options.every(it => it.length <= 10) }]
}
