// From what a browser sent to answers. Pure; may be sent to a browser.
import { readDay, type Day } from '../kernel/day.ts'
import { type Fault, Refusal } from '../kernel/refusal.ts'
import {
  chosen, fieldsOf, fileOf, filesIn, given, givenAs, isFileField, longest, mostFiles, mostRows, optionsOf, places, reactions, rowPattern, rowsOf,
  type Answers, type FilesIn, type Form, type Limits, type Place, type Question, type Values,
} from './rules.ts'
import type { da } from './text.da.ts'

/** The hidden field in which a page says which version it asked, so that answers are never read with another version's questions. */
export const versionField = 'form-version'
export const versionOf = (form: Form): string => `${form.id}-${form.version}`

/** What can be wrong with an answer; the sentences are in text, under `refusals`. */
export type ErrorCode = keyof typeof da.refusals
const fault = (field: string, code: ErrorCode): Fault => ({ field, code: `forms.${code}` })

/**
 * `answers` holds only what is in play. `typed` is everything that was typed, for showing the page again.
 * `dropped` names the questions that had an answer but are not in play. With any error nothing should be saved as final.
 */
export interface Read {
  readonly answers: Answers
  readonly typed: Values
  readonly errors: readonly Fault[]
  readonly dropped: readonly string[]
}

/**
 * Reads what a form page sent. The caller takes its own fields (session token and the like) out first: an unknown field is an error.
 * Values are kept as typed; nothing is corrected. For a citizen give `forCitizen(form)`.
 */
export function readAnswers(form: Form, raw: Readonly<Record<string, string | readonly string[]>>): Read {
  const { [versionField]: asked, ...sent } = raw
  const { typed, unknown } = sortOut(form, sent)
  const fields = new Set(places(form, typed).flatMap(it => fieldsOf[it.question.kind].map(after => `${it.name}${after}`)))
  const kept: Values = Object.fromEntries(Object.entries(typed).filter(([field]) => fields.has(field)))
  const errors = unknown.map(field => fault(field, 'unknown-field'))
  if (asked !== undefined && asked !== versionOf(form)) errors.unshift(fault(versionField, 'other-version'))
  // Judged by what is kept: a row with nothing but hidden answers is no row.
  errors.push(...places(form, kept).flatMap(place => wrongWith(place, kept)))
  return {
    answers: { form: form.id, version: form.version, values: closeRows(form, kept) },
    typed, errors, dropped: [...new Set(Object.keys(typed).filter(field => !fields.has(field)).map(questionOf))],
  }
}

/** As `readAnswers`, for a page that saves. @throws Refusal `invalid` with every fault, when anything is wrong */
export function takeAnswers(form: Form, raw: Readonly<Record<string, string | readonly string[]>>): Answers {
  const { answers, errors } = readAnswers(form, raw)
  const first = errors[0]
  if (first) throw new Refusal('invalid', first.code, first.field, errors)
  return answers
}

/** The answers with what their files are. `known`: those that may stand in them. @throws Refusal `invalid` at the question, where there is another */
export function withFiles(form: Form, answers: Answers, known: FilesIn): Answers {
  const faults = Object.keys(answers.values).filter(it => isFileField(form, it) && chosen(answers.values, it).some(ref => !Object.hasOwn(known, ref))).map(it => fault(it, 'no-file'))
  const [first] = faults
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
  return withKnown(form, answers, known)
}
/** As `withFiles`, for what may still be wrong. */
export function withKnown(form: Form, answers: Answers, known: FilesIn): Answers {
  const files = Object.fromEntries(filesIn(form, answers.values).flatMap(ref => {
    const it = fileOf(known, ref)
    return it ? [[ref, it]] : []
  }))
  return Object.keys(files).length > 0 ? { ...answers, files } : answers
}

/** The answers as a browser would send them again. */
export const rawOf = (form: Form, answers: Answers): Record<string, string | readonly string[]> =>
  ({ ...answers.values, [versionField]: versionOf(form) })

