// Who acts, in which role, and on what ground. Knows nothing of what the system is for.

declare const brand: unique symbol
/** A person known to the directory: 36 characters, a UUID. */
export type PersonId = string & { readonly [brand]: 'person' }

/** The product roles. Names, holders and units are data; this list and what each may do is code. */
export const roles = [
  'citizen', 'firstContact', 'visitator', 'primaryCoordinator', 'familyCounsellor', 'policeContact', 'dscAdviser', 'leader', 'tovholder',
  'followUpMember', 'steeringMember', 'workEnvironment', 'hr', 'trainingCoordinator', 'toolEditor', 'evaluator', 'groupVolunteer', 'keyPerson',
  'dataProtectionOfficer', 'operator',
] as const
export type Role = (typeof roles)[number]
/** Everybody who works here. */
export const colleagues = roles.filter(role => role !== 'citizen')

/** One person signed in, with the roles held on this day. `unlocked`: a citizen who has given her passphrase again. */
export interface Actor {
  readonly id: PersonId
  readonly name: string
  readonly partnership: number
  readonly organisation: number
  readonly organisationName: string
  readonly roles: readonly Role[]
  readonly unlocked: boolean
}

/**
 * Why somebody may do a thing.
 * own: it is hers · unlocked: it is hers and she has just given her passphrase · role: the role itself, inside its partnership ·
 * holder: has the baton · receiver: it was sent to this person or role · shown: the owner shows it · consent: a signed consent covers it.
 */
export type GroundKind = 'own' | 'unlocked' | 'role' | 'holder' | 'receiver' | 'shown' | 'consent'

/** The answer of a right: in which role it is done, why, and (for shown, consent) which paper. */
export interface Ground {
  readonly by: Role
  readonly kind: GroundKind
  readonly paper?: string
}

/** As the journal writes it: `own`, `role:visitator`, `consent:17@policeContact`. */
export function groundText(ground: Ground): string {
  if (ground.kind === 'own' || ground.kind === 'unlocked') return ground.kind
  return ground.paper === undefined ? `${ground.kind}:${ground.by}` : `${ground.kind}:${ground.paper}@${ground.by}`
}
