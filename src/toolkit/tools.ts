// Every tool of the toolkit, newest versions and old ones alike: answers given to an old version are read in it for ever.
import type { Bilingual, Form } from '../forms/rules.ts'
import { advice1 } from './advice.ts'
import { checklist1 } from './forms/checklist-1.ts'
import { closing1 } from './forms/closing-1.ts'
import { consentDsc1, consentPolice1 } from './forms/consent-1.ts'
import { conversation1 } from './forms/conversation-1.ts'
import { dscHelp1 } from './forms/dsc-help-1.ts'
import { employee1 } from './forms/employee-1.ts'
import { handoff1 } from './forms/handoff-1.ts'
import { handoff2 } from './forms/handoff-2.ts'
import { handover1 } from './forms/handover-1.ts'
import { otherParty1 } from './forms/other-party-1.ts'
import { workplace1 } from './forms/workplace-1.ts'
import { toolKinds, type ToolKind } from './rules.ts'

export interface Tool { readonly id: string; readonly version: number; readonly title: Bilingual; readonly kind: ToolKind; readonly form?: Form }

const forms: readonly Form[] = [handoff1, handoff2, checklist1, consentPolice1, consentDsc1, closing1, employee1, workplace1, otherParty1, conversation1, dscHelp1, handover1]

function toolOf(form: Form): Tool {
  const kind = toolKinds.find(it => it === form.kind)
  if (!kind) throw new Error(`${form.id} stands on no shelf: ${form.kind}`)
  return { id: form.id, version: form.version, title: form.title, kind, form }
}

const all: readonly Tool[] = [...forms.map(toolOf), { id: advice1.id, version: advice1.version, title: advice1.title, kind: advice1.kind }]

/** In the order of the shelves: the way a case goes. */
export const tools: readonly Tool[] = [...all].sort((a, b) => toolKinds.indexOf(a.kind) - toolKinds.indexOf(b.kind))

/** The newest version of each tool. */
export const toolsNow: readonly Tool[] = tools.filter(it => !tools.some(other => other.id === it.id && other.version > it.version))

/** The form of an id, newest when no version is given; nothing when there is none. */
export const formOf = (id: string, version?: number): Form | undefined =>
  (version === undefined ? toolsNow : tools).find(it => it.id === id && (version === undefined || it.version === version))?.form
