// Told last too: what is begun, put aside and taken out again behind each wall, names that shut a colleague out, and papers that were signed and taken back.
import type { Client } from 'pg'
import { advicePage, advise, adviceDraft, caseAction } from '../../cases/actions.ts'
import { agree, search } from '../../cases/finding/actions.ts'
import { marks } from '../../cases/paperwork/actions.ts'
import { liftAction, listPage } from '../../cases/shut/actions.ts'
import { sayName } from '../../cases/shut/names.ts'
import { employeePage, openings, otherPage, sideSteps } from '../../cases/sides/actions.ts'
import { draftPaperAction } from '../../cases/tools/actions.ts'
import type { PutIn } from '../../cases/tools/putting-in.ts'
import type { Teller } from '../../cli/teller.ts'
import { signedOn } from '../../cli/town-signed.ts'
import { step as stepOf } from '../../cli/town-sides.ts'
import { sent } from '../../cli/town-steps.ts'
import type { Form } from '../../forms/rules.ts'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import { composeAction, ownAction } from '../../referrals/actions.ts'
import { sendHereAction } from '../../referrals/actions-back.ts'
import { sendOutAction } from '../../referrals/actions-out.ts'
import { endSignedAction, signedPage } from '../../referrals/actions-signed.ts'
import { cardPage, keepCard, putInCard } from '../../referrals/card.ts'
import { keepDraftAction } from '../../referrals/keep-draft.ts'
import { clarifiedCase } from './stories-last.ts'

/** @param citizen who has a case with the coordinator, and reads her log */
export async function tellPapers(teller: Teller, owner: Client, citizen: string): Promise<void> {
  const { rows: [his] } = await owner.query<{ id: string }>('select case_id as id from case_now where citizen = $1', [citizen])
  if (!his) throw new Error('she whose log was shown has no case')
  await names(teller, owner)
  for (const signIn of ['helle.eksempel', 'karen.proeve']) await atWork(teller, await teller.as(signIn))
  await talked(teller, owner)
  await tookOffCard(teller, owner)
  await begun(teller, his.id)
  await signed(teller, owner, his.id, citizen)
}

export const letter = () => new File([Buffer.from('%PDF-1.4 et brev')], 'brev.pdf', { type: 'application/pdf' })
export const fileQuestion = ({ parts }: Form): string => parts.flatMap(it => it.questions).find(it => it.kind === 'file')?.id ?? ''
const reference = ({ fields }: PutIn, question: string): string => [fields[question] ?? []].flat()[0] ?? ''

const formed = (kind: 'employee' | 'otherParty', what: 'plan' | 'talk') => {
  const found = sideSteps.find(it => it.kind === kind && it.what === what)
  if (!found || !('keep' in found) || !found.keep || !found.drop || !found.files) throw new Error(`nothing is filled in for ${what}`)
  return { page: found.page, post: found.post, keep: found.keep, drop: found.drop, files: found.files }
}

/** HR, and the leader, each open for an employee whose name is said for the check: a plan is begun, put aside twice, thrown away with its file, and kept with another. It is closed, and begins again. */
async function atWork(teller: Teller, by: Actor): Promise<void> {
  const [{ post }, step] = [openings[0], formed('employee', 'plan')]
  const { id } = await teller.act(0, '11:00', by, post, {
    'form-version': 'employee-1', employeeName: `Viggo Opdigt ${by.name.split(' ')[0]}`, checkGround: 'safety', otherName: 'Sten Opdigt', agreedToRecord: 'yes', relation: 'citizen', told: 'Nogen venter ved døren efter fyraften.', mayKnow: 'Leder, HR og arbejdsmiljø',
    keptOut: [(await teller.as('amina.opdigt')).id],
  })
  const { now, form } = await teller.act(0, '11:01', by, step.page, { case: id })
  const question = form ? fileQuestion(form) : ''
  const plan = { case: id, seq: String(now.seq), shielding: ['escort'], contacts: 'Vi svarer ikke.', logKept: by.name, workRelated: 'yes', responsible: by.name, mayKnow: 'Leder, HR og arbejdsmiljø', policeHelp: 'notNow', injury: 'yes', amrTold: 'yes', inPlan: 'no', review: addDays(teller.today, 20) }
  for (const rev of ['0', '1']) await teller.act(0, '11:02', by, step.keep, { ...plan, rev })
  await teller.act(0, '11:03', by, step.files, { ...plan, rev: '2', [question]: letter() })
  await teller.act(0, '11:04', by, step.drop, { case: id })
  const file = reference(await teller.act(0, '11:05', by, step.files, { ...plan, rev: '0', [question]: letter() }), question)
  await teller.act(0, '11:06', by, step.post, { ...plan, [question]: file })
  const seq = async () => String((await teller.act(0, '11:07', by, employeePage, { case: id })).now.seq)
  await teller.act(0, '11:08', by, stepOf('employee', 'close'), { case: id, seq: await seq(), reason: 'Der er ro.', callBackOn: addDays(teller.today, 12), safety: 'held' })
  await teller.act(0, '11:09', by, stepOf('employee', 'reopen'), { case: id, seq: await seq(), reason: 'Nogen venter igen.' })
}

