// Protective measures: what each kind is, whose it is, how long the law lets it last, and which clocks it starts. Pure.
// The numbers are law as it was read in autumn 2026; `check` marks what a jurist must look at before anybody leans on it.
import { addDays, type Day, daysBetween } from '../kernel/day.ts'
import type { Right } from '../kernel/rights.ts'

/** The day somebody last read the rules below against the law. */
export const readOn = '2026-11-20' as Day

export const kinds = [
  'policeCaution', 'provisionalRestrainingOrder', 'restrainingOrder', 'exclusionZone', 'expulsionFromHome', 'cprAddressProtection', 'specialAddressProtection',
] as const
export type Kind = (typeof kinds)[number]
export const isKind = (word: string): word is Kind => (kinds as readonly string[]).includes(word)

/** asked: no answer yet, and no clock · holds · refused · ended: lifted or run out. */
export const standings = ['asked', 'holds', 'refused', 'ended'] as const
export type Standing = (typeof standings)[number]

export const dateFields = ['decidedOn', 'servedOn', 'fromDay', 'untilDay'] as const
export type DateField = (typeof dateFields)[number]
export type Dates = Readonly<Record<DateField, Day | null>>

export interface Span { readonly days?: number; readonly months?: number }
export const clockNames = ['expiry', 'complaint', 'decision', 'review', 'renewal'] as const
export type ClockName = (typeof clockNames)[number]

/** A clock counts `after` a date; the warning stands from `ahead` before it runs out. */
export interface Clock {
  readonly what: ClockName
  readonly from: DateField
  readonly after: Span
  readonly ahead: Span
  readonly when: readonly Standing[]
  readonly source: string
  readonly check?: true
}
export interface KindRule {
  /** Who asks for it again, and who can end it. */
  readonly owner: 'police' | 'citizen'
  readonly dates: readonly DateField[]
  readonly needs: readonly DateField[]
  /** From the first day; `extends`: a longer time is an extension, and is said to be one. */
  readonly longest?: Span
  readonly extends?: true
  readonly source: string
  readonly clocks: readonly Clock[]
}

const expiry = (ahead: Span, source: string): Clock => ({ what: 'expiry', from: 'untilDay', after: {}, ahead, when: ['holds'], source })
const complaint: Clock = { what: 'complaint', from: 'decidedOn', after: { days: 28 }, ahead: { days: 28 }, when: ['holds', 'refused'], source: 'tilholdsloven, L 15 (2021-22)' }
const all = ['decidedOn', 'servedOn', 'fromDay', 'untilDay'] as const

export const rules: Readonly<Record<Kind, KindRule>> = {
  policeCaution: { owner: 'police', dates: ['decidedOn'], needs: ['decidedOn'], source: 'no law: informal', clocks: [] },
  provisionalRestrainingOrder: {
    owner: 'police', dates: ['decidedOn', 'servedOn'], needs: ['decidedOn'], source: 'tilholdsloven § 2 a',
    clocks: [
      { what: 'decision', from: 'servedOn', after: { days: 60 }, ahead: { days: 14 }, when: ['holds'], source: 'tilholdsloven § 2 a: as far as possible' },
      { ...complaint, check: true },
    ],
  },
  restrainingOrder: {
    owner: 'police', dates: all, needs: ['decidedOn', 'untilDay'], longest: { months: 60 }, source: 'tilholdsloven § 5',
    clocks: [expiry({ months: 4 }, 'tilholdsloven § 5; a new one has taken about three months'), complaint],
  },
  exclusionZone: {
    owner: 'police', dates: all, needs: ['decidedOn', 'untilDay'], longest: { months: 12 }, source: 'tilholdsloven § 5',
    clocks: [expiry({ months: 3 }, 'tilholdsloven § 5'), complaint],
  },
  expulsionFromHome: {
    owner: 'police', dates: all, needs: ['decidedOn', 'untilDay'], longest: { days: 28 }, extends: true, source: 'tilholdsloven, about §§ 7-10',
    clocks: [
      expiry({ days: 10 }, 'tilholdsloven, about §§ 7-10'),
      { what: 'review', from: 'decidedOn', after: { days: 14 }, ahead: { days: 14 }, when: ['holds'], source: 'domstol.dk 2019', check: true },
    ],
  },
  cprAddressProtection: {
    owner: 'citizen', dates: ['fromDay', 'untilDay'], needs: ['fromDay'], longest: { months: 60 }, source: 'CPR: 1 year as a rule',
    clocks: [{ what: 'renewal', from: 'untilDay', after: {}, ahead: { months: 1 }, when: ['holds'], source: 'CPR: lapses unless renewed' }],
  },
  specialAddressProtection: { owner: 'police', dates: ['decidedOn', 'fromDay'], needs: ['decidedOn'], source: 'CPR-loven § 6, stk. 6', clocks: [] },
}

