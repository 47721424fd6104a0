// Cases behind walls in the invented town: an employee who is exposed at work, and a man whom the family counsellor talks with. All people are made up.
import { employeePage, openings, otherPage, sideSteps } from '../cases/sides.ts'
import { addDays } from '../kernel/day.ts'
import type { Teller } from './teller.ts'

const [employee, otherParty] = openings
const step = (kind: 'employee' | 'otherParty', what: string) => {
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
    case: id, seq: String(now.seq), 'form-version': 'workplace-1', shielding: ['switchboard', 'website', 'escort'], contacts: 'Vi svarer ikke. Anders skriver det ned og siger det til Karen.', logKept: 'Anders',
    policeHelp: 'notNow', injury: 'yes', amrTold: 'yes', inPlan: 'no',
  })
}

export async function talks(teller: Teller): Promise<void> {
  const nadia = await teller.as('nadia.opdigt')
  const { id } = await teller.act(6, '13:00', nadia, otherParty.post, { 'form-version': 'other-party-1', personName: 'Bent Opdigt', reach: '00 55 55 55', met: 'called' })
  const { now } = await teller.act(4, '13:00', nadia, otherPage, { case: id })
  await teller.act(4, '14:10', nadia, step('otherParty', 'talk'), {
    case: id, seq: String(now.seq), 'form-version': 'conversation-1', talkedOn: addDays(teller.today, -4), present: 'Nadia og en kollega, på kontoret', hopes: 'Han vil forklare sig.', costs: 'Han sover ikke og passer ikke sit arbejde.', threats: 'no',
  })
}
