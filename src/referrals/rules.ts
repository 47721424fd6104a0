// A referral: who asks whom, on what ground, what the copy holds, and what can become of it. Pure.
import type { Agreement } from '../cases/told-first/rules.ts'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Grant, Right } from '../kernel/rights.ts'
import type { Climb } from '../cases/late.ts'
import { type Status, steps as caseSteps } from '../cases/rules.ts'
import type { KeptSigned } from './signed.ts'
import { type Consent, covers, type Receiver, topics, type Topic } from '../consents/rules.ts'

/** Roles that receive. The visitator receives what the police and Dansk Stalking Center send the other way. */
export const receivers = ['primaryCoordinator', 'familyCounsellor', 'policeContact', 'dscAdviser', 'visitator'] as const satisfies readonly Role[]
export type ReceivingRole = (typeof receivers)[number]
/** `outside`: somebody who is not in the system gets it on paper, and the sender writes down the answer. */
export type To = ReceivingRole | 'outside'
/** Whom a case refers to inside the system. */
export const fromCase = ['primaryCoordinator', 'familyCounsellor', 'policeContact', 'dscAdviser'] as const satisfies readonly ReceivingRole[]
export const outsides = ['shelter', 'doctor', 'selfHelpGroup', 'otherMunicipality', 'other'] as const
export type Outside = (typeof outsides)[number]

export const states = ['sent', 'seen', 'overdue', 'escalated', 'accepted', 'declined', 'taken-back', 'answered'] as const
export type State = (typeof states)[number]
export const moves = ['see', 'accept', 'decline', 'take-back', 'answer', 'remind', 'pass-on', 'to-leader', 'appoint', 'hand-on', 'tell'] as const
export type Move = (typeof moves)[number]

interface Step { readonly by: 'receiver' | 'sender' | 'clock' | 'leader' | 'handover'; readonly to: State; readonly needs?: 'reason' | 'answer' }

/** Her word alone counts only between authorities; to all others it is a paper that she signed, or a law that is named. */
export const outGrounds = ['signed-paper', 'oral', 'law'] as const
export const mayGoOutOn = (to: Outside, ground: (typeof outGrounds)[number]): boolean => ground !== 'oral' || to === 'otherMunicipality'
/** Dansk Stalking Center by another name: that way goes on a signature alone, whichever page it begins on. */
export const isCentre = (name: string): boolean => /dansk\s+stalking|stalking\s*-?\s*cent|\bdsc\b/i.test(name)
/** What somebody outside who sent a citizen here may hear: whether she was taken, or also what came of it, which needs the same ground as a letter to them. */
export const tellings = ['state', 'words'] as const
export type Telling = (typeof tellings)[number]
/** What of a spoken yes does not hold, with the field: it is between authorities, for five working days, and for how to reach her alone. `over`: the day it no longer holds. */
export function oralFault(it: { readonly authority: boolean; readonly today: Day; readonly over: Day; readonly account: string }): { readonly field: 'how' | 'day' | 'account'; readonly code: `referrals.${string}` } | undefined {
  if (!it.authority) return { field: 'how', code: 'referrals.oral-not-enough' }
  if (it.today >= it.over) return { field: 'day', code: 'referrals.oral-over' }
  return it.account === '' ? undefined : { field: 'account', code: 'referrals.oral-covers-contact' }
}
/** To Dansk Stalking Center it is always a paper that was signed. */
export const backGrounds = ['signed-paper', 'oral'] as const

/** While it waits, whoever is to answer can answer, however late, and the sender can take it back. */
const answering = {
  accept: { by: 'receiver', to: 'accepted' }, decline: { by: 'receiver', to: 'declined', needs: 'reason' },
  'take-back': { by: 'sender', to: 'taken-back', needs: 'reason' },
} as const
/** Whoever hands over all cases hands on what waits in that role too, in the same transaction (`gate.goes_along`). */
const along = { 'hand-on': { by: 'handover', to: 'sent' } } as const
/** The clock reminds first. What was passed on and is late again goes to the leader. */
const late = { remind: { by: 'clock', to: 'overdue' }, 'to-leader': { by: 'clock', to: 'escalated' } } as const

/** Everything that can happen to a referral. What is not in this table cannot happen. Declined goes back to the sender, who must act. */
export const steps: Readonly<Record<State, Partial<Readonly<Record<Move, Step>>>>> = {
  sent: { see: { by: 'receiver', to: 'seen' }, ...answering, ...late, ...along },
  seen: { ...answering, ...late, ...along },
  overdue: { ...answering, ...along, 'pass-on': { by: 'clock', to: 'sent' }, 'to-leader': late['to-leader'] },
  escalated: { ...answering, appoint: { by: 'leader', to: 'sent' } },
  accepted: { answer: { by: 'receiver', to: 'answered', needs: 'answer' }, 'hand-on': { by: 'handover', to: 'accepted' }, tell: { by: 'receiver', to: 'accepted' } },
  answered: { answer: { by: 'receiver', to: 'answered', needs: 'answer' }, 'hand-on': { by: 'handover', to: 'answered' }, tell: { by: 'receiver', to: 'answered' } },
  declined: { 'hand-on': { by: 'handover', to: 'declined' }, tell: { by: 'receiver', to: 'declined' } },
  'taken-back': {},
}

