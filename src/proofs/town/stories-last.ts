// Told when everybody has done all they can, and touched by nobody after: what must still stand so that somebody stands on every ground that a right names.
import { signedOn } from '../../cli/town-signed.ts'
import type { Client } from 'pg'
import { adviseAnonymously } from '../../cases/anonymous/actions.ts'
import { name as nameInDanger, say as sayDanger } from '../../cases/danger/actions.ts'
import { offer } from '../../cases/handover/actions.ts'
import { answersTo, makeOne } from '../../cli/town-bundles.ts'
import { ownMake, ownPreview } from '../../bundle/actions.ts'
import { caseDeliver } from '../../bundle/actions-case.ts'
import { setContact } from '../../cases/reaching.ts'
import { addScan, scanFile } from '../../cases/scans/actions.ts'
import { openings, otherPage } from '../../cases/sides/actions.ts'
import { draftOtherPaper, dropOtherDraft, keepOtherPaper, otherPaperPage, printOtherPaper } from '../../cases/sides/tools.ts'
import { draftPaperAction, dropDraftAction, keepPaperAction } from '../../cases/tools/actions.ts'
import { copyPaperAction, printPaperAction } from '../../cases/tools/print.ts'
import { declareAction, shutOutAction } from '../../cases/shut/actions.ts'
import type { Teller } from '../../cli/teller.ts'
import { step } from '../../cli/town-sides.ts'
import { clarified, safe, sent } from '../../cli/town-steps.ts'
import { showAll } from '../../cli/town-log.ts'
import { staffActor } from '../../directory/actors.ts'
import { give, newPerson, standIn } from '../../directory/actions-roles.ts'
import { addEntry } from '../../incidents/actions.ts'
import type { Actor } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import { changeOwn, changeTold, enterOwn, enterTold } from '../../measures/actions.ts'
import { perform } from '../../platform/action.ts'
import { sendAction } from '../../referrals/actions.ts'
import { sendHereAction } from '../../referrals/actions-back.ts'
import { sendHisAction } from '../../referrals/actions-his.ts'
import { replyFile, replyPage, takeInAction, tellAction } from '../../referrals/actions-in.ts'
import { acceptAction, declineAction } from '../../referrals/actions-receive.ts'
import { keepCard, printCard } from '../../referrals/card.ts'
import { begin, publish, takeBack, versionPage } from '../../toolkit/editor-actions.ts'
import { ask, sign } from '../../web/routes/consent-actions.ts'
import { askSparring } from '../../web/routes/sparring.ts'
import { tellFiles } from './stories-files.ts'

export interface Case { readonly id: string; readonly number: string; readonly citizen: string }

/** @returns the citizen whose log was shown and went to the police */
export async function tellLast(teller: Teller, owner: Client): Promise<string> {
  const second = await colleagues(teller, owner)
  await standIns(teller, owner)
  await walledHandOvers(teller, second)
  await employees(teller, owner, second)
  await asked(teller, owner)
  const [hers, his] = [await clarifiedCase(teller, 'En borger får beskeder om natten.'), await coordinated(teller, 'En borger bliver ringet op på arbejdet.')]
  for (const [it, by] of [[hers, 'vibeke.eksempel'], [his, 'mikkel.opdigt']] as const) await sheets(teller, owner, it, await teller.as(by))
  await ofHerLog(teller, owner, his)
  const talks = await behindWalls(teller)
  await danger(teller, hers.number)
  await versions(teller)
  const card = await outOfCases(teller, owner)
  await fromOutside(teller, owner)
  await tellFiles(teller, owner, { hers, his, talks, card })
  return his.citizen
}

/** A second one in each role that hands over behind a wall, and in each that has nobody beside her to stand in. */
async function colleagues(teller: Teller, owner: Client): Promise<ReadonlyMap<string, Actor>> {
  const torben = await teller.as('torben.eksempel')
  const added = new Map<string, Actor>()
  for (const [role, name, place] of [['leader', 'Otto Opdigt', '1-3'], ['hr', 'Bo Opdigt', '1-8'], ['hr', 'Ida Opdigt', '1-8'], ['familyCounsellor', 'Maja Opdigt', '1-5'], ['policeContact', 'Vera Opdigt', '2-7'], ['dscAdviser', 'Anden rådgiver (opdigtet)', '3'],
    ['groupVolunteer', 'Lis Opdigt', '4-11']] as const) {
    await teller.act(0, '07:00', torben, newPerson, { name, place, signIn: name.toLowerCase().replace(/\W+/g, '.') })
    const { rows: [found] } = await owner.query<{ id: string }>('select id from person where name = $1', [name])
    await teller.act(0, '07:01', torben, give, { role, person: found?.id, from: teller.today })
    const actor = found && await staffActor(teller.house, found.id as Actor['id'], torben.partnership)
    if (actor) for (const it of [role, name]) added.set(it, actor)
  }
  return added
}

