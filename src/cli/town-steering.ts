// How the invented town steers its effort: a meeting, what it decided, who is told what, and a change that was published.
import { addDays } from '../kernel/day.ts'
import { addBacking, addLine, alivePage, callMeeting, changesPage, decide, decideChange, propose, publishChange, setOwner, tellLine, writeMinutes } from '../steering/actions.ts'
import type { Teller } from './teller.ts'

export async function tellSteering(teller: Teller): Promise<void> {
  const [torben, karen, ulla] = [await teller.as('torben.eksempel'), await teller.as('karen.proeve'), await teller.as('ulla.eksempel')]
  const day = (daysAgo: number) => addDays(teller.today, -daysAgo)
  await teller.act(88, '09:00', torben, setOwner, { owner: torben.id })
  await teller.act(88, '09:05', torben, addBacking, { kind: 'backing', who: 'Direktionen', says: 'Indsatsen fortsætter, og visitator har tid til den.', onDay: day(90) })
  await teller.act(88, '09:10', torben, addBacking, { kind: 'job', who: 'Stalkingvisitator', says: 'Rollen står i stillingsbeskrivelsen med fire timer om ugen.', onDay: day(90) })
  await teller.act(87, '10:00', torben, addLine, { what: 'Én indgang, og hvem man ringer til', whom: 'Alle ledere i Social & Tilbud', how: 'Ledermøde', everyMonths: '6', teller: torben.id })
  await teller.act(87, '10:05', torben, addLine, { what: 'Tjeklisten og de otte spørgsmål', whom: 'Jobcenter og Borgerservice', how: 'Teammøde', everyMonths: '12', teller: karen.id })
  const { lines } = await teller.act(80, '10:00', torben, alivePage, {})
  if (lines[0]) await teller.act(80, '10:10', torben, tellLine, { line: lines[0].id })
  await teller.act(36, '11:00', ulla, propose, { part: 'deadlines', proposal: 'Koordinator holder første samtale inden fem arbejdsdage.', reason: 'Borgere har ventet for længe.' })
  const [change] = (await teller.act(35, '13:00', torben, changesPage, {})).all
  if (change) await teller.act(34, '13:00', karen, decideChange, { change: change.id, agreed: 'yes', why: 'Drøftet i følgegruppen.', validFrom: day(30) })
  if (change) await teller.act(33, '13:00', torben, publishChange, { change: change.id })
  await teller.act(3, '11:00', ulla, propose, { part: 'tools', proposal: 'Tjeklisten får et spørgsmål om fælles børn først.', reason: 'Det bliver glemt.' })
  const { meeting } = await teller.act(40, '09:00', torben, callMeeting, { body: 'followUp', onDay: day(35), ownPoints: 'Undervisning i foråret' })
  await teller.act(35, '14:00', torben, decide, { meeting, decided: 'Jobcenteret får modellen forklaret igen.', owner: karen.id, due: day(5) })
  await teller.act(35, '15:00', torben, writeMinutes, { meeting, minutes: 'Alle var med. Vi gennemgik dagsordenen.', before: '' })
}