/** The police contact keeps a file with what was said in a talk. */
async function talked(teller: Teller, owner: Client): Promise<void> {
  const [peter, step] = [await teller.as('peter.opdigt'), formed('otherParty', 'talk')]
  const { rows: [it] } = await owner.query<{ id: string }>(`select case_id as id from case_now where kind = 'otherParty' and status = 'open' and holder = $1 order by number desc limit 1`, [peter.id])
  const { now, form, draft } = await teller.act(0, '11:10', peter, step.page, { case: it?.id })
  const question = form ? fileQuestion(form) : ''
  const talk = {
    case: it?.id, seq: String(now.seq), first: 'nobody', firstWhy: 'Ingen er nævnt ved navn.', talkedOn: teller.today, present: 'Peter og en kollega, på stationen', hopes: 'Han vil forklare sig.', costs: 'Han sover ikke.', threats: 'no',
  }
  const file = reference(await teller.act(0, '11:11', peter, step.files, { ...talk, rev: String(draft?.rev ?? 0), [question]: letter() }), question)
  await teller.act(0, '11:12', peter, step.post, { ...talk, [question]: file })
  await teller.act(0, '11:13', peter, otherPage, { case: it?.id })
}

/** A file that was put in on a card, and is not on the card that was kept. */
async function tookOffCard(teller: Teller, owner: Client): Promise<void> {
  const peter = await teller.as('peter.opdigt')
  const { rows: [it] } = await owner.query<{ referral: string }>('select referral from receiver_record where card is not null and by = $1 order by at desc limit 1', [peter.id])
  const { versions, form } = await teller.act(0, '11:20', peter, cardPage, it)
  const card = { ...it, seen: String(versions[0]?.version ?? 0), who: 'En, der er kendt.', receipt: 'yes' }
  await teller.act(0, '11:21', peter, putInCard, { ...card, [fileQuestion(form)]: letter() })
  await teller.act(0, '11:22', peter, keepCard, card)
}

/** The coordinator puts a paper aside twice; the visitator's advice is begun when the case is journalised, stays, and goes when it is given. A referral that is begun stays too. */
async function begun(teller: Teller, his: string): Promise<void> {
  const [mikkel, vibeke] = [await teller.as('mikkel.opdigt'), await teller.as('vibeke.eksempel')]
  for (const rev of ['0', '1']) await teller.act(0, '11:30', mikkel, draftPaperAction, { case: his, word: 'netvaerk', paper: 'ark', seen: '0', rev })
  const { id } = await sent(teller, 0, '11:31', 'jonas.eksempel', 'En borger vil høre, hvad man gemmer.')
  const { now } = await teller.act(0, '15:31', vibeke, caseAction, { case: id })
  const advice = { case: id, rev: '0', seq: String(now.seq), danger: 'oral', 'danger-reaction': 'accepted' }
  const { form } = await teller.act(0, '15:31', vibeke, advicePage, { case: id })
  await teller.act(0, '15:31', vibeke, adviceDraft.files, { ...advice, [fileQuestion(form)]: letter() })
  await teller.act(0, '15:31', vibeke, adviceDraft.drop, { case: id })
  await teller.act(0, '15:32', vibeke, adviceDraft.keep, advice)
  await teller.act(0, '15:32', vibeke, adviceDraft.keep, { ...advice, rev: '1' })
  await teller.act(0, '15:33', vibeke, marks[0].post, { case: id, reason: 'Lagt i journalen.' })
  await teller.act(0, '15:34', vibeke, advicePage, { case: id })
  await teller.act(0, '15:35', vibeke, advise, advice)
  const held = await clarifiedCase(teller, 'En borger vil gerne tale med nogen, der bliver.')
  await teller.act(0, '11:36', vibeke, keepDraftAction, { case: held.id, til: mikkel.id, rolle: 'primaryCoordinator', purpose: 'Borgeren vil have en fast person.' })
  await teller.act(0, '11:37', vibeke, marks[0].post, { case: held.id, reason: 'Lagt i journalen.' })
  await teller.act(0, '11:38', vibeke, composeAction, { case: held.id, til: mikkel.id, rolle: 'primaryCoordinator' })
}

