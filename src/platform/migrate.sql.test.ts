import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { migrate, migrations, pending } from './migrate.ts'
import { testDatabase } from './testing.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'lods-migrations-'))
after(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

const put = (path: string, sql: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), sql)
}
const here = () => migrations(folder)

/** A database without the product's own migrations, so that only the files of a test count. */
async function bare(): Promise<Client> {
  const client = new Client(database.owner)
  await client.connect()
  await client.query('drop table lods_migration')
  return client
}

test('the product\'s own migrations have all run on a test database', async () => {
  const client = new Client(database.app)
  await client.connect()
  assert.deepEqual(await pending(client), [])
  await client.end()
})

test('files run by date and number and then from the ground up, once, whole or not at all, and never when changed', async () => {
  const client = await bare()
  put('cases/2026-01-02-01-b.sql', 'create table second (it int); insert into trail values (2)')
  put('journal/2026-01-02-01-z.sql', `create table trail (it int); insert into trail values (1);
    do $$ begin create role lods_test_role; exception when duplicate_object then null; end $$`)
  put('cases/notes.sql', 'this is no migration')
  assert.deepEqual(await migrate(client, here()), ['journal/2026-01-02-01-z.sql', 'cases/2026-01-02-01-b.sql'])
  assert.deepEqual(await migrate(client, here()), [])

  put('kernel/2026-01-03-01-broken.sql', 'insert into trail values (3);\n\nselect nonsense;')
  await assert.rejects(migrate(client, here()),
    { message: 'The migration kernel/2026-01-03-01-broken.sql failed in line 3, and nothing of it was kept: column "nonsense" does not exist.' })
  put('kernel/2026-01-03-01-broken.sql', 'insert into trail values (4)')
  assert.deepEqual(await migrate(client, here()), ['kernel/2026-01-03-01-broken.sql'])
  assert.deepEqual((await client.query('select it from trail order by it')).rows.map(it => it.it), [1, 2, 4])

  put('cases/2026-01-02-01-b.sql', 'create table second (it bigint)')
  await assert.rejects(migrate(client, here()),
    /^Error: The migration cases\/2026-01-02-01-b\.sql was changed after it ran on this database: put the file back/)
  rmSync(join(folder, 'cases/2026-01-02-01-b.sql'))
  await assert.rejects(migrate(client, here()),
    { message: 'This database is newer than this program: cases/2026-01-02-01-b.sql ran on it and is unknown here.' })
  await client.query('drop role lods_test_role')
  await client.end()
})

test('two processes that migrate at once run each file once', async () => {
  const one = await bare()
  const other = new Client(database.owner)
  await other.connect()
  put('cases/2026-01-02-01-b.sql', 'select pg_sleep(0.2)')
  rmSync(join(folder, 'journal'), { recursive: true })
  rmSync(join(folder, 'kernel'), { recursive: true })
  const done = await Promise.all([migrate(one, here()), migrate(other, here())])
  assert.deepEqual(done.flat(), ['cases/2026-01-02-01-b.sql'])
  await one.end()
  await other.end()
})
