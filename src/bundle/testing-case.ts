// For tests only: a case whose citizen shows her log to the visitator and has signed that it may go to the police.
import { randomUUID } from 'node:crypto'
import { enquire } from '../cases/enquire.ts'
import type { TestHouse } from '../directory/testing-house.ts'
import { addEntry } from '../incidents/actions.ts'
import { show, showPage } from '../incidents/actions-show.ts'
import { shortEntry } from '../incidents/testing-log.ts'
import type { Actor, PersonId } from '../kernel/actor.ts'
import { perform } from '../platform/action.ts'
import { clarify } from '../cases/actions.ts'

export interface TestCase { readonly id: string; readonly number: string; readonly citizen: Actor }

const handoff = { acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Der kommer breve hver dag.' }
const checklist = {
  acuteNow: 'no', unwanted: 'yes', repeated: 'yes', overTime: 'yes', formsPattern: 'yes', fixedOnOne: 'yes', watched: 'unknown',
  disturbsLife: 'partly', saidNo: 'yes', replied: 'partly', finding: 'stalking_likely', reason: 'Uønsket og gentaget.', seq: '1',
}

export async function testCase(town: TestHouse): Promise<TestCase> {
  const { result } = await perform(town.house, await town.as('jonas.eksempel'), enquire, handoff)
  await perform(town.house, await town.as('vibeke.eksempel'), clarify, { case: result.id, ...checklist, reachChannel: 'here' })
  const { rows } = await town.owner.query<{ citizen: PersonId; number: string }>('select citizen, number from case_now where case_id = $1', [result.id])
  const [row] = rows
  if (!row) throw new Error('the case is not there')
  return { id: result.id, number: row.number, citizen: { id: row.citizen, name: '', partnership: 1, organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true } }
}

export const write = async (town: TestHouse, citizen: Actor, told: string, more: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await perform(town.house, citizen, addEntry, shortEntry(told, more))).result.id

/** Shows these, or all she has written. */
export async function showTo(town: TestHouse, citizen: Actor, til: string, only?: readonly string[]): Promise<string> {
  const page = await perform(town.house, citizen, showPage, {})
  return (await perform(town.house, citizen, show, { til, vis: only ?? page.result.entries.map(it => it.row.id), older: only ? 'no' : 'yes' })).result.id
}

/** A signed consent to the police contact, written behind the walls: how it is signed is the consents' own test. */
export async function consentTo(town: TestHouse, citizen: Actor, topics: readonly string[] = ['log'], to = 'policeContact'): Promise<string> {
  const id = randomUUID()
  const visitator = await town.as('vibeke.eksempel')
  const now = town.house.clock.now()
  await town.owner.query(`insert into consent (id, partnership, citizen, to_role, form, version, asked_by, asked_at, signed_at, from_day, until_day, topics)
    values ($1, 1, $2, $3, 'consent-police', 1, $4, $5, $5, $6::date, $6::date + 90, $7)`, [id, citizen.id, to, visitator.id, now, now.toISOString().slice(0, 10), topics])
  return id
}
export const withdraw = (town: TestHouse, consent: string): Promise<unknown> =>
  town.owner.query('update consent set withdrawn_at = $2 where id = $1', [consent, town.house.clock.now()])
