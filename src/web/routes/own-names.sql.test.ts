// A colleague says a name once, and is shut out of every case that has it or is given it; nobody but the leader hears of it, and the leader may open again.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import pg from 'pg'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { Role } from '../../kernel/actor.ts'
import { asRole } from './testing-case.ts'
import { employee, father, idIn, type Walled, walled } from './testing-sides.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let it: Walled
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
  it = walled(town, app)
})
after(() => town.close())

const enquiry = (citizenName: string) => ({ acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'yes', citizenName, callBack: 'throughMe', children: 'no' })
const asked = async (name: string): Promise<string> => {
  const sent = await it.ask('jonas.eksempel', '/henvendelse', enquiry(name))
  assert.equal(sent.status, 303, sent.text)
  return idIn(sent.to)
}
const say = async (who: string, fullName: string, whose = 'relative') => {
  const sent = await it.ask(who, '/interesser/mig/navn', { fullName, whose })
  assert.equal(sent.status, 303, sent.text)
}
const shuts = async (id: string) => (await town.owner.query<{ id: string; name: string; kind: string; lifted: boolean }>(`select s.id, p.name, s.kind, s.lifted_at is not null as lifted from case_shut s join person p on p.id = s.person where s.case_id = $1 order by s.at, p.name`, [id])).rows
const number = async (id: string): Promise<string> => (await it.standing(id)).number
const missing = async (who: string, path: string, gone: string) => {
  const [here, nowhere] = [await it.ask(who, path), await it.ask(who, gone)]
  const bare = (text: string) => text.replace(/value="[0-9a-f-]{36}"/g, '').replaceAll(path, '').replaceAll(gone, '')
  assert.deepEqual([here.status, bare(here.text)], [404, bare(nowhere.text)], `${who} ${path}`)
}

test('a name that is said shuts the colleague out of the case that has it, in any order of its words, and of the next that is given it; the name is kept nowhere', async () => {
  const earlier = await asked('Solvej Marie Prøvesen')
  assert.equal((await it.ask('vibeke.eksempel', `/sager/${earlier}`)).status, 200)
  await say('vibeke.eksempel', 'prøvesen, solvej')
  await missing('vibeke.eksempel', `/sager/${earlier}`, `/sager/${randomUUID()}`)
  const later = await asked('Solvej Prøvesen')
  await missing('vibeke.eksempel', `/sager/${later}`, `/sager/${randomUUID()}`)
  assert.match((await it.ask('daniel.proeve', `/sager/${later}`)).text, /Daniel Prøve|Dig, stalkingvisitator/)
  assert.doesNotMatch((await it.ask('vibeke.eksempel', '/indbakke')).text, new RegExp(await number(later)))
  const other = await asked('Solvej Andersen')
  assert.equal((await it.ask('vibeke.eksempel', `/sager/${other}`)).status, 200)
  const kept = await town.owner.query<{ all: string }>(`select coalesce(string_agg(n::text || h::text, ' '), '') as all from own_name n join own_name_hash h on h.own_name = n.id`)
  assert.match(kept.rows[0]?.all ?? '', /[0-9a-f]{64}/)
  assert.doesNotMatch(kept.rows[0]?.all ?? '', /solvej|prøvesen/i)
})

test('the leader hears who and which case, and nobody else: not the colleague, not another visitator, not the tovholder', async () => {
  const id = await asked('Gerda Opdigt')
  const [hers, n] = [await it.ask('inger.eksempel', '/interesser/mig'), await number(id)]
  await say('inger.eksempel', 'Gerda Opdigt')
  const after = (await it.ask('inger.eksempel', '/interesser/mig')).text
  assert.match(after, /En pårørendes navn, skrevet/)
  assert.doesNotMatch(after, new RegExp(n))
  assert.doesNotMatch(hers.text + after, /Gerda/)
  const row = (await it.ask('karen.proeve', '/interesser')).text
  for (const part of [n, 'Inger Eksempel', 'en af kollegaens pårørende', 'venter på lederen']) assert.ok(row.includes(part), part)
  assert.doesNotMatch(row, /Gerda/)
  for (const who of ['daniel.proeve', 'torben.eksempel', 'rasmus.opdigt']) assert.doesNotMatch((await it.ask(who, '/interesser')).text, new RegExp(n), who)
  assert.match((await it.ask('karen.proeve', '/model')).text, /lukket ude af en sag og venter på dig/)
  // Saying it by number as well is answered as if nothing had been found.
  assert.equal((await it.ask('inger.eksempel', '/interesser/mig', { number: n, kind: 'relative' })).status, 303)
  assert.deepEqual((await shuts(id)).map(one => one.kind).sort(), ['relative', 'relative-name'])
})