/** In each role somebody is away some day, and a colleague of the same house is asked to stand in. */
async function standIns(teller: Teller, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ id: string; role: string; person: string; other: string }>(`
    select distinct on (h.role) h.id, h.role, h.person, o.id as other from holding h join person p on p.id = h.person join person o on o.organisation = p.organisation and o.id <> h.person
    where h.for_person is null and h.to_day is null and o.name not in ('Torben Eksempel', 'Karen Prøve') order by h.role, h.id, o.id`)
  const [torben, karen] = [await teller.as('torben.eksempel'), await teller.as('karen.proeve')]
  for (const it of rows)
    await teller.act(0, '07:05', it.person === torben.id ? karen : torben, standIn, { holding: String(it.id), person: it.other, from: addDays(teller.today, 60), to: addDays(teller.today, 62) })
}

async function walledHandOvers(teller: Teller, second: ReadonlyMap<string, Actor>): Promise<void> {
  for (const [role, from] of [['leader', 'karen.proeve'], ['hr', 'helle.eksempel'], ['familyCounsellor', 'nadia.opdigt'], ['policeContact', 'peter.opdigt']] as const) {
    const giver = await teller.as(from)
    await teller.act(0, '07:10', giver, offer, { role, giver: giver.id, receiver: second.get(role)?.id, leaves: 'no', 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: 'Intet haster.' })
  }
}

/** Two at work whose leader is kept out: HR appoints in the one, and the other is with work environment, for nobody of HR who may know of it is there. */
async function employees(teller: Teller, owner: Client, second: ReadonlyMap<string, Actor>): Promise<void> {
  const [karen, helle, bo, torben] = [await teller.as('karen.proeve'), await teller.as('helle.eksempel'), second.get('Bo Opdigt'), await teller.as('torben.eksempel')]
  if (!bo) throw new Error('nobody was added to HR')
  const [opening] = openings
  const leaders = [karen.id, second.get('leader')?.id]
  for (const [by, employeeName, keptOut] of [[helle, 'Tine Opdigt', leaders], [bo, 'Ole Opdigt', [...leaders, helle.id, second.get('Ida Opdigt')?.id]]] as const)
    await teller.act(0, '07:12', by, opening.post, { 'form-version': 'employee-1', employeeName, agreedToRecord: 'yes', relation: 'manager', otherAtWork: 'yes', told: 'En leder skriver om natten.', mayKnow: 'Kun dem, der skal', keptOut })
  const { rows: [held] } = await owner.query<{ id: string }>(`select id from holding where role = 'hr' and person = $1`, [bo.id])
  await teller.act(0, '07:13', torben, standIn, { holding: String(held?.id), person: helle.id, from: teller.today, to: addDays(teller.today, 30) })
}

/** Asked of colleagues, and of a decision that another must look at. */
async function asked(teller: Teller, owner: Client): Promise<void> {
  const [vibeke, karen] = [await teller.as('vibeke.eksempel'), await teller.as('karen.proeve')]
  await sent(teller, 1, '08:00', 'poul.proeve', 'En borger har fortalt om breve, da vi talte om noget andet.')
  await teller.act(0, '07:20', vibeke, askSparring, { to: 'dscAdviser', kind: 'evidence', text: 'Hvor længe gemmes beskeder på telefonen?' })
  await teller.act(0, '07:21', vibeke, adviseAnonymously, { dutyTold: 'yes', danger: 'oral', 'danger-reaction': 'accepted' })
  const { rows } = await owner.query<{ number: string }>(`select number from case_now n where kind = 'citizen' and status = 'clarified'
    and not exists (select from case_shut s where s.citizen = n.citizen and s.lifted_at is null) order by number desc limit 3`)
  const [one, two, three] = rows.map(it => it.number)
  for (const number of [one, two]) await teller.act(0, '07:25', await teller.as('birgit.proeve'), declareAction, { number, kind: 'relative' })
  // The visitator shuts the leader and the data protection officer out: each is looked at by another.
  for (const person of ['rasmus.opdigt', 'karen.proeve']) await teller.act(0, '07:26', vibeke, shutOutAction, { number: three, person: (await teller.as(person)).id, reason: 'I familie med den anden part.' })
  await teller.act(0, '07:27', karen, shutOutAction, { number: two, person: (await teller.as('amina.opdigt')).id, reason: 'Nabo til den anden part.' })
}

