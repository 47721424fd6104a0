// Is this form whole? Every fault is a sentence that somebody who has never seen code can act on. Pure.
import { longest, mostFiles, mostRows, optionsOf, questionsOf, type Form, type Question, type ShowIf, type Bilingual } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export type FaultCode = keyof typeof da.faults
/** `where` is the id of the form, part or question to point at. */
export interface FormFault { readonly where: string; readonly code: FaultCode; readonly says: Bilingual }

/** More than this nobody answers, and a page with thousands would keep everybody else waiting while it is drawn. The largest of ours has a third. */
export const mostQuestions = 400

export function checkForm(form: Form): readonly FormFault[] {
  return [...formFaults(form), ...form.parts.flatMap(partFaults), ...twice(form), ...questionFaults(form)]
}

/** Names a thing the way its maker knows it: by its words. */
const named = (ask: Bilingual, id: string): Bilingual => ({ da: ask.da.trim() || ask.en.trim() || id, en: ask.en.trim() || ask.da.trim() || id })

function fault(where: string, code: FaultCode, q: Bilingual, x: Bilingual | string = ''): FormFault {
  const fill = (text: string, lang: 'da' | 'en') =>
    text.replaceAll(/\{([qx])\}/g, (_, key) => (key === 'q' ? q[lang] : typeof x === 'string' ? x : x[lang]))
  return { where, code, says: { da: fill(da.faults[code], 'da'), en: fill(en.faults[code], 'en') } }
}

function formFaults(form: Form): FormFault[] {
  const name = named(form.title, form.id)
  const found = textFaults(form.id, name, { title: form.title, source: form.source })
  if (!/^[a-z][a-z0-9-]*$/.test(form.id)) found.push(fault(form.id, 'form-id', name, form.id))
  if (!Number.isSafeInteger(form.version) || form.version < 1) found.push(fault(form.id, 'form-version', name))
  if (form.parts.length === 0) found.push(fault(form.id, 'empty', name))
  if (questionsOf(form).length > mostQuestions) found.push(fault(form.id, 'too-many', name, String(mostQuestions)))
  return found
}

function partFaults(part: Form['parts'][number]): FormFault[] {
  const name = named(part.title, part.id)
  const empty = part.questions.length === 0 ? [fault(part.id, 'empty', name)] : []
  return [...textFaults(part.id, name, { title: part.title, ...(part.help && { help: part.help }) }), ...empty]
}

/** Ids are used as field names and in addresses, so no two may be alike, not even in different groups. */
function twice(form: Form): FormFault[] {
  const parts = repeated(form.parts.map(it => it.id)).map(id => fault(id, 'part-twice', { da: id, en: id }, id))
  return [...parts, ...repeated(questionsOf(form).map(it => it.id)).map(id => fault(id, 'question-twice', { da: id, en: id }, id))]
}

const repeated = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]

function textFaults(where: string, name: Bilingual, texts: Readonly<Record<string, Bilingual>>): FormFault[] {
  return Object.entries(texts).flatMap(([what, words]) =>
    (['da', 'en'] as const).filter(lang => words[lang].trim() === '').map(lang => fault(where, `text-${lang}`, name, placeOf(what, words))))
}

/** Where a text stands, in words: an answer to choose is called by what it says in the other language. */
function placeOf(what: string, words: Bilingual): Bilingual {
  const isPlace = (it: string): it is keyof typeof da.places => Object.hasOwn(da.places, it)
  return isPlace(what) ? { da: da.places[what], en: en.places[what] } : named(words, what)
}

interface Seen { readonly question: Question; readonly group: string; readonly reachable: boolean }

/** Walks the form from the top, so that "earlier" is simply what has been seen. */
function questionFaults(form: Form): FormFault[] {
  const all = new Map(questionsOf(form).map(it => [it.id, it]))
  const seen = new Map<string, Seen>()
  const found: FormFault[] = []
  const visit = (question: Question, group: string) => {
    found.push(...ownFaults(question, group !== ''))
    const condition = question.showIf ? conditionFaults(question, question.showIf, group, seen, all) : []
    found.push(...condition)
    seen.set(question.id, { question, group, reachable: condition.length === 0 })
    if (question.kind === 'group') for (const it of question.questions) visit(it, question.id)
  }
  for (const part of form.parts) for (const question of part.questions) visit(question, '')
  return found
}