/** Kinds under which contact is forbidden: a day with contact can be noted. */
export const bans: readonly Kind[] = ['provisionalRestrainingOrder', 'restrainingOrder', 'exclusionZone', 'expulsionFromHome']

/** Months later, or the last day of a month that has fewer. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10) as Day
}
export const plus = (day: Day, { months = 0, days = 0 }: Span): Day => addDays(addMonths(day, months), days)
const minus = (day: Day, { months = 0, days = 0 }: Span): Day => addDays(addMonths(day, -months), -days)

export interface Measure extends Dates {
  readonly kind: Kind
  readonly standing: Standing
  /** Made longer by a new decision. */
  readonly extended: boolean
}

/** The ordinary address protection lasts a year unless the letter says otherwise. */
export const withUsualEnd = (it: Measure): Measure =>
  (it.kind === 'cprAddressProtection' && it.fromDay && !it.untilDay ? { ...it, untilDay: addMonths(it.fromDay, 12) } : it)

/** From when it holds: the day it says, else the decision. */
const begins = (it: Measure): Day | null => it.fromDay ?? it.decidedOn

/** What is wrong with the dates, by field; empty when nothing is. */
export function faultsOf(it: Measure, today: Day): readonly { readonly field: DateField; readonly code: `measures.${string}` }[] {
  const rule = rules[it.kind]
  const missing = it.standing === 'holds' ? rule.needs.filter(field => !it[field]) : it.standing === 'refused' && rule.dates.includes('decidedOn') && !it.decidedOn ? ['decidedOn' as const] : []
  const early = (['decidedOn', 'servedOn'] as const).filter(field => (it[field] ?? today) > today)
  const start = begins(it)
  return [
    ...missing.map(field => ({ field, code: 'measures.needs-date' as const })),
    ...early.map(field => ({ field, code: 'measures.not-yet' as const })),
    ...(it.servedOn && it.decidedOn && it.servedOn < it.decidedOn ? [{ field: 'servedOn' as const, code: 'measures.served-first' as const }] : []),
    ...(start && it.untilDay && it.untilDay < start ? [{ field: 'untilDay' as const, code: 'measures.ends-first' as const }] : []),
    ...(start && it.untilDay && rule.longest && !(rule.extends && it.extended) && it.untilDay > plus(start, rule.longest) ? [{ field: 'untilDay' as const, code: 'measures.too-long' as const }] : []),
  ]
}

export interface Due { readonly what: ClockName; readonly on: Day; /** First day on which it is said. */ readonly since: Day; readonly check: boolean }

/** Every date that this measure's clocks come to, the first one first. */
export function clocksOf(it: Measure): readonly Due[] {
  return rules[it.kind].clocks.filter(clock => clock.when.includes(it.standing)).flatMap(({ what, from, after, ahead, check }): Due[] => {
    const start = it[from]
    if (!start) return []
    const on = plus(start, after)
    return [{ what, on, since: minus(on, ahead), check: check === true }]
  }).sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Days after its date that a warning still stands: somebody may have been away. */
export const stays = 14

/** What has to be said today. */
export const warningsOf = (it: Measure, today: Day): readonly Due[] =>
  clocksOf(it).filter(due => due.since <= today && daysBetween(due.on, today) <= stays)

/** private: hers, and nobody else sees it · shown: hers, and she lets the visitator and her coordinator see it · told: entered by those who were told. */
export const states = ['private', 'shown', 'told'] as const
export type State = (typeof states)[number]
export const stateOf = (it: { readonly origin: 'own' | 'told'; readonly shown: boolean }): State => (it.origin === 'told' ? 'told' : it.shown ? 'shown' : 'private')

const staff = (seen: readonly (State | '-')[]): Right => [{ by: 'visitator', ground: 'role', states: seen }, { by: 'primaryCoordinator', ground: 'holder', states: seen }]
export const rights = {
  'measures.own': [{ by: 'citizen', ground: 'unlocked', states: ['-'] }],
  'measures.read-own': [{ by: 'citizen', ground: 'unlocked', states: ['private', 'shown', 'told'] }],
  'measures.change-own': [{ by: 'citizen', ground: 'unlocked', states: ['private', 'shown'] }],
  'measures.show': [{ by: 'citizen', ground: 'unlocked', states: ['private'] }],
  'measures.hide': [{ by: 'citizen', ground: 'unlocked', states: ['shown'] }],
  'measures.remove': [{ by: 'citizen', ground: 'unlocked', states: ['private'] }],
  'measures.contact-own': [{ by: 'citizen', ground: 'unlocked', states: ['private', 'shown', 'told'] }],
  'measures.list': staff(['-']),
  'measures.enter': staff(['-']),
  'measures.change': staff(['told']),
  'measures.contact': staff(['told', 'shown']),
} as const satisfies Record<string, Right>
