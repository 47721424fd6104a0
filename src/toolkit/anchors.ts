// What the system itself reads in answers. A municipality may reword these questions and answers, and never lose them. Pure.
import { optionsOf, questionsOf, type Form, type Question } from '../forms/rules.ts'
import { formOf } from './tools.ts'

/** A question that is read by its id, and those of its answers that are. `null`: all that it has in the shipped form. */
export type Anchors = Readonly<Record<string, readonly string[] | null>>

/** By tool. A question that stands here keeps its kind, stays required where it was, and is not hidden by a condition that the shipped form does not have. */
export const anchors: Readonly<Record<string, Anchors>> = {
  handoff: {
    acute: ['yes', 'no'], onBehalf: ['self'], agreed: ['yes', 'no', 'notAsked'], mayName: ['yes', 'no'], citizenName: [], callBack: ['phone', 'throughMe', 'citizenCalls'],
    callBackHow: [], children: ['notAsked'], told: [],
  },
  checklist: { acuteNow: ['yes'] },
  closing: { closingText: [], callBackOn: [], safetyTalk: ['yes'] },
  'consent-police': { from: [], until: [], topics: null, leftOut: [], understood: ['yes'] },
  'consent-dsc': { from: [], until: [], topics: null, leftOut: [], understood: ['yes'] },
  young: { under18: ['yes'], holderIs: null },
  child: { childName: [], age: [], reported: null },
  employee: { employeeName: [], agreedToRecord: ['yes', 'no'] },
  'other-party': { personName: [] },
  conversation: { talkedOn: [] },
  'talk-father': { signed: ['yes'] },
  'dsc-help': { toldOn: [], answer: null, covers: null, until: [], signedOn: [] },
}

export interface AnchorFault { readonly question: string; readonly code: 'anchor-gone' | 'anchor-kind' | 'anchor-option' | 'anchor-required' | 'anchor-hidden' | 'anchor-stop' | 'anchor-group'; readonly option?: string }

/** What this form of the tool lacks of what the system reads. */
export function missingAnchors(tool: string, form: Form): readonly AnchorFault[] {
  const shipped = formOf(tool)
  if (!shipped) return []
  const there = new Map(questionsOf(form).map(it => [it.id, it]))
  const top = new Set(form.parts.flatMap(it => it.questions.map(question => question.id)))
  const ours = new Map(questionsOf(shipped).map(it => [it.id, it]))
  return Object.entries(anchors[tool] ?? {}).flatMap(([id, options]) => {
    const [was, is] = [ours.get(id), there.get(id)]
    if (!was) return []
    if (!is) return [{ question: id, code: 'anchor-gone' as const }]
    return faultsOf(was, is, options ?? optionsOf(was).map(it => it.id), top.has(id) === shipped.parts.some(part => part.questions.includes(was)))
  })
}

function faultsOf(was: Question, is: Question, options: readonly string[], sameLevel: boolean): AnchorFault[] {
  const say = (code: AnchorFault['code'], option?: string): AnchorFault => ({ question: was.id, code, ...(option !== undefined && { option }) })
  if (was.kind !== is.kind) return [say('anchor-kind')]
  return [
    ...(sameLevel ? [] : [say('anchor-group')]),
    ...options.filter(id => !optionsOf(is).some(it => it.id === id)).map(id => say('anchor-option', id)),
    ...(was.required && !is.required ? [say('anchor-required')] : []),
    ...(is.showIf && !was.showIf ? [say('anchor-hidden')] : []),
    ...(was.stop?.is.some(id => !is.stop?.is.includes(id)) ? [say('anchor-stop')] : []),
  ]
}
