// The law's paperwork in a case: marks that are only added to, and who asks to see what. Pure.
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Right } from '../../kernel/rights.ts'

/**
 * journalise: from now on nothing in it is deleted · lock, unlock: closed and shut for everybody, opened with a reason · hold, release: nothing may be destroyed ·
 * not-informed: the other party was not told that this is written down, and why · restrict, free: how a person may reach us, until a day.
 */
export const markKinds = ['journalise', 'not-informed', 'hold', 'release', 'restrict', 'free', 'lock', 'unlock'] as const
export type MarkKind = (typeof markKinds)[number]

export interface Mark { readonly no: number; readonly kind: MarkKind; readonly at: Date; readonly untilDay: Day | null; readonly uptoSeq: number }

export interface Papers<M extends Mark = Mark> {
  /** The newest; everything up to its event is journalised. */
  readonly journalised: M | undefined
  readonly locked: M | undefined
  readonly held: M | undefined
  /** Only while its days run. */
  readonly restricted: M | undefined
}

/** What the marks of a case, the oldest first, come to on this day. */
export function papersOf<M extends Mark>(marks: readonly M[], today: Day): Papers<M> {
  const last = (on: MarkKind, off?: MarkKind) => {
    const found = marks.filter(it => it.kind === on || it.kind === off).at(-1)
    return found?.kind === on ? found : undefined
  }
  const restricted = last('restrict', 'free')
  return {
    journalised: last('journalise'), locked: last('lock', 'unlock'), held: last('hold', 'release'),
    restricted: restricted?.untilDay && restricted.untilDay >= today ? restricted : undefined,
  }
}

/** Why a mark cannot be set now; undefined when it can. `rests`: closed, and nothing waits in it. */
export function cannotMark(kind: MarkKind, papers: Papers, rests: boolean): `cases.${string}` | undefined {
  switch (kind) {
    case 'lock': return papers.locked ? 'cases.locked-before' : rests ? undefined : 'cases.lock-needs-rest'
    case 'unlock': return papers.locked ? undefined : 'cases.not-locked'
    case 'hold': return papers.held ? 'cases.held-before' : undefined
    case 'release': return papers.held ? undefined : 'cases.not-held'
    case 'free': return papers.restricted ? undefined : 'cases.not-restricted'
    case 'journalise': case 'not-informed': case 'restrict': return undefined
  }
}

/** An end must come, and is a day that comes. */
export const endFault = (untilDay: Day | null, now: Date): `cases.${string}` | undefined =>
  (!untilDay ? 'cases.needs-end' : untilDay <= dayOf(now) ? 'cases.end-past' : undefined)

/** Days for an answer to somebody who asks to see what is kept. Source: forvaltningsloven § 16, offentlighedsloven § 36. */
export const accessWorkingDays = 7

/** Each of the two asks in an act of its own. `representative`: from before it was said of whom. */
export const askers = ['citizen', 'citizenRepresentative', 'otherParty', 'otherRepresentative', 'representative'] as const
export type Asker = (typeof askers)[number]
export const askersOf = { hers: ['citizen', 'citizenRepresentative'], others: ['otherParty', 'otherRepresentative'] } as const satisfies Record<string, readonly Asker[]>
export type Side = keyof typeof askersOf
/** Whoever is not surely her, or hers, is answered as the other party is. */
export const sideOf = (asker: Asker): Side => (asker === 'citizen' || asker === 'citizenRepresentative' ? 'hers' : 'others')
export const answers = ['given', 'partly', 'withheld'] as const
export type Answer = (typeof answers)[number]
/** Grounds by name; what a ground demands is for a jurist. `other` is said in words. */
export const accessGrounds = ['fvl-12-15b', 'fvl-15a', 'dbl-22', 'not-party', 'other'] as const
export type AccessGround = (typeof accessGrounds)[number]

/** What lies in a case besides its history; see `access-material.ts`. */
export const materialKinds = ['mark', 'paper', 'minutes', 'task', 'meeting', 'copy', 'told', 'contact', 'reached', 'family', 'record', 'note', 'scan', 'consent', 'measure', 'referral', 'answer', 'bundle'] as const
export type MaterialKind = (typeof materialKinds)[number]

/**
 * One line of a decision: an event of the case by its `seq`, a thing in it by its `ref`, or a document named in words.
 * `asked`: what was said by whoever may read the thing, where the one who decides may not; undefined where nobody need be asked.
 */
export interface Line { readonly seq: number | null; readonly title: string; readonly answer: Answer; readonly ground: AccessGround | null; readonly reason: string; readonly asked?: string }

/** What is wrong with the lines; every line must be decided, and what is held back needs a ground. */
export function lineFaults(lines: readonly Partial<Line>[], fields: readonly string[]): readonly { readonly field: string; readonly code: `cases.${string}` }[] {
  return lines.flatMap((it, at): { field: string; code: `cases.${string}` }[] => {
    const name = fields[at] ?? ''
    if (!it.answer) return [{ field: `answer-${name}`, code: 'cases.needs-answer' }]
    if (it.asked === '') return [{ field: `asked-${name}`, code: 'cases.needs-asked' }]
    if (it.answer === 'given') return []
    if (!it.ground) return [{ field: `ground-${name}`, code: 'cases.needs-ground' }]
    return it.ground === 'other' && !it.reason ? [{ field: `reason-${name}`, code: 'cases.needs-ground-words' }] : []
  })
}

const coordinated = ['coordinated', 'closed'] as const
const open = ['received', 'logging', 'clarified', 'coordinated', 'closed'] as const
const those: Right = [{ by: 'visitator', ground: 'role', states: open }, { by: 'primaryCoordinator', ground: 'holder', states: coordinated }]
export const paperworkRights = {
  'cases.filing': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: coordinated }, { by: 'leader', ground: 'role', states: ['locked'] }],
  'cases.mark': those,
  'cases.lock': [{ by: 'visitator', ground: 'role', states: ['closed'] }],
  'cases.unlock': [{ by: 'visitator', ground: 'role', states: ['locked'] }, { by: 'leader', ground: 'role', states: ['locked'] }],
  'cases.locked-list': [{ by: 'visitator', ground: 'role', states: ['-'] }, { by: 'leader', ground: 'role', states: ['-'] }],
  'cases.access': those,
} as const satisfies Record<string, Right>
