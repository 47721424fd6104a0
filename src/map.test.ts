import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, givesLeave, stepsIntoRoles, asksTheDatabase, loadsUnnamed } from './proofs/source/map.ts'
import { importsOf, readSource, type SourceFile } from './proofs/source/read.ts'

const house = readSource()

test('every file of the house keeps to the map', () => assert.deepEqual(faultsOf(house), []))

test('what the map excuses is there', () => {
  const gone = Object.keys({ ...stepsIntoRoles, ...asksTheDatabase, ...loadsUnnamed, ...givesLeave })
    .filter(it => it !== 'platform/staffmessage.ts' && !house.some(file => file.path === it || file.path.startsWith(it)))
  assert.deepEqual(gone, [])
})

test('imports of every kind are read', () => {
  const text = [
    `import { a, type B, c as d } from '../kernel/day.ts'`, `import type { E } from './rules.ts'`, `import {\n  f,\n} from './store.ts'`, `import 'node:fs'`,
    `import * as g from "pg"`, `export { h } from './h.ts'`, `const i = await import('../web/web.ts')`, `type J = import('./j.ts').J`,
    `new Worker(new URL('./k.js', import.meta.url))`,
  ].join('\n')
  assert.deepEqual(importsOf({ path: 'cases/actions.ts', text }).map(it => [it.to, it.inside, it.names.join(), it.typeOnly]), [
    ['kernel/day.ts', true, 'a,B,c', false], ['cases/rules.ts', true, 'E', true], ['cases/store.ts', true, 'f', false], ['node:fs', false, '', false],
    ['pg', false, '*', false], ['cases/h.ts', true, 'h', false], ['web/web.ts', true, '*', false], ['cases/j.ts', true, '*', false], ['cases/k.ts', true, '*', false],
  ])
})

const empty = 'export const it = 1\n'
const small = (files: Readonly<Record<string, string>>): SourceFile[] => Object.entries(files).map(([path, text]) => ({ path, text }))
const importing = (to: string, name = 'it') => `import { ${name} } from '${to}'\nexport const mine = ${name}\n`