test('somebody else of the same name: the leader opens again with a reason, and the same name does not shut it again; a name that is ended shuts nothing more', async () => {
  const id = await asked('Bodil Prøve')
  await say('vibeke.eksempel', 'Bodil Prøve', 'party')
  const [found] = await shuts(id)
  assert.deepEqual([found?.name, found?.kind], ['Vibeke Eksempel', 'own-name'])
  for (const who of ['vibeke.eksempel', 'daniel.proeve']) assert.equal((await it.ask(who, `/interesser/${found?.id}/ophaev`, { lift: 'x' })).status, 404, who)
  assert.equal((await it.ask('karen.proeve', `/interesser/${found?.id}/ophaev`, { row: found?.id ?? '', lift: 'Det er en anden Bodil.' })).status, 303)
  assert.equal((await it.ask('vibeke.eksempel', `/sager/${id}`)).status, 200)
  assert.equal((await it.ask('vibeke.eksempel', `/sager/${id}/navnetjek`, { exposedName: 'Bodil Prøve', otherName: '', checkGround: 'impartial' })).status, 303)
  assert.equal((await it.ask('vibeke.eksempel', `/sager/${id}`)).status, 200, 'it was opened for this case')
  const name = /\/interesser\/mig\/navn\/([0-9a-f-]{36})\/slut/.exec((await it.ask('vibeke.eksempel', '/interesser/mig')).text)?.[1] ?? ''
  assert.equal((await it.ask('daniel.proeve', `/interesser/mig/navn/${name}/slut`, {})).status, 404)
  assert.equal((await it.ask('vibeke.eksempel', `/interesser/mig/navn/${name}/slut`, {})).status, 303)
  assert.equal((await it.ask('vibeke.eksempel', `/sager/${await asked('Bodil Prøve')}`)).status, 200)
})

test('whoever gives a case the name finishes what she is doing, and does not see it afterwards; the other party counts as the citizen does', async () => {
  const id = await asked('Ulla Opdigt')
  await say('vibeke.eksempel', 'Frode Opdigt')
  const sent = await it.ask('vibeke.eksempel', `/sager/${id}/navnetjek`, { exposedName: 'Ulla Opdigt', otherName: 'Frode Opdigt', checkGround: 'safety' })
  assert.equal(sent.status, 303)
  assert.equal((await town.owner.query('select from name_mark where case_id = $1', [id])).rowCount, 2, 'both names were kept')
  await missing('vibeke.eksempel', `/sager/${id}`, `/sager/${randomUUID()}`)
})

test('a case behind a wall: a manager who is the other party is kept out before the first day, the ladder goes past, and the leader or the officer may let in again', async () => {
  await say('karen.proeve', 'Karen Prøve', 'party')
  const id = await it.open('helle.eksempel', '/medarbejdere', { ...employee, relation: 'manager', otherAtWork: 'yes', exposedName: 'Sanne Prøve', otherName: 'Karen Prøve', checkGround: 'impartial' })
  await missing('karen.proeve', `/medarbejdere/${id}`, `/medarbejdere/${randomUUID()}`)
  const n = await number(id)
  for (const at of ['/medarbejdere', '/interesser', '/model']) assert.doesNotMatch((await it.ask('karen.proeve', at)).text, new RegExp(n), at)
  assert.equal((await it.ask('helle.eksempel', `/medarbejdere/${id}/fordel`)).status, 200, 'HR appoints where the case is closed to the leader')
  const [found] = await shuts(id)
  assert.equal(found?.kind, 'own-name')
  const looks = (await it.ask('rasmus.opdigt', '/interesser')).text
  assert.match(looks, new RegExp(n))
  assert.equal((await it.ask('rasmus.opdigt', `/interesser/${found?.id}/ophaev`, { row: found?.id ?? '', lift: 'En anden Karen.' })).status, 303)
  assert.equal((await it.ask('karen.proeve', `/medarbejdere/${id}`)).status, 200)
  const talks = await it.open('nadia.opdigt', '/samtaler', father)
  await say('nadia.opdigt', 'Bent Opdigt')
  await missing('nadia.opdigt', `/samtaler/${talks}`, `/samtaler/${randomUUID()}`)
  assert.match((await it.ask('karen.proeve', '/fordeling')).text, new RegExp(await number(talks)))
  await say('mikkel.opdigt', 'Bent Opdigt')
  assert.deepEqual((await shuts(talks)).map(one => one.name).sort(), ['Mikkel Opdigt', 'Nadia Opdigt'])
  const list = (await it.ask('karen.proeve', '/interesser')).text
  assert.equal([...list.matchAll(new RegExp(await number(talks), 'g'))].length > 0 && /Nadia Opdigt<\/td>/.test(list), true)
  assert.doesNotMatch(list, /Mikkel Opdigt<\/td>/, 'whoever could not have it anyway is no question for the leader')
  assert.match((await it.ask('karen.proeve', '/model')).text, /skal fordeles/)
})

