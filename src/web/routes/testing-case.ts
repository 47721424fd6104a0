// For tests only: a case that has come as far as a clarification, the citizen behind it at her own door, and colleagues at theirs.
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { Actor, PersonId, Role } from '../../kernel/actor.ts'
import { clarify } from '../../cases/actions.ts'
import { enquire } from '../../cases/enquire.ts'
import type { TestHouse } from '../../directory/testing-house.ts'
import { issueCode } from '../../identity/signin.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { checklist1 } from '../../toolkit/forms/checklist-1.ts'
import type { Form } from '../../forms/rules.ts'
import { type Visit, visit } from '../door/testing-visit.ts'

const handoff = {
  acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'yes', citizenName: 'Signe Opdigt', callBack: 'phone',
  callBackHow: '00 11 22 33, hverdage 10-12', children: 'no', told: 'Hun får breve hver dag.',
}
function checklist(form: Form): Record<string, string> {
  const asked = form.parts.flatMap(part => part.questions).filter(it => it.required && !it.showIf)
  return { ...Object.fromEntries(asked.map(it => [it.id, it.kind === 'one' ? it.options[0]?.id ?? '' : it.kind === 'yesno' ? 'no' : 'unknown'])) }
}

export interface OpenCase { readonly id: string; readonly number: string; readonly citizen: PersonId }

/** An enquiry from the jobcenter, clarified by the visitator. */
export async function openedCase(town: TestHouse, finding = 'stalking_likely'): Promise<OpenCase> {
  const { result: { id } } = await perform(town.house, await town.as('jonas.eksempel'), enquire, handoff)
  await perform(town.house, await town.as('vibeke.eksempel'), clarify, { case: id, seq: '1', ...checklist(checklist1), finding, reason: 'Uønsket og gentaget.', reachChannel: 'here' })
  const found = await town.owner.query<{ citizen: PersonId; number: string }>('select citizen, number from case_now where case_id = $1', [id])
  const row = found.rows[0]
  if (!row) throw new Error('the case is not there')
  return { id, ...row }
}

/** The citizen of a case as she acts when she has just given her passphrase. */
export const actorOf = (it: OpenCase): Actor =>
  ({ id: it.citizen, name: '', partnership: 1, organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true })

const phrase = 'fire tilfældige ord her'

/** The citizen, signed in and unlocked. */
export async function herVisit(town: TestHouse, app: Hono, it: OpenCase): Promise<Visit> {
  const actor = await town.as('vibeke.eksempel')
  const now = town.house.clock.now()
  const { code } = await withRole(town.house.pool, 'visitator', { person: actor.id, partnership: 1, now }, db =>
    issueCode({ house: town.house, db, actor, ground: { by: 'visitator', kind: 'role' }, now }, it.citizen))
  const her = visit(app)
  await her.post('/noter/kode', { code })
  await her.post('/noter/ny', { name: `navn ${randomUUID().slice(0, 8)}`, passphrase: phrase, again: phrase })
  await her.post('/noter/laas', { secret: phrase, til: '/noter' })
  return her
}

export async function staffVisit(town: TestHouse, app: Hono, signIn: string): Promise<Visit> {
  const who = visit(app)
  await who.post(`/demo/ind/${(await town.as(signIn)).id}`, {})
  return who
}

/** What a role gets from the database when it asks for itself, whatever the first wall would have said. */
export async function asRole<T>(town: TestHouse, who: { readonly id: string }, role: Role, work: Parameters<typeof withRole<T>>[3]): Promise<T> {
  return withRole(town.house.pool, role, { person: who.id, partnership: 1, now: town.house.clock.now() }, work)
}
