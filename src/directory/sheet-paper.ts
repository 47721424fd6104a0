// The A4 sheet for the intranet and the wall: the model with today's names, the ways of referral, and whom else to know. One page.
import { dayOf, type Lang, sayDay } from '../kernel/day.ts'
import type { Role } from '../kernel/actor.ts'
import type { PaperBlock } from '../platform/paper.ts'
import { printPaper } from '../platform/paper-thread.ts'
import type { PaperBox } from '../platform/paper-model.ts'
import { givenRoles } from './holding.ts'
import { directoryText, sayPart, sayRole } from './say.ts'
import type { Holder, Sheet } from './store.ts'
import type { Hours } from './terms.ts'

export interface SheetPaper { readonly sheet: Sheet; readonly hours: Hours; readonly all: readonly Holder[]; readonly at: Date; readonly lang: Lang }

/** In the picture; the others of the sheet stand under it. */
const drawn: readonly Role[] = ['firstContact', 'visitator', 'primaryCoordinator', 'policeContact', 'dscAdviser']
/** Named people are too many, or their role is nobody else's business on a wall. */
const notListed: readonly Role[] = ['keyPerson', 'groupVolunteer', 'operator', 'evaluator', 'steeringMember', 'followUpMember']

/** The file, always of one page: where people are many, those beside the model are left out first, then their parts and telephones. */
export async function sheetPdf(it: SheetPaper): Promise<Uint8Array<ArrayBuffer>> {
  const text = directoryText(it.lang).sheet
  const listed = givenRoles.filter(role => !drawn.includes(role) && !notListed.includes(role))
  for (const [roles, most] of [[listed, 8], [listed.filter(role => it.sheet.roles.includes(role)), 5], [[], 2]] as const) {
    const pieces: Uint8Array[] = []
    const { pages } = await printPaper({ title: text.title, left: [it.sheet.name, it.sheet.municipality].filter(Boolean).join(', '), at: it.at, lang: it.lang }, blocks(it, roles, most), piece => { pieces.push(piece) })
    if (pages === 1) return new Uint8Array(Buffer.concat(pieces))
  }
  throw new Error('the sheet does not fit on one page')
}

function* blocks(it: SheetPaper, listed: readonly Role[], most: number): Generator<PaperBlock> {
  const text = directoryText(it.lang).sheet
  const home = directoryText(it.lang)
  const { outOfHours } = it.sheet.phones
  yield { kind: 'title', text: text.title }
  yield { kind: 'small', text: text.drawnOn(sayDay(dayOf(it.at), it.lang)) }
  const box = (role: Role, task: string): PaperBox => ({ title: sayRole(role, it.lang), task, people: peopleIn(it, role, most) })
  yield {
    kind: 'model', model: {
      entrance: { title: sayRole('firstContact', it.lang), task: home.firstContactTask, people: [] }, visitator: box('visitator', home.visitatorTask),
      partners: [box('primaryCoordinator', home.coordinatorTask), box('policeContact', home.policeTask), box('dscAdviser', home.dscTask)],
    },
  }
  yield { kind: 'heading', text: text.ways }
  yield { kind: 'list', items: [text.acute, toVisitator(it), text.onwards, text.wayBack, outOfHours ? text.closedCall(unbroken(outOfHours)) : text.closed] }
  const rows = listed.map(role => [sayRole(role, it.lang), peopleIn(it, role, most).join('\n')] as const).filter(([, who]) => who !== '')
  if (rows.length > 0) {
    yield { kind: 'heading', text: text.others }
    yield { kind: 'facts', rows }
  }
  yield { kind: 'text', text: `${text.approved} ${'_'.repeat(46)}` }
}

/** A number is not broken over lines. */
const unbroken = (number: string): string => number.replaceAll(' ', '\u00A0')

function toVisitator({ sheet, hours, lang }: SheetPaper): string {
  const text = directoryText(lang).sheet
  const [from, to] = [hours.from.replace(':', '.'), hours.to.replace(':', '.')]
  return sheet.phones.entrance ? text.toVisitatorCall(unbroken(sheet.phones.entrance), from, to) : text.toVisitator(from, to)
}

/** "Vibeke Eksempel, 00 10 11 05"; vacant where nobody holds it. */
function peopleIn(it: SheetPaper, role: Role, most: number): readonly string[] {
  const text = directoryText(it.lang)
  const held = it.all.filter(one => one.role === role)
  const wanted = it.sheet.roles.includes(role)
  if (held.length === 0) return wanted ? [text.sheet.vacant] : []
  const lines = held.map(one => {
    const away = held.find(other => other.forPerson === one.person)
    const note = one.forPerson || one.standsIn ? text.roles.standsIn : away ? text.roles.isAway(away.to ? sayDay(away.to, it.lang) : '') : one.part && sayPart(one.part, it.lang)
    return [[one.name, note && `(${note})`].filter(Boolean).join(' '), unbroken(one.phone ?? one.organisationPhone ?? '')].filter(Boolean).join(', ')
  })
  return lines.length > most ? [...lines.slice(0, most), text.sheet.more(lines.length - most)] : lines
}
