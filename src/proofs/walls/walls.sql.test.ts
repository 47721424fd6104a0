// The second wall, as the database itself tells it, and the doors, as the running router tells them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { sql } from 'kysely'
import { actsOf } from '../../cli/acts.ts'
import { type Role, roles } from '../../kernel/actor.ts'
import { databaseRole, type HouseRole, type Serving, withRole } from '../../platform/db.ts'
import { addressFaults, addressOf, readSheets, tableFaults, type TableWall } from './sheets.ts'
import { type TestTown, testTown } from '../town/town.ts'
import { type Undoing, undoing } from './undo.ts'
import { openWeb } from '../../web/web.ts'

const houseRoles: readonly HouseRole[] = ['gate', 'signIn', 'clock']
const everyRole: readonly (Role | HouseRole)[] = [...houseRoles, ...roles]
/** Names of migrations: no row of it is about anybody, and whoever asks whether one waits must see it. */
const notBehindTheWall = ['lods_migration']

let town: TestTown
let undo: Undoing
let second: Client
before(async () => {
  town = await testTown(0)
  second = new Client({ host: town.owner.host, port: town.owner.port, user: town.owner.user as string, database: town.owner.database as string })
  await second.connect()
  undo = await undoing(second)
})
after(async () => {
  await undo.end()
  await second.end()
  await town.close()
})

const column = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await town.owner.query<{ it: T }>(text, values)).rows.map(row => row.it)
const tables = () => column<string>(`select relname as it from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all($1) order by 1`, [notBehindTheWall])

test('every table has forced row level security and at least one policy', async () => {
  const open = await column<string>(`select relname as it from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> all($1)
    and not (relrowsecurity and relforcerowsecurity and exists (select from pg_policy where polrelid = c.oid))`, [notBehindTheWall])
  assert.deepEqual(open, [])
  assert.ok((await tables()).length > 8)
})

test('nothing lies beside the tables that could show what is in them', async () => {
  assert.deepEqual(await column(`select relname as it from pg_class where relnamespace = 'public'::regnamespace and relkind not in ('r', 'p', 'i', 'I', 'S', 't')`), [], 'views and the like')
  assert.deepEqual(await column(`select p.oid::regprocedure::text as it from pg_proc p where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    and not (proowner = 'lods_gate'::regrole and exists (select from unnest(proconfig) c where c like 'search_path=%, pg_temp') and pronamespace = 'gate'::regnamespace)`), [],
    'functions that run as somebody else belong to the gate, stand in its schema, and look at what the caller made last of all')
  assert.deepEqual(await column(`select relname as it from pg_class where relnamespace = 'public'::regnamespace and relowner in (select oid from pg_roles where rolname like 'lods%')`), [], 'tables that the program owns')
})

/** Who can see or change at least something of each table: a policy that fits and a right to at least one column. */
async function wallsNow(): Promise<TableWall[]> {
  const may = await town.owner.query<{ table: string; role: string; reads: boolean; writes: boolean }>(`
    select c.relname as table, r.rolname as role,
      bool_or(p.polcmd in ('r', '*')) and has_any_column_privilege(r.oid, c.oid, 'select') as reads,
      bool_or(p.polcmd in ('a', '*')) and has_any_column_privilege(r.oid, c.oid, 'insert') or bool_or(p.polcmd in ('w', '*')) and has_any_column_privilege(r.oid, c.oid, 'update')
        or bool_or(p.polcmd in ('d', '*')) and has_table_privilege(r.oid, c.oid, 'delete') as writes
    from pg_class c join pg_policy p on p.polrelid = c.oid and p.polpermissive join pg_roles r on r.oid = any(p.polroles) or 0 = any(p.polroles)
    where c.relnamespace = 'public'::regnamespace and r.rolname = any($1) group by c.oid, c.relname, r.oid, r.rolname`, [everyRole.map(databaseRole)])
  const of = (table: string, kind: 'reads' | 'writes') => everyRole.filter(role => may.rows.some(it => it.table === table && it.role === databaseRole(role) && it[kind]))
  return (await tables()).map(name => ({ name, reads: of(name, 'reads'), writes: of(name, 'writes') }))
}

test('every table stands on a sheet, with who reads and who writes', async () => assert.deepEqual(tableFaults(await wallsNow(), readSheets()), []))

test('the gate sees ids and memberships, never a box: it may select no column of bytes', async () =>
  assert.deepEqual(await column(`select c.relname || '.' || a.attname as it from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype
      and has_column_privilege('lods_gate', c.oid, a.attnum, 'select')`), []))