/** Answers to an earlier version, as far as this one still has a field for them; `left` are those that it has not. */
export function carryOver(form: Form, answers: Answers): { readonly values: Values; readonly left: Values } {
  const { unknown, typed } = sortOut(form, answers.values)
  return { values: typed, left: Object.fromEntries(Object.entries(answers.values).filter(([field]) => unknown.includes(field))) }
}

const questionOf = (field: string): string => field.replace(/-(note|reaction|day|time|about|name|relation|phone)$/, '')

/** Known fields with something in them, rows of groups counted anew from 1; and the names nobody knows. */
function sortOut(form: Form, sent: Readonly<Record<string, string | readonly string[]>>): { typed: Values; unknown: string[] } {
  const { known, lists } = fieldNames(form)
  const unknown: string[] = []
  const typed: [string, string | readonly string[]][] = []
  for (const [field, value] of Object.entries(sent)) {
    const row = rowPattern.exec(field)
    const pattern = row ? `${row[1]}-#-${row[3]}` : field
    if (!known.has(pattern)) unknown.push(field)
    else {
      const texts = (typeof value === 'string' ? [value] : value).map(it => it.replace(/\r\n?/g, '\n')).filter(it => it.trim() !== '')
      const first = texts[0]
      if (first !== undefined) typed.push([field, lists.has(pattern) || texts.length > 1 ? texts : first])
    }
  }
  return { typed: closeRows(form, Object.fromEntries(typed)), unknown }
}

/** Field names the form knows, `#` for the row; and those of them that hold lists. */
function fieldNames(form: Form): { known: Set<string>; lists: Set<string> } {
  const known = new Set<string>()
  const lists = new Set<string>()
  const add = (questions: readonly Question[], before: string) => {
    for (const it of questions) {
      for (const after of fieldsOf[it.kind]) known.add(`${before}${it.id}${after}`)
      if (it.kind === 'many' || it.kind === 'file') lists.add(`${before}${it.id}`)
      if (it.kind === 'group') add(it.questions, `${it.id}-#-`)
    }
  }
  for (const part of form.parts) add(part.questions, '')
  return { known, lists }
}

function closeRows(form: Form, values: Values): Values {
  const groups = form.parts.flatMap(part => part.questions).filter(it => it.kind === 'group')
  const rows = new Map(groups.map(it => [it.id, rowsOf(it.id, values)]))
  return Object.fromEntries(Object.entries(values).map(([field, value]) => {
    const hit = rowPattern.exec(field)
    const row = hit && rows.get(hit[1] ?? '')?.indexOf(Number(hit[2]))
    return [row === undefined || row === null ? field : `${hit?.[1]}-${row + 1}-${hit?.[3]}`, value]
  }))
}

function wrongWith({ question, name }: Place, values: Values): Fault[] {
  const fields = fieldsOf[question.kind].map(after => `${name}${after}`)
  const bad = fields.find(field => chosen(values, field).some(it => !writable(it)))
  if (bad) return [fault(bad, 'bad-character')]
  const double = question.kind !== 'many' && question.kind !== 'file' && fields.find(field => chosen(values, field).length > 1)
  if (double) return [fault(double, 'one-only')]
  const code = faultIn(question, name, values)
  return code ? [typeof code === 'string' ? fault(name, code) : code] : []
}

/** Tab and line feed are the only control characters; a half surrogate is no character at all. */
const writable = (text: string): boolean => text.isWellFormed() && [...text].every(it => it >= ' ' && it !== '\x7f' || it === '\n' || it === '\t')

const optionFault = (question: Question, said: readonly string[]): ErrorCode | undefined =>
  said.every(it => optionsOf(question).some(option => option.id === it)) ? undefined : 'no-such-option'

