// Told last too: what beside the cases somebody stands on, or writes, that nobody else in the town does.
import type { Client } from 'pg'
import { ownMake, ownPreview, ownStart } from '../../bundle/actions.ts'
import { caseBundle, caseDeliver, caseReceipt, caseStart, makeByCommand } from '../../bundle/actions-case.ts'
import { answersTo, makeOne } from '../../cli/town-bundles.ts'
import { signedOn } from '../../cli/town-signed.ts'
import { sent } from '../../cli/town-steps.ts'
import type { Teller } from '../../cli/teller.ts'
import { name as nameInDanger, say as sayDanger, seePage as dangerPage } from '../../cases/danger/actions.ts'
import { giveTaskAction } from '../../cases/coordination/actions.ts'
import { doTaskAction, taskPage } from '../../cases/coordination/mine.ts'
import { receiptPage } from '../../cases/enquire.ts'
import { agree, foundPage, search } from '../../cases/finding/actions.ts'
import { draftPaperAction, keepPaperAction, paperPage } from '../../cases/tools/actions.ts'
import { threadPage } from '../../consents/sparring-actions.ts'
import { awayPage } from '../../directory/actions-roles.ts'
import { staffActor } from '../../directory/actors.ts'
import { addEntry } from '../../incidents/actions.ts'
import { deleteEntry } from '../../incidents/actions-earlier.ts'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { perform } from '../../platform/action.ts'
import { sendHereAction, sendToCentreAction, takeHomeAction } from '../../referrals/actions-back.ts'
import { addDays } from '../../kernel/day.ts'
import { readAction } from '../../referrals/actions-receive.ts'
import { begin, publish, takeBack } from '../../toolkit/editor-actions.ts'
import { ask as askConsent, read as readConsent, sign } from '../../web/routes/consent-actions.ts'
import { askSparring, writeSparring } from '../../web/routes/sparring.ts'

/** @param citizen whose log was shown and went to the police */
export async function tellBeside(teller: Teller, owner: Client, citizen: string): Promise<void> {
  await ownHoldings(teller, owner)
  await ownQuestions(teller)
  await questionsGiven(teller, owner)
  await inDanger(teller, owner)
  await named(teller, owner, citizen)
  await given(teller, owner, citizen)
  await inner(teller, owner, citizen)
  const { partnership } = await teller.as('karen.proeve')
  await tookBack(teller, { id: citizen as PersonId, partnership, name: '', organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true })
  await takenHome(teller, owner)
  await filesForThePolice(teller, owner, citizen)
  await ofForms(teller, owner)
  await ownConsent(teller, { id: citizen as PersonId, partnership, name: '', organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true })
}

/** The municipality has a consent form of its own, and she is asked with it. */
async function ownConsent(teller: Teller, citizen: Actor): Promise<void> {
  const [poul, vibeke, tool] = [await teller.as('poul.proeve'), await teller.as('vibeke.eksempel'), 'consent-dsc']
  await teller.act(0, '10:15', poul, begin, { tool })
  await teller.act(0, '10:16', poul, publish, { tool, seq: '1', reason: 'Som vi spørger her.' })
  const { id: consent } = await teller.act(0, '10:20', vibeke, askConsent, { citizen: citizen.id, to: 'dscAdviser' })
  await teller.act(0, '10:21', citizen, readConsent, { consent })
  await teller.act(0, '10:22', citizen, sign, { consent, topics: ['contact', 'account'], from: addDays(teller.today, -1), until: addDays(teller.today, 100) })
}

/** A draft is begun; and a version of the form that everybody fills in was taken back, so that they read the one before. */
async function ofForms(teller: Teller, owner: Client): Promise<void> {
  const [poul, tool] = [await teller.as('poul.proeve'), 'handoff']
  await teller.act(0, '10:10', poul, begin, { tool })
  await teller.act(0, '10:11', poul, publish, { tool, seq: '1', reason: 'Som vi spørger her.' })
  const { rows: [last] } = await owner.query<{ version: number }>(`select max(version) as version from tool_version where form = $1 || '-local'`, [tool])
  await teller.act(0, '10:12', poul, takeBack, { tool, version: String(last?.version), reason: 'Den var for lang.' })
  await teller.act(0, '10:13', poul, begin, { tool: 'safety-plan' })
}

