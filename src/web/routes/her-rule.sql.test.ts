// Read from the router itself: every page about her case shows how she is reached, and every act in it says whom it reaches.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Hono } from 'hono'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import { filled } from './testing-access.ts'
import { openedCase, type OpenCase, staffVisit } from './testing-case.ts'
import type { Visit } from '../door/testing-visit.ts'
import { openWeb } from '../web.ts'

let town: TestHouse
let app: Hono
before(async () => {
  town = await testHouse()
  app = openWeb(town.house)
})
after(() => town.close())

/** Pages about one case, but for files. */
const about = /^\/(?:sager\/:case|familie\/:track|opgaver\/:task)(?:\/|$)/
const addresses = (method: string): readonly string[] =>
  [...new Set(app.routes.filter(it => it.method === method && about.test(it.path) && !/\.pdf$|\/scannet\/:scan$|\/vedlaeg\/:file$|\/hent$/.test(it.path)).map(it => it.path))]

/** Where she is not reached from, and why the rule would do harm or say nothing there. */
const without: Readonly<Record<string, string>> = {
  '/sager/:case/henvist/:referral': 'a frozen copy, read as the receiver reads it',
  '/sager/:case/samlet/:bundle': 'what the other party may come to read',
  '/sager/:case/samlet/se': 'what the other party may come to read',
  '/sager/:case/samlet': 'the same page stands on her own side, where the log is chosen from',
  '/sager/:case/papirer/luk-op': 'of a locked case nothing is read',
  '/sager/:case/samlet/i-gang': 'waits and leads on',
}

interface Place { readonly who: Visit; readonly ids: Readonly<Record<string, string>> }
const first = async (text: string, it: OpenCase): Promise<string> => (await town.owner.query<{ it: string }>(text, [it.id])).rows[0]?.it ?? ''

/** The same kind of case at the places of its life where its pages are open: with the visitator, with a coordinator, closed; and with whoever was asked beside it. */
async function places(): Promise<readonly Place[]> {
  const [vibeke, inger, nadia] = await Promise.all(['vibeke.eksempel', 'inger.eksempel', 'nadia.opdigt'].map(who => staffVisit(town, app, who))) as [Visit, Visit, Visit]
  const once = () => randomUUID()
  const [open, coordinated, closed] = [await openedCase(town), await openedCase(town), await openedCase(town)]
  await filled(town, open)
  await vibeke.post(`/sager/${open.id}/opgaver`, { once: once(), what: 'Ring til borgeren', reaches: 'yes', owner: (await town.as('vibeke.eksempel')).id, due: '2026-11-09' })
  await vibeke.post(`/sager/${open.id}/boern/pligt`, { once: once() })
  await vibeke.post(`/sager/${open.id}/boern/familieraadgiver`, { once: once(), counsellor: (await town.as('nadia.opdigt')).id, purpose: 'Samvær.', other: 'father', due: '2026-11-10' })
  for (const word of ['aktindsigt', 'indsigt-den-anden-part'])
    await vibeke.post(`/sager/${open.id}/${word}`, { once: once(), askedBy: word === 'aktindsigt' ? 'citizen' : 'otherParty', receivedOn: '2026-11-03', about: 'Alt' })
  const track = await first('select id as it from family_track where case_id = $1', open)
  await nadia.post(`/familie/${track}/tag`, { once: once() })
  await vibeke.post(`/sager/${coordinated.id}/henvis`, { once: once(), til: (await town.as('inger.eksempel')).id, rolle: 'primaryCoordinator', purpose: 'En plan' })
  await inger.post(`/henvisninger/${await first('select id as it from referral where case_id = $1', coordinated)}/tag`, { once: once() })
  await vibeke.post(`/sager/${closed.id}/luk`, {
    once: once(), 'form-version': 'closing-1', seq: '2', closingReason: 'adviceEnough', closingText: 'Stoppet', safetyTalk: 'no', safetyInstead: 'Ringer selv', callBackOn: '2026-12-15', callBackBy: 'Vibeke', reachChannel: 'here',
  })
  const ids = {
    case: open.id, track, word: 'kontaktnotat', paper: 'nyt', task: await first('select id as it from case_task where reaches and case_id = $1', open), meeting: await first('select id as it from case_meeting where case_id = $1', open),
    request: await first('select id as it from access_request where case_id = $1', open), referral: await first('select id as it from referral where case_id = $1', open),
  }
  return [{ who: vibeke, ids }, { who: nadia, ids: { ...ids, word: 'moren', record: 'nyt' } }, { who: inger, ids: { case: coordinated.id } }, { who: vibeke, ids: { case: closed.id } }]
}

const filledIn = (address: string, ids: Place['ids']): string => address.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'x')

test('every page about a case shows how she is reached: what the enquiry said, and then what was agreed with her', async () => {
  const all = await places()
  const show = async (what: RegExp): Promise<readonly string[]> => {
    const missing: string[] = []
    for (const address of addresses('GET').filter(it => without[it] === undefined)) {
      const pages = []
      for (const { who, ids } of all) pages.push(await who.get(filledIn(address, ids)))
      const there = pages.filter(it => it.status === 200)
      if (there.length === 0) missing.push(`${address} (no such page)`)
      if (there.some(it => !what.test(it.html))) missing.push(address)
    }
    return missing
  }
  assert.deepEqual(await show(/Før du kontakter borgeren[\s\S]*Ring til borgeren: 00 11 22 33/), [])
  for (const { who, ids } of all.filter(it => it.ids['track'] === undefined || it.ids['record'] === undefined))
    await who.post(`/sager/${ids['case']}/sikker-kontakt`, { once: randomUUID(), version: '0', seq: '0', channels: 'phone', where: '00 30 40 50', times: '', say: '', message: 'no', digitalPost: 'no', paper: 'no', note: '', codeWord: '' })
  assert.deepEqual(await show(/Før du kontakter borgeren[\s\S]*Kun telefon, 00 30 40 50/), [])
})