export async function clarifiedCase(teller: Teller, told: string): Promise<Case> {
  const { id, number, citizen } = await sent(teller, 2, '09:00', 'jonas.eksempel', told)
  await clarified(teller, id, 2, '15:10', 'stalking_likely', 'Uønsket og gentaget, trods et klart nej.')
  return { id, number, citizen }
}
export async function coordinated(teller: Teller, told: string): Promise<Case> {
  const [it, mikkel] = [await clarifiedCase(teller, told), await teller.as('mikkel.opdigt')]
  const { id: referral } = await teller.act(2, '15:20', await teller.as('vibeke.eksempel'), sendAction, { case: it.id, til: mikkel.id, rolle: 'primaryCoordinator', purpose: 'Borgeren har brug for en fast person.' })
  await teller.act(1, '08:40', mikkel, acceptAction, { referral })
  return it
}

/** A plan that is begun, put aside, kept, printed and copied; a draft that is thrown away; a paper that was scanned and is fetched. */
async function sheets(teller: Teller, owner: Client, it: Case, by: Actor): Promise<void> {
  const [plan, other] = [{ case: it.id, word: 'handleplan', paper: 'ark' }, { case: it.id, word: 'netvaerk', paper: 'ark' }]
  await teller.act(1, '10:00', by, draftPaperAction, { ...other, seen: '0', rev: '0' })
  await teller.act(1, '10:01', by, dropDraftAction, other)
  await teller.act(1, '10:02', by, keepPaperAction, { ...plan, seen: '0', rev: '0', 'goals-1-goal': 'Ro om natten', 'goals-1-action': 'Telefonen bliver slukket klokken ti', 'goals-1-responsible': 'Borgeren', 'goals-1-deadline': addDays(teller.today, 20), 'goals-1-status': 'agreed', withCitizen: 'yes', review: addDays(teller.today, 14) })
  await teller.act(1, '10:03', by, draftPaperAction, { ...plan, seen: '1', rev: '0', 'goals-1-goal': 'Ro om natten og om dagen' })
  await teller.act(1, '10:04', by, printPaperAction, plan)
  await teller.act(1, '10:05', by, setContact, { ...safe, case: it.id, paper: 'no' })
  await teller.act(1, '10:06', by, copyPaperAction, plan)
  await teller.act(1, '10:07', by, addScan, { case: it.id, kind: 'police-receipt', onDay: addDays(teller.today, -1), from: 'Politiet', what: 'Kvittering', scan: new File([Buffer.from('%PDF-1.4 kvittering')], 'kvittering.pdf', { type: 'application/pdf' }) })
  const { rows: [scan] } = await owner.query<{ scan: string }>('select id as scan from case_scan where case_id = $1', [it.id])
  const { body } = await teller.act(1, '10:08', by, scanFile, { case: it.id, ...scan })
  await body.cancel()
}

/** What she shows to her coordinator goes into two files for the police on her yes, and one of them is handed in; what she and the coordinator wrote of protection is corrected. */
async function ofHerLog(teller: Teller, owner: Client, it: Case): Promise<void> {
  const [mikkel, citizen] = [await teller.as('mikkel.opdigt'), await teller.moveIn(it.citizen, 'stille sti 14')]
  for (const told of ['Der blev ringet på klokken to.', 'En besked om mit tøj.', 'En bil holdt ved porten.', 'Endnu en besked.']) await teller.act(1, '19:00', citizen, addEntry, { told })
  for (const til of ['primaryCoordinator', 'visitator']) await showAll(teller, citizen, 1, til)
  const { id: consent } = await teller.act(1, '19:10', mikkel, ask, { citizen: it.citizen, to: 'policeContact' })
  await teller.act(1, '19:20', citizen, sign, { consent, topics: ['contact', 'account', 'log'], from: addDays(teller.today, -1), until: addDays(teller.today, 100) })
  const [first] = [await makeOne(teller, 0, '08:02', mikkel, it.id, [0, 0.5]), await makeOne(teller, 0, '08:04', mikkel, it.id, [0.5, 1]), await makeOne(teller, 0, '08:06', await teller.as('vibeke.eksempel'), it.id, [0.25, 0.75])]
  const page = await teller.act(0, '08:07', citizen, ownPreview, { nr: '1-2' })
  await teller.act(0, '08:08', citizen, ownMake, answersTo(page))
  await teller.act(0, '08:10', mikkel, caseDeliver, { case: it.id, bundle: first, how: 'inPerson', day: teller.today, time: '08.05', to: 'Politiet', sure: 'yes' })
  const measure = { slags: 'policeCaution', standing: 'holds', decidedOn: addDays(teller.today, -3), source: 'Peter fra politiet ringede.' }
  await teller.act(0, '08:20', mikkel, enterTold, { citizen: it.citizen, ...measure })
  const own = await teller.act(0, '08:25', citizen, enterOwn, { slags: 'cprAddressProtection', standing: 'holds', fromDay: addDays(teller.today, -9), source: 'Kvittering' })
  await teller.act(0, '08:30', citizen, changeOwn, { measure: own, version: '1', slags: 'cprAddressProtection', standing: 'holds', fromDay: addDays(teller.today, -8), source: 'Kvittering' })
  const { rows: [told] } = await owner.query<{ id: string }>(`select id from measure where citizen = $1 and origin = 'told'`, [it.citizen])
  await teller.act(0, '08:35', mikkel, changeTold, { citizen: it.citizen, measure: told?.id, version: '1', ...measure, source: 'Peter fra politiet ringede igen.' })
}

