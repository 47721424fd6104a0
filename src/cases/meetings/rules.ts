// Meetings about a case: never both parties at one table, and each receiver gets what there is a ground for. Pure.
import type { Role } from '../../kernel/actor.ts'
import type { Day } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Grant } from '../../kernel/rights.ts'
import { type Consent, consentFor, receivers, type Topic as About, topics as abouts } from '../../consents/rules.ts'
import { isTaskRole, rights as coordination, taskRoles } from '../coordination/rules.ts'

export type Party = 'none' | 'citizen' | 'other'

/**
 * Which party a meeting is with, from who sits at it.
 * @throws Refusal conflict when both would: they never meet at one table
 */
export function partyOf(citizens: readonly string[], others: readonly string[]): Party {
  if (citizens.length > 0 && others.length > 0) throw new Refusal('conflict', 'cases.both-parties', 'others')
  return citizens.length > 0 ? 'citizen' : others.length > 0 ? 'other' : 'none'
}

/** What a topic may be shared on: within the house only, under a consent about this, or because it is that organisation's own. */
export type Sharing = 'house' | About | number
export interface Topic { readonly id: string; readonly text: string; readonly sharing: Sharing }
export interface Receiver { readonly organisation: number; readonly role: Role }
export interface Cut { readonly topic: Topic; readonly ground: string }

/** `house`, a consent's subject, or an organisation's number; undefined where it is none of these. */
export function readSharing(text: string, organisations: readonly number[]): Sharing | undefined {
  if (text === 'house') return 'house'
  return abouts.find(it => it === text) ?? organisations.find(it => String(it) === text)
}

/** The topics that a receiver may hear, each with its ground. Within the house all; to another organisation what it owns or a consent covers today. */
export function cutFor(to: Receiver, house: number, topics: readonly Topic[], consents: readonly Consent[], today: Day): readonly Cut[] {
  return topics.flatMap((topic): Cut[] => {
    if (to.organisation === house) return [{ topic, ground: 'house' }]
    if (topic.sharing === to.organisation) return [{ topic, ground: 'own' }]
    const role = receivers.find(it => it === to.role)
    const about = abouts.find(it => it === topic.sharing)
    const consent = role && about && consentFor(consents, role, about, today)
    return consent ? [{ topic, ground: `consent:${consent.id}` }] : []
  })
}

/** Those who can sit at a meeting as part of their work. */
export const seatRoles: readonly Role[] = [...taskRoles, ...receivers]
export const isSeatRole = (role: Role): boolean => isTaskRole(role) || receivers.some(it => it === role)

export const rights = {
  'cases.hold-meeting': coordination['cases.write-paper'],
  'cases.read-copy': seatRoles.map((by): Grant => ({ by, ground: 'receiver', states: 'every' })),
} as const
