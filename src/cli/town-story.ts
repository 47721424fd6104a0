// What has happened in the invented town. All people and events are made up.
import { addDays } from '../kernel/day.ts'
import type { Actor } from '../kernel/actor.ts'
import { inboxAction } from '../cases/actions.ts'
import { enquire } from '../cases/enquire.ts'
import { setContact } from '../cases/reaching.ts'
import { type House, perform } from '../platform/action.ts'
import { composeAction, sendAction } from '../referrals/actions.ts'
import { acceptAction, answerAction } from '../referrals/actions-receive.ts'
import { ask as askAction, sign } from '../web/routes/consent-actions.ts'
import { amongColleagues } from './town-colleagues.ts'
import { handedIn, lieReady, madeByCommand } from './town-bundles.ts'
import { tellClosed } from './town-closed.ts'
import { heldByMikkel } from './town-coordinators.ts'
import { tellDirectory } from './town-directory.ts'
import { showAll, writeLog } from './town-log.ts'
import { employeeCase, namelessAdvice, namesSaid, talks } from './town-sides.ts'
import { answered, tellMeasures } from './town-measures.ts'
import { cardOf, ownTool, scannedReceipt } from './town-papers.ts'
import { cameBack, changedHerMind, fromThePolice, offered, toThePolice, withTheAdvisers } from './town-referrals.ts'
import { workInCase, workOfVisitator } from './town-work.ts'
import { tellSteering } from './town-steering.ts'
import { clarified, closed, moved, safe, sent } from './town-steps.ts'
import { tellWatched } from './town-watched.ts'
import { pupil } from './town-young.ts'
import type { Teller } from './teller.ts'

/** Tells the town from its oldest case to the one that came this morning. */
export async function tellTown(teller: Teller): Promise<void> {
  await tellDirectory(teller)
  await closedCase(teller)
  await largeCase(teller)
  await heldByMikkel(teller)
  await loggingCase(teller)
  await waitingCase(teller)
  await backCase(teller)
  const conflict = await conflictCase(teller)
  await fromThePolice(teller)
  await pupil(teller)
  await employeeCase(teller)
  await talks(teller)
  await namelessAdvice(teller)
  await namesSaid(teller)
  await tellSteering(teller)
  await sent(teller, 1, '13:20', 'birgit.proeve', 'En borger fortæller, at en tidligere kollega dukker op ved bussen hver morgen.')
  await sent(teller, 0, '08:35', 'lars.opdigt', 'En mor til en elev får mange beskeder fra en, hun kun har mødt én gang.', { children: 'yes' })
  await teller.act(0, '09:05', await teller.as('amina.opdigt'), enquire, { acute: 'yes', told: 'Borgeren sidder her og tør ikke gå hjem.' })
  await amongColleagues(teller)
  await tellWatched(teller, conflict)
  await ownTool(teller)
  await tellClosed(teller)
}

const opened = { closed: 96, big: 70 } as const
/** The number of the case with the large log: the oldest that is not closed, in whatever year the town was told. */
export async function bigCase(house: House, visitator: Actor): Promise<string> {
  const { result } = await perform(house, visitator, inboxAction, {})
  const [first] = result.filter(it => it.status !== 'closed').map(it => it.number).sort()
  if (first === undefined) throw new Error('the town has no open case')
  return first
}

async function closedCase(teller: Teller): Promise<void> {
  const it = await sent(teller, opened.closed, '10:15', 'jonas.eksempel', 'Borgeren får gaver ved døren fra en nabo og har sagt nej tak.')
  await clarified(teller, it.id, 95, '11:00', 'harassment_other', 'Uønsket, men stoppede efter en samtale. Borgeren er tryg ved rådene.')
  await closed(teller, 'vibeke.eksempel', it.id, 60, 'Der har været ro i fem uger.')
}

/** Four weeks of log that are running now; the citizen writes and shows. */
async function loggingCase(teller: Teller): Promise<void> {
  const it = await sent(teller, 18, '09:40', 'jonas.eksempel', 'Borgeren får mange opkald uden ord. Hun er i tvivl, om det er noget.')
  await teller.act(17, '10:30', await teller.as('vibeke.eksempel'), setContact, { ...safe, case: it.id })
  await clarified(teller, it.id, 17, '11:10', 'stalking_possible_keep_log', 'Uønsket og gentaget, men borgeren er i tvivl om omfanget.')
  const citizen = await teller.moveIn(it.citizen, 'gul cykel 8')
  await changedHerMind(teller, it, citizen)
  await writeLog(teller, citizen, { from: 16, to: 1, rows: 12, seed: 8, typical: 2 })
  await showAll(teller, citizen, 1, 'visitator')
}

async function conflictCase(teller: Teller): Promise<string> {
  const it = await sent(teller, 9, '14:05', 'birgit.proeve', 'To tidligere venner skriver vredt til hinanden om penge.')
  await clarified(teller, it.id, 8, '09:30', 'conflict_likely', 'Begge skriver lige meget, og begge vil have en aftale.')
  return it.number
}

