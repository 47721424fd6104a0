// A form is data. Here stands what a form is made of, and which of its questions are in play. Pure; may be sent to a browser.

/** Every text a person reads, in both languages. */
export interface Bilingual { readonly da: string; readonly en: string }
export interface Option { readonly id: string; readonly text: Bilingual }

/** In play only while the earlier question is answered with one of these. That question may hang on another one in turn, to any depth. */
export interface ShowIf { readonly question: string; readonly is: readonly string[] }

/** An answer that ends the form: all that follows goes out of play, and `says` stands in its place. */
export interface Stop { readonly is: readonly string[]; readonly says: Bilingual }

/** Characters of a text, number of ticks, rows or files, or the number itself. Both ends count. */
export interface Limits { readonly min?: number; readonly max?: number }

/** What every question has, whatever its kind. `id` is a camelCase word, unique in the whole form. */
interface Asked {
  readonly id: string
  readonly ask: Bilingual
  readonly help?: Bilingual
  readonly required?: boolean
  readonly showIf?: ShowIf
  readonly stop?: Stop
  /** Never shown to a citizen, neither as question nor as answer. */
  readonly notForCitizen?: boolean
}
interface Typed extends Asked { readonly kind: 'short' | 'long'; readonly limits?: Limits }
interface Choice extends Asked { readonly kind: 'one' | 'many'; readonly options: readonly Option[]; readonly limits?: Limits }
/** `advice`: something that is told somebody, its words in `ask` and `help`; answered with how it was given, and what was said to it. */
interface Plain extends Asked { readonly kind: 'yesno' | 'yes-partly-no-unknown' | 'advice' | 'date' | 'time' | 'datetime' | 'person' | 'explanation' }
interface Counted extends Asked { readonly kind: 'number'; readonly limits?: Limits; readonly unit?: Bilingual }
/** Whole numbers from `from` to `to`, with a word at each end. */
interface Scale extends Asked {
  readonly kind: 'scale'
  readonly from: number
  readonly to: number
  readonly low: Bilingual
  readonly high: Bilingual
}
/** The same questions again for each child, witness, account ... A group holds no group. `row` names one of them: "Barn". */
export interface Group extends Asked {
  readonly kind: 'group'
  readonly row: Bilingual
  readonly questions: readonly Question[]
  readonly limits?: Limits
}
interface Files extends Asked { readonly kind: 'file'; readonly limits?: Limits }

export type Question = Typed | Choice | Plain | Counted | Scale | Group | Files
export type Kind = Question['kind']

export interface Part { readonly id: string; readonly title: Bilingual; readonly help?: Bilingual; readonly questions: readonly Question[] }

/** Frozen: a change is a new version. `from` names the version a local variant came from. `kind` is the shelf it stands on. */
export interface Form {
  readonly id: string
  readonly version: number
  readonly title: Bilingual
  readonly source: Bilingual
  readonly kind: string
  readonly from?: { readonly id: string; readonly version: number }
  readonly parts: readonly Part[]
}

/**
 * What was typed, as it was typed, by field name (blank fields are left out; line ends are `\n`).
 * Most kinds have one field named after the question; others have several: `when-day`, `when-time`, `when-about`; a group's rows are
 * counted from 1: `children-1-childName`. `many` and `file` hold a list (file: references given by the caller).
 */
export type Values = Readonly<Record<string, string | readonly string[]>>

/** What is told of a file that answers a question. `type` by its bytes, `bytes` and `sha256` (lower-case hex) of the plain content. */
export interface FileFacts { readonly name: string; readonly type: string; readonly bytes: number; readonly sha256: string }
/** By the reference that stands in the values. */
export type FilesIn = Readonly<Record<string, FileFacts>>
/** Undefined where there is no such file, whatever was typed as its reference. */
export const fileOf = <F>(files: Readonly<Record<string, F>> | undefined, ref: string): F | undefined => (files && Object.hasOwn(files, ref) ? files[ref] : undefined)

