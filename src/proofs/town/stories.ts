// What the finished town tells beyond the invented one: things that wait for somebody, of kinds that would stand in the way of whoever tries the town by hand.
import { signedOn } from '../../cli/town-signed.ts'
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import sharp from 'sharp'
import { enquire, receiptPage } from '../../cases/enquire.ts'
import { offer } from '../../cases/handover/actions.ts'
import { letHaveBoth } from '../../cases/finding/name-check.ts'
import { sendOpenContact } from '../../cases/open-contact/actions.ts'
import { appointContact } from '../../cases/open-contact/climb.ts'
import { declareAction, shutOutAction } from '../../cases/shut/actions.ts'
import { askCounsellor, tellDutyAction } from '../../cases/children/actions.ts'
import { appointLateTrack, appointTrack } from '../../cases/children/giving.ts'
import { appointOther } from '../../cases/sides/actions.ts'
import type { Teller } from '../../cli/teller.ts'
import { scanAction } from '../../consents/record.ts'
import { step } from '../../cli/town-sides.ts'
import { clarified, enquiry, sent } from '../../cli/town-steps.ts'
import { showAll } from '../../cli/town-log.ts'
import { staffActor } from '../../directory/actors.ts'
import { choose, takeFile } from '../../imports/actions.ts'
import { addEntry, addFile } from '../../incidents/actions.ts'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { addDays, instantOf } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { runRounds } from '../../platform/jobs.ts'
import { sendAction } from '../../referrals/actions.ts'
import { sendToCentreAction } from '../../referrals/actions-back.ts'
import { sendOutAction } from '../../referrals/actions-out.ts'
import { readAction } from '../../referrals/actions-receive.ts'
import { paper } from '../../web/routes/consent-actions.ts'
import { rounds } from '../../web/rounds.ts'

/** Told first, while nothing else is there for the rounds to go by: four that nobody answered and the leader has, one whose day has passed; three families and three units that asked for a call, before the leader as well. */
export async function tellLate(teller: Teller): Promise<void> {
  for (const daysAgo of [29, 28, 27, 26, 14]) await referred(teller, daysAgo, 'En borger har ventet på en fast person.')
  for (const daysAgo of [29, 28, 27]) {
    await counsellorAsked(teller, daysAgo)
    await toBeCalled(teller, daysAgo, false)
  }
  for (let daysAgo = 28; daysAgo > 8; daysAgo--) {
    const now = instantOf(addDays(teller.today, -daysAgo), '12:00')
    await runRounds({ ...teller.house, clock: { ...teller.house.clock, now: () => now } }, rounds, it => { throw new Error(`the round ${it.round} failed: ${it.kind}`) })
  }
}

async function referred(teller: Teller, daysAgo: number, told: string): Promise<string> {
  const it = await sent(teller, daysAgo, '09:00', 'jonas.eksempel', told)
  await clarified(teller, it.id, daysAgo, '15:10', 'stalking_likely', 'Uønsket og gentaget, trods et klart nej.')
  const mikkel = await teller.as('mikkel.opdigt')
  const { id } = await teller.act(daysAgo, '15:20', await teller.as('vibeke.eksempel'), sendAction, { case: it.id, til: mikkel.id, rolle: 'primaryCoordinator', purpose: 'Borgeren har brug for en fast person.' })
  return id
}

/** A family that no counsellor has said yes to. */
async function counsellorAsked(teller: Teller, daysAgo: number): Promise<void> {
  const [vibeke, nadia] = [await teller.as('vibeke.eksempel'), await teller.as('nadia.opdigt')]
  const it = await sent(teller, daysAgo, '09:10', 'jonas.eksempel', 'En borger har et barn, der bærer beskeder.', { children: 'yes' })
  await clarified(teller, it.id, daysAgo, '15:12', 'stalking_likely', 'Uønsket og gentaget, trods et klart nej.')
  await teller.act(daysAgo, '15:20', vibeke, tellDutyAction, { case: it.id })
  await teller.act(daysAgo, '15:22', vibeke, askCounsellor, { case: it.id, counsellor: nadia.id, purpose: 'Tal med barnet.', other: 'none', due: addDays(teller.today, 1 - daysAgo) })
}