/** Where it stands after the move. @throws Refusal conflict where the table has no such move, invalid where words are missing */
export function take(state: State, move: Move, words: string | undefined): State {
  const step = steps[state][move]
  if (!step) throw new Refusal('conflict', `referrals.cannot-${move}`)
  if (step.needs && !words?.trim()) throw new Refusal('invalid', `referrals.needs-${step.needs}`, step.needs)
  return step.to
}

/** Somebody outside sent it here, and nobody reads the answer but by being told. */
export const cameFromOutside = (it: Pick<Referral, 'to' | 'outside'>): boolean => it.to === 'visitator' && it.outside !== null

/** Waiting for somebody: an open referral has a receiver who has not answered yet. */
export const waiting = ['sent', 'seen', 'overdue', 'escalated'] as const satisfies readonly State[]
export const isWaiting = (state: State): boolean => (waiting as readonly State[]).includes(state)

/** A case is taken by a coordinator only where its own table has that; what goes across a border needs none. */
export const mayGoTo = (to: To, status: Status): boolean => to !== 'primaryCoordinator' || caseSteps[status].accept !== undefined

/** Across a border a signed consent is the ground; inside the municipality it is the task, with its reason. */
export const needsConsent = (to: To): to is Receiver => to === 'policeContact' || to === 'dscAdviser'
/** Whoever takes it has the case too. */
export const takesBaton = (to: To): boolean => to === 'primaryCoordinator'

/** The one consent that holds for them today. */
export const holdingConsent = (all: readonly Consent[], to: Receiver, today: Day): Consent | undefined =>
  all.find(it => topics.some(topic => covers(it, to, topic, today)))

/** What may go along under this consent today. Nothing else ever does. */
export const covered = (consent: Consent | undefined, to: Receiver, today: Day): readonly Topic[] =>
  topics.filter(topic => consent !== undefined && covers(consent, to, topic, today))

/** The frozen copy: for each topic the words that were sent, for `log` the chosen incidents as the other party may come to read them. */
export interface Copy {
  readonly purpose: string
  /** Where it went outside the system or came from there, on what ground, and how they are reached. */
  readonly out?: { readonly name: string; readonly ground: string; readonly reach?: string | undefined }
  /** To the police: whether they tell before they speak with the other party. */
  readonly policeTells?: Agreement
  readonly texts: Partial<Readonly<Record<Exclude<Topic, 'log'>, string>>>
  readonly entries: readonly CopiedEntry[]
}
export interface CopiedEntry { readonly no: number; readonly when: string; readonly kind: string; readonly told: string; readonly typical: boolean }

/** Takes out of a draft everything that the consent does not name. */
export const within = (allowed: readonly Topic[], draft: Copy): Copy => ({
  purpose: draft.purpose,
  ...(draft.out && { out: draft.out }), ...(draft.policeTells && { policeTells: draft.policeTells }),
  texts: Object.fromEntries(Object.entries(draft.texts).filter(([topic, text]) => allowed.includes(topic as Topic) && text.trim() !== '')),
  entries: allowed.includes('log') ? draft.entries : [],
})

/** Whether anything but the question goes along. */
export const isEmpty = (copy: Copy): boolean => copy.entries.length === 0 && Object.keys(copy.texts).length === 0

/** On what it was sent: a task inside the municipality, her consent here, a paper she signed, her word, or the law with a reason. */
export const sentOn = ['task', 'consent', 'signed-paper', 'oral', 'law'] as const
export type SentOn = (typeof sentOn)[number]

export interface Referral {
  readonly id: string
  /** Null where the sender has no case, as the police have none here. */
  readonly caseId: string | null
  readonly number: string
  readonly citizen: PersonId | null
  readonly to: To
  /** Whose it is to answer today; null outside the system. */
  readonly toPerson: PersonId | null
  readonly toName: string
  readonly toOrganisation: string
  readonly outside: Outside | null
  readonly tells: Telling | null
  /** A person who stalks is referred apart from whom it is about, and counted apart. */
  readonly about: 'exposed' | 'stalks'
  readonly ground: SentOn | null
  readonly fromName: string
  readonly fromPhone: string | null
  readonly sentAt: Date
  /** By when it is to be accepted, and after that answered; null where nothing more waits. */
  readonly due: Date | null
  readonly state: State
  readonly lateStep: Climb | null
  /** When the present state was reached. */
  readonly at: Date
}

/** What goes to somebody outside the system, with what was answered. */
export interface Paper { readonly referral: Referral; readonly copy: Copy; readonly signed: KeptSigned | undefined; /** Whether the sheet may still be handed over. */ readonly goes: boolean; readonly from: { readonly name: string; readonly organisation: string }; readonly answers: readonly { readonly at: Date; readonly byName: string | null; readonly words: string }[] }

