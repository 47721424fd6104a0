// Whole forms and what people could type into them, for the property tests.
import fc from 'fast-check'
import { optionsOf, reactions, type Bilingual, type Form, type Group, type Option, type Question, type ShowIf } from './rules.ts'

const said = (text: string): Bilingual => ({ da: `${text} da`, en: `${text} en` })
const options = (count: number): Option[] => Array.from({ length: count }, (_, at) => ({ id: `o${at + 1}`, text: said(`svar ${at + 1}`) }))
/** Names an object has by itself are good ids too. */
const ids = ['constructor', 'toString', 'valueOf', ...Array.from({ length: 80 }, (_, at) => `q${at + 1}`)]

type Draw = () => number
/** A draw of small whole numbers from one list, so that a whole form shrinks as a list of numbers does. */
function drawer(numbers: readonly number[]): Draw {
  let at = 0
  return () => numbers[at++ % numbers.length] ?? 0
}

export const forms: fc.Arbitrary<Form> = fc.array(fc.nat(1000), { minLength: 3, maxLength: 120 }).map(numbers => {
  const draw = drawer(numbers)
  const names = [...ids]
  const open: Question[] = []
  const parts = Array.from({ length: 1 + (draw() % 3) }, (_, at) => ({
    id: `part${at}`, title: said(`Del ${at}`),
    questions: Array.from({ length: 1 + (draw() % 6) }, () => question(draw, names, open, true)),
  }))
  return { id: 'made-up', version: 1 + (draw() % 5), title: said('Skema'), source: said('Kilde'), kind: 'made-up', parts }
})

function question(draw: Draw, names: string[], open: Question[], top: boolean): Question {
  const asked = { id: names.shift() ?? 'last', ask: said('Spørgsmål'), ...(draw() % 3 === 0 && { required: true }), ...condition(draw, open) }
  const made = top && draw() % 6 === 0 ? group(draw, names, open, asked) : simple(draw, asked)
  const stoppable = top && optionsOf(made).length > 1 && draw() % 8 === 0
  const is = ['yes', 'o1', '1', 'oral'].filter(it => optionsOf(made).some(option => option.id === it))
  const whole: Question = stoppable ? { ...made, stop: { is, says: said('Stop') } } : made
  open.push(whole)
  return whole
}

function group(draw: Draw, names: string[], open: Question[], asked: { id: string; ask: Bilingual }): Group {
  const inside = [...open]
  const questions = Array.from({ length: 1 + (draw() % 3) }, () => question(draw, names, inside, false))
  return { ...asked, kind: 'group', row: said('Række'), questions }
}

function simple(draw: Draw, asked: { id: string; ask: Bilingual; required?: boolean }): Question {
  const kinds = ['short', 'long', 'yesno', 'yes-partly-no-unknown', 'advice', 'date', 'time', 'datetime', 'person', 'number', 'file'] as const
  const which = draw() % (kinds.length + 4)
  const kind = kinds[which]
  if (kind !== undefined) return { ...asked, kind }
  if (which === kinds.length) return { id: asked.id, ask: asked.ask, kind: 'explanation' }
  if (which === kinds.length + 1) return { ...asked, kind: 'scale', from: 1, to: 5, low: said('lidt'), high: said('meget') }
  return { ...asked, kind: which === kinds.length + 2 ? 'one' : 'many', options: options(2 + (draw() % 3)) }
}

function condition(draw: Draw, open: readonly Question[]): { showIf?: ShowIf } {
  const fit = open.filter(it => optionsOf(it).some(option => !it.stop?.is.includes(option.id)))
  const parent = fit[draw() % Math.max(1, fit.length)]
  if (!parent || draw() % 2 === 0) return {}
  const free = optionsOf(parent).filter(it => !parent.stop?.is.includes(it.id)).map(it => it.id)
  return { showIf: { question: parent.id, is: free.slice(0, 1 + (draw() % free.length)) } }
}

const texts = fc.constantFrom('Et svar', 'Linje 1\r\nLinje 2', ' æøå <b>"&', 'x', '')
const times = fc.constantFrom('22:15', '9.05', '')

/** Something a browser could send that every question accepts, blank fields and answers to hidden questions included. */
export function rawFor(form: Form): fc.Arbitrary<Record<string, string | string[]>> {
  const fields = (question: Question, before: string): [string, fc.Arbitrary<string | string[]>][] => {
    const name = `${before}${question.id}`
    const one = () => fc.constantFrom(...optionsOf(question).map(it => it.id))
    switch (question.kind) {
      case 'explanation': return []
      case 'short': case 'long': return [[name, texts]]
      case 'one': case 'yesno': case 'scale': return [[name, one()]]
      case 'many': return [[name, fc.uniqueArray(one(), { minLength: 1 })]]
      case 'yes-partly-no-unknown': return [[name, one()], [`${name}-note`, texts]]
      case 'advice': return [[name, fc.constantFrom('oral', 'written')], [`${name}-reaction`, fc.constantFrom(...reactions.map(it => it.id))]]
      case 'date': return [[name, fc.constantFrom('2026-11-03', '3.11.2026')]]
      case 'time': return [[name, times]]
      case 'datetime': return [[`${name}-day`, fc.constantFrom('2026-11-03', '3-11-2026')], [`${name}-time`, times], [`${name}-about`, texts]]
      case 'number': return [[name, fc.constantFrom('12', '-3', '2,5')]]
      case 'person': return [[`${name}-name`, texts], [`${name}-relation`, texts], [`${name}-phone`, texts]]
      case 'file': return [[name, fc.array(fc.constantFrom('fil-1', 'fil_2'), { minLength: 1, maxLength: 3 })]]
      case 'group': return [1, 2, 5].flatMap(row => question.questions.flatMap(it => fields(it, `${name}-${row}-`)))
    }
  }
  const all = form.parts.flatMap(part => part.questions.flatMap(it => fields(it, '')))
  return fc.tuple(...all.map(([name, values]) => fc.option(values.map(value => [[name, value] as const]), { nil: [] })))
    .map(sent => Object.fromEntries(sent.flat()))
}