async function toBeCalled(teller: Teller, daysAgo: number, urgent: boolean): Promise<void> {
  const { house, partnership } = { house: teller.house, partnership: (await teller.as('peter.opdigt')).partnership }
  const then = { ...house, clock: { ...house.clock, now: () => instantOf(addDays(teller.today, -daysAgo), '11:00') } }
  await sendOpenContact({ house: daysAgo === 0 ? house : then, partnership, source: 'biblioteket' }, { id: 1, name: 'Biblioteket', phone: '00 11 22 33' }, urgent, randomUUID())
}

/** Told last, by what lies in the town by then. */
export async function tellWaiting(teller: Teller, owner: Client): Promise<void> {
  await everybodySends(teller, owner)
  await telephones(teller, owner)
  await papersAndOutside(teller, owner)
  await handOvers(teller)
  await leaders(teller, owner)
  const peter = await teller.as('peter.opdigt')
  for (const about of ['exposed', 'stalks'])
    await teller.act(1, '13:00', peter, sendToCentreAction, {
      about, contact: 'Navn Opdigt, 00 44 55 66', purpose: 'Ring op.', account: '', ...signedOn(addDays(teller.today, -2), ['contact']), where: 'Hos os', first: 'told', firstOn: addDays(teller.today, -2),
    })
  await teller.act(0, '09:00', await teller.as('mikkel.opdigt'), readAction, { referral: await referred(teller, 0, 'En borger vil gerne tale med en fast person.') })
  for (const urgent of [true, false]) await toBeCalled(teller, 0, urgent)
}

interface Case { readonly id: string; readonly citizen: string; readonly number: string }
const casesOf = async (owner: Client, where: string, values: readonly unknown[] = []): Promise<readonly Case[]> =>
  (await owner.query<Case>(`select case_id as id, citizen, number from case_now where ${where} order by number desc`, [...values])).rows

const chat = ['[02.11.2026 08.15.01] Solsort: Hent den lille kl. 16', '[02.11.2026 22.40.10] Storm: Hvor er du', '[02.11.2026 22.41.11] Storm: Svar mig nu', ''].join('\r\n')

/** In each role somebody sends an enquiry with a name, and has a receipt. */
async function everybodySends(teller: Teller, owner: Client): Promise<void> {
  const { partnership } = await teller.as('karen.proeve')
  const { rows } = await owner.query<{ role: string; person: PersonId }>(`
    select distinct on (h.role) h.role, h.person from holding h where h.from_day <= $1 and (h.to_day is null or h.to_day >= $1) order by h.role, (select count(*) from holding o where o.person = h.person), h.person`, [teller.today])
  for (const { role, person } of rows) {
    const actor = await staffActor(teller.house, person, partnership)
    if (!actor) continue
    const { id } = await teller.act(0, '08:45', actor, enquire, { ...enquiry, told: 'En borger har spurgt mig om hjælp.', mayName: 'yes', citizenName: `Anna Opdigt ${role}` })
    await teller.act(0, '08:46', actor, receiptPage, { case: id })
  }
}

/** Two who can sign in add a photo to what they show, bring in what lies on their telephones, and say what is kept of the one half of it. */
async function telephones(teller: Teller, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ id: PersonId; partnership: number }>(`select person as id, partnership from account where kind = 'citizen' order by changed_at, person limit 2`)
  for (const it of rows) {
    const citizen: Actor = { ...it, name: '', organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true }
    const { id: entry } = await teller.act(1, '19:00', citizen, addEntry, { told: 'Der lå en seddel på måtten.' })
    const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#d0d8e0' } }).jpeg().toBuffer()
    await teller.act(1, '19:02', citizen, addFile, { entry, file: new File([new Uint8Array(photo)], 'seddel.jpg', { type: 'image/jpeg' }) })
    for (const til of ['visitator', 'primaryCoordinator']) await showAll(teller, citizen, 1, til)
    const bring = () => teller.act(0, '07:30', citizen, takeFile, { file: new File([chat], '_chat.txt', { type: 'text/plain' }) })
    await bring()
    const source = await bring()
    await teller.act(0, '07:35', citizen, choose, { source, me: 'Solsort', concerns: 'Storm' })
  }
}