/** What the sender is told: never more than whether it was taken, unless the ground covers words. Nobody is named in it. */
export interface Reply {
  readonly referral: Referral
  readonly to: { readonly name: string; readonly reach: string | undefined; readonly ground: string }
  readonly from: { readonly name: string; readonly organisation: string }
  readonly told: readonly { readonly at: Date; readonly byName: string | null; readonly how: string; readonly words: string }[]
  /** Whether this state has been told. */
  readonly done: boolean
}

/**
 * Whether one more may be sent while these are out: one question at a time to each receiver,
 * and the baton is offered to one coordinator at a time.
 */
export const isAsked = (out: readonly Pick<Referral, 'to' | 'toPerson' | 'state'>[], to: To, person: string): boolean =>
  out.some(it => isWaiting(it.state) && it.to === to && (to === 'primaryCoordinator' || it.toPerson === person))

const sender: readonly Grant[] = [
  { by: 'visitator', ground: 'role', states: ['logging', 'clarified', 'coordinated'] }, { by: 'primaryCoordinator', ground: 'holder', states: ['coordinated'] },
]
const receiving = (states: readonly State[] | 'every'): readonly Grant[] => receivers.map(by => ({ by, ground: 'receiver', states }))
const from = (move: Move) => states.filter(state => steps[state][move])

const signers: readonly Grant[] = [
  { by: 'visitator', ground: 'role', states: ['outside'] }, { by: 'primaryCoordinator', ground: 'holder', states: ['outside'] },
  { by: 'policeContact', ground: 'own', states: ['inside'] }, { by: 'dscAdviser', ground: 'own', states: ['inside'] },
]

export const rights = {
  'referrals.compose': sender,
  'referrals.send': sender,
  'referrals.inbox': receivers.map((by): Grant => ({ by, ground: 'role', states: 'every' })),
  'referrals.read': receiving([...waiting, 'accepted', 'answered']),
  'referrals.accept': receiving(from('accept')),
  'referrals.decline': receiving(from('decline')),
  'referrals.answer': receiving(from('answer')),
  'referrals.take-back': [
    { by: 'visitator', ground: 'role', states: from('take-back') }, { by: 'primaryCoordinator', ground: 'holder', states: from('take-back') },
  ],
  'referrals.keep-draft': sender,
  // Outside the system: on paper, and the sender writes down what was answered.
  'referrals.send-out': sender,
  'referrals.copy': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: 'every' }],
  'referrals.paper': [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: 'every' }],
  'referrals.answer-for': [{ by: 'visitator', ground: 'role', states: [...waiting, 'accepted', 'answered'] }, { by: 'primaryCoordinator', ground: 'holder', states: [...waiting, 'accepted', 'answered'] }],
  // The paper that it went on: outside the system with whoever has the case, else with those who sent it.
  'referrals.signed': signers, 'referrals.end-signed': signers,
  // The other way: a citizen to the visitator; and from the police to the centre, also somebody who stalks.
  'referrals.send-here': [{ by: 'policeContact', ground: 'role', states: ['-'] }, { by: 'dscAdviser', ground: 'role', states: ['-'] }],
  'referrals.send-to-centre': [{ by: 'policeContact', ground: 'role', states: ['-'] }],
  // From somebody outside the system: written down by whoever takes it, answered by the visitator, who tells them.
  'referrals.take-in': (['visitator', 'firstContact', 'primaryCoordinator', 'familyCounsellor'] as const).map((by): Grant => ({ by, ground: 'role', states: ['-'] })),
  'referrals.reply': [{ by: 'visitator', ground: 'receiver', states: ['accepted', 'declined', 'answered'] }],
  // Out of talks with a person who stalks, by whoever has them.
  'referrals.send-his': [{ by: 'familyCounsellor', ground: 'holder', states: ['open'] }, { by: 'policeContact', ground: 'holder', states: ['open'] }],
  'referrals.take-home': (['familyCounsellor', 'policeContact', 'dscAdviser'] as const).map((by): Grant => ({ by, ground: 'own', states: from('take-back') })),
  'referrals.note': receiving([...waiting, 'accepted', 'answered']).filter(it => it.by !== 'visitator'),
  'referrals.card': receiving([...waiting, 'accepted', 'answered']).filter(it => it.by === 'policeContact'),
  // Where a day has passed: the leader appoints, the tovholder sees number, day and name. Neither reads anything else.
  'referrals.late': [{ by: 'leader', ground: 'role', states: 'every' }, { by: 'tovholder', ground: 'role', states: 'every' }],
  'referrals.appoint': [{ by: 'leader', ground: 'role', states: from('appoint') }],
  'referrals.own': [{ by: 'citizen', ground: 'unlocked', states: 'every' }],
} as const satisfies Record<string, Right>
