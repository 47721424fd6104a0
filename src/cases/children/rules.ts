// Children in a case, the family counsellor's own track, and somebody under 18. Pure.
import { Refusal } from '../../kernel/refusal.ts'
import type { Grant } from '../../kernel/rights.ts'
import { type Answers, given } from '../../forms/rules.ts'
import { rights as coordination } from '../coordination/rules.ts'

/** Her records: a talk with each of them apart, agreements about contact, and what came of it for the child. */
export const recordKinds = ['child', 'mother', 'father', 'agreement', 'outcome'] as const
export type RecordKind = (typeof recordKinds)[number]
export const recordWords: Readonly<Record<RecordKind, string>> = { child: 'barnet', mother: 'moren', father: 'faren', agreement: 'aftale', outcome: 'udbytte' }
export const recordOf = (word: string): RecordKind | undefined => recordKinds.find(it => recordWords[it] === word)

/** Which parent is the other party in the case; `none` where neither is. */
export const otherParents = ['father', 'mother', 'none'] as const
export type OtherParent = (typeof otherParents)[number]
/** A talk with the parent who is the other party is a contact with the other party: she is told first. */
export const needsTelling = (kind: RecordKind, other: OtherParent): boolean => other !== 'none' && kind === other

/** The parent who is exposed, where the other one is the other party. */
export const exposedParent = (other: OtherParent): RecordKind | undefined => (other === 'father' ? 'mother' : other === 'mother' ? 'father' : undefined)
/** Whose page shows how she is reached: not one that the other party may come to read. Where neither parent is the other party, she may be either. */
export const showsHerRule = (kind: RecordKind, other: OtherParent): boolean => kind === 'child' || kind === exposedParent(other) || (other === 'none' && (kind === 'mother' || kind === 'father'))

export const trackStates = ['asked', 'accepted', 'declined', 'taken-back', 'ended'] as const
export type TrackState = (typeof trackStates)[number]
export type TrackStep = 'accept' | 'decline' | 'take-back' | 'end'
/** What can happen to a track; what is not here cannot. */
export const trackSteps: Readonly<Record<TrackState, Partial<Readonly<Record<TrackStep, TrackState>>>>> = {
  asked: { accept: 'accepted', decline: 'declined', 'take-back': 'taken-back' }, accepted: { end: 'ended' }, declined: {}, 'taken-back': {}, ended: {},
}
/** @throws Refusal conflict where it cannot happen */
export function stepTo(state: TrackState, step: TrackStep): TrackState {
  const to = trackSteps[state][step]
  if (!to) throw new Refusal('conflict', 'cases.track-changed')
  return to
}
export const trackState = (last: TrackStep | null): TrackState =>
  last === null ? 'asked' : last === 'accept' ? 'accepted' : last === 'decline' ? 'declined' : last === 'end' ? 'ended' : 'taken-back'

/** Whether anything may go to whoever has custody of somebody under 18: not where that is the other party, and not while nobody knows. */
export function custodyMayBeReached(young: Answers | undefined): boolean {
  if (!young || given(young.values, 'under18') !== 'yes') return true
  return given(young.values, 'holderIs') === 'no'
}
export const isYoung = (young: Answers | undefined): boolean => young !== undefined && given(young.values, 'under18') === 'yes'

const hers = (ground: 'receiver' | 'holder', states: readonly TrackState[]): Grant => ({ by: 'familyCounsellor', ground, states })
export const rights = {
  'cases.tell-duty': coordination['cases.write-paper'], 'cases.ask-counsellor': coordination['cases.write-paper'],
  'cases.family-read': [hers('receiver', ['asked']), hers('holder', ['accepted', 'ended'])],
  'cases.family-record': [hers('holder', ['accepted', 'ended'])],
  'cases.family-answer': [hers('receiver', ['asked'])],
  'cases.family-write': [hers('holder', ['accepted'])],
  'cases.track-appoint': [{ by: 'leader', ground: 'role', states: ['adrift', 'with-leader'] }] as readonly Grant[],
} as const
