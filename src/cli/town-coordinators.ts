// What another coordinator has had: one family that has found its feet, one that went back to the visitator, one that she has just met. All made up.
import { setContact } from '../cases/reaching.ts'
import { sendAction } from '../referrals/actions.ts'
import { acceptAction } from '../referrals/actions-receive.ts'
import { clarified, closed, moved, safe, sent } from './town-steps.ts'
import type { Teller } from './teller.ts'

/** From an enquiry to the day he takes the baton, within a week. */
async function taken(teller: Teller, daysAgo: number, by: string, told: string, purpose: string): Promise<string> {
  const it = await sent(teller, daysAgo, '09:15', by, told)
  const [vibeke, mikkel] = [await teller.as('vibeke.eksempel'), await teller.as('mikkel.opdigt')]
  await teller.act(daysAgo - 1, '09:30', vibeke, setContact, { ...safe, case: it.id })
  await clarified(teller, it.id, daysAgo - 1, '10:10', 'stalking_likely', 'Uønsket og gentaget, trods et klart nej. Borgeren har ændret sine vaner.')
  const { id: referral } = await teller.act(daysAgo - 2, '11:00', vibeke, sendAction, { case: it.id, til: mikkel.id, rolle: 'primaryCoordinator', purpose })
  await teller.act(daysAgo - 3, '08:40', mikkel, acceptAction, { referral })
  return it.id
}

export async function heldByMikkel(teller: Teller): Promise<void> {
  const calm = await taken(teller, 56, 'birgit.proeve', 'En ung borger bliver fulgt hjem fra skole af en tidligere kæreste.', 'Skolen og hjemmet skal gøre det samme. Vil du samle dem?')
  await moved(teller, 'mikkel.opdigt', calm, 40, '14:00', 'meet', 'Skolen følger med til bussen. Der er sagt klart fra.')
  await closed(teller, 'mikkel.opdigt', calm, 14, 'Der har været ro i fire uger, og borgeren kender rådene.')
  const back = await taken(teller, 24, 'lars.opdigt', 'En borger får pakker, hun ikke har bestilt, og tror, hun ved fra hvem.', 'Borgeren har brug for en, der kan følge med hos lægen.')
  await moved(teller, 'mikkel.opdigt', back, 5, '15:10', 'give-back', 'Jeg er væk i tre uger, og det kan ikke vente.')
  const fresh = await taken(teller, 16, 'amina.opdigt', 'En borger bliver ringet op om natten og har skiftet nummer to gange.', 'Find sammen ud af, hvad der skal til, for at hun kan sove.')
  await moved(teller, 'mikkel.opdigt', fresh, 7, '10:00', 'meet', 'Vi har talt om nætterne. Telefonen bliver slukket klokken ti.')
}