/** The big one: a year of log, four hundred entries, referred on. */
async function largeCase(teller: Teller): Promise<void> {
  const it = await sent(teller, opened.big, '11:25', 'amina.opdigt', 'Borgeren er sygemeldt. En tidligere partner skriver og ringer hver dag og venter ved arbejdet.', { children: 'yes' })
  await teller.act(69, '10:00', await teller.as('vibeke.eksempel'), setContact, { ...safe, case: it.id })
  await clarified(teller, it.id, 69, '10:45', 'stalking_possible_keep_log', 'Meget tyder på et mønster. Vi vil se det over fire uger.')
  const citizen = await teller.moveIn(it.citizen, 'stille havn 27')
  await writeLog(teller, citizen, { from: 360, to: 44, rows: 330, seed: 27, typical: 4 })
  await showAll(teller, citizen, 43, 'visitator')
  await clarified(teller, it.id, 41, '09:15', 'stalking_likely', 'Loggen viser daglige henvendelser trods et klart nej, og at borgeren har ændret sin hverdag.')
  await referredOn(teller, it.id, citizen)
  await tellMeasures(teller, it.id, citizen)
  await workInCase(teller, it.id)
  await scannedReceipt(teller, it.id)
  await handedIn(teller, it.id)
  await writeLog(teller, citizen, { from: 38, to: 2, rows: 70, seed: 28, typical: 0 })
  await showAll(teller, citizen, 1, 'visitator')
  await showAll(teller, citizen, 1, 'primaryCoordinator')
  await lieReady(teller, it.id, citizen)
}

/** She answers what she was asked; then it goes to the coordinator, who takes the baton, and to the police, who answer. */
async function referredOn(teller: Teller, id: string, citizen: Actor): Promise<void> {
  const [vibeke, inger, peter] = [await teller.as('vibeke.eksempel'), await teller.as('inger.eksempel'), await teller.as('peter.opdigt')]
  const { id: consent } = await teller.act(41, '09:40', vibeke, askAction, { citizen: citizen.id, to: 'policeContact' })
  await teller.act(40, '19:30', citizen, sign, {
    consent, topics: ['contact', 'account', 'log', 'finding'], from: addDays(teller.today, -40), until: addDays(teller.today, 140),
  })
  const draft = await teller.act(40, '21:00', vibeke, composeAction, { case: id, til: peter.id, rolle: 'policeContact' })
  const toPolice = await teller.act(39, '10:00', vibeke, sendAction, {
    case: id, til: peter.id, rolle: 'policeContact', tells: 'agreed', purpose: 'Vi beder om en vurdering af, om der kan gives et tilhold.', account: 'Daglige henvendelser trods et klart nej.',
    contact: draft.draft?.texts?.contact ?? '', finding: draft.draft?.texts?.finding ?? '', entries: (draft.draft?.entries ?? []).slice(0, 12).map(it => it.row.id),
  })
  const toInger = await teller.act(39, '10:10', vibeke, sendAction, { case: id, til: inger.id, rolle: 'primaryCoordinator', purpose: 'Find sammen med borgeren ud af, hvad der kan gøre hverdagen lettere.' })
  await teller.act(38, '08:50', inger, acceptAction, { referral: toInger.id })
  await moved(teller, 'inger.eksempel', id, 33, '13:00', 'meet', 'Vi har talt om arbejdet, børnene og nætterne. Lægen er med.')
  await withTheAdvisers(teller, id, citizen)
  await moved(teller, 'inger.eksempel', id, 6, '10:30', 'meet', 'Der er ro på arbejdet. Vi taler sammen igen om fire uger.')
  await teller.act(37, '13:15', peter, acceptAction, { referral: toPolice.id })
  await teller.act(34, '14:20', peter, answerAction, { referral: toPolice.id, answer: 'Modtaget. Der er oprettet en sag. I får besked, før den anden part bliver kontaktet.' })
  await cardOf(teller, toPolice.id)
}

/** A coordinator has sent it back, and the police have it before them unopened. */
async function backCase(teller: Teller): Promise<void> {
  const it = await sent(teller, 6, '13:35', 'birgit.proeve', 'En tidligere kæreste kører forbi huset flere gange om ugen.')
  await teller.act(5, '10:00', await teller.as('vibeke.eksempel'), setContact, { ...safe, case: it.id })
  await clarified(teller, it.id, 4, '09:50', 'stalking_likely', 'Gentaget og uønsket gennem to måneder. Naboen har set det.')
  const citizen = await teller.moveIn(it.citizen, 'lille fyr 5')
  await writeLog(teller, citizen, { from: 5, to: 2, rows: 6, seed: 5, typical: 1 })
  await showAll(teller, citizen, 2, 'visitator')
  const referral = await offered(teller, it)
  await toThePolice(teller, it, citizen)
  await cameBack(teller, referral)
  await madeByCommand(teller, it.id)
}

/** Sent yesterday, and not yet answered. */
async function waitingCase(teller: Teller): Promise<void> {
  const it = await sent(teller, 12, '09:20', 'lars.opdigt', 'En far får beskeder gennem sine børn fra en, der ikke må kontakte ham.', { children: 'yes' })
  await clarified(teller, it.id, 10, '10:40', 'stalking_likely', 'Gentaget gennem børnene, trods et klart nej. Børnene er med i det.')
  await workOfVisitator(teller, it.id)
  await answered(teller, 'vibeke.eksempel', it.id, 9)
  const mikkel = await teller.as('mikkel.opdigt')
  await teller.act(1, '11:30', await teller.as('vibeke.eksempel'), sendAction, { case: it.id, til: mikkel.id, rolle: 'primaryCoordinator', purpose: 'Familien har brug for en fast person. Børnene er 8 og 11 år.' })
}
