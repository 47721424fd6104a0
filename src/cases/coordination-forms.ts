// Which form each paper of a case is answered in. An old version stays readable in its own words for ever.
import type { Answers, Form } from '../forms/rules.ts'
import { actionPlan1, contactNote1, departments1, needsMapping1, network1 } from '../toolkit/forms/case-papers-1.ts'
import { agreement1, child1, outcome1, talkChild1, talkFather1, talkMother1, young1 } from '../toolkit/forms/children-1.ts'
import type { PaperKind } from './coordination-rules.ts'

/** Newest last. */
export const paperForms: Readonly<Record<PaperKind, readonly [Form, ...Form[]]>> = {
  'needs-mapping': [needsMapping1], 'action-plan': [actionPlan1], network: [network1], departments: [departments1], 'contact-note': [contactNote1],
  child: [child1], young: [young1],
}
const others: readonly Form[] = [agreement1, outcome1, talkChild1, talkFather1, talkMother1]

export const formFor = (kind: PaperKind): Form => paperForms[kind].at(-1) ?? paperForms[kind][0]
export const formBehind = (it: Answers): Form | undefined =>
  [...Object.values(paperForms).flat(), ...others].find(form => form.id === it.form && form.version === it.version)
