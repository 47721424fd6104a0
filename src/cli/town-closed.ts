// What is over in the invented town: cases that rest, one under lock, two behind walls that wait for a call, and a role that was not handed over. All people are made up.
import { marks } from '../cases/paperwork/actions.ts'
import { employeePage, openings, otherPage } from '../cases/sides/actions.ts'
import { decline, offer } from '../cases/handover/actions.ts'
import { addDays } from '../kernel/day.ts'
import { step } from './town-sides.ts'
import { clarified, closed, moved, sent } from './town-steps.ts'
import type { Teller } from './teller.ts'

const lock = marks[6].post

/** Two that were called after they closed; one of them was locked. */
async function atRest(teller: Teller): Promise<void> {
  for (const told of ['En borger fik blomster fra en, hun havde sagt nej til.', 'En borger blev skrevet til af en kollega, der er rejst.']) {
    const it = await sent(teller, 99, '09:15', 'lars.opdigt', told)
    await clarified(teller, it.id, 98, '10:00', 'harassment_other', 'Uønsket, men holdt op.')
    await closed(teller, 'vibeke.eksempel', it.id, 66, 'Der har været ro.')
    await moved(teller, 'vibeke.eksempel', it.id, 45, '10:00', 'call', 'Ringet op. Der er stadig ro.')
    if (told.includes('rejst')) await teller.act(44, '10:00', await teller.as('vibeke.eksempel'), lock, { case: it.id, reason: 'Borgeren har bedt om, at ingen slår op i den.' })
  }
}

/** An employee, and a man who was talked with: both closed, and somebody calls later. */
async function behindWalls(teller: Teller): Promise<void> {
  const [employee, otherParty] = openings
  const [karen, nadia] = [await teller.as('karen.proeve'), await teller.as('nadia.opdigt')]
  const close = { reason: 'Det er holdt op.', callBackOn: addDays(teller.today, 12), safety: 'held' }
  const { id: hers } = await teller.act(50, '09:30', karen, employee.post, {
    'form-version': 'employee-1', employeeName: 'Line Opdigt', agreedToRecord: 'yes', relation: 'citizen', told: 'En borger ringede til hende privat.', mayKnow: 'Leder og HR',
  })
  const { now: of } = await teller.act(30, '09:55', karen, employeePage, { case: hers })
  await teller.act(30, '10:00', karen, step('employee', 'close'), { case: hers, seq: String(of.seq), ...close })
  const { id: his } = await teller.act(50, '13:00', nadia, otherParty.post, { 'form-version': 'other-party-1', personName: 'Jens Opdigt', reach: '00 55 55 66', met: 'called', exposedName: 'Mona Opdigt', checkGround: 'impartial' })
  const { now: at } = await teller.act(30, '13:00', nadia, otherPage, { case: his })
  await teller.act(30, '13:10', nadia, step('otherParty', 'close'), { case: his, seq: String(at.seq), ...close })
}

/** She thought of leaving, and the colleague said no. */
async function notHandedOver(teller: Teller): Promise<void> {
  const [vibeke, daniel] = [await teller.as('vibeke.eksempel'), await teller.as('daniel.proeve')]
  const { id } = await teller.act(22, '09:00', vibeke, offer, {
    role: 'visitator', giver: vibeke.id, receiver: daniel.id, leaves: 'no', 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Ring til den nye om log.',
  })
  await teller.act(21, '10:30', daniel, decline, { handover: id, reason: 'Jeg er på kursus hele måneden.' })
}

export async function tellClosed(teller: Teller): Promise<void> {
  await atRest(teller)
  await behindWalls(teller)
  await notHandedOver(teller)
}
