import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { PersonId } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import { packageFolder } from '../platform/places.ts'
import { type DirectoryConfig, readDirectory } from './folder.ts'
import type { Holding } from './holding.ts'
import { type HouseRows, mergeDirectory, readAs, whose } from './merge.ts'

const havneby = readDirectory(join(packageFolder, 'config', 'havneby'))
const today = '2026-11-30' as Day

/** The house as it is when it has read the folder and nobody has touched it. */
function houseOf(it: DirectoryConfig): HouseRows {
  const ids = new Map(it.persons.map(one => [one.signIn, one.id as PersonId]))
  return {
    organisations: it.organisations.map(one => ({ id: one.id, kind: one.kind, name: one.name, phone: one.phone ?? null, url: one.url ?? null })),
    units: it.units, signIns: [],
    persons: it.persons.map(one => ({ id: one.id, name: one.name, phone: one.phone ?? null, organisation: one.organisation, unit: one.unit ?? null })),
    holdings: it.holdings.map((one, at): Holding => ({
      id: at + 1, role: one.role, part: one.part ?? null, person: ids.get(one.person) as PersonId, from: one.from as Day, to: (one.to ?? null) as Day | null, standsIn: one.standsIn ?? false, forPerson: null,
    })),
  }
}
const house = houseOf(havneby)
const withHoldings = (change: (all: DirectoryConfig['holdings']) => DirectoryConfig['holdings']): DirectoryConfig => ({ ...havneby, holdings: change([...havneby.holdings]) })
const changed = (signIn: string, role: string, change: object): DirectoryConfig =>
  withHoldings(all => all.map(one => (one.person === signIn && one.role === role && !one.standsIn ? { ...one, ...change } : one)))
const without = (signIn: string, role: string): DirectoryConfig => withHoldings(all => all.filter(one => !(one.person === signIn && one.role === role)))
const person = (signIn: string, change: object): DirectoryConfig => ({ ...havneby, persons: havneby.persons.map(one => (one.signIn === signIn ? { ...one, ...change } : one)) })
const idOf = (signIn: string) => havneby.persons.find(one => one.signIn === signIn)?.id as PersonId
const houseWith = (signIn: string, role: string, change: Partial<Holding>): HouseRows =>
  ({ ...house, holdings: house.holdings.map(one => (one.person === idOf(signIn) && one.role === role && !one.standsIn ? { ...one, ...change } : one)) })

/** Steps in short: what is done to whom, with the days. */
const short = (base: DirectoryConfig | undefined, it: DirectoryConfig, rows: HouseRows = house) => {
  const { steps, told } = mergeDirectory(base, it, rows, today)
  return {
    steps: steps.map(one => (one.do === 'give' ? `give ${one.it.role} ${one.it.person} ${one.from}..${one.it.to ?? ''}` : one.do === 'end' ? `end ${one.holding.role} ${one.name} ${one.to}` : `${one.how} ${one.do} ${one.id}`)),
    told: told.length,
  }
}

test('whose value counts: the folder where it alone was changed, the page in every other case', () => {
  assert.deepEqual([whose('a', 'a', 'a'), whose('a', 'b', 'a'), whose('a', 'a', 'b'), whose('a', 'b', 'c'), whose(undefined, 'a', 'b'), whose(undefined, 'a', 'a')],
    ['same', 'folder', 'house', 'both', 'both', 'same'])
})

test('an empty house gets everything as it stands, also what is past', () => {
  const empty: HouseRows = { organisations: [], units: [], persons: [], signIns: [], holdings: [] }
  const { steps, told } = mergeDirectory(undefined, havneby, empty, today)
  assert.equal(steps.length, havneby.organisations.length + havneby.units.length + havneby.persons.length + havneby.holdings.length)
  assert.deepEqual(told, [])
})

test('the same folder again does nothing, whether it was read before or not', () => {
  assert.deepEqual(short(havneby, havneby), { steps: [], told: 0 })
  assert.deepEqual(short(undefined, havneby), { steps: [], told: 0 })
})

