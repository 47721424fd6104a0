// Every tool of the toolkit, newest versions and old ones alike: answers given to an old version are read in it for ever.
import { forCitizen, type Bilingual, type Form } from '../forms/rules.ts'
import { actionPlan1, contactNote1, departments1, needsMapping1, network1 } from './forms/case-papers-1.ts'
import { actionPlan2 } from './forms/action-plan-2.ts'
import { advice1 } from './forms/advice-1.ts'
import { advice2 } from './forms/advice-2.ts'
import { checklist1 } from './forms/checklist-1.ts'
import { checklist2 } from './forms/checklist-2.ts'
import { checklist3 } from './forms/checklist-3.ts'
import { agreement1, child1, outcome1, talkChild1, talkFather1, talkMother1, young1 } from './forms/children-1.ts'
import { child2 } from './forms/child-2.ts'
import { closing1 } from './forms/closing-1.ts'
import { consentDsc1, consentPolice1 } from './forms/consent-1.ts'
import { consentDsc2, consentPolice2, consentPoliceDsc1, consentPoliceDscOther1 } from './forms/consent-2.ts'
import { contactNote2 } from './forms/contact-note-2.ts'
import { conversation1 } from './forms/conversation-1.ts'
import { conversation2 } from './forms/conversation-2.ts'
import { digitalSafety1 } from './forms/digital-safety-1.ts'
import { dscHelp1 } from './forms/dsc-help-1.ts'
import { dscHelp2 } from './forms/dsc-help-2.ts'
import { employee1 } from './forms/employee-1.ts'
import { handoff1 } from './forms/handoff-1.ts'
import { handoff2 } from './forms/handoff-2.ts'
import { handover1 } from './forms/handover-1.ts'
import { incidentLog1 } from './forms/incident-log-1.ts'
import { needsMapping2 } from './forms/needs-mapping-2.ts'
import { otherParty1 } from './forms/other-party-1.ts'
import { policeActionCard1 } from './forms/police-action-card-1.ts'
import { riskReference1 } from './forms/risk-reference-1.ts'
import { riskReference2 } from './forms/risk-reference-2.ts'
import { safetyPlan1 } from './forms/safety-plan-1.ts'
import { typology1 } from './forms/typology-1.ts'
import { workplace1 } from './forms/workplace-1.ts'
import { workplace2 } from './forms/workplace-2.ts'
import { referralList1 } from './referral-list.ts'
import { toolKinds, type ToolKind } from './rules.ts'

/** The referral list is no form. */
export interface Tool { readonly id: string; readonly version: number; readonly title: Bilingual; readonly kind: ToolKind; readonly form?: Form }

const forms: readonly Form[] = [
  handoff1, handoff2, checklist1, checklist2, checklist3, advice1, advice2, needsMapping1, needsMapping2, network1, departments1, child1, child2, young1, actionPlan1, actionPlan2, incidentLog1, typology1,
  otherParty1, conversation1, conversation2, dscHelp1, dscHelp2, contactNote1, contactNote2, talkChild1, talkMother1, talkFather1, agreement1, outcome1, policeActionCard1,
  employee1, workplace1, workplace2, consentPolice1, consentPolice2, consentDsc1, consentDsc2, consentPoliceDsc1, consentPoliceDscOther1, riskReference1, riskReference2, safetyPlan1, digitalSafety1,
  closing1, handover1,
]

function toolOf(form: Form): Tool {
  const kind = toolKinds.find(it => it === form.kind)
  if (!kind) throw new Error(`${form.id} stands on no shelf: ${form.kind}`)
  return { id: form.id, version: form.version, title: form.title, kind, form }
}

const { id, version, title, kind } = referralList1
const all: readonly Tool[] = [...forms.map(toolOf), { id, version, title, kind }]

/** In the order of the shelves: the way a case goes. */
export const tools: readonly Tool[] = [...all].sort((a, b) => toolKinds.indexOf(a.kind) - toolKinds.indexOf(b.kind))

/** The newest version of each tool. */
export const toolsNow: readonly Tool[] = tools.filter(it => !tools.some(other => other.id === it.id && other.version > it.version))

/** The form of an id, newest when no version is given; nothing when there is none. */
export const formOf = (id: string, version?: number): Form | undefined =>
  (version === undefined ? toolsNow : tools).find(it => it.id === id && (version === undefined || it.version === version))?.form

/** Nothing in it is for a citizen: the open pages name it and show no more. */
export const forProfessionalsOnly = ({ form }: Tool): boolean => onlyForProfessionals(form)
export const onlyForProfessionals = (form: Form | undefined): boolean => form !== undefined && forCitizen(form).parts.length === 0
