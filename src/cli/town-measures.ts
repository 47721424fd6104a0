// Protection in the invented town: what the police told, and what the citizen wrote herself.
import { addDays } from '../kernel/day.ts'
import type { Actor } from '../kernel/actor.ts'
import { enterOwn, enterTold } from '../measures/actions.ts'
import type { Teller } from './teller.ts'

/** Of the case with the large log: the coordinator was told of a restraining order; the citizen has protected her address and shows it. */
export async function tellMeasures(teller: Teller, citizen: Actor): Promise<void> {
  const inger = await teller.as('inger.eksempel')
  const day = (daysAgo: number) => addDays(teller.today, -daysAgo)
  await teller.act(30, '09:10', inger, enterTold, { citizen: citizen.id, slags: 'policeCaution', standing: 'holds', decidedOn: day(31), source: 'Peter fra politiet ringede. De har talt med den anden part.' })
  await teller.act(19, '10:00', inger, enterTold, {
    citizen: citizen.id, slags: 'restrainingOrder', standing: 'holds', decidedOn: day(20), servedOn: day(19), untilDay: addDays(teller.today, 700),
    servedHow: 'Mødt op på stationen', complaintTo: 'Står i brevets klagevejledning', source: 'Borgeren viste brevet på mødet.',
  })
  await teller.act(18, '20:15', citizen, enterOwn, { slags: 'cprAddressProtection', standing: 'holds', fromDay: day(341), source: 'Kvittering fra borger.dk', show: 'yes' })
}