/**
 * A coordinator and a manager have said what they are called, before a case is given the name and after. Both are shut out, and the data protection officer
 * opens again for the manager.
 */
async function names(teller: Teller, owner: Client): Promise<void> {
  const [vibeke, inger, karen, helle, rasmus] = [await teller.as('vibeke.eksempel'), await teller.as('inger.eksempel'), await teller.as('karen.proeve'), await teller.as('helle.eksempel'), await teller.as('rasmus.opdigt')]
  await sent(teller, 0, '11:40', 'vibeke.eksempel', 'En borger får breve.', { mayName: 'yes', citizenName: 'Rosa Opdigt Eksempel' })
  await teller.act(0, '11:41', inger, sayName, { fullName: 'Rosa Opdigt Eksempel', whose: 'relative' })
  const later = await sent(teller, 0, '11:42', 'jonas.eksempel', 'En borger får opkald.')
  const { now } = await teller.act(0, '15:42', vibeke, caseAction, { case: later.id })
  await teller.act(0, '15:43', vibeke, agree, { case: later.id, seq: String(now.seq), agreed: 'yes', citizenName: 'Rosa Eksempel' })
  await teller.act(0, '15:44', vibeke, search, { term: 'Rosa Eksempel' })
  await teller.act(0, '11:45', karen, sayName, { fullName: 'Karen Prøve', whose: 'party' })
  const { id } = await teller.act(0, '11:46', helle, openings[0].post, {
    'form-version': 'employee-1', employeeName: 'Liv Opdigt', otherName: 'Karen Prøve', checkGround: 'impartial', agreedToRecord: 'yes', relation: 'manager', otherAtWork: 'yes', told: 'En leder skriver om natten.', mayKnow: 'Kun HR',
  })
  await teller.act(0, '11:47', rasmus, listPage, {})
  const { rows: [shut] } = await owner.query<{ shut: string }>('select id as shut from case_shut where case_id = $1 and person = $2', [id, karen.id])
  await teller.act(0, '11:48', rasmus, liftAction, { ...shut, lift: 'Det er en anden af samme navn.' })
}

/** A yes on paper is taken back: by the adviser who sent on it, and by the coordinator, whose citizen reads of it. */
async function signed(teller: Teller, owner: Client, his: string, citizen: string): Promise<void> {
  const [mikkel, adviser] = [await teller.as('mikkel.opdigt'), await teller.as('dsc.raadgiver')]
  const [day, her] = [addDays(teller.today, -1), { id: citizen as PersonId, partnership: mikkel.partnership, name: '', organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true } satisfies Actor]
  await teller.act(0, '11:50', mikkel, sendOutAction, { case: his, outside: 'doctor', name: 'Læge Opdigt', how: 'signed-paper', ...signedOn(day), ground: 'Lægen har bedt om det.', purpose: 'Borgeren skal have tid.', notHolder: 'yes' })
  await teller.act(0, '11:51', her, ownAction, {})
  const { id } = await teller.act(0, '11:52', adviser, sendHereAction, {
    'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'no', callBack: 'throughMe', children: 'no', told: 'Breve hver uge.', purpose: 'Borgeren har brug for en fast person.', how: 'signed-paper', ...signedOn(day), where: 'Hos os.',
  })
  for (const [by, caseId] of [[mikkel, his], [adviser, id]] as const) {
    const { rows: [it] } = await owner.query<{ referral: string }>('select p.referral from referral_paper p join referral r on r.id = p.referral where r.case_id = $1 order by p.at desc limit 1', [caseId])
    await teller.act(0, '11:53', by, endSignedAction, it)
    await teller.act(0, '11:54', by, signedPage, it)
  }
  await teller.act(0, '11:55', her, ownAction, {})
}
