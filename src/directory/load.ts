// Fills an empty directory from a municipality's folder of config. Done by the owner of the database, at migration; never by the running house.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { z } from 'zod'
import { roles } from '../kernel/actor.ts'
import { readDay } from '../kernel/day.ts'
import { recordTypes } from './records.ts'
import { operatorError } from '../platform/operator.ts'

const day = z.string().refine(text => readDay(text) !== undefined, 'is not a day (YYYY-MM-DD)')

/** `config/<municipality>/directory.json`: who the collaboration is on the day it starts. */
const schema = z.object({
  partnership: z.object({ id: z.int(), name: z.string().min(1) }),
  organisations: z.array(z.object({ id: z.int(), kind: z.enum(['municipality', 'police', 'dsc', 'other']), name: z.string().min(1), phone: z.string().nullish(), url: z.string().nullish() })),
  units: z.array(z.object({ id: z.int(), organisation: z.int(), name: z.string().min(1), phone: z.string().nullish() })),
  /** A page without sign-in where a unit asks to be called. */
  openFirstContact: z.boolean().optional(),
  persons: z.array(z.object({ id: z.uuid(), name: z.string().min(1), organisation: z.int(), unit: z.int().nullish(), signIn: z.string().min(1), phone: z.string().nullish() })),
  holdings: z.array(z.object({ role: z.enum(roles), person: z.string(), from: day, to: day.optional(), standsIn: z.boolean().optional(), part: z.string().min(1).max(60).optional() })),
  officeHours: z.object({ weekdays: z.array(z.int().min(1).max(7)), from: z.string(), to: z.string() }),
  // What stands on the A4 sheet: the roles that must have somebody, and another look-up of entrances where the district uses one.
  sheet: z.object({
    roles: z.array(z.enum(roles)).min(1).optional(), lookup: z.object({ name: z.string().min(1), url: z.url({ protocol: /^https$/ }) }).optional(),
  }).optional(),
  deadlines: z.object({
    firstContactToVisitatorWorkingDays: z.int().min(0), visitatorAnswerWorkingDays: z.int().min(0),
    coordinatorFirstMeetingWorkingDays: z.int().min(0), reviewDays: z.int().min(1), afterReminderWorkingDays: z.int().min(0).optional(),
  }),
  records: z.partialRecord(z.enum(recordTypes), z.object({ kle: z.string(), facet: z.string(), retention: z.string() })).optional(),
})
export type DirectoryConfig = z.infer<typeof schema>

/** @throws an operator's error with the place of each fault */
export function readDirectory(municipality: string): DirectoryConfig {
  const file = join(municipality, 'directory.json')
  const read = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  throw operatorError(read.error.issues.map(issue => `${file}: ${issue.path.map(String).join('.') || 'the file'}: ${issue.message}.`).join('\n'), 2)
}

/** Adds what is not there yet; changes nothing that is. `owner` is the owner of the tables. */
export async function loadDirectory(owner: ClientBase, it: DirectoryConfig): Promise<void> {
  await owner.query('begin')
  const bound = await isBound(owner)
  if (bound) for (const table of tables) await owner.query(`alter table ${table} no force row level security`)
  const partnership = it.partnership.id
  await owner.query('insert into partnership (id, name) values ($1, $2) on conflict do nothing', [partnership, it.partnership.name])
  await owner.query('update partnership set terms = $2 where id = $1 and terms is null', [partnership, JSON.stringify({ officeHours: it.officeHours, deadlines: it.deadlines, records: it.records })])
  await owner.query('update partnership set sheet = $2 where id = $1', [partnership, it.sheet ? JSON.stringify(it.sheet) : null])
  for (const one of it.organisations)
    await owner.query('insert into organisation (id, partnership, kind, name, phone, url) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [one.id, partnership, one.kind, one.name, one.phone ?? null, one.url ?? null])
  for (const one of it.units)
    await owner.query('insert into unit (id, partnership, organisation, name) values ($1, $2, $3, $4) on conflict do nothing', [one.id, partnership, one.organisation, one.name])
  for (const one of it.persons)
    await owner.query('insert into person (id, partnership, organisation, unit, name, phone) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [one.id, partnership, one.organisation, one.unit ?? null, one.name, one.phone ?? null])
  const held = await owner.query('select 1 from holding where partnership = $1 limit 1', [partnership])
  if (held.rowCount === 0) await loadHoldings(owner, it)
  if (bound) for (const table of tables) await owner.query(`alter table ${table} force row level security`)
  await owner.query('commit')
}

const tables = ['partnership', 'organisation', 'unit', 'person', 'holding'] as const

/** An owner who is no superuser is bound by the policies of its own tables, and lifts them for this one transaction. */
async function isBound(owner: ClientBase): Promise<boolean> {
  const found = await owner.query<{ bound: boolean }>('select not (rolsuper or rolbypassrls) as bound from pg_roles where rolname = current_user')
  return found.rows[0]?.bound ?? true
}

async function loadHoldings(owner: ClientBase, it: DirectoryConfig): Promise<void> {
  const ids = new Map(it.persons.map(one => [one.signIn, one.id]))
  for (const one of it.holdings)
    await owner.query('insert into holding (partnership, role, person, from_day, to_day, stands_in, part) values ($1, $2, $3, $4, $5, $6, $7)',
      [it.partnership.id, one.role, ids.get(one.person), one.from, one.to ?? null, one.standsIn ?? false, one.part ?? null])
}