/** Made-up houses, each with one thing wrong, and what must be said of it. */
const broken: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
  'a room leans on one above it': [
    { 'citizens/rules.ts': importing('../cases/rules.ts'), 'cases/rules.ts': empty }, ['citizens/rules.ts leans up on cases/rules.ts']],
  'a room leans up by import()': [
    { 'citizens/actions.ts': `export const it = () => import('../cases/rules.ts')\n`, 'cases/rules.ts': empty }, ['citizens/actions.ts leans up on cases/rules.ts']],
  'a type leans up': [
    { 'citizens/rules.ts': `import type { It } from '../cases/rules.ts'\nexport type Mine = It\n`, 'cases/rules.ts': empty }, ['citizens/rules.ts leans up on cases/rules.ts']],
  'a room leans on the roof': [{ 'web/web.ts': importing('../main.ts'), 'main.ts': empty }, ['web/web.ts leans on the roof: main.ts']],
  'a room leans on what is for tests': [
    { 'cases/actions.ts': importing('../platform/testing.ts'), 'platform/testing.ts': empty }, ['cases/actions.ts leans on platform/testing.ts, which is for tests']],
  'a room leans on a proof of the house': [
    { 'web/web.ts': importing('../proofs/town.ts'), 'proofs/town.ts': empty }, ['web/web.ts leans on proofs/town.ts, which is for tests']],
  'a file that is not there': [{ 'cases/actions.ts': importing('./gone.ts') }, ['cases/actions.ts imports cases/gone.ts, which is not there']],
  'a ring of files': [
    { 'cases/a.ts': importing('./b.ts'), 'cases/b.ts': importing('./c.ts'), 'cases/c.ts': importing('./a.ts') },
    ['a ring of imports: cases/a.ts > cases/b.ts > cases/c.ts > cases/a.ts']],
  'a long file': [{ 'cases/store.ts': 'const a = 1\n'.repeat(401) }, ['cases/store.ts has 401 lines']],
  'a room that is not on the map': [{ 'attic/rules.ts': empty }, ['attic/rules.ts is in a room that is not on the map']],
  'a folder named shared': [{ 'cases/shared/rules.ts': empty }, ['cases/shared/rules.ts is named shared']],
  'a file named test-utils': [{ 'cases/date-utils.ts': empty }, ['cases/date-utils.ts is named utils']],
  'a default export': [{ 'cases/store.ts': 'export default 1\n' }, ['cases/store.ts has a default export']],
  'a barrel': [
    { 'cases/all.ts': `// All of it.\nexport * from './store.ts'\nexport { it } from './rules.ts'\n`, 'cases/store.ts': empty, 'cases/rules.ts': empty },
    ['cases/all.ts only passes on what others export']],
  'an import that the text does not name': [{ 'cases/actions.ts': 'export const it = (name: string) => import(name)\n' }, ['cases/actions.ts loads what its text does not name']],
  'a store reaches the browser': [
    { 'app/log.ts': importing('../incidents/rules.ts'), 'incidents/rules.ts': importing('./store.ts'), 'incidents/store.ts': empty },
    ['incidents/store.ts reaches the browser through incidents/rules.ts']],
  'a package reaches the browser': [{ 'app/log.ts': importing('zod', 'z') }, ['app/log.ts takes zod to the browser']],
  'a rule touches the machine through another file': [
    { 'cases/rules.ts': importing('./files.ts'), 'cases/files.ts': importing('node:fs', 'readFileSync') }, ['cases/files.ts imports node:fs, and is loaded by cases/rules.ts']],
  'a rule reads the clock': [{ 'cases/rules.ts': 'export const now = () => new Date()\n' }, ['cases/rules.ts reads the clock']],
  'an action reads the clock': [{ 'cases/actions.ts': 'export const now = () => Date.now()\n' }, ['cases/actions.ts reads the clock']],
  'somebody gives leave': [
    { 'referrals/actions.ts': importing('../platform/mayreach.ts', 'grantReach'), 'platform/mayreach.ts': empty }, ['referrals/actions.ts gives leave to reach somebody']],
  'somebody takes all of mayreach': [
    { 'referrals/actions.ts': `import * as reach from '../platform/mayreach.ts'\nexport const it = reach\n`, 'platform/mayreach.ts': empty },
    ['referrals/actions.ts gives leave to reach somebody']],
  'an action steps into a role': [
    { 'cases/actions.ts': importing('../platform/db.ts', 'withRole'), 'platform/db.ts': empty }, ['cases/actions.ts steps into a database role by hand']],
  'a screen has SQL': [{ 'cases/screens.tsx': 'export const it = (db: Db) => sql<{ id: string }>`select 1`.execute(db)\n' }, ['cases/screens.tsx has SQL outside a store']],
  'an action asks the driver': [{ 'cases/actions.ts': 'export const it = (db: Client) => db.query(text)\n' }, ['cases/actions.ts has SQL outside a store']],
  'an action imports the builder': [{ 'cases/actions.ts': importing('kysely', 'sql') }, ['cases/actions.ts has SQL outside a store']],
}
for (const [name, [files, says]] of Object.entries(broken))
  test(`it is seen: ${name}`, () => assert.deepEqual(faultsOf(small(files)), says))

test('what is right is left in peace', () => assert.deepEqual(faultsOf(small({
  'map.ts': empty, 'main.ts': importing('./web/web.ts'), 'web/web.ts': importing('../cases/actions.ts'), 'cli/main.ts': importing('../main.ts'),
  'cases/actions.ts': `${importing('./store.ts')}export const asked = (c: Context) => c.req.query('a')\n`, 'cases/store.ts': importing('kysely', 'sql'),
  'cases/actions.test.ts': importing('../referrals/testing-town.ts'), 'referrals/testing-town.ts': importing('../cases/actions.ts'),
  'proofs/town.ts': importing('../cases/actions.ts'), 'proofs/town.test.ts': importing('./town.ts'),
  'cases/rules.ts': `import type { It } from './store.ts'\nexport const then = (at: number) => new Date(at)\n`, 'app/log.ts': importing('../cases/rules.ts', 'then'),
})), []))
