// The folder was changed, and so perhaps was the house: what of the folder comes in. Pure.
//
// Names, numbers of organisations, hours and deadlines are the folder's alone. A colleague's telephone and unit, and who holds which role, can also be
// changed on the pages. There the folder comes in where it was changed and the page was not; where both were, the page stands and it is said.
// What has been is not written anew: a role begins today at the earliest, and ends yesterday at the earliest.
import type { PersonId } from '../kernel/actor.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { DirectoryConfig } from './folder.ts'
import type { Holding } from './holding.ts'
import { mergeText as say } from './merge-text.ts'

type FilePerson = DirectoryConfig['persons'][number]
type FileHolding = DirectoryConfig['holdings'][number]

/** What the house has. */
export interface HouseRows {
  readonly organisations: readonly { readonly id: number; readonly kind: string; readonly name: string; readonly phone: string | null; readonly url: string | null }[]
  readonly units: readonly { readonly id: number; readonly organisation: number; readonly name: string }[]
  readonly persons: readonly { readonly id: string; readonly name: string; readonly phone: string | null; readonly organisation: number; readonly unit: number | null }[]
  /** Sign-in names of people who were added on the page. */
  readonly signIns: readonly { readonly person: string; readonly name: string }[]
  /** Given roles, not those of whoever is away for a time. */
  readonly holdings: readonly Holding[]
}

export type Step =
  | { readonly do: 'organisation' | 'unit' | 'person'; readonly id: number | string; readonly how: 'add' | 'change' }
  | { readonly do: 'give'; readonly person: PersonId; readonly it: FileHolding; readonly from: Day }
  /** The house may refuse it, while open cases would be left behind. `old`: what the folder said before. */
  | { readonly do: 'end'; readonly holding: Holding; readonly to: Day | null; readonly name: string; readonly old: FileHolding }

export interface Merged { readonly steps: readonly Step[]; readonly told: readonly string[]; /** The house's person behind each sign-in name. */ readonly ids: ReadonlyMap<string, PersonId> }

/** @param base what the folder said when it was read last; undefined when this house has never read one */
export function mergeDirectory(base: DirectoryConfig | undefined, it: DirectoryConfig, house: HouseRows, today: Day): Merged {
  const ids = new Map(it.persons.map(one => [one.signIn, personOf(one, house)]))
  const places = [...organisations(it, house), ...units(it, house), ...persons(base, it, house, ids)]
  const roles = [...holdings(base, it, house, ids, today), ...gone(base, it, house, today)]
  const all = [...places, ...roles]
  return { ids, steps: all.flatMap(one => one.step ?? []), told: all.flatMap(one => one.told ?? []) }
}

interface Found { readonly step?: Step; readonly told?: string }

/** By number; else, where the file gives none, whoever was added on the page under that sign-in name. */
function personOf(one: FilePerson, house: HouseRows): PersonId {
  const added = one.unnumbered && !house.persons.some(that => that.id === one.id) && house.signIns.find(that => that.name.toLowerCase() === one.signIn.toLowerCase())
  return (added ? added.person : one.id) as PersonId
}

function organisations(it: DirectoryConfig, house: HouseRows): Found[] {
  return it.organisations.flatMap((one): Found[] => {
    const old = house.organisations.find(that => that.id === one.id)
    if (!old) return [{ step: { do: 'organisation', id: one.id, how: 'add' } }]
    if (old.kind !== one.kind) return [{ told: say.kindStays(old.name, old.kind) }]
    const same = old.name === one.name && old.phone === (one.phone ?? null) && old.url === (one.url ?? null)
    return same ? [] : [{ step: { do: 'organisation', id: one.id, how: 'change' } }]
  })
}

function units(it: DirectoryConfig, house: HouseRows): Found[] {
  return it.units.flatMap((one): Found[] => {
    const old = house.units.find(that => that.id === one.id)
    if (!old) return [{ step: { do: 'unit', id: one.id, how: 'add' } }]
    if (old.organisation !== one.organisation) return [{ told: say.unitStays(old.name) }]
    return old.name === one.name ? [] : [{ step: { do: 'unit', id: one.id, how: 'change' } }]
  })
}

function persons(base: DirectoryConfig | undefined, it: DirectoryConfig, house: HouseRows, ids: ReadonlyMap<string, PersonId>): Found[] {
  return it.persons.flatMap((one): Found[] => {
    const id = ids.get(one.signIn) as PersonId
    const old = house.persons.find(that => that.id === id)
    if (!old) return [{ step: { do: 'person', id, how: 'add' } }]
    if (old.organisation !== one.organisation) return [{ told: say.personStays(old.name) }]
    const before = base?.persons.find(that => that.id === one.id)
    const phone = whose(before && (before.phone ?? null), one.phone ?? null, old.phone)
    const unit = whose(before && (before.unit ?? null), one.unit ?? null, old.unit)
    const changed = old.name !== one.name || phone === 'folder' || unit === 'folder'
    return [
      ...(changed ? [{ step: { do: 'person', id, how: 'change' } as const }] : []),
      ...(phone === 'both' ? [{ told: say.phoneStands(old.name, old.phone, one.phone ?? null) }] : []),
      ...(unit === 'both' ? [{ told: say.unitStands(old.name, unitName(it, house, old.unit), unitName(it, house, one.unit ?? null)) }] : []),
    ]
  })
}