function faultIn(question: Question, name: string, values: Values): ErrorCode | Fault | undefined {
  const text = (after = '') => String(given(values, `${name}${after}`) ?? '')
  const said = chosen(values, name)
  if (question.required && isEmpty(question, name, values)) return 'missing'
  switch (question.kind) {
    case 'explanation': return undefined
    case 'group': return amount(rowsOf(name, values).length, { max: mostRows, ...question.limits })
    case 'datetime': return momentFault(name, text('-day'), text('-time'), text('-about'))
    case 'advice': return adviceFault(name, said[0], given(values, `${name}-reaction`))
    case 'person': return [text('-name'), text('-relation'), text('-phone')].some(it => it.length > longest.short) ? 'too-long' : undefined
    default:
  }
  if (said.length === 0) return undefined
  switch (question.kind) {
    case 'short': case 'long': return length(text(), { max: longest[question.kind], ...question.limits })
    case 'one': case 'yesno': case 'scale': return optionFault(question, said)
    case 'yes-partly-no-unknown':
      return optionFault(question, said) ?? (text('-note').length > longest.note ? fault(`${name}-note`, 'too-long') : undefined)
    case 'many': return optionFault(question, said) ?? amount(new Set(said).size, question.limits)
    case 'date': return readTypedDay(text()) ? undefined : 'no-day'
    case 'time': return readTypedClock(text()) ? undefined : 'no-time'
    case 'number': return numberFault(text(), question.limits)
    case 'file': return said.every(it => /^[\w-]{1,64}$/.test(it)) ? amount(said.length, { max: mostFiles, ...question.limits }) : 'no-file'
  }
}

/** What was said to it is told by whoever gave it, and says that it was given. What was given may wait for its answer. */
function adviceFault(name: string, how: string | undefined, reaction: Values[string] | undefined): ErrorCode | Fault | undefined {
  if (how !== undefined && !givenAs.some(it => it.id === how)) return 'no-such-option'
  if (reaction === undefined) return undefined
  if (!reactions.some(it => it.id === reaction)) return fault(`${name}-reaction`, 'no-such-option')
  return how === undefined ? 'how-given' : how === 'notRelevant' ? 'not-given' : undefined
}

/** Nothing given that answers the question; a note or a time alone does not. */
function isEmpty(question: Question, name: string, values: Values): boolean {
  if (question.kind === 'explanation') return false
  if (question.kind === 'group') return rowsOf(name, values).length === 0
  const fields = question.kind === 'datetime' ? ['-day', '-about'] : question.kind === 'person' ? ['-name'] : ['']
  return fields.every(after => given(values, `${name}${after}`) === undefined)
}

const length = (text: string, { min = 0, max = Infinity }: Limits): ErrorCode | undefined =>
  text.length > max ? 'too-long' : text.trim().length < min ? 'too-short' : undefined

const amount = (count: number, { min = 0, max = Infinity }: Limits = {}): ErrorCode | undefined =>
  count > max ? 'too-many' : count > 0 && count < min ? 'too-few' : undefined

function numberFault(text: string, { min = -Infinity, max = Infinity }: Limits = {}): ErrorCode | undefined {
  const value = readTypedNumber(text)
  return value === undefined ? 'no-number' : value < min ? 'too-small' : value > max ? 'too-large' : undefined
}

function momentFault(name: string, day: string, time: string, about: string): Fault | undefined {
  if (day && !readTypedDay(day)) return fault(`${name}-day`, 'no-day')
  if (time && !readTypedClock(time)) return fault(`${name}-time`, 'no-time')
  if (time && !day) return fault(`${name}-day`, 'time-alone')
  return about.length > longest.about ? fault(`${name}-about`, 'too-long') : undefined
}

/** `2026-11-03` or, as Danes write, `3.11.2026`, `3-11-2026`, `3/11/2026`. */
export function readTypedDay(text: string): Day | undefined {
  const danish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text.trim())
  return readDay(danish ? `${danish[3]}-${danish[2]?.padStart(2, '0')}-${danish[1]?.padStart(2, '0')}` : text.trim())
}

/** `22:15`, `22.15` or `9.05`; answers `HH:MM`. */
export function readTypedClock(text: string): string | undefined {
  const hit = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec(text.trim())
  return hit ? `${hit[1]?.padStart(2, '0')}:${hit[2]}` : undefined
}

/** `12`, `-3`, `2,5` or `2.5`. No thousands: `1.000` is one. */
export const readTypedNumber = (text: string): number | undefined =>
  /^-?\d{1,12}([.,]\d{1,6})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : undefined
