// Brings a municipality's folder into its house: all of it into an empty one, and into a house that lives what was changed in the folder since it was read last.
// Done by the owner of the database, at migration; never by the running house.
import { createHash, randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { PersonId } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import { operatorError } from '../platform/operator.ts'
import { asOwner } from '../platform/owner.ts'
import { readEntrances } from './entrances.ts'
import type { DirectoryConfig } from './folder.ts'
import type { Holding } from './holding.ts'
import { type HouseRows, kept, mergeDirectory, type Merged, readAs, type Step } from './merge.ts'
import { mergeText as say } from './merge-text.ts'

/** The same for the same content, however the files are laid out: 64 hex digits. */
export const digestOf = (it: DirectoryConfig): string => createHash('sha256').update(JSON.stringify(it)).digest('hex')

/**
 * @param owner the owner of the tables
 * @returns     sentences about what of the folder did not come in, and why
 * @throws an operator's error when the house belongs to another partnership; then nothing is changed
 */
export async function loadDirectory(owner: ClientBase, it: DirectoryConfig, now: { readonly today: Day; readonly at: Date }): Promise<readonly string[]> {
  return asOwner(owner, tables, () => bringIn(owner, it, now))
}

const tables = ['partnership', 'organisation', 'unit', 'person', 'holding', 'sign_in_name', 'folder_reading', 'entrance_list', 'entrance'] as const

async function bringIn(owner: ClientBase, it: DirectoryConfig, { today, at }: { readonly today: Day; readonly at: Date }): Promise<readonly string[]> {
  const partnership = it.partnership.id
  await belongsHere(owner, it)
  // What the walls of the house ask for when a role ends.
  await owner.query(`select set_config('lods.partnership', $1, true), set_config('lods.now', $2, true)`, [String(partnership), at.toISOString()])
  await owner.query('insert into partnership (id, name) values ($1, $2) on conflict (id) do update set name = excluded.name where partnership.name <> excluded.name', [partnership, it.partnership.name])
  await owner.query('update partnership set terms = $2, sheet = $3 where id = $1', [partnership,
    JSON.stringify({ officeHours: it.officeHours, deadlines: it.deadlines, records: it.records }), JSON.stringify({ ...it.sheet, phones: it.phones })])
  const last = await lastReading(owner, partnership)
  const base = last?.content
  const house = await rowsOf(owner, partnership)
  const { steps, told, ids } = mergeDirectory(base, it, house, today)
  const waiting: DirectoryConfig['holdings'][number][] = []
  const more: string[] = []
  for (const step of steps) {
    if (step.do === 'end' && !(await ended(owner, step, at))) {
      waiting.push(step.old)
      more.push(say.hasCases(step.name, step.holding.role))
    } else if (step.do !== 'end') more.push(...await take(owner, step, { base, it, house, ids, at }))
  }
  if (it.entrances !== undefined && it.entrances !== base?.entrances) await bringEntrances(owner, partnership, it.entrances, at, base === undefined)
  const digest = digestOf(it)
  const content = readAs(it, waiting)
  if (last?.sha256 !== digest || JSON.stringify(last.content) !== JSON.stringify(content))
    await owner.query('insert into folder_reading (partnership, read_at, sha256, content) values ($1, $2, $3, $4)', [partnership, at, digest, JSON.stringify(content)])
  return [...told, ...more]
}

async function belongsHere(owner: ClientBase, it: DirectoryConfig): Promise<void> {
  const other = await otherHouse(owner, it)
  if (other) throw operatorError(other, 2)
}

/** One house, one partnership: a folder of another one would mix two towns. @returns the sentence that says so, or nothing where the folder is this house's */
export async function otherHouse(owner: ClientBase, it: DirectoryConfig): Promise<string | undefined> {
  const { rows } = await owner.query<{ id: number; name: string }>('select id, name from partnership')
  const other = rows.find(row => row.id !== it.partnership.id)
  return other && !rows.some(row => row.id === it.partnership.id) ? say.otherHouse(other.name, it.partnership.name) : undefined
}

async function lastReading(owner: ClientBase, partnership: number): Promise<{ readonly sha256: string; readonly content: DirectoryConfig } | undefined> {
  const found = await owner.query<{ sha256: string; content: DirectoryConfig }>('select sha256, content from folder_reading where partnership = $1 order by id desc limit 1', [partnership])
  return found.rows[0]
}

async function rowsOf(owner: ClientBase, partnership: number): Promise<HouseRows> {
  const all = async <T extends object>(text: string): Promise<T[]> => (await owner.query<T>(text, [partnership])).rows
  return {
    organisations: await all('select id, kind, name, phone, url from organisation where partnership = $1'),
    units: await all('select id, organisation, name from unit where partnership = $1'),
    persons: await all('select id, name, phone, organisation, unit from person where partnership = $1'),
    signIns: await all('select person, name from sign_in_name where partnership = $1'),
    holdings: await all<Holding & object>(`select id, role, part, person, to_char(from_day, 'YYYY-MM-DD') as "from", to_char(to_day, 'YYYY-MM-DD') as "to", stands_in as "standsIn", for_person as "forPerson"
      from holding where partnership = $1 and for_person is null order by id`),
  }
}

/** @returns false where the house refuses, because open cases would be left behind */
async function ended(owner: ClientBase, step: Extract<Step, { do: 'end' }>, at: Date): Promise<boolean> {
  await owner.query('savepoint ending')
  try {
    await owner.query('update holding set to_day = $2, ended_at = $3 where id = $1', [step.holding.id, step.to, at])
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== raised) throw error
    await owner.query('rollback to savepoint ending')
    return false
  }
}
/** What a trigger says no with. */
const raised = 'P0001'