const unitName = (it: DirectoryConfig, house: HouseRows, id: number | null): string | null => [...it.units, ...house.units].find(one => one.id === id)?.name ?? null

/** Whose value counts, of what the folder said last (undefined: never), what it says now, and what the house has. */
export function whose<T>(base: T | undefined, folder: T, house: T): 'same' | 'folder' | 'house' | 'both' {
  if (folder === house) return 'same'
  if (base === undefined) return 'both'
  return base === folder ? 'house' : base === house ? 'folder' : 'both'
}

/** A value of a person that the runner writes: the house's own where the page's stands. */
export const kept = <T>(base: T | undefined, folder: T, house: T): T => (whose(base, folder, house) === 'folder' ? folder : house)

const alike = (a: FileHolding, b: FileHolding): boolean =>
  a.role === b.role && a.person === b.person && (a.part ?? null) === (b.part ?? null) && (a.standsIn ?? false) === (b.standsIn ?? false)
const end = (to: string | null | undefined): string => to ?? '9999-12-31'

/** The house's holding for one of the folder: the latest of its kind that begins on the same day or falls in the same time. */
function heldAs(house: HouseRows, person: PersonId, it: FileHolding): Holding | undefined {
  const like = house.holdings.filter(one => one.role === it.role && one.person === person && one.part === (it.part ?? null) && one.standsIn === (it.standsIn ?? false))
  return like.filter(one => one.from === it.from || (one.from <= end(it.to) && it.from <= end(one.to))).reduce<Holding | undefined>((last, one) => (last && last.from >= one.from ? last : one), undefined)
}

function holdings(base: DirectoryConfig | undefined, it: DirectoryConfig, house: HouseRows, ids: ReadonlyMap<string, PersonId>, today: Day): Found[] {
  const first = house.holdings.length === 0 && base === undefined
  return it.holdings.flatMap((one): Found[] => {
    const person = ids.get(one.person) as PersonId
    const name = it.persons.find(that => that.signIn === one.person)?.name ?? one.person
    const before = base?.holdings.find(that => alike(that, one) && that.from === one.from)
    const held = heldAs(house, person, one)
    if (held) return changedEnd(before, one, held, name, today)
    if (before) return []
    const past = one.from < today && !first
    if (past && end(one.to) < today) return [{ told: say.overBefore(name, one.role, one.from) }]
    const from = (past ? today : one.from) as Day
    return [{ step: { do: 'give', person, it: one, from } }, ...(past ? [{ told: say.beginsToday(name, one.role, one.from, today) }] : [])]
  })
}

function changedEnd(before: FileHolding | undefined, one: FileHolding, held: Holding, name: string, today: Day): Found[] {
  const wanted = (one.to ?? null) as Day | null
  const whoseEnd = whose(before && ((before.to ?? null) as Day | null), wanted, held.to)
  if (whoseEnd === 'both') return [{ told: say.endStands(name, one.role, held.to, wanted) }]
  if (whoseEnd !== 'folder') return []
  // Over and done: it begins again as a new one, or stays as it was.
  if (end(held.to) < today) return [{ told: say.isOver(name, one.role, end(held.to)) }]
  // A last day only comes nearer; a later one is the role given on.
  if (held.to !== null && end(wanted) > held.to) return [{ step: { do: 'give', person: held.person, it: one, from: addDays(held.to, 1) } }]
  const yesterday = addDays(today, -1)
  const to = wanted !== null && wanted < yesterday ? yesterday : wanted
  return [endsAt(held, to, before ?? one, name), ...(to === wanted ? [] : [{ told: say.endsYesterday(name, one.role, String(wanted), yesterday) }])]
}

/** What the folder had, and has no more, ends. The person stays, for what has been. */
function gone(base: DirectoryConfig | undefined, it: DirectoryConfig, house: HouseRows, today: Day): Found[] {
  return (base?.holdings ?? []).filter(old => !it.holdings.some(one => alike(one, old) && one.from === old.from)).flatMap((old): Found[] => {
    const person = base?.persons.find(one => one.signIn === old.person)
    const held = person && heldAs(house, personOf(person, house), old)
    // The same role, written anew with another first day, is the same role.
    const again = held && it.holdings.some(one => alike(one, old) && one.from <= end(held.to) && held.from <= end(one.to))
    if (!person || !held || again || held.to !== (old.to ?? null) || end(held.to) < today) return []
    return [endsAt(held, held.from > addDays(today, -1) ? addDays(held.from, -1) : addDays(today, -1), old, person.name)]
  })
}

const endsAt = (holding: Holding, to: Day | null, old: FileHolding, name: string): Found => ({ step: { do: 'end', holding, to, name, old } })

/** What the folder is taken to have said: as it is, but for ends that had to wait, which are tried again the next time. */
export const readAs = (it: DirectoryConfig, waiting: readonly FileHolding[]): DirectoryConfig => (waiting.length === 0 ? it : {
  ...it, holdings: [...it.holdings.filter(one => !waiting.some(old => alike(one, old) && one.from === old.from)), ...waiting],
})
