// What the house asks of answers to the most important advice, and how those are read that were given before it was a form. Pure.
import type { PersonId } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import { type Answers, chosen, type Form, places, type Question, questionsOf } from '../forms/rules.ts'

/** As it was kept before the advice was a form: always version 1. */
export interface AdviceGiven {
  readonly item: string
  readonly version: number
  readonly on: Day
  readonly by: PersonId
  readonly form: 'oral' | 'written'
  readonly reaction: 'accepted' | 'wantsHelp' | 'declined'
}

/** The same as answers, whichever way it was kept. */
export const adviceAnswers = (it: Answers | readonly AdviceGiven[]): Answers => ('length' in it ? {
  form: 'advice', version: 1, values: Object.fromEntries(it.flatMap(one => [[one.item, one.form], [`${one.item}-reaction`, one.reaction]])),
} : it)

const adviceIn = (form: Form, { values }: Answers, how: readonly string[]): readonly Question[] =>
  places(form, values).filter(it => it.question.kind === 'advice' && chosen(values, it.name).some(one => how.includes(one))).map(it => it.question)

/** What is given in writing has to come to her somehow. */
export const givenInWriting = (form: Form, answers: Answers): boolean => adviceIn(form, answers, ['written']).length > 0
export const anyGiven = (form: Form, answers: Answers): boolean => adviceIn(form, answers, ['oral', 'written']).length > 0

/** The heading that a fault of no single row leads to. */
export const adviceHeading = (form: Form): string => `part-${form.parts[0]?.id ?? ''}`

/** Nothing but which advice was given, and how: no place for a text or a name, whatever a municipality asks besides. */
export function adviceAlone(form: Form): Form {
  const parts = form.parts.map(part => ({ ...part, questions: part.questions.filter(it => it.kind === 'advice') })).filter(it => it.questions.length > 0)
  const there = new Set(parts.flatMap(it => it.questions.map(one => one.id)))
  return { ...form, parts: parts.map(part => ({ ...part, questions: part.questions.map(({ showIf, ...it }) => (showIf && there.has(showIf.question) ? { ...it, showIf } : it)) })) }
}

/** What a first contact can say at once, without knowing more. */
export const adviceNow = (form: Form): readonly Question[] => questionsOf(form).filter(it => sayAtOnce.includes(it.id))
export const sayAtOnce: readonly string[] = ['danger', 'saveEvidence', 'log', 'gifts', 'seekHelp']