interface Around { readonly base: DirectoryConfig | undefined; readonly it: DirectoryConfig; readonly house: HouseRows; readonly ids: Merged['ids']; readonly at: Date }

/** @returns what has to be said about it */
async function take(owner: ClientBase, step: Exclude<Step, { do: 'end' }>, around: Around): Promise<readonly string[]> {
  const { it } = around
  const partnership = it.partnership.id
  switch (step.do) {
    case 'organisation': {
      const one = it.organisations.find(that => that.id === step.id)
      if (one) await owner.query(`insert into organisation (id, partnership, kind, name, phone, url) values ($1, $2, $3, $4, $5, $6)
        on conflict (id) do update set name = excluded.name, phone = excluded.phone, url = excluded.url`, [one.id, partnership, one.kind, one.name, one.phone ?? null, one.url ?? null])
      return []
    }
    case 'unit': {
      const one = it.units.find(that => that.id === step.id)
      if (one) await owner.query('insert into unit (id, partnership, organisation, name) values ($1, $2, $3, $4) on conflict (id) do update set name = excluded.name', [one.id, partnership, one.organisation, one.name])
      return []
    }
    case 'person': return takePerson(owner, step.id as PersonId, around)
    case 'give':
      await owner.query('insert into holding (partnership, role, person, from_day, to_day, stands_in, part, given_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [partnership, step.it.role, step.person, step.from, step.it.to ?? null, step.it.standsIn ?? false, step.it.part ?? null, around.at])
      return []
  }
}

async function takePerson(owner: ClientBase, id: PersonId, { base, it, house, ids }: Around): Promise<readonly string[]> {
  const one = it.persons.find(that => ids.get(that.signIn) === id)
  const old = house.persons.find(that => that.id === id)
  if (!one) return []
  if (!old) {
    await owner.query('insert into person (id, partnership, organisation, unit, name, phone) values ($1, $2, $3, $4, $5, $6)', [id, it.partnership.id, one.organisation, one.unit ?? null, one.name, one.phone ?? null])
    return house.signIns.some(that => that.name.toLowerCase() === one.signIn.toLowerCase() && that.person !== id) ? [say.signInTaken(one.signIn)] : []
  }
  const before = base?.persons.find(that => that.id === one.id)
  await owner.query('update person set name = $2, phone = $3, unit = $4 where id = $1',
    [id, one.name, kept(before && (before.phone ?? null), one.phone ?? null, old.phone), kept(before && (before.unit ?? null), one.unit ?? null, old.unit)])
  return []
}

/** A list that was changed in the folder takes the place of the one before, as one that is brought in on the page does. A house that has one and has read no folder keeps its own. */
async function bringEntrances(owner: ClientBase, partnership: number, text: string, at: Date, first: boolean): Promise<void> {
  if (first && (await owner.query('select from entrance_list where partnership = $1 limit 1', [partnership])).rowCount !== 0) return
  const list = randomUUID()
  await owner.query('insert into entrance_list (id, partnership, brought_by, brought_at) values ($1, $2, null, $3)', [list, partnership, at])
  for (const it of readEntrances(text).rows)
    await owner.query('insert into entrance (list, line, partnership, municipality, postcodes, police_district, entrance, phone, url, verified_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [list, it.line, partnership, it.municipality, it.postcodes, it.policeDistrict, it.entrance, it.phone, it.url, it.verifiedOn])
}

/** What of the folder waits to be read in, and where the house's own word stands against it. Needs to read as the owner; changes nothing. */
export async function standingDifferences(owner: ClientBase, it: DirectoryConfig, today: Day): Promise<readonly string[]> {
  const last = await lastReading(owner, it.partnership.id)
  if (!last) return []
  const house = await rowsOf(owner, it.partnership.id)
  const { steps, told } = mergeDirectory(last.content, it, house, today)
  const changed = last.sha256 !== digestOf(it)
  // Once a change has been read the reading says nothing of it any more; held against the house without one, every difference shows.
  return [...(steps.length > 0 || changed ? [say.waits(steps.length)] : []), ...(changed ? told : mergeDirectory(undefined, it, house, today).told)]
}
