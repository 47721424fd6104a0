// What colleagues of the town have done beside the cases: asked each other, said that they know somebody, opened a case because of danger. All people are made up.
import { inboxAction } from '../cases/actions.ts'
import { name, review, say } from '../cases/danger/actions.ts'
import { confirmAction, declareAction } from '../cases/shut/actions.ts'
import { lawAction } from '../consents/record.ts'
import { askSparring, writeSparring } from '../web/routes/sparring.ts'
import type { Teller } from './teller.ts'

async function sparring(teller: Teller): Promise<void> {
  const [jonas, amina, peter] = [await teller.as('jonas.eksempel'), await teller.as('amina.opdigt'), await teller.as('peter.opdigt')]
  const { id } = await teller.act(12, '10:40', jonas, askSparring, { to: 'policeContact', kind: 'evidence', text: 'Borgeren får mange beskeder om dagen. Skal de gemmes alle sammen, eller er de sidste nok?' })
  await teller.act(11, '09:15', peter, writeSparring, { thread: id, text: 'Gem dem alle, og lad dem ligge på telefonen. Tre til fem typiske er nok i det, I sender.' })
  await teller.act(1, '14:10', amina, askSparring, { to: 'visitator', kind: 'is-it-stalking', text: 'En borger bliver fulgt hjem fra arbejde af en tidligere kollega. Er det noget for jer?' })
}

/** By the numbers of cases that are open today. */
export async function amongColleagues(teller: Teller): Promise<void> {
  await sparring(teller)
  const vibeke = await teller.as('vibeke.eksempel')
  const open = (await teller.act(0, '09:10', vibeke, inboxAction, {})).filter(it => it.status !== 'received').sort((a, b) => a.number.localeCompare(b.number))
  const [first, second] = [open.at(0), open.at(1)]
  if (!first || !second) throw new Error('the town has too few open cases')
  const [karen, peter, birgit] = [await teller.as('karen.proeve'), await teller.as('peter.opdigt'), await teller.as('birgit.proeve')]
  const declared = await teller.act(4, '08:50', birgit, declareAction, { number: first.number, kind: 'relative' })
  await teller.act(4, '11:20', karen, confirmAction, { shut: declared.id })
  await teller.act(3, '14:30', vibeke, lawAction, {
    citizen: second.citizen, law: 'danger', topics: ['contact'], reason: 'Der er truet med at komme forbi i aften, og borgeren tager ikke telefonen.', purpose: 'Politiet skal kunne finde frem til borgeren.',
  })
  const glass = await teller.act(3, '14:45', peter, say, { reason: 'Der er anmeldt råb ved borgerens dør, og patruljen mangler at vide, hvordan hun kan nås.' })
  await teller.act(3, '14:46', peter, name, { glass: glass.id, number: second.number })
  await teller.act(2, '09:00', karen, review, { glass: glass.id, note: 'Talt med Peter. Det var rigtigt at åbne, og borgeren er ringet op.' })
}
