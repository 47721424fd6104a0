// What the pages of the editor send, read into one edit. Pure.
import { asKind, type Edit } from '../forms/editing.ts'
import { fieldsOf, optionsOf, questionsOf, type Bilingual, type Form, type Kind, type Limits, type Option, type Question } from '../forms/rules.ts'
import { type Fault, Refusal } from '../kernel/refusal.ts'
import { anchors, type AnchorFault, takesFilesIn } from './anchors.ts'
import { da } from './editor.da.ts'
import { en } from './editor.en.ts'
import { formOf, onlyForProfessionals } from './tools.ts'

/** What a page sent, by field: every text that came under its name. */
export type Fields = Readonly<Record<string, readonly string[]>>
const one = (fields: Fields, field: string): string => (fields[field]?.[0] ?? '').replaceAll(/\r\n?/g, '\n').trim()
/** Both languages of one text; the English may wait. */
const both = (fields: Fields, field: string): Bilingual => ({ da: one(fields, `${field}-da`), en: one(fields, `${field}-en`) })
const given = (it: Bilingual): boolean => it.da !== '' || it.en !== ''
const ticked = (fields: Fields, field: string): boolean => one(fields, field) === 'yes'

export const kinds = Object.keys(fieldsOf) as readonly Kind[]
export const kindOf = (text: string): Kind | undefined => kinds.find(it => it === text)

function refuse(faults: readonly Fault[]): void {
  const first = faults[0]
  if (first) throw new Refusal('invalid', first.code, first.field, faults)
}
const needsWords = (fields: Fields, field: string): readonly Fault[] => (one(fields, `${field}-da`) === '' ? [{ field: `${field}-da`, code: 'toolkit.needs-words' }] : [])

/** @throws Refusal invalid without words or kind */
export function readNew(form: Form, fields: Fields): Edit {
  const kind = kindOf(one(fields, 'kind'))
  const tool = one(fields, 'tool')
  const into = one(fields, 'i')
  refuse([...needsWords(fields, 'ask'), ...(kind ? [] : [{ field: 'kind', code: 'toolkit.needs-kind' } as const])])
  const home = form.parts.some(it => it.id === into) || questionsOf(form).some(it => it.id === into && it.kind === 'group')
  if (!home || !kind) throw new Refusal('conflict', 'toolkit.gone-meanwhile')
  refuseFile(tool, kind)
  return { do: 'add', into, ask: both(fields, 'ask'), kind, ...(isInner(tool) && { notForCitizen: true }) }
}
/** Where nothing of a tool is for a citizen, nothing becomes so. */
const isInner = (tool: string): boolean => onlyForProfessionals(formOf(tool))
function refuseFile(tool: string, kind: Kind): void {
  if (kind === 'file' && !takesFilesIn(tool)) throw new Refusal('invalid', 'toolkit.no-files', 'kind')
}

/** One question with everything that stands on its page. */
export function questionEdit(form: Form, fields: Fields): Edit {
  const was = questionsOf(form).find(it => it.id === one(fields, 'question'))
  if (!was) throw new Refusal('conflict', 'toolkit.gone-meanwhile')
  const kind = kindOf(one(fields, 'kind')) ?? was.kind
  const hides = was.notForCitizen === true && !ticked(fields, 'notForCitizen') && isInner(one(fields, 'tool'))
  refuse([...needsWords(fields, 'ask'), ...numberFaults(fields), ...(hides ? [{ field: 'notForCitizen', code: 'toolkit.only-professionals' } as const] : [])])
  refuseFile(one(fields, 'tool'), kind)
  const { help: _, required: __, notForCitizen: ___, ...rest } = asKind(was, kind)
  const help = both(fields, 'help')
  const words = {
    ...rest, ask: both(fields, 'ask'), ...(given(help) && { help }), ...(ticked(fields, 'required') && kind !== 'explanation' && { required: true }), ...(ticked(fields, 'notForCitizen') && { notForCitizen: true }),
  } as Question
  // Another kind has other fields: they are asked for on the next page.
  return { do: 'change', question: was.id, to: kind === was.kind ? withDetails(words, fields) : words, kindChanged: kind !== was.kind }
}

const numberFaults = (fields: Fields): readonly Fault[] => (['min', 'max', 'from', 'to'] as const).flatMap(field =>
  (one(fields, field) === '' || /^-?\d{1,9}$/.test(one(fields, field)) ? [] : [{ field, code: 'toolkit.needs-number' as const }]))
const number = (fields: Fields, field: string): number | undefined => (one(fields, field) === '' ? undefined : Number(one(fields, field)))