/** Answers belong to one version of one form for ever. `files` tells what each of their references was, also where the file itself cannot be read. */
export interface Answers { readonly form: string; readonly version: number; readonly values: Values; readonly files?: FilesIn }

/** The fields each kind is typed in: what comes after the question's own name. */
export const fieldsOf: Readonly<Record<Kind, readonly string[]>> = {
  short: [''], long: [''], one: [''], many: [''], yesno: [''], 'yes-partly-no-unknown': ['', '-note'], advice: ['', '-reaction'],
  date: [''], time: [''], datetime: ['-day', '-time', '-about'], number: [''], scale: [''],
  person: ['-name', '-relation', '-phone'], group: [], file: [''], explanation: [],
}

export const yesNo: readonly Option[] = [{ id: 'yes', text: { da: 'Ja', en: 'Yes' } }, { id: 'no', text: { da: 'Nej', en: 'No' } }]
export const degrees: readonly Option[] = [
  { id: 'yes', text: { da: 'Ja', en: 'Yes' } }, { id: 'partly', text: { da: 'Delvist', en: 'Partly' } },
  { id: 'no', text: { da: 'Nej', en: 'No' } }, { id: 'unknown', text: { da: 'Ved ikke', en: 'Don’t know' } },
]

/** How advice was given. Where it is written, something is left behind that somebody else may find. */
export const givenAs: readonly Option[] = [
  { id: 'oral', text: { da: 'Mundtligt', en: 'Orally' } }, { id: 'written', text: { da: 'På skrift', en: 'In writing' } },
  { id: 'notRelevant', text: { da: 'Passer ikke her', en: 'Does not fit here' } },
]
export const reactions: readonly Option[] = [
  { id: 'accepted', text: { da: 'Vil gøre det', en: 'Will do it' } }, { id: 'wantsHelp', text: { da: 'Vil have hjælp til det', en: 'Wants help with it' } },
  { id: 'declined', text: { da: 'Vil ikke nu', en: 'Does not want to now' } },
]

/** What can be ticked; nothing for questions that are typed. */
export function optionsOf(question: Question): readonly Option[] {
  switch (question.kind) {
    case 'one': case 'many': return question.options
    case 'yesno': return yesNo
    case 'yes-partly-no-unknown': return degrees
    case 'advice': return givenAs
    case 'scale': {
      const steps = Math.max(0, Math.min(question.to - question.from + 1, 100))
      return Array.from({ length: steps }, (_, at) => String(question.from + at)).map(id => ({ id, text: { da: id, en: id } }))
    }
    default: return []
  }
}

/** The value of one field, or nothing. */
export const given = (values: Values, field: string): string | readonly string[] | undefined =>
  Object.hasOwn(values, field) ? values[field] : undefined

