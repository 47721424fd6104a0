// The roads that are no actions: in and out of the house, its clock, its broom, a form sent twice. Walked so that their policies are missed too.
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { filesOfDestroyed } from '../../bundle/store.ts'
import { homeAction } from '../../cases/actions.ts'
import { actorBehind, personAdded } from '../../directory/actors.ts'
import { lookUpOpenContact, sendOpenContact } from '../../cases/open-contact/actions.ts'
import { addCitizen } from '../../citizens/store.ts'
import { readDirectory } from '../../directory/folder.ts'
import { openEntrances } from '../../directory/open-entrances.ts'
import { readAt } from '../../directory/store.ts'
import { issueCode, lock, setPassphrase, signIn, signInWithCode, signOut, signOutEverywhere, unlock, visitorOf, waitingRenewal } from '../../identity/signin.ts'
import { codesMade, told } from '../../identity/renewal-store.ts'
import { confirmCode, confirmPage } from '../../identity/actions.ts'
import { markInvented, sweep, whoseTown } from '../../identity/store.ts'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { type House, perform } from '../../platform/action.ts'
import { openClock } from '../../platform/clock.ts'
import { type Db, withRole } from '../../platform/db.ts'
import { runRounds } from '../../platform/jobs.ts'
import type { TestTown } from '../town/town.ts'
import { lastReadings } from '../../toolkit/store.ts'
import { townPassword, whoCanSignIn } from '../../web/open/guests.ts'
import { rounds } from '../../web/rounds.ts'

/** What came of each step, in a word: the same words each time in a whole house. Leaves its traces in the house: give it a pool that is undone. */
export async function walkedRoads(town: TestTown, house: House): Promise<string> {
  const words: string[] = []
  const step = async (work: () => Promise<unknown>): Promise<void> => {
    words.push(await work().then(it => (typeof it === 'object' ? 'done' : String(it)), (error: Error & { code?: string }) => `no: ${error.code ?? error.message}`))
  }
  await step(async () => JSON.stringify(await whoCanSignIn(house)))
  await staffRoads(house, step)
  await citizenRoads(town, house, step)
  await openContactRoads(house, step)
  await step(() => asTheClock(house, house.clock.now(), async db => [await readAt(db, 1) === undefined, (await lastReadings(db, 1)).length].join()))
  await step(() => filesToSweep(house))
  await step(async () => JSON.stringify((await openEntrances(house, 1, undefined, '')).count))
  await step(() => withRole(house.pool, 'signIn', { person: undefined, partnership: 1, now: house.clock.now() }, async db => {
    await markInvented(db, 1, house.clock.now())
    return (await whoseTown(db)).invented
  }))
  await step(async () => (await openClock(house.pool, 'demo')).move(60))
  await step(async () => (await openClock(house.pool, 'demo')).move(60))
  await step(async () => (await openClock(house.pool, 'demo')).now().getTime() > Date.now() + 30_000)
  for (const days of [20, 30, 40]) await step(() => goneRounds(house, days))
  const once = randomUUID()
  const actor = town.staff.find(it => it.roles.length > 0)
  if (!actor) throw new Error('nobody in the town has a role')
  for (let sent = 0; sent < 2; sent++)
    await step(async () => (await perform(house, actor, { ...homeAction, run: async () => ['home'], leadsTo: () => [] }, {}, { once })).result.length)
  return words.join('\n')
}

const filesToSweep = (house: House): Promise<number> => asTheClock(house, house.clock.now(), async db => (await filesOfDestroyed(db)).length)

const asTheClock = <T>(house: House, now: Date, work: (db: Db) => Promise<T>): Promise<T> => withRole(house.pool, 'clock', { person: undefined, partnership: undefined, now }, work)

/** A unit without a sign-in asks to be called, and looks whether anybody has seen it. */
async function openContactRoads(house: House, step: Step): Promise<void> {
  const [desk, once] = [{ house, partnership: 1, source: 'a unit' }, randomUUID()]
  let code = ''
  await step(async () => { code = (await sendOpenContact(desk, { id: 1, name: 'Jobcenter', phone: '00 00 00 00' }, false, once)).code })
  await step(async () => lookUpOpenContact(desk, code).then(it => it && (it.takenAt ?? 'waits')))
  // By when, as this municipality has it.
  await step(() => asTheClock(house, house.clock.now(), async db => (await sql<{ minutes: number }>`select extract(epoch from due - at)::int / 60 as minutes from open_contact where id = ${once}`.execute(db)).rows[0]?.minutes))
}

/** What the clock does so many days on, and how far it has come. */
async function goneRounds(house: House, days: number): Promise<string> {
  const now = new Date(house.clock.now().getTime() + days * 86_400_000)
  const failed: string[] = []
  await runRounds({ ...house, clock: { ...house.clock, now: () => now } }, rounds, it => { failed.push(`${it.round} ${it.kind}`) })
  const counted = (table: string) => asTheClock(house, now, async db =>
    (await sql<{ said: string }>`select coalesce(late_step, '-') || ' ' || count(*) as said from ${sql.table(table)} group by late_step order by 1`.execute(db)).rows.map(it => it.said))
  return [...failed, ...(await counted('case_now')), ...(await counted('referral_now')), ...(await counted('open_contact'))].join(', ')
}

type Step = (work: () => Promise<unknown>) => Promise<void>

