// The forms of the municipality's folder in a house that has an editor of tools: what comes in, what stands, and what is never brought back.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { packageFolder } from '../../platform/places.ts'
import { digestOf } from '../../toolkit/digest.ts'
import * as acts from '../../toolkit/editor-actions.ts'
import type { FolderForm } from '../../toolkit/form-folder.ts'
import { formDifferences, loadForms } from '../../toolkit/load.ts'
import { lastReadings } from '../../toolkit/store.ts'
import { readMunicipality } from '../municipality/municipality.ts'
import { formOf } from '../../toolkit/tools.ts'
import { staffVisit } from './testing-case.ts'
import { edit } from './testing-tool.ts'
import { openWeb } from '../web.ts'

const [file] = readMunicipality(join(packageFolder, 'config', 'havneby')).forms as readonly [FolderForm]
/** The same file with another title. */
const called = (title: string): FolderForm => {
  const form = { ...file.form, title: { da: title, en: title } }
  return { ...file, form, digest: digestOf(form) }
}

let town: TestHouse
before(async () => { town = await testHouse() })
after(() => town.close())

const read = (...files: readonly FolderForm[]) => loadForms(town.owner, 1, files, town.house.clock.now())
const checked = async (...files: readonly FolderForm[]) => (await formDifferences(town.owner, 1, files)).join('\n')
const editor = () => town.as('poul.proeve')
type Way = Parameters<typeof perform<Parameters<typeof acts.moveQuestion.run>[1], never, { readonly to: string }>>[2]
const send = async (act: unknown, fields: Record<string, unknown>) => (await perform(town.house, await editor(), act as Way, { tool: 'departments', ...fields })).result
const versions = async () => (await perform(town.house, await editor(), acts.versionsPage, { tool: 'departments' })).result
/** The title of what is filled in today. */
const today = async () => (await versions()).tool.title.da
const told = async () => (await versions()).versions.map(it => [it.version, it.read.title.da, it.byName, it.reason])
const publish = async (title: string) => {
  await send(acts.begin, {})
  await send(acts.changeName, { seq: '1', 'title-da': title, 'title-en': title, 'source-da': 'x', 'source-en': 'x' })
  await send(acts.publish, { seq: '2', reason: 'På siden' })
}

test('a form of the folder is what is filled in from then on, by the folder and by nobody, and its difference to ours can be read', async () => {
  assert.match(await checked(file), /^toolkit\/afdelinger\.json: "Afdelinger i Havneby Kommune" er ny eller ændret, .* Den kommer ind, næste gang/)
  assert.deepEqual(await read(file), [])
  assert.equal(await today(), 'Afdelinger i Havneby Kommune')
  assert.deepEqual(await told(), [[1, 'Afdelinger i Havneby Kommune', null, 'Fra kommunens mappe, toolkit/afdelinger.json']])
  const { fromOrigin } = (await perform(town.house, await editor(), acts.versionPage, { tool: 'departments', version: '1' })).result
  assert.deepEqual(fromOrigin.map(it => it.code), ['title', 'help'])
})

test('the shelf and the search call the tool what the municipality calls it', async () => {
  const app = openWeb(town.house)
  const text = async (at: string) => (await app.request(at)).text()
  assert.match(await text('/redskaber'), />Afdelinger i Havneby Kommune</)
  assert.match(await text(`/redskaber/soeg?q=${encodeURIComponent('afdelinger opgave')}`), /class="quiet">Afdelinger i Havneby Kommune</)
  assert.match(await text('/en/redskaber/soeg?q=departments'), /class="quiet">Departments of Havneby Municipality</)
})

test('words that only the municipality has written are found, lead to the tool, and are found no longer when they are taken back', async () => {
  const app = openWeb(town.house)
  const found = async () => (await app.request(`/redskaber/soeg?q=${encodeURIComponent('plejehjemmet')}`)).text()
  assert.doesNotMatch(await found(), /href="\/redskaber\/action-plan"/)
  await edit(town, 'action-plan', acts.begin)
  const { to } = await edit(town, 'action-plan', acts.addQuestion, { i: formOf('action-plan')?.parts[0]?.id, 'ask-da': 'Skal plejehjemmet vide det?', 'ask-en': 'Is the care home to know?', kind: 'yesno' })
  await edit(town, 'action-plan', acts.changeQuestion, { question: to.split('/').at(-1), 'ask-da': 'Skal plejehjemmet vide det?', 'ask-en': 'Is the care home to know?', kind: 'yesno' })
  assert.doesNotMatch(await found(), /action-plan/, 'a draft is not found')
  await edit(town, 'action-plan', acts.publish, { reason: 'Vi har et plejehjem.' })
  assert.match(await found(), /href="\/redskaber\/action-plan"/)
  assert.match(await (await app.request('/en/redskaber/soeg?q=care+home')).text(), /href="\/en\/redskaber\/action-plan"/)
  await edit(town, 'action-plan', acts.takeBack, { version: '1', reason: 'Det er lukket.' })
  assert.doesNotMatch(await found(), /action-plan/)
})