/** A yes on paper with its scan, and a referral to somebody who is not in the system: by the coordinator and by the visitator. */
async function papersAndOutside(teller: Teller, owner: Client): Promise<void> {
  const [vibeke, mikkel] = [await teller.as('vibeke.eksempel'), await teller.as('mikkel.opdigt')]
  const [his] = await casesOf(owner, `status = 'coordinated' and holder = $1`, [mikkel.id])
  const [hers] = await casesOf(owner, `kind = 'citizen' and status = 'clarified' and holder = $1`, [vibeke.id])
  const day = addDays(teller.today, -1)
  for (const [by, it] of [[mikkel, his], [vibeke, hers]] as const) {
    if (!it) throw new Error('the town has no case for a yes on paper')
    const scan = new File([Buffer.from('%PDF-1.4 underskrevet')], 'scan.pdf', { type: 'application/pdf' })
    const { id: consent } = await teller.act(1, '10:00', by, paper, {
      citizen: it.citizen, to: 'policeContact', scan, topics: ['contact', 'account'], from: day, until: addDays(teller.today, 100), understood: 'yes', signedOn: day, signedName: 'Signe Opdigt', witnessName: by.name,
    })
    const { body } = await teller.act(1, '10:30', by, scanAction, { citizen: it.citizen, consent })
    await body.cancel()
    for (let nth = 0; nth < 2; nth++)
      await teller.act(1, `11:0${nth}`, by, sendOutAction, { case: it.id, outside: 'doctor', name: 'Læge Opdigt', ...(nth === 0 ? { how: 'law' } : { how: 'signed-paper', ...signedOn(day) }), ground: 'Lægen har bedt om det.', purpose: 'Borgeren skal have tid.', notHolder: 'yes' })
  }
}

/** Offered and not yet taken, in each role that hands over. */
async function handOvers(teller: Teller): Promise<void> {
  for (const [role, from, to] of [['visitator', 'daniel.proeve', 'vibeke.eksempel'], ['primaryCoordinator', 'mikkel.opdigt', 'inger.eksempel']] as const) {
    const [giver, receiver] = [await teller.as(from), await teller.as(to)]
    await teller.act(0, '08:00', giver, offer, { role, giver: giver.id, receiver: receiver.id, leaves: 'no', 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet haster.' })
  }
}

/** What the leader decides: who may have both sides, who has a case behind walls, who is shut out of one. */
async function leaders(teller: Teller, owner: Client): Promise<void> {
  const [karen, nadia, amina] = [await teller.as('karen.proeve'), await teller.as('nadia.opdigt'), await teller.as('amina.opdigt')]
  const { rows: crossings } = await owner.query<{ id: string }>('select case_id as id from name_crossing limit 1')
  if (crossings[0]) await teller.act(0, '10:00', karen, letHaveBoth, { case: crossings[0].id, person: nadia.id, reason: 'Hun taler med begge om børnene.' })
  for (const { id } of await casesOf(owner, `kind = 'otherParty' and status = 'open'`)) await tried(teller.act(0, '10:10', karen, appointOther, { case: id, to: nadia.id }))
  for (const { id } of await casesOf(owner, `kind = 'employee' and status = 'open'`)) await tried(teller.act(0, '10:20', karen, step('employee', 'appoint'), { case: id, seq: '1', to: karen.id }))
  const { rows: [family, other] } = await owner.query<{ track: string }>(`select l.track from family_late l join family_track t on t.id = l.track where step = 'to-leader' order by t.due limit 2`)
  await teller.act(0, '10:24', karen, appointLateTrack, { ...family, person: nadia.id })
  await teller.act(0, '10:25', karen, appointTrack, { ...other, to: nadia.id })
  const { rows: [call] } = await owner.query<{ contact: string }>(`select id as contact from open_contact where late_step = 'to-leader' order by at limit 1`)
  await teller.act(0, '10:26', karen, appointContact, { ...call, person: (await teller.as('vibeke.eksempel')).id })
  const [open, another] = await casesOf(owner, `kind = 'citizen' and status = 'received'`)
  if (!open || !another) throw new Error('the town has too few cases that came in')
  await teller.act(0, '10:30', karen, shutOutAction, { number: open.number, person: amina.id, reason: 'Fætter til den anden part.' })
  for (const signIn of ['lars.opdigt', 'amina.opdigt']) await teller.act(0, '10:40', await teller.as(signIn), declareAction, { number: another.number, kind: 'relative' })
}

/** Whoever has it already cannot be given it: what was sent is remembered all the same. */
async function tried(act: Promise<unknown>): Promise<void> {
  await act.catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}
