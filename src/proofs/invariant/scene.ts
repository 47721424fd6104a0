// What every command of a generated history is made with: who does it, and to what of that which there is.
import type { Actor, Role } from '../../kernel/actor.ts'
import { endRole } from '../../cases/handover/leaving.ts'
import { accept as acceptHandover } from '../../cases/handover/actions.ts'
import { type Action, type Facts, type House, perform } from '../../platform/action.ts'
import { acceptAction, declineAction } from '../../referrals/actions-receive.ts'
import { actorOf, cast, heldToday, inRole, type Look, type Model } from './model.ts'

/** An action as one goes to it: by whom, and with what. */
export type Way = (house: House, actor: Actor, raw: object) => Promise<unknown>
export const way = <I, F extends Facts, R>(it: Action<I, F, R>): Way => (house, actor, raw) => perform(house, actor, it, raw)

/** The actions that a planted fault may put another in the place of. */
export const acts = { acceptHandover: way(acceptHandover), accept: way(acceptAction), decline: way(declineAction), endRole: way(endRole) }
export type Acts = Readonly<Record<keyof typeof acts, Way>>

/** Small numbers that pick among those there are. */
export interface Numbers { readonly who: number; readonly on: number; readonly to: number; readonly n: number }
/** `marks`: what lies in the tables when it is answered with done; see `marksOf`. */
export interface Ready { readonly run: () => Promise<unknown>; readonly marks?: readonly string[]; readonly citizen?: string; readonly leaves?: { readonly person: string; readonly role: Role } }

export const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(all.length, 1)]
export const words = 'Prøve.'

export interface Scene { readonly model: Model; readonly look: Look; readonly draw: Numbers; readonly acts: Acts }
/** Undefined where there is nothing to do it to. */
export type Kind = (scene: Scene) => Ready | undefined

/** Mostly one who holds the role; sometimes anybody at all. */
export function somebody({ look, draw }: Scene, ...wanted: readonly Role[]): Actor {
  const all = draw.who % 16 === 15 ? look.people.slice(0, cast.length + 8).map(it => it.id) : inRole(look, ...wanted)
  return actorOf(look, pick(all, draw.who) ?? look.people[0]?.id ?? '')
}
export const standsFor = (look: Look, id: string): string => heldToday(look).find(it => it.forPerson === id)?.person ?? id
