// Cases behind walls when nobody acts, and when somebody leaves: each climbs by its own ladder and never past its wall.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { sideSteps } from '../../cases/sides/actions.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Role } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { employee, father, idIn, type Walled, walled } from './testing-sides.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let it: Walled
const ids = new Map<string, string>()
const who = (name: string): string => ids.get(name) ?? ''
before(async () => {
  town = await testHouse()
  it = walled(town, openWeb(town.house))
  for (const name of ['karen.proeve', 'helle.eksempel', 'anders.proeve', 'nadia.opdigt', 'mikkel.opdigt', 'peter.opdigt', 'torben.eksempel']) ids.set(name, (await town.as(name)).id)
})
after(() => town.close())
const hold = (role: string, name: string, to: string | null = null, forName: string | null = null) =>
  town.owner.query('insert into holding (partnership, role, person, from_day, to_day, stands_in, for_person) values (1, $1, $2, $3, $4, $5, $6)', [role, who(name), '2026-11-01', to, forName !== null, forName && who(forName)])
const giveUp = (role: string, name: string) => town.owner.query('delete from holding where role = $1 and person = $2', [role, who(name)])
const appointing = sideSteps.find(one => one.kind === 'employee' && one.what === 'appoint') ?? assert.fail()
const write = (name: string, role: Role, id: string, move: string, holder: string) => withRole(town.house.pool, role, { person: who(name), partnership: 1, now: town.house.clock.now() }, db => sql`
  insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent)
  select ${id}, (select max(seq) + 1 from case_event where case_id = ${id}), 1, ${move}, ${who(name)}, ${role}, now(), 'open', ${holder}, 'plan', now(), false`.execute(db))

test('an employee’s case that nobody acts in is reminded of, passed on to HR, and comes before the leader; no caseworker hears of it', async () => {
  const id = await it.open('karen.proeve', '/medarbejdere', employee)
  await it.daysOn(6)
  assert.deepEqual(await it.moves(id), ['open'], 'nothing before the day')
  await it.daysOn(2)
  assert.deepEqual(await it.moves(id), ['open', 'remind'])
  assert.match((await it.ask('helle.eksempel', '/model')).text, /Fristen er gået i en medarbejdersag/)
  await it.daysOn(4)
  assert.deepEqual(await it.moves(id), ['open', 'remind', 'pass-on'])
  assert.equal((await it.standing(id)).holder, who('helle.eksempel'))
  const page = (await it.ask('helle.eksempel', `/medarbejdere/${id}`)).text
  assert.match(page, /Fristen er gået: givet videre/)
  assert.match(page, /Af sig selv/)
  await it.daysOn(7)
  assert.deepEqual((await it.moves(id)).at(-1), 'to-leader')
  assert.match((await it.ask('karen.proeve', `/medarbejdere/${id}`)).text, /Fristen er gået. En anden skal have sagen/)
  for (const name of ['vibeke.eksempel', 'inger.eksempel', 'torben.eksempel', 'jonas.eksempel', 'nadia.opdigt'])
    for (const at of ['/model', '/frister', '/indbakke', '/mere']) assert.doesNotMatch((await it.ask(name, at)).text, /M-2026|medarbejdersag/i, `${name} ${at}`)
  assert.doesNotMatch((await it.ask('karen.proeve', '/frister')).text, /M-2026/)
  assert.equal((await it.ask('helle.eksempel', `/medarbejdere/${id}/fordel`, { seq: '4', to: who('karen.proeve') })).status, 404, 'HR appoints only where no leader is there')
  for (const name of ['helle.eksempel', 'anders.proeve']) {
    const path = `/medarbejdere/${id}/fordel`
    const asked = async (case_: string) => perform(town.house, await town.as(name), appointing.post, { case: case_, seq: '4', to: who('karen.proeve') }).then(() => 'done', (error: Refusal) => `${error.kind} ${error.code}`)
    assert.equal(await asked(id), await asked(randomUUID()), `${name} gets the answer of a case that is not there`)
    assert.equal((await it.ask(name, path)).status, 404, `${name} has no page to appoint on`)
  }
  assert.equal((await it.ask('karen.proeve', `/medarbejdere/${id}/fordel`, { seq: '4', to: who('helle.eksempel') })).status, 303)
  const given = await it.standing(id)
  assert.ok(given.late_step === null && given.due && given.due > town.house.clock.now(), 'whoever is appointed has a new day, also when it is the same one')
})

