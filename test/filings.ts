// Many enquiries at once, each sent twice with the same sending's id: half of them through the action, half through the door with session cookies.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { enquire } from '../src/cases/enquire.ts'
import { readEvents } from '../src/cases/write.ts'
import { type TestHouse, testHouse } from '../src/directory/testing-house.ts'
import { openSessionFor } from '../src/identity/signin.ts'
import { perform } from '../src/platform/action.ts'
import { withRole } from '../src/platform/db.ts'
import { openWeb } from '../src/web/web.ts'

export interface Filed {
  readonly filed: number
  readonly lost: number
  readonly double: number
  /** Numbers in between that no case has. */
  readonly gaps: number
  /** Sendings that got no answer in time and were sent once more, as a person would. */
  readonly again: number
  readonly seconds: number
}

const senders = ['jonas.eksempel', 'amina.opdigt', 'birgit.proeve', 'lars.opdigt'] as const
const fields = (told: string): Record<string, string> =>
  ({ 'form-version': 'handoff-2', acute: 'no', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told })

/** Sends one form and answers with the case that it led to. */
type Send = (once: string, told: string) => Promise<string>

export async function fileAtOnce(count: number): Promise<Filed> {
  const it = await testHouse()
  try {
    const ways = [...await throughAction(it), ...await throughDoor(it)]
    const begun = performance.now()
    let again = 0
    const forms = Array.from({ length: count }, (_, n) => ({ once: randomUUID(), told: `Henvendelse ${n}.`, send: ways[n % ways.length] as Send }))
    // Nobody answered: whoever sends presses the button once more.
    const patient = async (send: Send, once: string, told: string): Promise<string> => {
      for (;;) {
        const led = await send(once, told).catch(() => undefined)
        if (led !== undefined) return led
        again += 1
        await pause(50)
      }
    }
    const led = await Promise.all(forms.flatMap(({ once, told, send }) => [patient(send, once, told), patient(send, once, told)]))
    const seconds = Math.round((performance.now() - begun) / 100) / 10
    return { ...await counted(it, forms, led), again, seconds }
  } finally {
    await it.close()
  }
}

const throughAction = (it: TestHouse): Promise<Send[]> => Promise.all(senders.map(async name => {
  const actor = await it.as(name)
  return async (once: string, told: string) => (await perform(it.house, actor, enquire, fields(told), { once })).result.id
}))

async function throughDoor(it: TestHouse): Promise<Send[]> {
  const app = openWeb(it.house)
  return Promise.all(senders.map(async name => {
    const actor = await it.as(name)
    const cookie = `s=${await openSessionFor(it.house, actor.id, actor.partnership)}`
    return async (once: string, told: string) => {
      const answer = await app.request('/henvendelse', {
        method: 'POST', body: new URLSearchParams({ ...fields(told), once }),
        headers: { cookie, host: 'localhost', origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      })
      const led = /^\/henvendelse\/sendt\/([0-9a-f-]{36})$/.exec(answer.headers.get('location') ?? '')?.[1]
      if (led === undefined) throw new Error(`answered with ${answer.status}`)
      return led
    }
  }))
}

/** @param led by form, two of each */
async function counted(it: TestHouse, forms: readonly { readonly told: string }[], led: readonly string[]): Promise<Omit<Filed, 'again' | 'seconds'>> {
  const { rows } = await it.owner.query<{ id: string; number: string; holders: number; events: number }>(`
    select f.id, f.number, (select count(*)::int from case_now n join holding h on h.person = n.holder and h.role = 'visitator' where n.case_id = f.id) as holders,
      (select count(*)::int from case_event e where e.case_id = f.id) as events from case_file f order by f.number`)
  const asked = new Map<string, number>()
  for (const { id } of rows) {
    const told = await toldIn(it, id)
    asked.set(told, (asked.get(told) ?? 0) + 1)
  }
  const lost = forms.filter(one => !asked.has(one.told)).length
  const double = [...asked.values()].filter(times => times > 1).length + (rows.length - forms.length)
  for (const [n, { told }] of forms.entries()) assert.equal(led[2 * n], led[2 * n + 1], `${told} was answered alike both times`)
  assert.deepEqual([...new Set(led)].sort(), rows.map(row => row.id).sort(), 'what was answered is what is there')
  assert.deepEqual(rows.filter(row => row.holders !== 1 || row.events !== 1), [], 'every case has one holder and one beginning')
  const numbers = rows.map(row => Number(row.number.slice(5)))
  assert.equal(new Set(numbers).size, numbers.length, 'no number is given twice')
  // The counter is a row that is held until the case is committed: one that fails gives its number back, and no gap arises.
  const gaps = Math.max(...numbers) - numbers.length
  const journal = await it.owner.query<{ n: number }>(`select count(*)::int as n from journal where act = 'cases.enquiry-sent' and about_case = any($1::uuid[])`, [led])
  assert.equal(journal.rows[0]?.n, rows.length, 'each case has the journal line of its beginning')
  return { filed: rows.length, lost, double, gaps }
}

/** What the visitator reads in it. */
async function toldIn(it: TestHouse, id: string): Promise<string> {
  const visitator = await it.as('vibeke.eksempel')
  const serving = { person: visitator.id, partnership: visitator.partnership, now: it.house.clock.now() }
  const [event] = await withRole(it.house.pool, 'visitator', serving, db => readEvents({ house: it.house, db }, id))
  return String(event?.given.answers?.values['told'] ?? '')
}
