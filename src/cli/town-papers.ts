// Papers of the invented town: what the police gave and somebody scanned, the police contact's own card, and a tool in the municipality's own words. All made up.
import { addScan } from '../cases/scans/actions.ts'
import { addDays, instantOf } from '../kernel/day.ts'
import { paperBytes } from '../platform/paper-thread.ts'
import { keepCard } from '../referrals/card.ts'
import * as editor from '../toolkit/editor-actions.ts'
import type { Teller } from './teller.ts'

const receipt = [
  { kind: 'title', text: 'Kvittering' }, { kind: 'text', text: 'Havneby Politi har i dag modtaget en anmeldelse. Papiret er opdigtet og gælder ikke.' },
  { kind: 'facts', rows: [['Journalnummer', '0000-00000-00042-26'], ['Modtaget af', 'Peter Opdigt'], ['Ring, hvis der sker mere', '114']] },
] as const

/** The coordinator got it from the citizen at their first talk. */
export async function scannedReceipt(teller: Teller, id: string): Promise<void> {
  const [inger, daysAgo] = [await teller.as('inger.eksempel'), 33]
  const drawn = await paperBytes({ title: 'Kvittering', left: 'Havneby Politi (opdigtet)', at: instantOf(addDays(teller.today, -34), '14:40'), lang: 'da' }, receipt)
  await teller.act(daysAgo, '13:40', inger, addScan, {
    case: id, kind: 'police-receipt', onDay: addDays(teller.today, -34), from: 'Borgeren', what: 'Hun fik den på stationen.', scan: new File([drawn], 'kvittering.pdf', { type: 'application/pdf' }),
  })
}

/** What he has done with the referral, on his own card. */
export async function cardOf(teller: Teller, referral: string): Promise<void> {
  await teller.act(36, '15:10', await teller.as('peter.opdigt'), keepCard, {
    referral, seen: '0', 'form-version': 'police-action-card-1', receive: ['neverAway', 'wholeStory', 'room'], safeReach: 'Gennem koordinatoren, hverdage 10-12', who: 'En tidligere partner', since: 'Et år',
    lastContact: 'I går aftes', howMany: 'Hver dag: opkald, beskeder, ved arbejdet', saidNo: 'Ja, skriftligt, og det er gemt', secure: ['devices', 'callLists'], caseNumber: '0000-00000-00042-26', receipt: 'yes', assess: ['urgency', 'order'], act: ['toldFirst'],
  })
}

/** The plan gets one question that the town's own locksmith asked for. */
export async function ownTool(teller: Teller): Promise<void> {
  const [poul, tool] = [await teller.as('poul.proeve'), 'safety-plan']
  const words = { 'ask-da': 'Hvem har en nøgle, som du vil have tilbage?', 'ask-en': 'Who has a key that you want back?' }
  const seq = async () => String((await teller.act(6, '10:00', poul, editor.draftPage, { tool })).draft?.seq ?? '')
  await teller.act(6, '10:00', poul, editor.begin, { tool })
  const { to } = await teller.act(6, '10:05', poul, editor.addQuestion, { tool, seq: await seq(), i: 'home', kind: 'short', ...words })
  await teller.act(6, '10:07', poul, editor.changeQuestion, { tool, seq: await seq(), question: to.split('/').at(-1) ?? '', kind: 'short', ...words, 'help-da': 'Kommunens låsesmed kan skifte låsen samme dag.', 'help-en': 'The municipality’s locksmith can change the lock the same day.' })
  await teller.act(6, '10:20', poul, editor.publish, { tool, seq: await seq(), reason: 'Følgegruppen bad om det: nøgler bliver glemt.' })
}