/** Everybody sees who stands in for them, also where somebody else gives the roles; and has a receipt for what they sent. */
async function ownHoldings(teller: Teller, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ id: string; person: PersonId }>(`select distinct on (role) id, person from holding where role in ('keyPerson', 'operator') and for_person is null and to_day is null order by role, id`)
  const { partnership } = await teller.as('karen.proeve')
  for (const { id, person } of rows) {
    const actor = await staffActor(teller.house, person, partnership)
    if (actor) await teller.act(0, '09:00', actor, awayPage, { holding: String(id) })
  }
  for (const signIn of ['karen.proeve', 'sofie.proeve']) {
    const { id } = await sent(teller, 0, '09:02', signIn, 'En borger har spurgt mig om hjælp.')
    await teller.act(0, '09:03', await teller.as(signIn), receiptPage, { case: id })
  }
}

/** The visitator asks the adviser, and the adviser the police: they read the thread and write on in it. */
async function ownQuestions(teller: Teller): Promise<void> {
  for (const [signIn, to] of [['vibeke.eksempel', 'dscAdviser'], ['dsc.raadgiver', 'policeContact']] as const) {
    const by = await teller.as(signIn)
    const { id: thread } = await teller.act(0, '09:05', by, askSparring, { to, kind: 'evidence', text: 'Hvor tit bør en telefon gennemgås?' })
    await teller.act(0, '09:06', by, threadPage, { thread })
    await teller.act(0, '09:07', by, writeSparring, { thread, text: 'Og hvem gør det?' })
  }
}

/**
 * A question in each role that came along in a hand-over, once. Only some roles are handed over; whoever took one and has another role by now still has the question,
 * which is laid here as the hand-over would have.
 */
async function questionsGiven(teller: Teller, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ role: string; person: PersonId }>(`select distinct on (role) role, person from holding where for_person is null and to_day is null and role <> 'citizen' order by role, id`)
  const askers = [await teller.as('jonas.eksempel'), await teller.as('birgit.proeve')]
  for (const [nth, { role, person }] of rows.entries()) {
    const asker = askers.find(it => it.id !== person)
    const to = role === 'dscAdviser' ? 'policeContact' : role === 'leader' ? 'visitator' : role === 'hr' ? 'policeContact' : 'dscAdviser'
    if (!asker) throw new Error('nobody asks')
    const { id: thread } = await teller.act(0, '09:08', asker, askSparring, { to, kind: 'safety', text: `Hvad siger man først i telefonen? Spørgsmål ${nth + 1}.` })
    await owner.query('insert into sparring_given (sparring, seq, partnership, person, by, at) values ($1, 1, $2, $3, $3, $4)', [thread, asker.partnership, person, teller.house.clock.now()])
    const actor = await staffActor(teller.house, person, asker.partnership)
    if (actor) await teller.act(0, '09:09', actor, threadPage, { thread })
  }
}

/** Whoever is reached first says what the danger is: in each role one reason is still without a name, and one case is open for the hour. */
async function inDanger(teller: Teller, owner: Client): Promise<void> {
  const { rows: [found] } = await owner.query<{ number: string }>(`select number from case_now n where kind = 'citizen' and status = 'clarified'
    and not exists (select from case_shut s where s.citizen = n.citizen and s.lifted_at is null) and exists (select from safe_contact c where c.citizen = n.citizen) order by number limit 1`)
  const reason = 'Vagten har ringet om råb i opgangen og mangler at vide, hvordan borgeren kan nås.'
  for (const signIn of ['peter.opdigt', 'nadia.opdigt', 'mikkel.opdigt', 'karen.proeve']) {
    const by = await teller.as(signIn)
    await perform(teller.house, by, sayDanger, { reason })
    const { result: { id: glass } } = await perform(teller.house, by, sayDanger, { reason })
    await perform(teller.house, by, nameInDanger, { glass, number: found?.number })
    await perform(teller.house, by, dangerPage, { glass })
  }
}

/** Sent with a name, which is looked up: by the visitator, and by the coordinator in a case of his own. */
async function named(teller: Teller, owner: Client, citizen: string): Promise<void> {
  const by = await teller.as('jonas.eksempel')
  const { id } = await sent(teller, 0, '09:35', 'jonas.eksempel', 'En borger er bange for at gå hjem.', { mayName: 'yes', citizenName: 'Ella Opdigtet' })
  await teller.act(0, '09:36', by, receiptPage, { case: id })
  const [mikkel, vibeke] = [await teller.as('mikkel.opdigt'), await teller.as('vibeke.eksempel')]
  const { rows: [his] } = await owner.query<{ id: string; seq: number }>('select case_id as id, seq from case_now where citizen = $1', [citizen])
  await teller.act(0, '09:37', mikkel, agree, { case: his?.id, seq: String(his?.seq), agreed: 'yes', citizenName: 'Ella Opdigtet' })
  for (const asker of [vibeke, mikkel]) {
    const { result: { id: found } } = await perform(teller.house, asker, search, { term: 'Ella Opdigtet' })
    await perform(teller.house, asker, foundPage, { search: found })
  }
}