test('where the case is about the leader, HR appoints; where it is closed to HR too, work environment has it until there is somebody to give it to; and the leader learns nothing', async () => {
  const id = await it.open('helle.eksempel', '/medarbejdere', { ...employee, relation: 'manager', otherAtWork: 'yes', keptOut: [who('karen.proeve')] })
  const before = (await it.ask('karen.proeve', '/model')).text
  await it.daysOn(14)
  assert.deepEqual(await it.moves(id), ['open', 'remind', 'to-leader'], 'there is nobody else inside to pass it on to')
  assert.doesNotMatch((await it.ask('karen.proeve', '/medarbejdere')).text, new RegExp((await it.standing(id)).number))
  assert.equal(/Fristen er gået i \d/.test((await it.ask('karen.proeve', '/model')).text), /Fristen er gået i \d/.test(before))
  await assert.rejects(write('karen.proeve', 'leader', id, 'appoint', who('karen.proeve')), { code: '42501' }, 'nor past the first wall')
  await assert.rejects(write('anders.proeve', 'workEnvironment', id, 'appoint', who('helle.eksempel')), { code: '42501' }, 'HR is there')
  assert.equal((await it.ask('anders.proeve', `/medarbejdere/${id}/fordel`, { seq: '3', to: who('helle.eksempel') })).status, 404)
  assert.match((await it.ask('helle.eksempel', `/medarbejdere/${id}`)).text, /Giv sagen til en anden/)
  await hold('hr', 'mikkel.opdigt')
  assert.equal((await it.ask('helle.eksempel', `/medarbejdere/${id}/fordel`, { seq: '3', to: who('mikkel.opdigt') })).status, 303)
  assert.equal((await it.standing(id)).holder, who('mikkel.opdigt'))
  await giveUp('hr', 'mikkel.opdigt')
  // Helle is away and nobody of HR is there: work environment is the next on the ladder.
  await town.owner.query(`update holding set to_day = $1::date - 1 where role = 'hr' and person = $2`, [dayOf(town.house.clock.now()), who('helle.eksempel')])
  const waits = (await it.ask('anders.proeve', `/medarbejdere/${id}`)).text
  assert.match(waits, /Bed tovholderen om at give en kollega rollen som HR/, 'there is nobody whom work environment could give it to, and it says what helps')
  assert.doesNotMatch(waits, /Giv sagen til en anden/)
  assert.equal((await it.ask('anders.proeve', `/medarbejdere/${id}/fordel`)).status, 404)
  await giveUp('hr', 'helle.eksempel')
  await hold('hr', 'helle.eksempel')
  assert.equal((await it.ask('anders.proeve', `/medarbejdere/${id}/fordel`, { seq: String((await it.standing(id)).seq), to: who('helle.eksempel') })).status, 404)
})

test('a role that opens an employee’s case does not end when nobody would be left, and otherwise its end tells nobody of a case', async () => {
  const holding = async (role: string, name: string) => (await town.owner.query<{ id: number }>('select id from holding where role = $1 and person = $2 and to_day is null', [role, who(name)])).rows[0]?.id ?? 0
  const id = await it.open('helle.eksempel', '/medarbejdere', { ...employee, relation: 'manager', otherAtWork: 'yes', keptOut: [who('karen.proeve'), who('anders.proeve')] })
  const last = await it.ask('karen.proeve', `/roller/${await holding('hr', 'helle.eksempel')}/slut`, { atOnce: 'yes' })
  assert.equal(last.status, 409)
  assert.match(last.text, /Rollen kan ikke slutte endnu, for så har ingen den/)
  assert.doesNotMatch(last.text, /sag, der venter|M-2026/)
  await assert.rejects(town.owner.query(`update holding set to_day = current_date where id = $1`, [await holding('hr', 'helle.eksempel')]), /nobody would be left/, 'nor past the first wall')
  await hold('hr', 'mikkel.opdigt')
  assert.equal((await it.ask('torben.eksempel', `/roller/${await holding('hr', 'helle.eksempel')}/slut`, { atOnce: 'yes' })).status, 303)
  assert.match((await it.ask('mikkel.opdigt', `/medarbejdere/${id}`)).text, /er der ikke/, 'the next one on the ladder has it from the same moment')
  assert.match((await it.ask('mikkel.opdigt', `/medarbejdere/${id}`)).text, /Giv sagen til en anden/)
  await giveUp('hr', 'helle.eksempel')
  await hold('hr', 'helle.eksempel')
})

test('talks that nobody acts in are reminded of and come before the leader, who reads number, day and name; the clock opens them to nobody', async () => {
  const id = await it.open('nadia.opdigt', '/samtaler', father)
  await hold('familyCounsellor', 'mikkel.opdigt')
  await it.daysOn(14)
  assert.deepEqual(await it.moves(id), ['open', 'remind', 'to-leader'])
  assert.equal((await it.standing(id)).holder, who('nadia.opdigt'))
  assert.match((await it.ask('nadia.opdigt', '/model')).text, /Fristen er gået i en af dine samtaler/)
  assert.match((await it.ask('karen.proeve', '/model')).text, /skal fordeles/)
  const list = (await it.ask('karen.proeve', '/fordeling')).text
  assert.ok(list.includes((await it.standing(id)).number))
  assert.match(list, /Fristen er gået. En anden skal have sagen/)
  assert.doesNotMatch(list, /Bent|Hanne|Første samtale/)
  assert.doesNotMatch((await it.ask('torben.eksempel', '/frister')).text, /S-2026/)
  assert.equal((await it.ask('mikkel.opdigt', `/samtaler/${id}`)).status, 404)
  assert.equal((await it.ask('karen.proeve', `/fordeling/${id}`, { to: who('mikkel.opdigt') })).status, 303)
  assert.equal((await it.ask('mikkel.opdigt', `/samtaler/${id}`)).status, 200)
  const given = await it.standing(id)
  assert.ok(given.late_step === null && given.due && given.due > town.house.clock.now())
})