/** Two persons who stalk are talked with, one by the police and one by the family counsellor; each has a sheet that only professionals read, and goes to the centre on a paper of his own. */
async function behindWalls(teller: Teller): Promise<readonly { readonly case: string; readonly by: Actor }[]> {
  const [, otherParty] = openings
  const open: { case: string; by: Actor }[] = []
  const day = (daysAgo: number) => addDays(teller.today, -daysAgo)
  for (const [signIn, personName] of [['peter.opdigt', 'Kim Opdigt'], ['nadia.opdigt', 'Ulf Opdigt']] as const) {
    const by = await teller.as(signIn)
    const begin = async () => (await teller.act(3, '13:00', by, otherParty.post, { 'form-version': 'other-party-1', personName, reach: '00 55 55 77', met: 'called' })).id
    const seq = async (id: string) => String((await teller.act(1, '12:00', by, otherPage, { case: id })).now.seq)
    const [his, closed] = [await begin(), await begin()]
    await teller.act(1, '13:00', by, step('otherParty', 'close'), { case: closed, seq: await seq(closed), reason: 'Det er holdt op.', callBackOn: addDays(teller.today, 12) })
    const sheet = { case: his, word: 'typologi', paper: 'ark' }
    const thought = { thoughtOn: day(1), thoughtBy: by.name }
    await teller.act(1, '13:10', by, draftOtherPaper, { ...sheet, seen: '0', rev: '0', ...thought })
    await teller.act(1, '13:11', by, dropOtherDraft, sheet)
    await teller.act(1, '13:12', by, keepOtherPaper, { ...sheet, seen: '0', rev: '0', ...thought })
    await teller.act(1, '13:13', by, draftOtherPaper, { ...sheet, seen: '1', rev: '0', ...thought })
    await teller.act(1, '13:14', by, otherPaperPage, sheet)
    await teller.act(1, '13:15', by, printOtherPaper, sheet)
    const offered = { first: 'nobody', firstWhy: 'Ingen er nævnt ved navn.', toldOn: day(1), answer: 'consents', signedOn: day(1), covers: ['name', 'phone'], until: addDays(teller.today, 180), keptWhere: 'Skab 2' }
    await teller.act(1, '13:20', by, step('otherParty', 'offer'), { case: his, seq: await seq(his), ...offered })
    await teller.act(1, '13:30', by, sendHisAction, { case: his, first: 'nobody', firstWhy: 'Ingen er nævnt ved navn.', name: personName, phone: '00 55 55 77' })
    open.push({ case: his, by })
  }
  return open
}

/** A reason that nobody has been named under yet, and a case that is open for the hour. */
async function danger(teller: Teller, number: string): Promise<void> {
  const peter = await teller.as('peter.opdigt')
  const reason = 'Der er meldt råb ved en dør, og patruljen mangler at vide, hvordan borgeren kan nås.'
  await perform(teller.house, peter, sayDanger, { reason })
  const { result: { id: glass } } = await perform(teller.house, peter, sayDanger, { reason })
  await perform(teller.house, peter, nameInDanger, { glass, number })
}

