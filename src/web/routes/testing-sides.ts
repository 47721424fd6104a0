// For tests only: cases behind walls, asked for as a browser asks.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import type { TestHouse } from '../../directory/testing-house.ts'
import { openSessionFor } from '../../identity/signin.ts'
import { type Failed, runRounds } from '../../platform/jobs.ts'
import { sessionCookie } from '../door/door.tsx'
import { rounds } from '../rounds.ts'

export interface Asked { readonly status: number; readonly text: string; readonly to: string }
export type Fields = Readonly<Record<string, string | readonly string[]>>

export interface Walled {
  /** One request by this colleague, by sign-in name; redirects are not followed. */
  readonly ask: (name: string, path: string, fields?: Fields) => Promise<Asked>
  readonly open: (name: string, at: '/medarbejdere' | '/samtaler', fields: Fields) => Promise<string>
  readonly standing: (id: string) => Promise<{ readonly holder: string | null; readonly next: string; readonly seq: number; readonly due: Date | null; readonly late_step: string | null; readonly number: string }>
  readonly moves: (id: string) => Promise<readonly string[]>
  /** So many days go by; the clock goes its rounds on each. */
  readonly daysOn: (days: number) => Promise<void>
}

export const employee = { 'form-version': 'employee-1', employeeName: 'Sanne Prøve', agreedToRecord: 'yes', relation: 'citizen', told: 'En borger ringer hjem til hende om aftenen.', mayKnow: 'Kun leder og HR' } as const
export const father = { 'form-version': 'other-party-1', personName: 'Bent Opdigt', reach: '00 55 55 55', met: 'called', exposedName: 'Hanne Bie Opdigt', checkGround: 'impartial' } as const
export const idIn = (to: string): string => to.split('/').at(-1) ?? ''

export function walled(town: TestHouse, app: Hono): Walled {
  const cookies = new Map<string, string>()
  const cookieOf = async (name: string): Promise<string> => {
    const found = cookies.get(name) ?? `${sessionCookie}=${await openSessionFor(town.house, (await town.as(name)).id, 1)}`
    cookies.set(name, found)
    return found
  }
  const ask = async (name: string, path: string, fields?: Fields): Promise<Asked> => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost', host: 'localhost', cookie: await cookieOf(name) }
    const body = new URLSearchParams({ once: randomUUID() })
    for (const [field, value] of Object.entries(fields ?? {})) for (const one of [value].flat()) body.append(field, one as string)
    const answer = fields ? await app.request(path, { method: 'POST', headers, body }) : await app.request(path, { headers })
    return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
  }
  return {
    ask,
    open: async (name, at, fields) => {
      const sent = await ask(name, `${at}/ny`, fields)
      assert.equal(sent.status, 303, sent.text)
      return idIn(sent.to)
    },
    standing: async id => {
      const found = (await town.owner.query('select holder, next, seq, due, late_step, number from case_now where case_id = $1', [id])).rows[0]
      assert.ok(found)
      return found
    },
    moves: async id => (await town.owner.query<{ move: string }>('select move from case_event where case_id = $1 order by seq', [id])).rows.map(it => it.move),
    daysOn: async days => {
      for (let day = 0; day < days; day++) {
        town.moveClock(24 * 3_600_000)
        cookies.clear()
        const failed: Failed[] = []
        await runRounds(town.house, rounds, it => { failed.push(it) })
        assert.deepEqual(failed, [])
      }
    },
  }
}