test('read again nothing happens, however the file is laid out, and check has nothing to say', async () => {
  const { title, parts, ...rest } = file.form
  assert.deepEqual(await read({ ...file, digest: digestOf({ parts, ...rest, title }) }), [])
  assert.equal((await versions()).versions.length, 1)
  assert.equal((await town.owner.query('select from tool_folder_reading')).rowCount, 1)
  assert.equal(await checked(file), '')
})

test('the running house can see what was read, and so that a changed folder was not', async () => {
  const seen = await withRole(town.house.pool, 'clock', { person: undefined, partnership: undefined, now: new Date() }, db => lastReadings(db, 1))
  assert.deepEqual(seen, [{ form: 'departments-local', digest: file.digest }])
  assert.notEqual(called('Andet').digest, file.digest)
})

test('what was taken back in the editor stays so while the file is as it was, and comes anew when the file is changed', async () => {
  await send(acts.takeBack, { version: '1', reason: 'Den var forkert.' })
  assert.deepEqual(await read(file), [])
  assert.equal(await today(), 'Afdelinger i kommunen')
  assert.match(await checked(file), /^toolkit\/afdelinger\.json: udgave 1 af "Afdelinger i Havneby Kommune" er taget tilbage/)
  assert.deepEqual(await read(called('Rettet')), [])
  assert.deepEqual([await today(), await checked(called('Rettet'))], ['Rettet', ''])
})

test('what was published in the editor since stands, and is told at each check, whether the file was changed or not', async () => {
  await publish('Sidens egen')
  assert.deepEqual(await read(called('Rettet')), [])
  assert.match(await checked(called('Rettet')), /har en udgave 3, som er udgivet på siden Ret redskaber\. Den gælder, og filen venter/)
  assert.equal((await read(called('Mappens tredje'))).length, 1)
  assert.equal(await today(), 'Sidens egen')
  assert.deepEqual(await read(called('Mappens tredje')), [], 'once at the start')
  assert.match(await checked(called('Mappens tredje')), /udgave 3/)
})

test('a file that waited comes in when the editor’s version was taken back', async () => {
  await send(acts.takeBack, { version: '3', reason: 'Mappens er bedre.' })
  assert.match(await checked(called('Mappens tredje')), /kommer ind, næste gang/)
  await read(called('Mappens tredje'))
  assert.equal(await today(), 'Mappens tredje')
})

test('an editor’s version that is laid into the folder as a file is no new version, and goes on from there', async () => {
  await publish('Hentet ud')
  const out = { ...file, form: (await versions()).tool.form ?? file.form, digest: digestOf((await versions()).tool.form ?? file.form) }
  assert.deepEqual([await read(out), await checked(out)], [[], ''])
  assert.equal((await versions()).versions.length, 5)
  const next = { ...out.form, title: { da: 'Rettet i filen', en: 'Changed in the file' } }
  assert.deepEqual(await read({ ...out, form: next, digest: digestOf(next) }), [])
  assert.equal(await today(), 'Rettet i filen')
})

test('a file that went missing changes no form, and check says that its version goes on', async () => {
  assert.deepEqual(await read(), [])
  assert.equal(await today(), 'Rettet i filen')
  assert.match(await checked(), /^toolkit: "Rettet i filen" bruger udgave 6, som kom fra mappen/)
})

test('an owner who is no superuser brings forms in too, and the walls stand again afterwards', async () => {
  await town.owner.query('create role forms_owner login nosuperuser; grant all on all tables in schema public to forms_owner; grant create, usage on schema public to forms_owner')
  for (const table of ['partnership', 'tool_version', 'tool_version_taken_back', 'tool_folder_reading']) await town.owner.query(`alter table ${table} owner to forms_owner`)
  await town.owner.query('grant usage on schema gate to forms_owner; set role forms_owner')
  try {
    assert.deepEqual(await read(called('Som ejer')), [])
  } finally {
    await town.owner.query('reset role')
  }
  assert.equal(await today(), 'Som ejer')
  assert.deepEqual((await town.owner.query(`select relname from pg_class where relname in ('tool_version', 'tool_folder_reading') and not relforcerowsecurity`)).rows, [])
})

test('what of the folder waits is told on the page of the editor too, with the way to decide it', async () => {
  const house = { ...town.house, config: { ...town.house.config, municipality: join(packageFolder, 'config', 'havneby') } }
  const folder = async () => (await perform(house, await editor(), acts.listPage, {})).result.folder?.map(it => it.code)
  await read(file)
  await publish('På siden igen')
  assert.deepEqual(await folder(), ['page-stands'])
  const app = openWeb(house)
  const html = (await (await staffVisit(town, app, 'poul.proeve')).get('/redskaber/ret')).html
  assert.match(html, /toolkit\/afdelinger[.]json siger noget andet end udgave \d+ af &quot;På siden igen&quot;[^]*href="\/redskaber\/ret\/departments\/udgaver"/)
})
