// The shorthand that forms are written in: one line a question, both languages beside each other. Forms that lean on it are held by their digests.
import type { Bilingual, Limits, Option, Question, ShowIf, Stop } from '../forms/rules.ts'

/** What may stand beside a question. `max` is characters, ticks or rows. */
interface Beside {
  readonly help?: Bilingual
  readonly required?: true
  readonly showIf?: ShowIf
  readonly stop?: Stop
  readonly notForCitizen?: true
  readonly max?: number
}

export const both = (da: string, en: string): Bilingual => ({ da, en })
export const option = (id: string, da: string, en: string): Option => ({ id, text: { da, en } })
export const after = (question: string, ...is: readonly string[]): ShowIf => ({ question, is })

/** What a form of ours is: a draft, and what it rests on. */
export const draft = (da: string, en: string): Bilingual => ({
  da: `Egen rekonstruktion, udkast – godkendes lokalt. Bygger på ${da}`, en: `Our own reconstruction, draft – to be approved locally. Rests on ${en}`,
})

const spread = ({ max, ...beside }: Beside): Omit<Beside, 'max'> & { limits?: Limits } => ({ ...beside, ...(max !== undefined && { limits: { max } }) })
const plain = (kind: 'yesno' | 'yes-partly-no-unknown' | 'date' | 'time' | 'datetime' | 'person') =>
  (id: string, da: string, en: string, { max: _, ...beside }: Beside = {}): Question => ({ id, kind, ask: { da, en }, ...beside })
const typed = (kind: 'short' | 'long') => (id: string, da: string, en: string, beside: Beside = {}): Question => ({ id, kind, ask: { da, en }, ...spread(beside) })
const choice = (kind: 'one' | 'many') => (id: string, da: string, en: string, options: readonly Option[], beside: Beside = {}): Question =>
  ({ id, kind, ask: { da, en }, options, ...spread(beside) })

export const yesNo = plain('yesno')
/** Yes, partly, no or don't know, with a note. */
export const degree = plain('yes-partly-no-unknown')
export const day = plain('date')
export const moment = plain('datetime')
export const person = plain('person')
export const short = typed('short')
export const long = typed('long')
export const one = choice('one')
export const many = choice('many')
export const number = (id: string, da: string, en: string, limits: Limits, beside: Beside = {}): Question => ({ id, kind: 'number', ask: { da, en }, ...beside, limits })
export const told = (id: string, ask: Bilingual, help: Bilingual, beside: Pick<Beside, 'showIf' | 'notForCitizen'> = {}): Question => ({ id, kind: 'explanation', ask, help, ...beside })
/** Something that is told, how it was given and what was said to it. */
export const advised = (id: string, ask: Bilingual, help: Bilingual): Question => ({ id, kind: 'advice', ask, help })
export const rows = (id: string, ask: Bilingual, row: Bilingual, questions: readonly Question[], beside: Beside = {}): Question =>
  ({ id, kind: 'group', ask, row, questions, ...spread(beside) })
export const files = (id: string, da: string, en: string, beside: Beside = {}): Question => ({ id, kind: 'file', ask: { da, en }, ...spread(beside) })
