// What the system itself reads in answers. A municipality may reword these questions and answers, and never lose them. Pure.
import { forCitizen, optionsOf, pageFields, questionsOf, type Form, type Question } from '../forms/rules.ts'
import { formOf, onlyForProfessionals } from './tools.ts'

/** A question that is read by its id, and those of its answers that are. `null`: all that it has in the shipped form. */
export type Anchors = Readonly<Record<string, readonly string[] | null>>

/** By tool. A question that stands here keeps its kind, stays required where it was, and is not kept from anybody by a condition, a stop or a mark that the shipped form does not have. */
export const anchors: Readonly<Record<string, Anchors>> = {
  handoff: {
    acute: ['yes', 'no'], onBehalf: ['self'], agreed: ['yes', 'no', 'notAsked'], mayName: ['yes', 'no'], citizenName: [], callBack: ['phone', 'throughMe', 'citizenCalls'],
    callBackHow: [], children: ['notAsked'], told: [],
  },
  checklist: { acuteNow: ['yes'] },
  // Read by id where a first contact is told what to say at once; the narrow way, because without it advice not to reply would be held against a parent.
  advice: { danger: [], saveEvidence: [], log: [], noContact: [], gifts: [], narrowWay: [], seekHelp: [] },
  closing: { closingText: [], callBackOn: [], safetyTalk: ['yes'] },
  'consent-police': { from: [], until: [], topics: null, leftOut: [], understood: ['yes'] },
  'consent-dsc': { from: [], until: [], topics: null, leftOut: [], understood: ['yes'] },
  young: { under18: ['yes'], holderIs: null },
  child: { childName: [], age: [], reported: null },
  'talk-child': { onDay: [] }, 'talk-mother': { onDay: [] }, 'talk-father': { onDay: [], signed: ['yes'] }, 'contact-agreement': { onDay: [], untilDay: [] }, 'child-outcome': { onDay: [] },
  'contact-note': { from: ['citizen', 'otherParty', 'other'], onDay: [], how: ['phone', 'written'], fromWho: [], said: [] },
  employee: { employeeName: [], agreedToRecord: ['yes', 'no'] },
  'other-party': { personName: [] },
  conversation: { talkedOn: [] },
  'dsc-help': { toldOn: [], answer: null, covers: null, until: [], signedOn: [] },
}

/** By tool: what must stand before what, where both are there. Evidence is saved before anything is closed. */
const inOrder: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  advice: ['sayNoOnce', 'newNumbers', 'closeProfiles'].map(it => ['saveEvidence', it] as const),
}

export interface AnchorFault { readonly question: string; readonly code: 'anchor-gone' | 'anchor-kind' | 'anchor-option' | 'anchor-required' | 'anchor-hidden' | 'anchor-stop' | 'anchor-group' | 'anchor-name' | 'anchor-shown' | 'anchor-file' | 'anchor-order'; readonly option?: string }

/** `option`: an answer's id, or the question that comes too early. */
function wrongOrder(tool: string, form: Form): readonly AnchorFault[] {
  const ids = questionsOf(form).map(it => it.id)
  return (inOrder[tool] ?? []).filter(([before, after]) => ids.includes(after) && ids.indexOf(before) > ids.indexOf(after)).map(([before, after]) => ({ question: before, code: 'anchor-order', option: after }))
}

/** What this form of the tool lacks of what the system reads. */
export function missingAnchors(tool: string, form: Form): readonly AnchorFault[] {
  const shipped = formOf(tool)
  if (!shipped) return []
  const there = new Map(questionsOf(form).map(it => [it.id, it]))
  const top = new Set(form.parts.flatMap(it => it.questions.map(question => question.id)))
  const ours = new Map(questionsOf(shipped).map(it => [it.id, it]))
  const cut = afterNewStop(form, ours)
  const named = questionsOf(form).filter(it => pageFields.includes(it.id) && !ours.has(it.id)).map((it): AnchorFault => ({ question: it.id, code: 'anchor-name' }))
  // A tool of which nothing is for a citizen is behind a wall of its own: no question of it comes out.
  const shown = onlyForProfessionals(shipped) ? forCitizen(form).parts.flatMap(it => it.questions).map((it): AnchorFault => ({ question: it.id, code: 'anchor-shown' })) : []
  return [...named, ...shown, ...wrongOrder(tool, form), ...Object.entries(anchors[tool] ?? {}).flatMap(([id, options]) => {
    const [was, is] = [ours.get(id), there.get(id)]
    if (!was) return []
    if (!is) return [{ question: id, code: 'anchor-gone' as const }]
    return faultsOf(was, is, options ?? optionsOf(was).map(it => it.id), top.has(id) === shipped.parts.some(part => part.questions.includes(was)), cut.has(id))
  })]
}

/** Tools that are filled in where there is nowhere for a file to lie: before there is a case, on paper that is signed, or in passing. */
const withoutFiles: readonly string[] = ['handoff', 'handover', 'employee', 'other-party', 'consent-police', 'consent-dsc', 'consent-police-dsc', 'consent-police-dsc-other']
export const takesFilesIn = (tool: string): boolean => !withoutFiles.includes(tool)
/** Questions for files in such a tool: it is used without them, and so it is told before it is published and nowhere else. */
export const filesNowhere = (tool: string, form: Form): readonly AnchorFault[] =>
  (takesFilesIn(tool) ? [] : questionsOf(form).filter(it => it.kind === 'file').map(it => ({ question: it.id, code: 'anchor-file' as const })))

/** What goes out of play by an answer that stops this form and not the shipped one. */
function afterNewStop(form: Form, ours: ReadonlyMap<string, Question>): ReadonlySet<string> {
  const all = questionsOf(form)
  const at = all.findIndex(it => it.stop?.is.some(id => !ours.get(it.id)?.stop?.is.includes(id)))
  return new Set(at < 0 ? [] : all.slice(at + 1).map(it => it.id))
}

/** Whether the shipped form shows it where this one does not. */
function narrowed(was: Question, is: Question): boolean {
  if (is.notForCitizen && !was.notForCitizen) return true
  if (!is.showIf) return false
  return was.showIf?.question !== is.showIf.question || !was.showIf.is.every(id => is.showIf?.is.includes(id))
}

function faultsOf(was: Question, is: Question, options: readonly string[], sameLevel: boolean, cut: boolean): AnchorFault[] {
  const say = (code: AnchorFault['code'], option?: string): AnchorFault => ({ question: was.id, code, ...(option !== undefined && { option }) })
  if (was.kind !== is.kind) return [say('anchor-kind')]
  return [
    ...(sameLevel ? [] : [say('anchor-group')]),
    ...options.filter(id => !optionsOf(is).some(it => it.id === id)).map(id => say('anchor-option', id)),
    ...(was.required && !is.required ? [say('anchor-required')] : []),
    ...(cut || narrowed(was, is) ? [say('anchor-hidden')] : []),
    ...(was.stop?.is.some(id => !is.stop?.is.includes(id)) ? [say('anchor-stop')] : []),
  ]
}
