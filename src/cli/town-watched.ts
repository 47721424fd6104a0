// What one did alone in the invented town, and another has to look at: cases opened in danger, and colleagues who keep out. All people are made up.
import { inboxAction } from '../cases/actions.ts'
import { name, say } from '../cases/danger/actions.ts'
import { declareAction, shutOutAction } from '../cases/shut/actions.ts'
import type { Teller } from './teller.ts'

/** @param conflict number of a case that the leader is too near to */
export async function tellWatched(teller: Teller, conflict: string): Promise<void> {
  const [vibeke, karen, peter, ulla] = [await teller.as('vibeke.eksempel'), await teller.as('karen.proeve'), await teller.as('peter.opdigt'), await teller.as('ulla.eksempel')]
  const open = (await teller.act(0, '08:20', vibeke, inboxAction, {})).filter(it => it.status !== 'received' && it.number !== conflict).map(it => it.number).sort()
  const opened = async (daysAgo: number, clock: string, by: typeof karen, number: string, reason: string) => {
    const { id: glass } = await teller.act(daysAgo, clock, by, say, { reason })
    await teller.act(daysAgo, clock, by, name, { glass, number })
  }
  // She is the only leader: the data protection officer looks.
  await opened(1, '22:40', karen, open.at(-1) ?? '', 'Vagten ringer: han står ved hendes dør, og ingen af dem, der har sagen, tager telefonen.')
  await teller.act(2, '09:20', vibeke, shutOutAction, { number: conflict, person: karen.id, reason: 'Hun bor ved siden af den ene af dem og har selv sagt det.' })
  // And these are the leader's to look at.
  await opened(0, '06:50', peter, open.at(3) ?? '', 'Patruljen er på vej efter et opkald om trusler, og vi mangler at vide, hvordan hun kan nås.')
  await teller.act(1, '10:10', ulla, declareAction, { number: open.at(2) ?? '', kind: 'relative' })
}