test('two organisations never compare, and no colleague reads or writes past the second wall', async () => {
  const id = await asked('Egon Opdigt')
  await say('peter.opdigt', 'Egon Opdigt')
  assert.deepEqual(await shuts(id), [], 'the police officer has no case there; a number says it')
  const who = await town.as('vibeke.eksempel')
  const as = (role: Role, query: ReturnType<typeof sql>) => asRole(town, who, role, db => query.execute(db))
  await assert.rejects(as('visitator', sql`select hash from own_name_hash`), { code: '42501' })
  assert.deepEqual((await as('visitator', sql`select id from own_name where person <> ${who.id}`)).rows, [])
  assert.deepEqual((await as('visitator', sql`select id from case_shut where own_name is not null`)).rows, [], 'nor which cases were found')
  await assert.rejects(as('visitator', sql`insert into own_name (id, partnership, organisation, person, kind, at) select ${randomUUID()}, 1, organisation, id, 'relative', now() from person where id <> ${who.id} limit 1`), { code: '42501' })
  await assert.rejects(as('visitator', sql`select gate.shut_by_name(${id}, ${randomUUID()})`), { code: '42501' })
  await assert.rejects(town.owner.query('delete from own_name'), /only added to/)
})

test('whoever is shut out by a name is told so by no list, no number and no error: the row of a colleague goes with the case, and its number is nobody’s', async () => {
  const id = await asked('Gudrun Opdigt')
  const n = await number(id)
  await say('vibeke.eksempel', 'Gudrun Opdigt')
  const [hers] = await shuts(id)
  assert.match((await it.ask('karen.proeve', '/interesser')).text, new RegExp(n))
  await say('karen.proeve', 'Gudrun Opdigt')
  assert.doesNotMatch((await it.ask('karen.proeve', '/interesser')).text, new RegExp(n))
  assert.equal((await it.ask('karen.proeve', `/interesser/${hers?.id}/ophaev`, { row: hers?.id ?? '', lift: 'x' })).status, 404)
  assert.match((await it.ask('rasmus.opdigt', '/interesser')).text, new RegExp(n), 'the officer looks')
  const reason = { person: (await town.as('daniel.proeve')).id, reason: 'Kender hende.' }
  const [shut, none] = [await it.ask('vibeke.eksempel', '/interesser', { ...reason, number: n }), await it.ask('vibeke.eksempel', '/interesser', { ...reason, number: '2026-9999' })]
  const bare = ({ status, text }: { readonly status: number; readonly text: string }) => [status, text.replace(/value="[0-9a-f-]{36}"/g, '').replaceAll(n, '').replaceAll('2026-9999', '')]
  assert.deepEqual(bare(shut), bare(none))
  assert.equal((await shuts(id)).some(one => one.name === 'Daniel Prøve'), false)
})

test('names are not tried one after the other: those that were ended within the year count as those that hold', async () => {
  const mine = async () => /\/interesser\/mig\/navn\/([0-9a-f-]{36})\/slut/.exec((await it.ask('torben.eksempel', '/interesser/mig')).text)?.[1] ?? ''
  for (let nr = 0; nr < 30; nr++) {
    await say('torben.eksempel', `Nummer ${nr} Opdigt`)
    assert.equal((await it.ask('torben.eksempel', `/interesser/mig/navn/${await mine()}/slut`, {})).status, 303)
  }
  const sent = await it.ask('torben.eksempel', '/interesser/mig/navn', { fullName: 'En Opdigt', whose: 'relative' })
  assert.equal(sent.status, 409)
  assert.match(sent.text, /mange navne/)
})

test('a name that is said while a case is given it, in another sitting, shuts that case too', async () => {
  const id = await asked('Tove Et Opdigt')
  const [who, other, at, hash] = [(await town.as('inger.eksempel')).id, await asked('Tove To Opdigt'), town.house.clock.now(), 'f'.repeat(64)]
  const name = randomUUID()
  const { host, port, user = 'postgres', database = '' } = town.owner
  const [giving, saying] = [new pg.Client({ host, port, user, database }), new pg.Client({ host, port, user, database })]
  try {
    for (const one of [giving, saying]) {
      await one.connect()
      await one.query('begin')
    }
    await giving.query(`insert into case_index (case_id, partnership, what, hash) values ($1, 1, 'name', $2)`, [id, hash])
    await saying.query(`insert into own_name (id, partnership, organisation, person, kind, at) select $1, 1, organisation, id, 'relative', $3 from person where id = $2`, [name, who, at])
    await saying.query('insert into own_name_hash (own_name, hash) values ($1, $2)', [name, hash])
    await giving.query('set constraints all immediate')
    const said = saying.query('set constraints all immediate').then(() => saying.query('commit'))
    await giving.query('commit')
    await said
  } finally { for (const one of [giving, saying]) await one.end() }
  assert.deepEqual((await shuts(id)).map(one => one.kind), ['relative-name'])
  assert.deepEqual(await shuts(other), [])
})

test('whoever sent it is not led to a colleague who is shut out of it: the receipt names who acts today, with that telephone', async () => {
  const before = await asked('Lone Opdigt')
  const receipt = async (id: string) => (await it.ask('jonas.eksempel', `/henvendelse/sendt/${id}`)).text
  assert.match(await receipt(before), /Vibeke Eksempel/)
  await say('vibeke.eksempel', 'Lone Opdigt')
  for (const id of [before, await asked('Lone Opdigt')]) {
    assert.doesNotMatch(await receipt(id), /Vibeke Eksempel|00 10 11 05/)
    assert.match(await receipt(id), /Daniel Prøve, <a href="tel:/)
  }
})
