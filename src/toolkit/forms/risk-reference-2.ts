// That an assessment has been made elsewhere. The question for the paper itself was called what the page calls a field of its own, and what was put in was lost. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { riskReference1 } from './risk-reference-1.ts'

export const riskReference2: Form = {
  ...riskReference1, version: 2,
  parts: riskReference1.parts.map(part => ({ ...part, questions: part.questions.map(it => (it.id === 'paper' ? { ...it, id: 'assessmentPaper' } : it)) })),
}
