// A form as paper: blank, with boxes to tick and lines to write on, or as it was answered, in that version's words. Pure.
import type { Lang } from '../kernel/day.ts'
import type { PaperBlock } from '../platform/paper.ts'
import { hangsOf, sayOptions, type Node } from './hangs.ts'
import { optionsOf, questionsOf, reactions, stopped, type Answers, type FilesIn, type Form, type Group, type Part, type Question } from './rules.ts'
import { sayAnswers, sayFile, type Said } from './say.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const textOf = (lang: Lang) => (lang === 'da' ? da : en)
/** Points under a question that must not be torn from it, and what stands between it and its first box. */
const aLine = 25
const toBoxes = 8

/** The form with nothing in it. For a citizen, and for pages that are open to all, give `forCitizen(form)`. */
export function* blankBlocks(form: Form, lang: Lang): Generator<PaperBlock> {
  yield* headBlocks(form, lang)
  for (const part of form.parts) yield* partBlocks(form, part, lang)
}

export function* headBlocks(form: Form, lang: Lang): Generator<PaperBlock> {
  yield { kind: 'title', text: form.title[lang] }
  yield { kind: 'small', text: `${form.source[lang]}. ${textOf(lang).version(form.version)}.` }
}

/** One part with nothing in it. `few`: where little room is to be had, long texts get two lines. */
export function* partBlocks(form: Form, part: Part, lang: Lang, few = false): Generator<PaperBlock> {
  const [first] = part.questions
  yield { kind: 'heading', text: part.title[lang], room: (first ? roomOf(first) : 0) + (part.help ? 70 : 40) }
  if (part.help) yield { kind: 'text', text: part.help[lang] }
  for (const it of hangsOf(part.questions)) yield* blank(form, it, lang, few)
}

function* blank(form: Form, { question, hangs }: Node, lang: Lang, few: boolean): Generator<PaperBlock> {
  const text = textOf(lang)
  const parent = question.showIf && questionsOf(form).find(it => it.id === question.showIf?.question)
  const when = parent && question.showIf ? text.when(sayOptions(parent, question.showIf.is, lang, text.or)) : undefined
  const ends = question.kind === 'scale' ? `${question.from} = ${question.low[lang]}, ${question.to} = ${question.high[lang]}.` : ''
  if (question.kind === 'explanation') {
    yield { kind: 'ask', text: question.ask[lang], ...(when && { when }), room: aLine }
    if (question.help) yield { kind: 'text', text: question.help[lang] }
    return
  }
  const help = [question.help?.[lang], ends, question.kind === 'many' ? text.tickMany : ''].filter(Boolean).join(' ')
  yield { kind: 'ask', text: question.ask[lang], ...(when && { when }), ...(help && { help }), room: roomOf(question) }
  yield* space(question, lang, few)
  if (question.stop) yield { kind: 'text', text: `${text.stopsAt(sayOptions(question, question.stop.is, lang, text.or))}. ${question.stop.says[lang]}` }
  if (question.kind === 'group') yield* blankRows(form, question, lang)
  const inside = hangs.flatMap(it => it.nodes).flatMap(it => [...blank(form, it, lang, few)])
  if (inside.length > 0) yield { kind: 'inside', blocks: inside }
}

/** Room for a few rows; a short group gets more of them. */
function* blankRows(form: Form, group: Group, lang: Lang): Generator<PaperBlock> {
  const text = textOf(lang)
  const count = Math.min(group.limits?.max ?? 3, group.questions.length <= 4 ? 3 : 2)
  for (let row = 1; row <= count; row++) {
    yield { kind: 'subheading', text: text.row(group.row[lang], row), room: 4 * aLine }
    yield { kind: 'inside', blocks: hangsOf(group.questions).flatMap(it => [...blank(form, it, lang, true)]) }
  }
  if ((group.limits?.max ?? Infinity) > count) yield { kind: 'small', text: text.moreRows }
}

