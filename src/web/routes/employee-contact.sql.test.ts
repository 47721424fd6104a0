// Out of an employee's case the other party is reached only after the employee was told, whoever it is; the record never says who told.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { withRole } from '../../platform/db.ts'
import { employee, type Walled, walled } from './testing-sides.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let it: Walled
before(async () => {
  town = await testHouse()
  it = walled(town, openWeb(town.house))
})
after(() => town.close())

const colleague = { ...employee, relation: 'manager', otherAtWork: 'no' } as const
const first = { first: 'told', firstOn: '2026-11-03' } as const
const talk = { way: 'talk', when: 'done', on: '2026-11-03', told: 'Samtale om, hvordan man taler sammen på arbejdet.' } as const
const seq = async (id: string) => String((await it.standing(id)).seq)
const contact = async (name: string, id: string, fields: Readonly<Record<string, string>>) => it.ask(name, `/medarbejdere/${id}/kontakt`, { seq: await seq(id), ...fields })

test('leader, HR and work environment reach the other party only after it is answered whether the employee was told', async () => {
  const id = await it.open('karen.proeve', '/medarbejdere', colleague)
  for (const name of ['karen.proeve', 'helle.eksempel', 'anders.proeve']) {
    assert.match((await it.ask(name, `/medarbejdere/${id}/kontakt`)).text, /Har medarbejderen fået det at vide først/)
    const unanswered = await contact(name, id, talk)
    assert.equal(unanswered.status, 422, name)
    assert.match(unanswered.text, /Svar på, om den udsatte har fået det at vide/)
    assert.match(unanswered.text, /hvordan man taler sammen/, 'nothing of what was written is lost')
    assert.equal((await contact(name, id, { ...talk, first: 'nobody', firstWhy: 'Ingen' })).status, 422, 'it is her case: somebody exposed is known')
    assert.equal((await contact(name, id, { ...talk, first: 'waived' })).status, 422, 'a reason is needed')
    assert.equal((await contact(name, id, { ...talk, ...first, when: 'planned', on: '2026-11-02' })).status, 422, 'what is planned lies ahead')
    assert.equal((await contact(name, id, { ...talk, ...first, on: '2026-11-02' })).status, 422, 'told after the talk')
    assert.equal((await contact(name, id, { ...talk, ...first })).status, 303, name)
  }
  assert.deepEqual(await it.moves(id), ['open', 'contact', 'contact', 'contact'])
  assert.match((await it.ask('helle.eksempel', `/medarbejdere/${id}`)).text, /Fortalt den udsatte først, sikkerheden gennemgået/)
})

test('a contact that is planned is asked of before it, and written as made once', async () => {
  const id = await it.open('karen.proeve', '/medarbejdere', colleague)
  assert.doesNotMatch((await it.ask('karen.proeve', `/medarbejdere/${id}`)).text, /Skriv, at en kontakt er sket/)
  assert.equal((await contact('karen.proeve', id, { ...talk, when: 'planned', on: '2026-11-05' })).status, 422)
  assert.equal((await contact('karen.proeve', id, { ...talk, when: 'planned', on: '2026-11-05', first: 'waived', firstWhy: 'Hun har bedt om at slippe for at høre om det.' })).status, 303)
  const planned = await seq(id)
  const made = async (on: string) => it.ask('anders.proeve', `/medarbejdere/${id}/kontakt-sket`, { seq: await seq(id), made: planned, on })
  assert.equal((await made('2026-11-05')).status, 422, 'the day has not come')
  assert.equal((await made('2026-11-03')).status, 303)
  assert.equal((await made('2026-11-03')).status, 409, 'once')
  assert.deepEqual(await it.moves(id), ['open', 'contact', 'contacted'])
})

test('what is written about the contact does not name the employee, and nobody outside the wall can write it', async () => {
  const id = await it.open('karen.proeve', '/medarbejdere', colleague)
  const named = await contact('karen.proeve', id, { ...talk, ...first, told: 'Sanne har klaget over ham.' })
  assert.equal(named.status, 422)
  assert.match(named.text, /nævner medarbejderen/)
  for (const name of ['vibeke.eksempel', 'torben.eksempel', 'nadia.opdigt']) assert.equal((await contact(name, id, { ...talk, ...first })).status, 404, name)
  const vibeke = await town.as('vibeke.eksempel')
  const behind = () => withRole(town.house.pool, 'visitator', { person: vibeke.id, partnership: 1, now: town.house.clock.now() }, db => sql`
    insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent, box) values (${id}, 2, 1, 'contact', ${vibeke.id}, 'visitator', now(), 'open', null, 'plan', now(), false, ${Buffer.from('x')})`.execute(db))
  await assert.rejects(behind, { code: '42501' })
})