/** Two versions of the municipality's own; the later is read and taken back. */
async function versions(teller: Teller): Promise<void> {
  const poul = await teller.as('poul.proeve')
  const tool = 'digital-safety'
  for (const _ of [1, 2]) {
    await teller.act(0, '07:50', poul, begin, { tool })
    await teller.act(0, '07:51', poul, publish, { tool, seq: '1', reason: 'Som vi siger det her.' })
  }
  await teller.act(0, '07:52', poul, versionPage, { tool, version: '2' })
  await teller.act(0, '07:53', poul, takeBack, { tool, version: '2', reason: 'Den var for lang.' })
}

/**
 * Sent and not answered yet, to each who receives; two that were taken and wait for an answer.
 * @returns one of the police contact's, with a card
 */
async function outOfCases(teller: Teller, owner: Client): Promise<string> {
  const [vibeke, nadia, peter] = [await teller.as('vibeke.eksempel'), await teller.as('nadia.opdigt'), await teller.as('peter.opdigt')]
  for (const taken of [false, true]) {
    const it = await clarifiedCase(teller, 'En borger vil gerne tale om børnene.')
    const { id: referral } = await teller.act(1, '09:00', vibeke, sendAction, { case: it.id, til: nadia.id, rolle: 'familyCounsellor', purpose: 'Tal med familien.' })
    if (taken) await teller.act(1, '09:10', nadia, acceptAction, { referral })
  }
  const it = await clarifiedCase(teller, 'En borger vil gerne have politiet med.')
  const citizen = await teller.moveIn(it.citizen, 'stille mark 15')
  const { id: consent } = await teller.act(1, '10:00', vibeke, ask, { citizen: it.citizen, to: 'policeContact' })
  await teller.act(1, '10:10', citizen, sign, { consent, topics: ['contact', 'account'], from: addDays(teller.today, -1), until: addDays(teller.today, 100) })
  const { id: toPolice } = await teller.act(1, '10:20', vibeke, sendAction, { case: it.id, til: peter.id, rolle: 'policeContact', purpose: 'Vær med til at vurdere et tilhold.', account: 'Breve hver dag.', tells: 'asked' })
  await teller.act(1, '10:30', peter, keepCard, { referral: toPolice, 'form-version': 'police-action-card-1', seen: '0', who: 'En, der er kendt.', receipt: 'yes' })
  await teller.act(1, '10:31', peter, printCard, { referral: toPolice })
  const handoff = { 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Gentagne opkald.', purpose: 'Borgeren har brug for hjælp her.', how: 'signed-paper', ...signedOn(addDays(teller.today, -1)), where: 'Hos os.' }
  for (const [signIn, taken] of [['dsc.raadgiver', false], ['peter.opdigt', true]] as const) {
    const { id } = await teller.act(1, '11:00', await teller.as(signIn), sendHereAction, handoff)
    const { rows: [sentHere] } = await owner.query<{ referral: string }>('select id as referral from referral where case_id = $1', [id])
    if (taken) await teller.act(1, '11:10', vibeke, acceptAction, sentHere)
  }
  return toPolice
}

/** Taken down for somebody who is not in the system: one whose answer the sender has had, and one whose sender waits for it. */
async function fromOutside(teller: Teller, owner: Client): Promise<void> {
  const vibeke = await teller.as('vibeke.eksempel')
  const asked = {
    outside: 'shelter', name: 'Krisecenter Bølgen (opdigtet)', reach: '00 33 44 55', purpose: 'At nogen taler med borgeren.', how: 'signed-paper', ground: 'Papiret ligger hos dem.', tells: 'words',
    'form-version': 'handoff-2', onBehalf: 'other', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Breve hver dag.',
  }
  for (const [signIn, told] of [['vibeke.eksempel', true], ['jonas.eksempel', false]] as const) {
    const { id } = await teller.act(1, '12:00', await teller.as(signIn), takeInAction, asked)
    const { rows: [it] } = await owner.query<{ referral: string }>('select id as referral from referral where case_id = $1', [id])
    await teller.act(1, '12:30', vibeke, acceptAction, it)
    await teller.act(0, '08:15', vibeke, replyPage, it)
    if (told) await teller.act(0, '08:20', vibeke, tellAction, { ...it, channel: 'phone', on: teller.today, words: 'Vi holder kontakten.' })
  }
  const { id } = await teller.act(1, '12:40', vibeke, takeInAction, { ...asked, how: 'oral', tells: 'state' })
  const { rows: [it] } = await owner.query<{ referral: string }>('select id as referral from referral where case_id = $1', [id])
  await teller.act(1, '12:50', vibeke, declineAction, { ...it, reason: 'Borgeren bor i en anden kommune.' })
  await teller.act(0, '08:25', vibeke, replyFile, it)
}