test('talks are handed over all at once to another of the same house who says yes; the leader is not told, and the role cannot end before', async () => {
  const id = await it.open('nadia.opdigt', '/samtaler', { ...father, personName: 'Carl Opdigt', exposedName: 'Dorte Opdigt' })
  const holding = (await town.owner.query<{ id: number }>(`select id from holding where role = 'familyCounsellor' and person = $1 and to_day is null`, [who('nadia.opdigt')])).rows[0]?.id
  const end = await it.ask('torben.eksempel', `/roller/${holding}/slut`)
  assert.match(end.text, /samtaler eller forløb i rollen, som en anden skal tage over først/)
  assert.equal((await it.ask('torben.eksempel', `/roller/${holding}/slut`, { atOnce: 'yes' })).status, 409)
  await assert.rejects(withRole(town.house.pool, 'tovholder', { person: who('torben.eksempel'), partnership: 1, now: town.house.clock.now() }, db =>
    sql`update holding set to_day = gate.today(), ended_by = ${who('torben.eksempel')} where id = ${holding}`.execute(db)), /wait for a hand-over/, 'nor past the first wall')
  assert.match((await it.ask('nadia.opdigt', '/samtaler')).text, new RegExp(`/overdragelse/ny/familyCounsellor/${who('nadia.opdigt')}`))
  assert.equal((await it.ask('karen.proeve', `/overdragelse/ny/familyCounsellor/${who('nadia.opdigt')}`)).status, 404, 'the leader distributes instead')
  const form = { receiver: who('mikkel.opdigt'), 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Ring til ham tirsdag.', leaves: 'yes', lastDay: '2027-03-01' }
  const offered = await it.ask('nadia.opdigt', `/overdragelse/ny/familyCounsellor/${who('nadia.opdigt')}`, form)
  assert.equal(offered.status, 303, offered.text)
  const at = offered.to
  for (const name of ['karen.proeve', 'torben.eksempel', 'peter.opdigt', 'vibeke.eksempel']) assert.equal((await it.ask(name, at)).status, 404, name)
  const page = (await it.ask('mikkel.opdigt', at)).text
  assert.match(page, new RegExp((await it.standing(id)).number))
  assert.doesNotMatch(page, /Carl|Dorte/)
  assert.equal((await it.ask('mikkel.opdigt', `/samtaler/${id}`)).status, 404, 'read only once it is taken')
  const taken = await it.ask('mikkel.opdigt', `${at}/tag`, {})
  assert.equal(taken.to, '/samtaler')
  assert.match((await it.ask('mikkel.opdigt', `/samtaler/${id}`)).text, /Carl Opdigt/)
  assert.equal((await it.ask('nadia.opdigt', `/samtaler/${id}`)).status, 404)
  assert.equal((await it.standing(id)).holder, who('mikkel.opdigt'))
})

test('an employee’s case is handed to another of HR, and not to one who is kept out of it', async () => {
  await hold('hr', 'mikkel.opdigt')
  await hold('hr', 'nadia.opdigt')
  const kept = await it.open('helle.eksempel', '/medarbejdere', { ...employee, relation: 'colleague', otherAtWork: 'yes', keptOut: [who('mikkel.opdigt')] })
  const free = await it.open('helle.eksempel', '/medarbejdere', employee)
  const at = `/overdragelse/ny/hr/${who('helle.eksempel')}`
  const form = { receiver: who('mikkel.opdigt'), 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet.', leaves: 'no' }
  const refused = await it.ask('helle.eksempel', at, { ...form, leaves: 'yes', lastDay: '2027-03-01' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Overdragelsen kan ikke sendes med en sidste dag, som den er/)
  const offered = await it.ask('helle.eksempel', at, form)
  assert.equal(offered.status, 303, offered.text)
  const seen = (await it.ask('mikkel.opdigt', offered.to)).text
  assert.ok(!seen.includes((await it.standing(kept)).number) && seen.includes((await it.standing(free)).number), 'what is kept from the receiver is not on the page')
  assert.equal((await it.ask('mikkel.opdigt', `/overdragelse/${idIn(offered.to)}/tag`, {})).to, '/medarbejdere')
  assert.equal((await it.standing(free)).holder, who('mikkel.opdigt'))
  assert.equal((await it.standing(kept)).holder, who('helle.eksempel'))
})

test('work environment, who only reads here, sees how far the tools of an employee\'s case are', async () => {
  const id = await it.open('helle.eksempel', '/medarbejdere', employee)
  const page = await it.ask('anders.proeve', `/medarbejdere/${id}/redskaber`)
  assert.equal(page.status, 200)
  assert.match(page.text, /Ikke begyndt/)
})