function roomOf(question: Question): number {
  const options = optionsOf(question).length
  if (options > 0) return toBoxes + Math.min(Math.ceil(options / 3), 4) * 19 + (question.kind === 'yes-partly-no-unknown' || question.kind === 'advice' ? 2 * aLine : 0)
  // A group is not parted from its first row and the question there.
  return question.kind === 'explanation' ? 0 : question.kind === 'group' ? 8 * aLine : question.kind === 'long' ? 4 * aLine : 2 * aLine
}

function* space(question: Question, lang: Lang, few: boolean): Generator<PaperBlock> {
  const text = textOf(lang)
  const options = optionsOf(question)
  if (options.length > 0) {
    yield { kind: 'boxes', items: options.map(it => it.text[lang]), says: text.box }
    if (question.kind === 'advice') {
      yield { kind: 'small', text: `${text.saidToIt}:` }
      yield { kind: 'boxes', items: reactions.map(it => it.text[lang]), says: text.box }
    }
    if (question.kind === 'yes-partly-no-unknown') yield { kind: 'fields', items: [{ label: text.note, share: 1 }] }
    return
  }
  switch (question.kind) {
    case 'explanation': case 'group': return
    case 'long': return yield { kind: 'lines', count: few ? 2 : 4 }
    case 'datetime': return yield { kind: 'fields', items: [{ label: text.day, share: 2 }, { label: text.time, share: 1 }, { label: text.aboutWhen, share: 3 }] }
    case 'file': return yield { kind: 'fields', items: [{ label: text.attached, share: 1 }] }
    case 'person': return yield { kind: 'fields', items: [{ label: text.name, share: 3 }, { label: text.relation, share: 2 }, { label: text.phone, share: 2 }] }
    default: return yield { kind: 'lines', count: 1 }
  }
}

/** What stands on top of a filled form: whose it is, who wrote it, and when. */
export type FilledHead = readonly (readonly [name: string, value: string])[]

/**
 * The form as it was answered.
 * @throws Error when the answers belong to another form or version
 */
export function* filledBlocks(form: Form, answers: Answers, lang: Lang, head: FilledHead): Generator<PaperBlock> {
  const text = textOf(lang)
  yield { kind: 'title', text: form.title[lang] }
  if (head.length > 0) yield { kind: 'facts', rows: head }
  const said = sayAnswers(form, answers, lang)
  if (said.length === 0) yield { kind: 'text', text: text.unanswered }
  for (const part of form.parts) {
    const its = said.filter(it => it.part === part.title[lang])
    if (its.length === 0) continue
    yield { kind: 'heading', text: part.title[lang] }
    yield* rowsOf(its, answers.files, lang)
  }
  const stop = stopped(form, answers.values)
  if (stop) yield { kind: 'text', text: `${text.stopped}. ${stop.says[lang]}` }
  yield { kind: 'small', text: `${form.source[lang]}. ${text.version(form.version)}.` }
}

/** Answers of one row of a group stand together under its name. */
function* rowsOf(said: readonly Said[], files: FilesIn | undefined, lang: Lang): Generator<PaperBlock> {
  for (const row of [...new Set(said.map(it => it.row))]) {
    if (row !== undefined) yield { kind: 'subheading', text: row }
    yield { kind: 'facts', name: 0.4, rows: said.filter(it => it.row === row).map(it => [it.question, [...(it.files ? filesOf(it.files, files, lang) : [it.answer]), it.note].filter(Boolean).join('\n')]) }
  }
}

/** With the hash, so that whoever has the paper can tell of a file that it is the one. */
const filesOf = (refs: readonly string[], files: FilesIn | undefined, lang: Lang): readonly string[] => refs.flatMap(ref => {
  const it = files?.[ref]
  return it ? [sayFile(it, lang), `SHA-256: ${it.sha256}`] : [ref]
})