function ownFaults(question: Question, inGroup: boolean): FormFault[] {
  const name = named(question.ask, question.id)
  const say = (code: FaultCode, x = '') => fault(question.id, code, name, x)
  const found = textFaults(question.id, name, textsOf(question))
  if (!/^[a-z][a-zA-Z0-9]*$/.test(question.id)) found.push(say('question-id', question.id))
  if (inGroup && question.kind === 'group') found.push(say('group-in-group'))
  if (question.kind === 'group' && question.questions.length === 0) found.push(say('empty'))
  if (question.kind === 'explanation' && question.required) found.push(say('explanation-required'))
  if (question.kind === 'one' || question.kind === 'many') found.push(...optionFaults(question.options.map(it => it.id), say))
  if (question.kind === 'scale' && !goodScale(question.from, question.to)) found.push(say('scale'))
  if ('limits' in question && question.limits && !(goodLimits(question.limits, question.kind === 'number') && answerable(question))) found.push(say('limits'))
  if (question.stop && inGroup) found.push(say('stop-place'))
  for (const id of question.stop?.is ?? []) if (!optionsOf(question).some(it => it.id === id)) found.push(say('stop-option', id))
  return found
}

function textsOf(question: Question): Record<string, Bilingual> {
  const { ask, help, stop } = question
  return {
    ask, ...(help && { help }), ...(stop && { stop: stop.says }),
    ...(question.kind === 'group' && { row: question.row }),
    ...(question.kind === 'number' && question.unit && { unit: question.unit }),
    ...(question.kind === 'scale' && { low: question.low, high: question.high }),
    ...(question.kind === 'one' || question.kind === 'many' ? Object.fromEntries(question.options.map(it => [it.id, it.text])) : {}),
  }
}

function optionFaults(ids: readonly string[], say: (code: FaultCode, x?: string) => FormFault): FormFault[] {
  const found = repeated(ids).map(id => say('option-twice', id))
  if (ids.length < 2) found.push(say('few-options'))
  if (ids.some(id => !/^[a-zA-Z0-9][\w-]*$/.test(id))) found.push(say('option-id'))
  return found
}

const goodScale = (from: number, to: number): boolean =>
  Number.isSafeInteger(from) && Number.isSafeInteger(to) && from >= 0 && to > from && to - from <= 10

function goodLimits({ min, max }: { readonly min?: number; readonly max?: number }, mayBeNegative: boolean): boolean {
  const good = (it: number | undefined) => it === undefined || (Number.isFinite(it) && (mayBeNegative || (Number.isSafeInteger(it) && it >= 0)))
  return good(min) && good(max) && (min ?? -Infinity) <= (max ?? Infinity)
}

/** Whether any answer fits: the least is not more than there can be, and what must be answered can be. */
function answerable(question: Question): boolean {
  if (!('limits' in question) || question.kind === 'number') return true
  const { min = 0, max } = question.limits ?? {}
  const most = question.kind === 'many' ? Math.min(max ?? Infinity, question.options.length) : max ?? { short: longest.short, long: longest.long, group: mostRows, file: mostFiles, one: Infinity }[question.kind]
  return min <= most && (most >= 1 || !question.required)
}

function conditionFaults(question: Question, showIf: ShowIf, group: string, seen: ReadonlyMap<string, Seen>, all: ReadonlyMap<string, Question>): FormFault[] {
  const name = named(question.ask, question.id)
  const before = seen.get(showIf.question)
  const later = all.get(showIf.question)
  if (!before) return [later ? fault(question.id, 'condition-later', name, named(later.ask, later.id)) : fault(question.id, 'condition-unknown', name, showIf.question)]
  const asked = named(before.question.ask, showIf.question)
  const options = optionsOf(before.question).map(it => it.id)
  if (before.group !== '' && before.group !== group) return [fault(question.id, 'condition-elsewhere', name, asked)]
  if (options.length === 0) return [fault(question.id, 'condition-typed', name, asked)]
  if (showIf.is.length === 0) return [fault(question.id, 'condition-empty', name)]
  const gone = showIf.is.filter(it => !options.includes(it)).map(it => fault(question.id, 'condition-option', name, it))
  const stops = before.question.stop?.is ?? []
  if (!before.reachable || showIf.is.every(it => stops.includes(it))) gone.push(fault(question.id, 'unreachable', name))
  if (before.question.notForCitizen && !question.notForCitizen) gone.push(fault(question.id, 'hidden-parent', name, asked))
  return gone
}
