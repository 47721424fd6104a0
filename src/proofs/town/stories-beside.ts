// Told last too: what beside the cases somebody stands on, or writes, that nobody else in the town does.
import type { Client } from 'pg'
import { caseDeliver, caseReceipt, caseStart, makeByCommand } from '../../bundle/actions-case.ts'
import { makeOne } from '../../cli/town-bundles.ts'
import { signedOn } from '../../cli/town-signed.ts'
import { sent } from '../../cli/town-steps.ts'
import type { Teller } from '../../cli/teller.ts'
import { name as nameInDanger, say as sayDanger, seePage as dangerPage } from '../../cases/danger/actions.ts'
import { receiptPage } from '../../cases/enquire.ts'
import { threadPage } from '../../consents/sparring-actions.ts'
import { awayPage } from '../../directory/actions-roles.ts'
import { staffActor } from '../../directory/actors.ts'
import type { PersonId } from '../../kernel/actor.ts'
import { perform } from '../../platform/action.ts'
import { sendHereAction, sendToCentreAction, takeHomeAction } from '../../referrals/actions-back.ts'
import { addDays } from '../../kernel/day.ts'
import { begin } from '../../toolkit/editor-actions.ts'
import { askSparring, writeSparring } from '../../web/routes/sparring.ts'

/** @param citizen whose log was shown and went to the police */
export async function tellBeside(teller: Teller, owner: Client, citizen: string): Promise<void> {
  await ownHoldings(teller, owner)
  await ownQuestions(teller)
  await leadersDanger(teller, owner)
  await takenHome(teller, owner)
  await filesForThePolice(teller, owner, citizen)
  await teller.act(0, '09:30', await teller.as('poul.proeve'), begin, { tool: 'safety-plan' })
}

/** Everybody sees who stands in for them, also where somebody else gives the roles; and has a receipt for what they sent. */
async function ownHoldings(teller: Teller, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ id: string; person: PersonId }>(`select distinct on (role) id, person from holding where role in ('keyPerson', 'operator') and for_person is null and to_day is null order by role, id`)
  const { partnership } = await teller.as('karen.proeve')
  for (const { id, person } of rows) {
    const actor = await staffActor(teller.house, person, partnership)
    if (actor) await teller.act(0, '09:00', actor, awayPage, { holding: String(id) })
  }
  for (const signIn of ['karen.proeve', 'anders.proeve']) {
    const { id } = await sent(teller, 0, '09:02', signIn, 'En borger har spurgt mig om hjælp.')
    await teller.act(0, '09:03', await teller.as(signIn), receiptPage, { case: id })
  }
}

/** The visitator asks the adviser, reads the thread and writes on in it. */
async function ownQuestions(teller: Teller): Promise<void> {
  const vibeke = await teller.as('vibeke.eksempel')
  const { id: thread } = await teller.act(0, '09:05', vibeke, askSparring, { to: 'dscAdviser', kind: 'evidence', text: 'Hvor tit bør en telefon gennemgås?' })
  await teller.act(0, '09:06', vibeke, threadPage, { thread })
  await teller.act(0, '09:07', vibeke, writeSparring, { thread, text: 'Og hvem gør det?' })
}

/** A leader who is reached first says what the danger is: one reason is still without a name, and one case is open for the hour. */
async function leadersDanger(teller: Teller, owner: Client): Promise<void> {
  const karen = await teller.as('karen.proeve')
  const { rows: [found] } = await owner.query<{ number: string }>(`select number from case_now n where kind = 'citizen' and status = 'clarified'
    and not exists (select from case_shut s where s.citizen = n.citizen and s.lifted_at is null) order by number limit 1`)
  const reason = 'Vagten har ringet om råb i opgangen og mangler at vide, hvordan borgeren kan nås.'
  await perform(teller.house, karen, sayDanger, { reason })
  const { result: { id: glass } } = await perform(teller.house, karen, sayDanger, { reason })
  await perform(teller.house, karen, nameInDanger, { glass, number: found?.number })
  await perform(teller.house, karen, dangerPage, { glass })
}

/** Sent here and to the centre: the sender takes one home, and one is still on its way. */
async function takenHome(teller: Teller, owner: Client): Promise<void> {
  const day = addDays(teller.today, -1)
  const handoff = { 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Gentagne breve.', purpose: 'Borgeren har brug for en fast person.', how: 'signed-paper', ...signedOn(day), where: 'Hos os.' }
  const reason = 'Borgeren vil vente.'
  for (const signIn of ['dsc.raadgiver', 'peter.opdigt'])
    for (const home of [false, true]) {
      const by = await teller.as(signIn)
      const { id } = await teller.act(0, '09:20', by, sendHereAction, handoff)
      const { rows: [it] } = await owner.query<{ id: string }>('select id from referral where case_id = $1', [id])
      if (home) await teller.act(0, '09:21', by, takeHomeAction, { referral: it?.id, reason })
    }
  const peter = await teller.as('peter.opdigt')
  const { id: referral } = await teller.act(0, '09:25', peter, sendToCentreAction, { about: 'exposed', contact: 'Navn Opdigt, 00 44 55 77', purpose: 'Ring op.', account: '', ...signedOn(day), where: 'Hos os' })
  await teller.act(0, '09:26', peter, takeHomeAction, { referral, reason })
}

/** The coordinator hands in, keeps the receipt, and makes everything at once by a command; the visitator's own file is handed in too. */
async function filesForThePolice(teller: Teller, owner: Client, citizen: string): Promise<void> {
  const [mikkel, vibeke] = [await teller.as('mikkel.opdigt'), await teller.as('vibeke.eksempel')]
  const { rows: [it] } = await owner.query<{ id: string }>('select case_id as id from case_now where citizen = $1', [citizen])
  if (!it) throw new Error('she whose log was shown has no case')
  for (const by of [mikkel, vibeke]) {
    await teller.act(0, '09:10', by, caseStart, { case: it.id })
    const ids = { case: it.id, bundle: await makeOne(teller, 0, '09:11', by, it.id, [0, 0.5]) }
    await teller.act(0, '09:12', by, caseDeliver, { ...ids, how: 'inPerson', day: teller.today, time: '09.00', to: 'Politiet', sure: 'yes' })
    await teller.act(0, '09:13', by, caseReceipt, { ...ids, journal: 'none', officer: 'Peter Opdigt', phone: '00 20 30 40', first: 'asked' })
    await makeOne(teller, 0, '09:14', by, it.id, [0.5, 1])
  }
  await teller.act(0, '09:15', mikkel, makeByCommand, { case: it.id, purpose: 'Til politiet' })
}
