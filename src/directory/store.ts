import { sql } from 'kysely'
import type { PersonId, Role } from '../kernel/actor.ts'
import type { Day } from '../kernel/day.ts'
import type { Db } from '../platform/db.ts'
import type { Phones } from './folder.ts'
import { sheetRoles } from './holding.ts'
import { suggested, type Terms } from './terms.ts'

export interface Colleague {
  readonly id: PersonId
  readonly partnership: number
  readonly name: string
  readonly phone: string | null
  readonly unit: string | null
  readonly organisation: number
  readonly organisationName: string
  readonly roles: readonly Role[]
}

/** A person of the staff with the roles held on this day; undefined when nobody has that id. */
export async function colleague(db: Db, id: string, today: Day): Promise<Colleague | undefined> {
  const found = await sql<Colleague>`
    select p.id, p.partnership, p.name, p.phone, u.name as unit, p.organisation, o.name as "organisationName",
      array(select h.role from holding h where h.person = p.id and h.from_day <= ${today}::date and (h.to_day is null or h.to_day >= ${today}::date)
            order by h.id) as roles
    from person p join organisation o on o.id = p.organisation left join unit u on u.id = p.unit where p.id = ${id}`.execute(db)
  return found.rows[0]
}

export interface Holder {
  readonly role: Role
  readonly person: PersonId
  readonly name: string
  readonly phone: string | null
  readonly unit: string | null
  readonly organisation: number
  readonly organisationName: string
  readonly organisationPhone: string | null
  readonly standsIn: boolean
  /** The part of the role, such as `adults` or `families`; null is all of it. */
  readonly part: string | null
  readonly forPerson: PersonId | null
  readonly from: Day
  readonly to: Day | null
}

/** Who holds which role on this day, in the order they were given it; stand-ins after those they stand in for. */
export async function holders(db: Db, partnership: number, today: Day): Promise<readonly Holder[]> {
  const found = await sql<Holder>`
    select h.role, h.person, p.name, p.phone, u.name as unit, p.organisation, o.name as "organisationName", o.phone as "organisationPhone",
      h.stands_in as "standsIn", h.part, h.for_person as "forPerson", h.from_day as "from", h.to_day as "to"
    from holding h join person p on p.id = h.person join organisation o on o.id = p.organisation left join unit u on u.id = p.unit
    where h.partnership = ${partnership} and h.from_day <= ${today}::date and (h.to_day is null or h.to_day >= ${today}::date)
    order by h.stands_in, h.id`.execute(db)
  return found.rows
}

/** Office hours and deadlines of a partnership; the suggested ones where it has set none. For the gate: they are facts, not content. */
export async function termsOf(db: Db, partnership: number): Promise<Terms> {
  const found = await sql<{ terms: Terms | null }>`select terms from partnership where id = ${partnership}`.execute(db)
  return withSuggested(found.rows[0]?.terms)
}

/** A deadline that a partnership has not set, because it came later, is the suggested one. */
export const withSuggested = (set: Terms | null | undefined): Terms => (set ? { ...set, deadlines: { ...suggested.deadlines, ...set.deadlines } } : suggested)

/** All partnerships, each with its terms. For the clock, which belongs to none. */
export async function partnerships(db: Db): Promise<readonly { readonly id: number; readonly terms: Terms }[]> {
  const found = await sql<{ id: number; terms: Terms | null }>`select id, terms from partnership order by id`.execute(db)
  return found.rows.map(it => ({ id: it.id, terms: withSuggested(it.terms) }))
}

/** Digest of what the municipality's folder said when it was read last; undefined when it never was. */
export async function readAt(db: Db, partnership: number): Promise<string | undefined> {
  const found = await sql<{ sha256: string }>`select sha256 from folder_reading where partnership = ${partnership} order by id desc limit 1`.execute(db)
  return found.rows[0]?.sha256
}

/** The name of the collaboration and what its sheet has, as the municipality's config says. For the gate. */
export interface Sheet { readonly name: string; readonly municipality: string; readonly roles: readonly Role[]; readonly lookup: { readonly name: string; readonly url: string } | undefined; readonly phones: Phones }

export async function sheetOf(db: Db, partnership: number): Promise<Sheet> {
  const found = await sql<{ name: string; sheet: { roles?: Role[]; lookup?: Sheet['lookup']; phones?: Phones } | null; municipality: string | null }>`
    select name, sheet, (select o.name from organisation o where o.partnership = p.id and o.kind = 'municipality' order by o.id limit 1) as municipality from partnership p where id = ${partnership}`.execute(db)
  const row = found.rows[0]
  return { name: row?.name ?? '', municipality: row?.municipality ?? '', roles: row?.sheet?.roles ?? sheetRoles, lookup: row?.sheet?.lookup, phones: row?.sheet?.phones ?? {} }
}
