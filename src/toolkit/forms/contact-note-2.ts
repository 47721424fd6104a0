// What somebody has told, and from whom it is known. What we sought from the other party ourselves is a contact, which she is told of first. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { option } from '../asking.ts'
import { contactNote1 } from './case-papers-1.ts'

const [part] = contactNote1.parts
const sources = [option('otherParty', 'Den anden part, som vi kontaktede', 'The other party, whom we contacted'), option('otherPartyCame', 'Den anden part, som selv kontaktede os', 'The other party, who contacted us')]

export const contactNote2: Form = {
  ...contactNote1, version: 2,
  parts: [{ ...part, questions: part.questions.map(it => (it.id === 'from' ? { ...it, options: [...it.options.slice(0, -1), ...sources, ...it.options.slice(-1)] } : it)) }],
}