/** The value of one field as a list: empty when not answered. */
export function chosen(values: Values, field: string): readonly string[] {
  const value = given(values, field)
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

/** The numbers of a group's rows that hold something, in order. */
export function rowsOf(group: string, values: Values): readonly number[] {
  const rows = Object.keys(values).map(field => rowPattern.exec(field)).filter(hit => hit?.[1] === group)
  return [...new Set(rows.map(hit => Number(hit?.[2])))].sort((a, b) => a - b)
}
/**
 * Fields that pages have beside a form's own: parts of their address, what they were drawn from, and what is asked next to the form.
 * An answer to a question of such a name would be taken for the page's own and lost, so that no question is made with one.
 */
export const pageFields: readonly string[] = [
  'case', 'word', 'paper', 'track', 'record', 'citizen', 'consent', 'sag', 'to', 'role', 'giver', 'seq', 'rev', 'seen', 'once',
  'finding', 'reason', 'reachChannel', 'reachFollowed', 'reachWhy', 'first', 'firstOn', 'firstWhy', 'keptOut', 'exposedName', 'otherName', 'checkGround',
  'receiver', 'leaves', 'lastDay', 'purpose', 'how', 'day', 'where', 'scan', 'acute',
]
/** `group-row-rest` */
export const rowPattern = /^([a-zA-Z][a-zA-Z0-9]*)-([1-9]\d{0,2})-(.+)$/

/** A question where it stands: `name` is its field name, which inside a group has the row in it. */
export interface Place { readonly part: Part; readonly question: Question; readonly name: string }

/** Every question in play with these values, rows of groups laid out, in the order of the form. */
export function places(form: Form, values: Values): readonly Place[] {
  const open = new Map<string, string>()
  const found: Place[] = []
  for (const part of form.parts)
    for (const question of part.questions) {
      if (!isOpen(question, open, values)) continue
      open.set(question.id, question.id)
      found.push({ part, question, name: question.id })
      if (question.kind === 'group')
        for (const row of rowsOf(question.id, values)) found.push(...rowPlaces(part, question, row, open, values))
      if (stopOf(question, values)) return found
    }
  return found
}

function rowPlaces(part: Part, group: Group, row: number, outside: ReadonlyMap<string, string>, values: Values): Place[] {
  const open = new Map(outside)
  const found: Place[] = []
  for (const question of group.questions) {
    if (!isOpen(question, open, values)) continue
    const name = `${group.id}-${row}-${question.id}`
    open.set(question.id, name)
    found.push({ part, question, name })
  }
  return found
}

function isOpen({ showIf }: Question, open: ReadonlyMap<string, string>, values: Values): boolean {
  if (!showIf) return true
  const name = open.get(showIf.question)
  return name !== undefined && chosen(values, name).some(it => showIf.is.includes(it))
}

/** The stop this question's answer has run into, if it has. */
export const stopOf = (question: Question, values: Values): Stop | undefined =>
  question.stop && chosen(values, question.id).some(it => question.stop?.is.includes(it)) ? question.stop : undefined

/** The stop that has ended the form, if one has. */
export function stopped(form: Form, values: Values): Stop | undefined {
  const last = places(form, values).at(-1)
  return last && stopOf(last.question, values)
}

/** Field names of the questions in play. What is not in this list is neither asked nor kept. */
export const inPlay = (form: Form, values: Values): readonly string[] => places(form, values).map(it => it.name)

/** The form as a citizen may see it. */
export function forCitizen(form: Form): Form {
  const open = (questions: readonly Question[]): readonly Question[] => questions
    .filter(it => !it.notForCitizen)
    .map(it => (it.kind === 'group' ? { ...it, questions: open(it.questions) } : it))
  return { ...form, parts: form.parts.map(it => ({ ...it, questions: open(it.questions) })).filter(it => it.questions.length > 0) }
}

/** Every question of the form, those inside groups too, in order. */
export const questionsOf = (form: Form): readonly Question[] =>
  form.parts.flatMap(part => part.questions.flatMap(it => (it.kind === 'group' ? [it, ...it.questions] : [it])))

/** Whether a field of this name holds files, in a row of a group or outside. */
export function isFileField(form: Form, field: string): boolean {
  const row = rowPattern.exec(field)
  const inRow = (it: Question) => row !== null && it.kind === 'group' && it.id === row[1] && it.questions.some(one => one.kind === 'file' && one.id === row[3])
  return form.parts.some(part => part.questions.some(it => (it.kind === 'file' && it.id === field) || inRow(it)))
}
export const takesFiles = (form: Form): boolean => questionsOf(form).some(it => it.kind === 'file')
/** The references of every file among the values. */
export const filesIn = (form: Form, values: Values): readonly string[] => Object.keys(values).filter(it => isFileField(form, it)).flatMap(it => chosen(values, it))

/** Most characters when the form says nothing else. */
export const longest = { short: 200, long: 4000, note: 1000, about: 200 } as const
/** Most rows of a group, and most files, when the form says nothing else. */
export const mostRows = 20
export const mostFiles = 20
