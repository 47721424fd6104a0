// Which tool of the toolkit is filled in in which kind of case, by whom and how: one table, held against the signed sheet. Pure.
import type { Role } from '../../kernel/actor.ts'
import type { Kind } from '../sides/rules.ts'

export interface CaseTool {
  /** The tool of the toolkit; what is kept is called the same. */
  readonly tool: string
  readonly in: Kind
  readonly by: readonly Role[]
  /** once: one in a case, in versions · many: as many as are needed, each in versions · move: filled in on the page of a move · print: on paper only */
  readonly how: 'once' | 'many' | 'move' | 'print'
  /** What its address calls it. */
  readonly word: string
  /** copy: the one it is about may be given a copy on paper · none: no copy is made of it · never: for professionals alone, behind a wall of its own */
  readonly copy: 'copy' | 'none' | 'never'
}

const worker = ['visitator', 'primaryCoordinator'] as const
const house = ['leader', 'hr'] as const
const talker = ['familyCounsellor', 'policeContact'] as const

/** A new tool in a case is a line here, and a line on the sheet. */
export const caseTools = [
  { tool: 'checklist', in: 'citizen', by: ['visitator'], how: 'move', word: 'afklaring', copy: 'none' },
  { tool: 'advice', in: 'citizen', by: worker, how: 'move', word: 'raad', copy: 'none' },
  { tool: 'needs-mapping', in: 'citizen', by: worker, how: 'once', word: 'afdaekning', copy: 'copy' },
  { tool: 'action-plan', in: 'citizen', by: worker, how: 'once', word: 'handleplan', copy: 'copy' },
  { tool: 'safety-plan', in: 'citizen', by: worker, how: 'once', word: 'tryghedsplan', copy: 'copy' },
  { tool: 'digital-safety', in: 'citizen', by: worker, how: 'once', word: 'digital-tryghed', copy: 'copy' },
  { tool: 'network', in: 'citizen', by: worker, how: 'once', word: 'netvaerk', copy: 'none' },
  { tool: 'departments', in: 'citizen', by: worker, how: 'once', word: 'afdelinger', copy: 'none' },
  { tool: 'contact-note', in: 'citizen', by: worker, how: 'many', word: 'kontaktnotat', copy: 'none' },
  { tool: 'child', in: 'citizen', by: worker, how: 'many', word: 'barn', copy: 'none' },
  { tool: 'young', in: 'citizen', by: worker, how: 'once', word: 'under-18', copy: 'none' },
  { tool: 'incident-log', in: 'citizen', by: worker, how: 'print', word: 'logskema', copy: 'copy' },
  { tool: 'typology', in: 'citizen', by: worker, how: 'once', word: 'typologi', copy: 'never' },
  { tool: 'risk-reference', in: 'citizen', by: worker, how: 'many', word: 'vurdering', copy: 'never' },
  { tool: 'workplace', in: 'employee', by: house, how: 'move', word: 'plan', copy: 'copy' },
  { tool: 'conversation', in: 'otherParty', by: talker, how: 'move', word: 'samtale', copy: 'none' },
  { tool: 'typology', in: 'otherParty', by: talker, how: 'once', word: 'typologi', copy: 'never' },
] as const satisfies readonly CaseTool[]

export type PaperKind = Extract<(typeof caseTools)[number], { readonly how: 'once' | 'many' }>['tool']
const papers: readonly (CaseTool & { readonly tool: PaperKind })[] = caseTools.filter(it => it.how === 'once' || it.how === 'many')

export const paperKinds: readonly PaperKind[] = [...new Set(papers.map(it => it.tool))]
const lineOf = (kind: PaperKind): CaseTool => papers.find(it => it.tool === kind) ?? papers[0] as CaseTool
export const paperWord = (kind: PaperKind): string => lineOf(kind).word
/** The paper that an address names, where there is such a one in this kind of case. */
export const kindOf = (word: string, in_: Kind = 'citizen'): PaperKind | undefined => papers.find(it => it.word === word && it.in === in_)?.tool
export const isSingle = (kind: PaperKind): boolean => lineOf(kind).how === 'once'

/** Kept behind the wall for professionals: never in what leaves the case. */
export const innerKinds: readonly string[] = [...new Set(caseTools.filter(it => it.copy === 'never').map(it => it.tool))]
export const isInner = (kind: string): boolean => innerKinds.includes(kind)
/** Whether the one it is about may be given a copy. */
export const mayBeCopied = (kind: string): boolean => caseTools.some(it => it.tool === kind && it.copy === 'copy')

export const toolsIn = (kind: Kind): readonly CaseTool[] => caseTools.filter(it => it.in === kind)