const id = idOf('vibeke.eksempel')
const vibeke = 'Vibeke Eksempel'
/** What was changed, and where, and what comes of it. */
const cases: Readonly<Record<string, readonly [DirectoryConfig | undefined, DirectoryConfig, HouseRows, readonly string[], number]>> = {
  'a new name comes in': [havneby, person('vibeke.eksempel', { name: 'Vibeke Prøve' }), house, [`change person ${id}`], 0],
  'a new telephone in the folder comes in': [havneby, person('vibeke.eksempel', { phone: '00 99' }), house, [`change person ${id}`], 0],
  'a telephone that the page changed stands, in silence': [havneby, havneby, houseWithPhone('00 11 11'), [], 0],
  'a telephone that both changed: the page stands, and it is said': [havneby, person('vibeke.eksempel', { phone: '00 99' }), houseWithPhone('00 11 11'), [], 1],
  'a house that has never read a folder keeps its own, and it is said': [undefined, person('vibeke.eksempel', { phone: '00 99' }), house, [], 1],
  'a person does not move to another organisation': [havneby, person('niels.opdigt', { organisation: 2, unit: 7 }), house, [], 1],
  'an organisation does not become of another kind': [havneby, { ...havneby, organisations: havneby.organisations.map(one => (one.id === 4 ? { ...one, kind: 'police' as const } : one)) }, house, [], 1],
  'a role that is given from a coming day': [havneby, withHoldings(all => [...all, { role: 'hr', person: 'niels.opdigt', from: '2027-01-01' }]), house, ['give hr niels.opdigt 2027-01-01..'], 0],
  'a role that is given from a day that is past begins today, and it is said': [havneby, withHoldings(all => [...all, { role: 'hr', person: 'niels.opdigt', from: '2026-02-01' }]), house, ['give hr niels.opdigt 2026-11-30..'], 1],
  'a role that was over before it was written is not given': [havneby, withHoldings(all => [...all, { role: 'hr', person: 'niels.opdigt', from: '2026-02-01', to: '2026-03-01' }]), house, [], 1],
  'a role that the page gave already is not given twice': [havneby, withHoldings(all => [...all, { role: 'hr', person: 'niels.opdigt', from: '2026-11-01' }]),
    { ...house, holdings: [...house.holdings, { id: 99, role: 'hr', part: null, person: idOf('niels.opdigt'), from: '2026-11-15' as Day, to: null, standsIn: false, forPerson: null }] }, [], 0],
  'a role that is gone from the folder ended yesterday': [havneby, without('vibeke.eksempel', 'visitator'), house, [`end visitator ${vibeke} 2026-11-29`], 0],
  'a role that is gone from the folder and ended on the page stays as the page has it': [havneby, without('vibeke.eksempel', 'visitator'), houseWith('vibeke.eksempel', 'visitator', { to: '2026-12-24' as Day }), [], 0],
  'a role that was over long ago and is taken out of the folder stays in history': [havneby, without('ruth.opdigt', 'visitator'), house, [], 0],
  'a coming role that is gone from the folder never began': [changed('vibeke.eksempel', 'visitator', { from: '2027-01-01' }), without('vibeke.eksempel', 'visitator'),
    houseWith('vibeke.eksempel', 'visitator', { from: '2027-01-01' as Day }), [`end visitator ${vibeke} 2026-12-31`], 0],
  'a last day that is set in the folder': [havneby, changed('vibeke.eksempel', 'visitator', { to: '2026-12-31' }), house, [`end visitator ${vibeke} 2026-12-31`], 0],
  'a last day that is past: yesterday at the earliest, and it is said': [havneby, changed('vibeke.eksempel', 'visitator', { to: '2026-08-01' }), house, [`end visitator ${vibeke} 2026-11-29`], 1],
  'a last day that is moved on is the role given on from there': [changed('vibeke.eksempel', 'visitator', { to: '2026-12-31' }), havneby, houseWith('vibeke.eksempel', 'visitator', { to: '2026-12-31' as Day }),
    ['give visitator vibeke.eksempel 2027-01-01..'], 0],
  'a last day that both changed: the page stands, and it is said': [havneby, changed('vibeke.eksempel', 'visitator', { to: '2026-12-31' }), houseWith('vibeke.eksempel', 'visitator', { to: '2026-12-24' as Day }), [], 1],
  'a role that is over is not opened again': [havneby, changed('ruth.opdigt', 'visitator', { to: undefined }), house, [], 1],
  'another first day for a role that runs changes nothing': [havneby, changed('vibeke.eksempel', 'visitator', { from: '2026-08-01' }), house, [], 0],
  'a person who leaves the folder stays in the house': [havneby, { ...havneby, persons: havneby.persons.filter(one => one.signIn !== 'niels.opdigt') }, house, [], 0],
}
function houseWithPhone(phone: string): HouseRows {
  return { ...house, persons: house.persons.map(one => (one.name === 'Vibeke Eksempel' ? { ...one, phone } : one)) }
}
for (const [name, [base, it, rows, steps, told]] of Object.entries(cases)) test(name, () => assert.deepEqual(short(base, it, rows), { steps, told }))

test('somebody whom the page added and the folder names later, without a number, is the same person', () => {
  const added = 'aaaaaaaa-0000-4000-8000-000000000001'
  const it: DirectoryConfig = { ...havneby, persons: [...havneby.persons, { id: 'bbbbbbbb-0000-4000-8000-000000000001', unnumbered: true, name: 'Ny Opdigt', organisation: 1, signIn: 'ny.opdigt' }] }
  const rows: HouseRows = { ...house, signIns: [{ person: added, name: 'NY.opdigt' }], persons: [...house.persons, { id: added, name: 'Ny Opdigt', phone: null, organisation: 1, unit: null }] }
  const merged = mergeDirectory(havneby, it, rows, today)
  assert.deepEqual([merged.ids.get('ny.opdigt'), merged.steps], [added, []])
})

test('an end that had to wait is kept as the folder had it, so that it is tried again', () => {
  const it = without('vibeke.eksempel', 'visitator')
  const [old] = havneby.holdings.filter(one => one.person === 'vibeke.eksempel')
  assert.ok(old)
  const base = readAs(it, [old])
  assert.deepEqual(short(base, it).steps, [`end visitator ${vibeke} 2026-11-29`])
})
