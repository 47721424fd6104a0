import type { Actor, Ground, GroundKind, PersonId, Role } from './actor.ts'

/** One line of a sheet: this role, on this ground, while the thing is in one of these states. */
export interface Grant {
  readonly by: Role
  readonly ground: GroundKind
  readonly states: readonly string[] | 'every'
}

/** How a thing stands to people. Read by the gate before anything of its content is read. */
export interface Standing {
  readonly partnership: number
  /** Where the thing is in its life; `-` for things without states. */
  readonly state: string
  readonly owner?: PersonId
  readonly holder?: PersonId
  readonly receivers?: readonly PersonId[]
  /** The role that it was sent to; undefined where it was sent to a person, whatever the role. */
  readonly receivedAs?: Role
  readonly shown?: readonly Paper[]
  readonly consents?: readonly Paper[]
}
/** `organisation`, `person`: it counts for them alone in that role. */
export interface Paper { readonly id: string; readonly to: Role; readonly organisation?: number; readonly person?: PersonId }

/** A right is its grants; the first that fits is the ground. What no grant names cannot be done. */
export type Right = readonly Grant[]

/** Answers with the ground on which `actor` may, or nothing. Another partnership is as good as another world. */
export function decide(right: Right, actor: Actor, it: Standing): Ground | undefined {
  if (actor.partnership !== it.partnership) return undefined
  for (const grant of right) {
    if (!actor.roles.includes(grant.by)) continue
    if (grant.states !== 'every' && !grant.states.includes(it.state)) continue
    const ground = grounds[grant.ground](grant.by, actor, it)
    if (ground) return ground
  }
  return undefined
}

const grounds: Readonly<Record<GroundKind, (by: Role, actor: Actor, it: Standing) => Ground | undefined>> = {
  own: (by, actor, it) => (actor.id === it.owner ? { by, kind: 'own' } : undefined),
  unlocked: (by, actor, it) => (actor.id === it.owner && actor.unlocked ? { by, kind: 'unlocked' } : undefined),
  role: by => ({ by, kind: 'role' }),
  holder: (by, actor, it) => (actor.id === it.holder ? { by, kind: 'holder' } : undefined),
  receiver: (by, actor, it) => (it.receivers?.includes(actor.id) && (it.receivedAs ?? by) === by ? { by, kind: 'receiver' } : undefined),
  shown: (by, actor, it) => paper(it.shown, by, actor, 'shown'),
  consent: (by, actor, it) => paper(it.consents, by, actor, 'consent'),
}

function paper(papers: readonly Paper[] | undefined, by: Role, actor: Actor, kind: 'shown' | 'consent'): Ground | undefined {
  const found = papers?.find(it =>
    it.to === by && (it.organisation === undefined || it.organisation === actor.organisation) && (it.person === undefined || it.person === actor.id))
  return found && { by, kind, paper: found.id }
}