test('the program logs in as one who owns nothing, is nothing, and may only step into the roles of the house', async () => {
  const [app] = await column<object>(`select json_build_object('super', rolsuper, 'bypass', rolbypassrls, 'makes', rolcreatedb or rolcreaterole or rolreplication, 'inherits', rolinherit) as it
    from pg_roles where rolname = 'lods_app'`)
  assert.deepEqual(app, { super: false, bypass: false, makes: false, inherits: false })
  const into = await column<string>(`select rolname as it from pg_roles where pg_has_role('lods_app', oid, 'member') and rolname <> 'lods_app' order by 1`)
  assert.deepEqual(into, everyRole.map(databaseRole).sort())
  assert.deepEqual(await column(`select rolname as it from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcanlogin or rolcreatedb or rolcreaterole)`, [into]), [])
  assert.deepEqual(await column(`select r.rolname || ' < ' || m.rolname as it from pg_auth_members a join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
    where a.admin_option and m.rolname = any($1)`, [['lods_app', ...into]]), [])
  assert.deepEqual(await column(`select relname as it from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all($1)
    and (has_any_column_privilege('lods_app', oid, 'select') or has_table_privilege('lods_app', oid, 'insert, update, delete, truncate, references, trigger'))`, [notBehindTheWall]), [], 'without a role it sees nothing')
})

test('no role of the house can make a table, clear one, or put on another role', async () => {
  const nobody: Serving = { person: undefined, partnership: undefined, now: new Date() }
  for (const role of everyRole) {
    for (const text of ['create table mine (it int)', 'create table gate.mine (it int)', 'truncate journal', 'alter table journal disable row level security'])
      await assert.rejects(withRole(town.house.pool, role, nobody, db => sql.raw(text).execute(db)), { code: '42501' }, `${role}: ${text}`)
  }
})

const serving = (person: string, partnership: number | undefined = 1): Serving => ({ person, partnership, now: town.house.clock.now() })
/** How many rows this person sees of a table in this role, past the first wall. */
const seen = (role: Role, who: Serving, table: string): Promise<number> =>
  withRole(undo.pool, role, who, db => sql<{ n: number }>`select count(*) as n from ${sql.ref(table)}`.execute(db)).then(
    ({ rows }) => Number(rows[0]?.n), (error: { code?: string }) => {
      if (error.code !== '42501') throw error
      return 0
    })

test('past the first wall, nobody of another partnership is seen by anybody', async () => {
  // The whole house is moved to another partnership but the people who look.
  const kept = ['organisation', 'unit', 'person', 'holding', 'partnership']
  const moved = (await column<string>(`select relname as it from pg_class c join pg_attribute a on a.attrelid = c.oid where relnamespace = 'public'::regnamespace and relkind = 'r' and attname = 'partnership'`)).filter(it => !kept.includes(it))
  const change = `set local session_replication_role = replica; ${moved.map(table => `update "${table}" set partnership = 2`).join('; ')}`
  await undo.without(change, async () => {
    for (const actor of [...town.staff, ...town.citizens])
      for (const role of actor.roles)
        for (const table of await tables())
          if (!kept.includes(table)) assert.equal(await seen(role, serving(actor.id), table), 0, `${role} sees ${table} of another partnership`)
  })
})

test('past the first wall, one who does not hold the role sees nothing in it but who works here', async () => {
  const stranger = town.staff.find(it => it.roles.length === 0)
  assert.ok(stranger)
  for (const table of await tables())
    for (const role of roles)
      if (!['organisation', 'unit', 'person', 'holding', 'partnership'].includes(table))
        assert.equal(await seen(role, serving(stranger.id), table), 0, `${role} put on by mistake sees ${table}`)
})

test('past the first wall, no product role but the citizen\'s own sees a private note, the operator included', async () => {
  for (const table of (await tables()).filter(it => it.endsWith('_note')))
    for (const actor of [...town.staff, ...town.citizens])
      for (const role of roles)
        if (!(role === 'citizen' && actor.roles.includes('citizen'))) assert.equal(await seen(role, serving(actor.id), table), 0, `${role} sees ${table}`)
})

test('every address of the running router stands on a sheet, and every door that a sheet or an action promises is there', async () => {
  const router = openWeb(town.house).routes.filter(it => it.method !== 'ALL').map(it => addressOf(it.method, it.path))
  const actions = (await actsOf()).flatMap(({ it }) => (it.path ? [addressOf(it.method, it.path)] : []))
  assert.deepEqual(addressFaults([...new Set(router)], actions, readSheets()), [])
})
