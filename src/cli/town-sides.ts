// Cases behind walls in the invented town: an employee who is exposed at work, and a man whom the family counsellor talks with. All people are made up.
import { employeePage, openings, otherPage, sideSteps } from '../cases/sides/actions.ts'
import { keepOtherPaper } from '../cases/sides/tools.ts'
import { adviseAnonymously, makeCase } from '../cases/anonymous/actions.ts'
import { checkNames } from '../cases/finding/name-check.ts'
import { agree } from '../cases/finding/actions.ts'
import { caseAction } from '../cases/actions.ts'
import { sayName } from '../cases/shut/names.ts'
import { addDays } from '../kernel/day.ts'
import type { Teller } from './teller.ts'

const [employee, otherParty] = openings
export const step = (kind: 'employee' | 'otherParty', what: string) => {
  const found = sideSteps.find(it => it.kind === kind && it.what === what)
  if (!found) throw new Error(`no ${what} in a case of ${kind}`)
  return found.post
}

export async function employeeCase(teller: Teller): Promise<void> {
  const karen = await teller.as('karen.proeve')
  const { id } = await teller.act(9, '09:30', karen, employee.post, {
    'form-version': 'employee-1', employeeName: 'Sanne Prøve', agreedToRecord: 'yes', relation: 'citizen', told: 'En borger skriver til hendes private profil og venter ved cyklerne efter fyraften.', mayKnow: 'Leder, HR og arbejdsmiljø',
  })
  const { now } = await teller.act(8, '10:00', karen, employeePage, { case: id })
  await teller.act(8, '10:05', karen, step('employee', 'plan'), {
    case: id, seq: String(now.seq), shielding: ['switchboard', 'website', 'escort'], contacts: 'Vi svarer ikke. Anders skriver det ned og siger det til Karen.', logKept: 'Anders',
    workRelated: 'yes', responsible: 'Karen Prøve', mayKnow: 'Leder, HR og arbejdsmiljø', policeHelp: 'notNow', injury: 'yes', amrTold: 'yes', inPlan: 'no', review: addDays(teller.today, 20),
  })
  const { now: planned } = await teller.act(2, '11:00', karen, employeePage, { case: id })
  await teller.act(2, '11:05', karen, step('employee', 'contact'), {
    case: id, seq: String(planned.seq), first: 'told', firstOn: addDays(teller.today, -2), way: 'letter', when: 'planned', on: addDays(teller.today, 2), told: 'Brev om, at private beskeder og besøg skal holde op.',
  })
}

export async function talks(teller: Teller): Promise<void> {
  const nadia = await teller.as('nadia.opdigt')
  const { id } = await teller.act(6, '13:00', nadia, otherParty.post, { 'form-version': 'other-party-1', personName: 'Bent Opdigt', reach: '00 55 55 55', met: 'called', exposedName: 'Hanne Opdigt', checkGround: 'impartial' })
  const { now } = await teller.act(4, '13:00', nadia, otherPage, { case: id })
  await teller.act(4, '14:10', nadia, step('otherParty', 'talk'), {
    case: id, seq: String(now.seq), first: 'nobody', firstWhy: 'Han nævner ingen ved navn.', talkedOn: addDays(teller.today, -4), present: 'Nadia og en kollega, på kontoret', hopes: 'Han vil forklare sig.', costs: 'Han sover ikke og passer ikke sit arbejde.', threats: 'no',
  })
  await teller.act(3, '09:30', nadia, keepOtherPaper, {
    case: id, word: 'typologi', paper: 'ark', seen: '0', 'form-version': 'typology-1', thoughtOn: addDays(teller.today, -3), thoughtBy: 'Nadia og en kollega', resembles: ['rejected', 'unknown'],
    changes: 'Vi taler om det, han har mistet, før vi taler om regler.', missing: 'Om han har nogen at tale med. Vi spørger Dansk Stalking Center uden navn.',
  })
}

/** Names that colleagues have said once, so that they are shut out of a case that gets one of them. */
export async function namesSaid(teller: Teller): Promise<void> {
  const daniel = await teller.as('daniel.proeve')
  await teller.act(11, '08:20', daniel, sayName, { fullName: 'Daniel Prøve', whose: 'party' })
  await teller.act(11, '08:22', daniel, sayName, { fullName: 'Agnete Opdigt Prøve', whose: 'relative' })
}

/** Advice to somebody who said no name; one of two talks became a case. */
export async function namelessAdvice(teller: Teller): Promise<void> {
  const advice = { dutyTold: 'yes', danger: 'oral', 'danger-reaction': 'accepted', saveEvidence: 'oral', 'saveEvidence-reaction': 'accepted', log: 'oral', 'log-reaction': 'wantsHelp' }
  await teller.act(12, '11:00', await teller.as('jonas.eksempel'), adviseAnonymously, advice)
  const vibeke = await teller.as('vibeke.eksempel')
  const { id: talk } = await teller.act(2, '14:00', vibeke, adviseAnonymously, advice)
  const { id } = await teller.act(2, '14:20', vibeke, makeCase, { advice: talk, callBack: 'citizenCalls', agreed: 'yes', told: 'En, hun har været kæreste med, skriver hver nat.' })
  const { now } = await teller.act(1, '09:00', vibeke, caseAction, { case: id })
  await teller.act(1, '09:05', vibeke, agree, { case: id, seq: String(now.seq), safeWord: 'blå regnfrakke', agreed: 'yes' })
  await teller.act(1, '09:10', vibeke, checkNames, { case: id, exposedName: 'Hanne Opdigt', otherName: 'Bent Opdigt', checkGround: 'impartial' })
}