function withDetails(question: Question, fields: Fields): Question {
  const limits = limitsIn(fields)
  switch (question.kind) {
    case 'one': case 'many': return bounded({ ...question, options: optionsIn(question.options, fields) }, question.kind === 'many' ? limits : undefined)
    case 'scale': return { ...question, from: number(fields, 'from') ?? 1, to: number(fields, 'to') ?? 5, low: both(fields, 'low'), high: both(fields, 'high') }
    case 'group': return bounded({ ...question, row: both(fields, 'row') }, limits)
    case 'number': {
      const { unit: _, ...rest } = question
      const unit = both(fields, 'unit')
      return bounded({ ...rest, ...(given(unit) && { unit }) }, limits)
    }
    case 'short': case 'long': case 'file': return bounded(question, limits)
    default: return question
  }
}
function bounded<T extends Question & { readonly limits?: Limits }>(question: T, limits: Limits | undefined): Question {
  const { limits: _, ...rest } = question
  return { ...rest, ...(limits && { limits }) } as unknown as Question
}
function limitsIn(fields: Fields): Limits | undefined {
  const [min, max] = [number(fields, 'min'), number(fields, 'max')]
  return min === undefined && max === undefined ? undefined : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

/** How many empty lines for new answers a page has. */
export const newOptions = 3
/** Those there are, reworded; those whose Danish words were cleared are gone; new ones last. */
function optionsIn(was: readonly Option[], fields: Fields): readonly Option[] {
  const kept = was.map(it => ({ id: it.id, text: both(fields, `option-${it.id}`) })).filter(it => given(it.text))
  const found = [...kept]
  for (let at = 1; at <= newOptions; at++) {
    const text = both(fields, `new-${at}`)
    if (given(text)) found.push({ id: freeId(found.map(it => it.id)), text })
  }
  return found
}
function freeId(taken: readonly string[]): string {
  let at = taken.length + 1
  while (taken.includes(`a${at}`)) at++
  return `a${at}`
}

/** Shown always, or only after these answers to an earlier question. */
export function readShowIf(form: Form, fields: Fields): Edit {
  const was = questionsOf(form).find(it => it.id === one(fields, 'question'))
  if (!was) throw new Refusal('conflict', 'toolkit.gone-meanwhile')
  const { showIf: _, ...always } = was
  const parent = questionsOf(form).find(it => it.id === one(fields, 'after'))
  if (!parent) return { do: 'change', question: was.id, to: always as Question }
  const is = optionsOf(parent).map(it => it.id).filter(it => fields['is']?.includes(it))
  if (is.length === 0) throw new Refusal('invalid', 'toolkit.needs-answers', 'is')
  return { do: 'change', question: was.id, to: { ...was, showIf: { question: parent.id, is } } }
}

/** Which answers end the form, and what stands there then; none of them: it goes on whatever is answered. @throws Refusal invalid without words */
export function readStop(form: Form, fields: Fields): Edit {
  const was = questionsOf(form).find(it => it.id === one(fields, 'question'))
  if (!was) throw new Refusal('conflict', 'toolkit.gone-meanwhile')
  const is = optionsOf(was).map(it => it.id).filter(it => fields['is']?.includes(it))
  const { stop: _, ...goesOn } = was
  if (is.length === 0) return { do: 'change', question: was.id, to: goesOn as Question }
  refuse(needsWords(fields, 'says'))
  return { do: 'change', question: was.id, to: { ...was, stop: { is, says: both(fields, 'says') } } }
}

/** The name and source of the form, of a part, or of a new part. */
export function partEdit(_form: Form, fields: Fields): Edit {
  refuse(needsWords(fields, 'title'))
  const title = both(fields, 'title')
  if ('source-da' in fields) return { do: 'rename', title, source: both(fields, 'source') }
  if (!one(fields, 'part')) return { do: 'add-part', title }
  const help = both(fields, 'help')
  return { do: 'change-part', part: one(fields, 'part'), title, ...(given(help) && { help }) }
}

/** What the system reads cannot be removed; the rest can. */
export function readRemoval(form: Form, fields: Fields): Edit {
  const tool = one(fields, 'tool')
  const part = form.parts.find(it => it.id === one(fields, 'part'))
  const gone = part ? questionsOf({ ...form, parts: [part] }).map(it => it.id) : idsUnder(form, one(fields, 'question'))
  if (gone.some(id => Object.hasOwn(anchors[tool] ?? {}, id))) throw new Refusal('invalid', 'toolkit.is-anchor')
  return part ? { do: 'remove-part', part: part.id } : { do: 'remove', question: one(fields, 'question') }
}
function idsUnder(form: Form, id: string): readonly string[] {
  const found = questionsOf(form).find(it => it.id === id)
  return found?.kind === 'group' ? [id, ...found.questions.map(it => it.id)] : [id]
}

/** Said with the words that the shipped form has for it, or this one where it is the municipality's own. */
export function anchorWords(fault: AnchorFault, shipped: Form | undefined, form?: Form): Bilingual {
  const named = (id: string | undefined) => [shipped, form].flatMap(it => (it ? questionsOf(it) : [])).find(it => it.id === id)
  const question = named(fault.question)
  const option = (question && optionsOf(question).find(it => it.id === fault.option)?.text) ?? named(fault.option)?.ask
  const said = (lang: 'da' | 'en') => (lang === 'da' ? da : en).anchors[fault.code](question?.ask[lang] ?? fault.question, option?.[lang] ?? fault.option ?? '')
  return { da: said('da'), en: said('en') }
}