async function staffRoads(house: House, step: Step): Promise<void> {
  const name = readDirectory(house.config.municipality).persons[0]?.signIn ?? ''
  let id = ''
  await step(() => signIn(house, 'staff', name, 'not the password', 'here'))
  await step(async () => { id = await signIn(house, 'staff', name, townPassword, 'here') })
  await step(async () => {
    const visitor = await visitorOf(house, id)
    return visitor && (await actorBehind(house, visitor))?.name
  })
  await step(() => signOut(house, id))
  await step(() => visitorOf(house, id))
  await step(async () => (await personAdded(house, 'otto.opdigt')) !== undefined)
}

async function citizenRoads(town: TestTown, house: House, step: Step): Promise<void> {
  const visitator = town.staff.find(it => it.roles.includes('visitator'))
  if (!visitator) throw new Error('the town has no visitator')
  const citizen = randomUUID() as PersonId
  const codes: string[] = []
  const now = house.clock.now()
  const issue = () => withRole(house.pool, 'visitator', { person: visitator.id, partnership: visitator.partnership, now }, async db => {
    codes.push((await issueCode({ house, db, actor: visitator, ground: { by: 'visitator', kind: 'role' }, now }, citizen)).code)
  })
  await step(() => withRole(house.pool, 'visitator', { person: visitator.id, partnership: visitator.partnership, now },
    db => addCitizen(db, { id: citizen, partnership: visitator.partnership, keyWrapped: house.vault.newKey().wrapped }, now)))
  await step(issue)
  await step(issue)
  await step(() => signInWithCode(house, codes[0] ?? '', 'there'))
  let id = ''
  await step(async () => { id = await signInWithCode(house, codes[1] ?? '', 'there') })
  const visitor = async () => {
    const found = await visitorOf(house, id)
    if (!found) throw new Error('nobody')
    return found
  }
  const phrase = 'fire ord man husker'
  await step(async () => { id = await setPassphrase(house, await visitor(), `stille ${citizen}`, phrase) })
  await step(async () => unlock(house, await visitor(), phrase, 'there'))
  await step(async () => (await visitor()).unlocked)
  await step(async () => lock(house, await visitor()).then(() => 'locked'))
  await step(async () => (await visitor()).unlocked)
  await step(async () => (await withRole(house.pool, 'citizen', { person: citizen, partnership: 1, now }, db => sql<{ n: number }>`select count(*) as n from journal`.execute(db))).rows[0]?.n)
  await renewedRoads(town, house, step, citizen, async () => { await issue(); return codes.at(-1) ?? '' })
  id = await signIn(house, 'citizen', `stille igen ${citizen}`, 'fire andre ord man husker', 'there').catch(() => '')
  const later = new Date(now.getTime() + 2 * 86_400_000)
  await step(async () => signOutEverywhere(house, await visitor()).then(() => 'out'))
  await step(() => withRole(house.pool, 'signIn', { person: undefined, partnership: undefined, now: later }, db => sweep(db, later)))
  await step(async () => (await withRole(house.pool, 'signIn', { person: undefined, partnership: undefined, now }, db => sql<{ n: number }>`select count(*) as n from wrong_try`.execute(db))).rows[0]?.n)
}

/** Two more codes: the first is taken back with the earlier passphrase, the second is confirmed by the leader. */
async function renewedRoads(town: TestTown, house: House, step: Step, citizen: PersonId, issue: () => Promise<string>): Promise<void> {
  const now = house.clock.now()
  const inRole = <T>(role: 'citizen' | 'visitator' | 'leader', person: string, work: (db: Db) => Promise<T>) => withRole(house.pool, role, { person, partnership: 1, now }, work)
  const counted = async (table: string) => (await inRole('citizen', citizen, db => sql<{ n: number }>`select count(*) as n from ${sql.ref(table)}`.execute(db))).rows[0]?.n
  const renew = async (name: string) => {
    const visitor = await visitorOf(house, await signInWithCode(house, await issue(), 'there'))
    if (!visitor) throw new Error('nobody')
    return visitorOf(house, await setPassphrase(house, visitor, name, 'fire andre ord man husker'))
  }
  await step(async () => (await renew(`stille om ${citizen}`))?.kind)
  const untoldOf = () => inRole('citizen', citizen, async db => { await told(db, citizen, now); return (await codesMade(db, citizen)).length })
  await step(untoldOf)
  await step(async () => (await inRole('citizen', citizen, db => sql<{ n: number }>`select count(*) as n from paper_code where told_at is not null`.execute(db))).rows[0]?.n)
  await step(() => counted('journal').then(it => it === 0))
  await step(() => signIn(house, 'citizen', `stille ${citizen}`, 'fire ord man husker', 'there').then(() => 'taken back'))
  await step(() => counted('journal').then(it => it === 0))
  await step(untoldOf)
  await step(async () => (await inRole('citizen', citizen, db => sql<{ n: number }>`select count(*) as n from paper_code where told_at is not null`.execute(db))).rows[0]?.n)
  const leader = town.staff.find(it => it.roles.includes('leader'))
  const visitators = town.staff.filter(it => it.roles.includes('visitator'))
  for (const colleague of [leader, visitators.at(-1)]) {
    let visitor: Awaited<ReturnType<typeof visitorOf>>
    await step(async () => { visitor = await renew(`stille igen ${citizen}`) })
    await step(async () => {
      const waiting = visitor && await waitingRenewal(house, visitor)
      return colleague && perform(house, colleague, confirmCode, { number: waiting?.number ?? '', met: 'yes' })
    })
    await step(async () => perform(house, colleague ?? town.staff[0] as Actor, confirmPage, {}))
    await step(() => counted('journal').then(it => it === 0))
  }
}