/** Tasks that are to reach her, given to a colleague in each role that can have one: each has one that is done, and one that is not. */
async function given(teller: Teller, owner: Client, citizen: string): Promise<void> {
  const mikkel = await teller.as('mikkel.opdigt')
  const { rows: [his] } = await owner.query<{ id: string }>('select case_id as id from case_now where citizen = $1', [citizen])
  for (const signIn of ['jonas.eksempel', 'hassan.eksempel', 'karen.proeve', 'inger.eksempel', 'vibeke.eksempel'])
    for (const done of [true, false]) {
      const colleague = await teller.as(signIn)
      await teller.act(0, '09:40', mikkel, giveTaskAction, { case: his?.id, what: 'Ring og spørg, om låsen er skiftet.', reaches: 'yes', owner: colleague.id, due: addDays(teller.today, 3) })
      const { rows: [task] } = await owner.query<{ id: string }>(`select t.id from case_task t join case_task_step s on s.task = t.id where t.case_id = $1 and s.owner = $2 order by s.at desc, t.id desc limit 1`, [his?.id, colleague.id])
      await teller.act(0, '09:41', colleague, taskPage, { task: task?.id })
      if (done) await teller.act(0, '09:42', colleague, doTaskAction, { task: task?.id, seen: '1', note: 'Låsen er skiftet.', reachChannel: 'phone', reachFollowed: 'yes' })
    }
}

/** A file that was made of one entry, which she takes away again: nobody can open the file any more, and the broom takes it. */
async function tookBack(teller: Teller, citizen: Actor): Promise<void> {
  const { id: entry } = await teller.act(0, '10:00', citizen, addEntry, { told: 'Det var slet ikke ham.' })
  const { choices } = await teller.act(0, '10:01', citizen, ownStart, {})
  const page = await teller.act(0, '10:02', citizen, ownPreview, { nr: String(Math.max(...choices.map(it => it.no))) })
  await teller.act(0, '10:03', citizen, ownMake, answersTo(page))
  await teller.act(0, '10:04', citizen, deleteEntry, { entry })
}

/** What only professionals read of the other party, thought by the coordinator and by the visitator, each in a case of their own. */
async function inner(teller: Teller, owner: Client, citizen: string): Promise<void> {
  const [mikkel, vibeke] = [await teller.as('mikkel.opdigt'), await teller.as('vibeke.eksempel')]
  const { rows: [his] } = await owner.query<{ id: string }>('select case_id as id from case_now where citizen = $1', [citizen])
  const { rows: [hers] } = await owner.query<{ id: string }>(`select case_id as id from case_now where kind = 'citizen' and status = 'clarified' and holder = $1 order by number desc limit 1`, [vibeke.id])
  for (const [by, it] of [[mikkel, his], [vibeke, hers]] as const) {
    const sheet = { case: it?.id, word: 'typologi', paper: 'ark', thoughtOn: addDays(teller.today, -1), thoughtBy: by.name }
    await teller.act(0, '09:50', by, keepPaperAction, { ...sheet, seen: '0', rev: '0' })
    await teller.act(0, '09:51', by, draftPaperAction, { ...sheet, seen: '1', rev: '0' })
    await teller.act(0, '09:52', by, paperPage, { case: it?.id, word: 'typologi', paper: 'ark' })
  }
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
      else await teller.act(0, '09:22', await teller.as('vibeke.eksempel'), readAction, { referral: it?.id })
    }
  const peter = await teller.as('peter.opdigt')
  const { id: referral } = await teller.act(0, '09:25', peter, sendToCentreAction, { about: 'exposed', contact: 'Navn Opdigt, 00 44 55 77', purpose: 'Ring op.', account: '', ...signedOn(day, ['contact']), where: 'Hos os' })
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
    await teller.act(0, '09:15', by, caseBundle, { case: it.id, bundle: await makeOne(teller, 0, '09:14', by, it.id, [0.5, 1]) })
  }
  await teller.act(0, '09:16', mikkel, makeByCommand, { case: it.id, purpose: 'Til politiet' })
}
