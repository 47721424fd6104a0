// Protection in the invented town: what the police told, and what the citizen wrote herself.
import { addDays } from '../kernel/day.ts'
import type { Actor } from '../kernel/actor.ts'
import { accessPage, askHers, askOthers, decideOthers, tellAccess } from '../cases/paperwork/access.ts'
import { nameOf } from '../cases/paperwork/access-material.ts'
import { marks } from '../cases/paperwork/actions.ts'
import { contactOwn, contactTold, enterOwn, enterTold, ownPage } from '../measures/actions.ts'
import type { Teller } from './teller.ts'

/** Of the case with the large log: the coordinator was told of a restraining order; the citizen has protected her address and shows it. */
export async function tellMeasures(teller: Teller, id: string, citizen: Actor): Promise<void> {
  const inger = await teller.as('inger.eksempel')
  const day = (daysAgo: number) => addDays(teller.today, -daysAgo)
  await teller.act(30, '09:10', inger, enterTold, { citizen: citizen.id, slags: 'policeCaution', standing: 'holds', decidedOn: day(31), source: 'Peter fra politiet ringede. De har talt med den anden part.' })
  await teller.act(19, '10:00', inger, enterTold, {
    citizen: citizen.id, slags: 'restrainingOrder', standing: 'holds', decidedOn: day(20), servedOn: day(19), untilDay: addDays(teller.today, 700),
    servedHow: 'Mødt op på stationen', complaintTo: 'Står i brevets klagevejledning', source: 'Borgeren viste brevet på mødet.',
  })
  await teller.act(29, '09:30', inger, marks[1].post, { case: id, reason: 'Den anden part ville få at vide, at borgeren har søgt hjælp. Det ville udsætte borgeren.' })
  await teller.act(29, '09:35', inger, marks[0].post, { case: id, reason: 'Planen er lagt.' })
  await teller.act(2, '09:00', inger, askHers.post, { case: id, askedBy: 'citizen', receivedOn: day(2), about: 'Det, der er skrevet om samtalerne.' })
  await answered(teller, 'inger.eksempel', id, 24)
  await teller.act(18, '20:15', citizen, enterOwn, { slags: 'cprAddressProtection', standing: 'holds', fromDay: day(341), source: 'Kvittering fra borger.dk', show: 'yes' })
  await teller.act(16, '20:40', citizen, enterOwn, { slags: 'specialAddressProtection', standing: 'asked', source: 'Politiet sender det videre.' })
  // He wrote while he must not: she notes it herself, and the next time it is noted for her.
  const order = (await teller.act(11, '21:00', citizen, ownPage, {})).find(it => it.kind === 'restrainingOrder')
  if (!order) throw new Error('the order that was entered is not among her dates')
  await teller.act(11, '21:05', citizen, contactOwn, { measure: order.id, onDay: day(12), entryNo: '' })
  await teller.act(5, '14:10', inger, contactTold, { citizen: citizen.id, measure: order.id, onDay: day(6), entryNo: '' })
}

/** The other party asked to see what is kept; it took longer than a week, and he was answered line by line. */
export async function answered(teller: Teller, signIn: string, id: string, daysAgo: number): Promise<void> {
  const by = await teller.as(signIn)
  const asked = { case: id, askedBy: 'otherParty', receivedOn: addDays(teller.today, -daysAgo), about: 'Alt, hvad der står om ham.' }
  const { request } = await teller.act(daysAgo, '11:00', by, askOthers.post, asked)
  await teller.act(daysAgo - 2, '11:00', by, tellAccess, { case: id, request, why: 'Vi skal læse det igennem for, hvad der er andres.', untilDay: addDays(teller.today, 3 - daysAgo) })
  const { events, material, stamp } = await teller.act(daysAgo - 3, '11:00', by, accessPage, { case: id, request })
  const lines = [...events.map(it => String(it.seq)), ...material.map(nameOf)].flatMap((name): [string, string][] => [[`answer-${name}`, 'withheld'], [`ground-${name}`, 'fvl-15a']])
  const told = { sheTold: 'told', sheToldOn: addDays(teller.today, 2 - daysAgo), sheToldWords: 'Nøgler, telefon, og hvem hun ringer til.' }
  await teller.act(daysAgo - 3, '11:10', by, decideOthers, { case: id, request, seen: stamp, ...told, ...Object.fromEntries(lines) })
}
