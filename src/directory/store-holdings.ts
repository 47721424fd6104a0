import { sql } from 'kysely'
import type { PersonId } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Gift, Holding } from './holding.ts'

/** Every holding of a partnership, past and coming, in the order they were given. */
export async function allHoldings(db: Db, partnership: number): Promise<readonly Holding[]> {
  const found = await sql<Holding>`
    select id, role, part, person, from_day as "from", to_day as "to", stands_in as "standsIn", for_person as "forPerson"
    from holding where partnership = ${partnership} order by id`.execute(db)
  return found.rows
}

export interface NewHolding extends Gift { readonly partnership: number; readonly forPerson: PersonId | null; readonly by: PersonId; readonly at: Date }

export const addHolding = (db: Db, it: NewHolding): Promise<unknown> => sql`
  insert into holding (partnership, role, person, from_day, to_day, stands_in, for_person, part, given_by, given_at)
  values (${it.partnership}, ${it.role}, ${it.person}, ${it.from}::date, ${it.to}::date, ${it.standsIn}, ${it.forPerson}, ${it.part}, ${it.by}, ${it.at})`.execute(db)

/** @returns false where it was ended meanwhile, or is not there for this role */
export async function endHolding(db: Db, id: number, last: Day, by: PersonId, at: Date): Promise<boolean> {
  const done = await sql`
    update holding set to_day = ${last}::date, ended_by = ${by}, ended_at = ${at} where id = ${id} and (to_day is null or to_day >= ${last}::date)`.execute(db)
  return done.numAffectedRows === 1n
}

/** Whether somebody else of the same organisation leads after that day. */
export async function leadsAfter(db: Db, holding: number, last: Day): Promise<boolean> {
  return (await sql<{ leads: boolean }>`select gate.leads_after(${holding}, ${last}::date) as leads`.execute(db)).rows[0]?.leads ?? false
}

export interface Somebody {
  readonly id: PersonId
  readonly name: string
  readonly phone: string | null
  readonly unit: string | null
  readonly unitId: number | null
  readonly organisation: number
  readonly organisationName: string
}

/** Everybody whom the directory knows, by organisation and name. */
export async function people(db: Db, partnership: number): Promise<readonly Somebody[]> {
  const found = await sql<Somebody>`
    select p.id, p.name, p.phone, u.name as unit, p.unit as "unitId", p.organisation, o.name as "organisationName"
    from person p join organisation o on o.id = p.organisation left join unit u on u.id = p.unit
    where p.partnership = ${partnership} order by p.organisation, p.name`.execute(db)
  return found.rows
}

/** A place that people work in: a unit, or an organisation that has none. `key` is `organisation` or `organisation-unit`. */
export interface Place { readonly key: string; readonly organisation: number; readonly unit: number | null; readonly name: string; readonly organisationName: string }

export async function places(db: Db, partnership: number): Promise<readonly Place[]> {
  const found = await sql<Place>`
    select o.id || coalesce('-' || u.id, '') as key, o.id as organisation, u.id as unit, coalesce(u.name, o.name) as name, o.name as "organisationName"
    from organisation o left join unit u on u.organisation = o.id where o.partnership = ${partnership} order by o.id, u.name`.execute(db)
  return found.rows
}

export interface NewPerson {
  readonly id: PersonId
  readonly partnership: number
  readonly organisation: number
  readonly unit: number | null
  readonly name: string
  readonly phone: string | null
  readonly signIn: string
}

/** @throws the database's 23505 when the sign-in name is taken */
export async function addPerson(db: Db, it: NewPerson): Promise<void> {
  await sql`insert into person (id, partnership, organisation, unit, name, phone) values (${it.id}, ${it.partnership}, ${it.organisation}, ${it.unit}, ${it.name}, ${it.phone})`.execute(db)
  await sql`insert into sign_in_name (person, partnership, name) values (${it.id}, ${it.partnership}, ${it.signIn})`.execute(db)
}

export const keepPhone = (db: Db, id: PersonId, phone: string | null, unit: number | null): Promise<unknown> =>
  sql`update person set phone = ${phone}, unit = ${unit} where id = ${id}`.execute(db)

/** For the command that sets a password: who was added under this name. */
export async function personCalled(db: Db, name: string): Promise<{ readonly person: string; readonly partnership: number } | undefined> {
  const found = await sql<{ person: string; partnership: number }>`select person, partnership from sign_in_name where lower(name) = lower(${name})`.execute(db)
  return found.rows[0]
}
