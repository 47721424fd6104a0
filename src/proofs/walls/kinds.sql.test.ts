// Cases behind walls, as the browser asks for them and as the database answers past the first wall.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { actsOf } from '../../cli/acts.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { openSessionFor } from '../../identity/signin.ts'
import { type Role, roles } from '../../kernel/actor.ts'
import { withRole } from '../../platform/db.ts'
import { sessionCookie } from '../../web/door/door.tsx'
import { openWeb } from '../../web/web.ts'

let it: TestHouse
let app: Hono
const cookies = new Map<string, string>()
const everybody = ['jonas.eksempel', 'vibeke.eksempel', 'daniel.proeve', 'inger.eksempel', 'mikkel.opdigt', 'peter.opdigt', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'sofie.proeve', 'helle.eksempel', 'anders.proeve', 'nadia.opdigt']
before(async () => {
  it = await testHouse()
  app = openWeb(it.house)
  for (const name of everybody) cookies.set(name, `${sessionCookie}=${await openSessionFor(it.house, (await it.as(name)).id, 1)}`)
})
after(() => it.close())

const posting = (): Record<string, string> => ({ 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost' })
interface Page { readonly status: number; readonly text: string; readonly to: string }
async function ask(name: string, path: string, fields?: Readonly<Record<string, string | readonly string[]>>): Promise<Page> {
  const body = new URLSearchParams({ once: randomUUID() })
  for (const [field, value] of Object.entries(fields ?? {})) for (const one of [value].flat()) body.append(field, one as string)
  const cookie = cookies.get(name) ?? ''
  const answer = fields ? await app.request(path, { method: 'POST', headers: { ...posting(), cookie }, body }) : await app.request(path, { headers: { cookie } })
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}
const idIn = (to: string): string => to.split('/').at(-1) ?? ''
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const bare = (page: Page): string => `${page.status} ${page.to} ${page.text}`.replace(ids, 'ID')

const employee = { 'form-version': 'employee-1', employeeName: 'Sanne Prøve', agreedToRecord: 'yes', relation: 'citizen', told: 'En borger ringer hjem til hende om aftenen.', mayKnow: 'Kun leder og HR' }
const person = { 'form-version': 'other-party-1', personName: 'Bent Opdigt', reach: '00 55 55 55', met: 'called' }
const open = async (name: string, at: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<string> => {
  const sent = await ask(name, `${at}/ny`, fields)
  assert.equal(sent.status, 303, sent.text)
  return idIn(sent.to)
}

/** Every address that names a case, asked about this one and about none. */
async function sameAsNone(name: string, id: string): Promise<void> {
  const acts = (await actsOf()).map(act => act.it).filter(act => act.path?.includes(':case'))
  assert.ok(acts.length > 20)
  for (const act of acts) {
    const at = (of: string) => (act.path ?? '').replace(':case', of).replace(/:(\w+)(\{[^}]*\})?/g, of)
    const fields = act.method === 'post' ? { seq: '1', told: 'x', reason: 'x', to: randomUUID() } : undefined
    assert.equal(bare(await ask(name, at(id), fields)), bare(await ask(name, at(randomUUID()), fields)), `${name} ${act.method} ${act.path}`)
  }
}
/** Rows of a case that this person sees in any role that is hers, past the first wall. */
async function rowsSeen(name: string, id: string): Promise<number> {
  const actor = await it.as(name)
  let seen = 0
  for (const role of actor.roles)
    for (const query of [sql`select id from case_file where id = ${id}`, sql`select seq from case_event where case_id = ${id}`, sql`select number from case_now where case_id = ${id}`, sql`select about_case from journal where about_case = ${id}`])
      seen += await withRole(it.house.pool, role, { person: actor.id, partnership: 1, now: it.house.clock.now() }, db => query.execute(db)).then(found => found.rows.length, (error: { code?: string }) => {
        if (error.code !== '42501') throw error
        return 0
      })
  return seen
}
const outside = everybody.filter(name => !['karen.proeve', 'helle.eksempel', 'anders.proeve'].includes(name))

test('an employee’s case is there for leader, HR and work environment, and for nobody else at any address, in any list, count or row', async () => {
  const before = await Promise.all(['/model', '/indbakke'].map(async at => bare(await ask('vibeke.eksempel', at))))
  const id = await open('karen.proeve', '/medarbejdere', employee)
  const page = await ask('karen.proeve', `/medarbejdere/${id}`)
  assert.match(page.text, /M-2026-0001/)
  assert.match(page.text, /Sanne Prøve/)
  assert.match(page.text, /Læg en plan/)
  assert.match((await ask('helle.eksempel', '/medarbejdere')).text, /M-2026-0001/)
  assert.match((await ask('anders.proeve', `/medarbejdere/${id}`)).text, /Sanne Prøve/)
  assert.equal((await ask('anders.proeve', `/medarbejdere/${id}/plan`)).status, 404, 'those of the work environment read and note')
  assert.equal((await ask('anders.proeve', `/medarbejdere/${id}/notat`, { seq: '1', told: 'Set på vagtplanen.' })).status, 303)
  for (const name of ['vibeke.eksempel', 'inger.eksempel']) await sameAsNone(name, id)
  for (const name of outside) {
    assert.equal(bare(await ask(name, `/medarbejdere/${id}`)), bare(await ask(name, `/medarbejdere/${randomUUID()}`)), name)
    assert.equal(await rowsSeen(name, id), 0, name)
  }
  assert.deepEqual(await Promise.all(['/model', '/indbakke'].map(async at => bare(await ask('vibeke.eksempel', at)))), before)
  const next = await ask('jonas.eksempel', '/henvendelse', { acute: 'yes', told: '' })
  assert.match((await ask('jonas.eksempel', next.to)).text, /2026-0001/, 'the row of numbers has no gap')
})

test('whoever is shut out at the opening sees nothing of it, a leader too', async () => {
  const anders = (await it.as('anders.proeve')).id
  const id = await open('helle.eksempel', '/medarbejdere', { ...employee, relation: 'colleague', otherAtWork: 'yes', keptOut: [anders] })
  await sameAsNone('anders.proeve', id)
  assert.equal(await rowsSeen('anders.proeve', id), 0)
  assert.doesNotMatch((await ask('anders.proeve', '/medarbejdere')).text, /M-2026-0002/)
  const karen = (await it.as('karen.proeve')).id
  const other = await open('helle.eksempel', '/medarbejdere', { ...employee, relation: 'manager', otherAtWork: 'yes', keptOut: [karen, anders] })
  await sameAsNone('karen.proeve', other)
  assert.equal(await rowsSeen('karen.proeve', other), 0)
  assert.equal((await ask('karen.proeve', `/medarbejdere/${id}/fordel`, { seq: '1', to: anders })).status, 422, 'nor can it be given to one who is shut out')
})

test('a talk with the person who stalks is read by the one who has it today, and by no role', async () => {
  const id = await open('nadia.opdigt', '/samtaler', person)
  assert.match((await ask('nadia.opdigt', `/samtaler/${id}`)).text, /Bent Opdigt/)
  for (const name of everybody.filter(one => !['nadia.opdigt', 'karen.proeve'].includes(one))) {
    assert.equal(bare(await ask(name, `/samtaler/${id}`)), bare(await ask(name, `/samtaler/${randomUUID()}`)), name)
    assert.equal(await rowsSeen(name, id), 0, name)
  }
  for (const name of ['vibeke.eksempel', 'peter.opdigt']) await sameAsNone(name, id)
  assert.equal((await ask('karen.proeve', `/samtaler/${id}`)).status, 404)
  assert.equal(await rowsSeen('karen.proeve', id), 1, 'the leader sees one row: who has it and by when')
  const talk = { seq: '1', talkedOn: '2026-11-02', present: 'To', threats: 'no' }
  const unasked = await ask('nadia.opdigt', `/samtaler/${id}/samtale`, talk)
  assert.equal(unasked.status, 422, 'the exposed person is told first')
  assert.match(unasked.text, /Svar på, om den udsatte har fået det at vide/)
  assert.equal((await ask('nadia.opdigt', `/samtaler/${id}/samtale`, { ...talk, first: 'told', firstOn: '2026-11-03' })).status, 422, 'and not after')
  assert.equal((await ask('nadia.opdigt', `/samtaler/${id}/tilbud`, { seq: '1', toldOn: '2026-11-03', answer: 'consents' })).status, 422, 'a yes needs a paper with a name on')
  assert.equal((await ask('nadia.opdigt', `/samtaler/${id}/tilbud`, { seq: '1', first: 'told', firstOn: '2026-11-03', toldOn: '2026-11-03', answer: 'consents', signedOn: '2026-11-03', covers: ['name', 'phone'], until: '2027-05-03', keptWhere: 'Skab 2' })).status, 303)
})

test('when the one who has it is gone, the leader gives it to another and never reads it; who gave it away reads no more', async () => {
  const id = await open('nadia.opdigt', '/samtaler', person)
  const { rows: [number] } = await it.owner.query<{ number: string }>('select number from case_now where case_id = $1', [id])
  const [mikkel, peter] = [(await it.as('mikkel.opdigt')).id, (await it.as('peter.opdigt')).id]
  await it.owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'familyCounsellor', $1, '2026-11-01')`, [mikkel])
  assert.equal((await ask('mikkel.opdigt', `/samtaler/${id}`)).status, 404, 'the role alone opens nothing')
  const list = await ask('karen.proeve', '/fordeling')
  assert.ok(list.text.includes(number?.number ?? '-'))
  assert.doesNotMatch(list.text, /Bent Opdigt/)
  assert.equal((await ask('karen.proeve', `/fordeling/${id}`, { to: peter })).status, 422, 'not across to another house')
  assert.equal((await ask('karen.proeve', `/fordeling/${id}`, { to: mikkel })).status, 303)
  assert.match((await ask('mikkel.opdigt', `/samtaler/${id}`)).text, /Bent Opdigt/)
  assert.equal((await ask('nadia.opdigt', `/samtaler/${id}`)).status, 404)
  assert.equal(await rowsSeen('nadia.opdigt', id), 0)
})

test('past the first wall nobody opens a case of a kind that is not hers to open, and no leader writes more than whom it is given to', async () => {
  const as = async (name: string, role: Role, query: ReturnType<typeof sql>) => {
    const actor = await it.as(name)
    return withRole(it.house.pool, role, { person: actor.id, partnership: 1, now: it.house.clock.now() }, db => query.execute(db))
  }
  for (const [name, role, kind] of [['vibeke.eksempel', 'visitator', 'employee'], ['jonas.eksempel', 'firstContact', 'otherParty'], ['karen.proeve', 'leader', 'otherParty'], ['nadia.opdigt', 'familyCounsellor', 'employee']] as const)
    await assert.rejects(as(name, role, sql`insert into case_file (id, kind, organisation, partnership, key_wrapped, opened_by, opened_at) values (${randomUUID()}, ${kind}, 1, 1, 'x', ${(await it.as(name)).id}, now())`), { code: '42501' }, `${role} ${kind}`)
  const id = await open('nadia.opdigt', '/samtaler', person)
  const karen = (await it.as('karen.proeve')).id
  const write = (move: string, holder: string, box: string | null) => as('karen.proeve', 'leader', sql`
    insert into case_event (case_id, seq, partnership, move, by, by_role, at, status, holder, next, due, urgent, box) values (${id}, 2, 1, ${move}, ${karen}, 'leader', now(), 'open', ${holder}, 'talk', now(), false, ${box})`)
  await assert.rejects(write('note', karen, null), { code: '42501' })
  await assert.rejects(write('appoint', karen, null), { code: '42501' }, 'not to herself')
  await assert.rejects(write('appoint', (await it.as('nadia.opdigt')).id, 'x'), { code: '42501' }, 'nothing beside it')
  for (const role of roles.filter(one => one !== 'leader' && one !== 'hr')) await assert.rejects(as('vibeke.eksempel', role, sql`insert into case_kept_out (case_id, person, partnership, by, at) values (${id}, ${karen}, 1, ${karen}, now())`), { code: '42501' }, role)
})
