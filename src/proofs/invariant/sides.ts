// What can happen in a generated history behind walls: employees' cases and talks with those who stalk, through the real actions.
import type { Role } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import type { SideKind } from '../../cases/sides/rules.ts'
import { letHaveBoth } from '../../cases/finding/name-check.ts'
import { appointOther, openings, sideSteps } from '../../cases/sides/actions.ts'
import { perform } from '../../platform/action.ts'
import { sendHisAction } from '../../referrals/actions-his.ts'
import { actorOf, inRole, type Look, type SideNow } from './model.ts'
import { type Kind, pick, type Scene, somebody, standsFor, type Way, way, words } from './scene.ts'

const [employee, talks] = openings
const inside: Readonly<Record<SideKind, readonly Role[]>> = { employee: ['leader', 'hr', 'workEnvironment'], otherParty: ['familyCounsellor', 'policeContact'] }
const first = { first: 'nobody', firstWhy: words } as const

const stepOf = (kind: SideKind, what: string): Way => {
  const found = sideSteps.find(it => it.kind === kind && it.what === what)
  if (!found) throw new Error(`no ${what} in a case of ${kind}`)
  return way(found.post)
}

/** Mostly whoever acts for the one who has it. */
const onSide = (scene: Scene, one: SideNow) =>
  (scene.draw.who % 3 > 0 && one.holder ? actorOf(scene.look, standsFor(scene.look, one.holder)) : somebody(scene, ...inside[one.kind]))

const move = (kind: SideKind, what: string, sent: (scene: Scene) => object = () => ({}), states?: readonly string[]): Kind => scene => {
  const one = pick(scene.look.sides.filter(it => it.kind === kind && (!states || states.includes(it.status))), scene.draw.on)
  if (!one) return undefined
  const actor = onSide(scene, one)
  return { run: () => stepOf(kind, what)(scene.model.house, actor, { case: one.id, seq: String(one.seq), ...sent(scene) }), marks: [`case ${one.id} ${what} ${actor.id}`] }
}

/** Those whom the opener shuts out: now and then all leaders, now and then somebody of HR. */
const shutOut = ({ look, draw }: Scene, opener: string): readonly string[] =>
  (draw.n % 3 === 0 ? inRole(look, 'leader') : draw.n % 3 === 1 ? [] : [pick(inRole(look, 'hr', 'workEnvironment'), draw.to) ?? '']).filter(it => it !== '' && it !== opener)

const signed = (look: Look, days: number) => ({
  ...first, toldOn: look.today, answer: 'consents', signedOn: look.today, covers: ['name', 'phone'], until: addDays(look.today, days), keptWhere: words,
})
const lastOf = (look: Look, caseId: string) => look.papers.filter(it => it.caseId === caseId && it.withdrawnAt === null)

export const sideKinds = {
  openEmployee: scene => {
    const actor = somebody(scene, 'leader', 'hr')
    return { run: () => perform(scene.model.house, actor, employee.post, { 'form-version': 'employee-1', employeeName: 'Sanne Prøve', agreedToRecord: 'yes', relation: 'colleague', otherAtWork: 'yes', told: words, mayKnow: words, keptOut: [...shutOut(scene, actor.id)] }) }
  },
  openTalks: scene => ({
    run: () => perform(scene.model.house, somebody(scene, 'familyCounsellor', 'policeContact'), talks.post, {
      'form-version': 'other-party-1', personName: 'Kaj Opdigtet', reach: '00 11', met: 'called', ...(scene.draw.n % 2 && { exposedName: 'Signe Opdigt', checkGround: 'safety' }),
    }),
  }),
  planEmployee: move('employee', 'plan', ({ look }) => ({ shielding: ['switchboard'], contacts: words, logKept: words, workRelated: 'yes', responsible: words, mayKnow: words, review: look.today, policeHelp: 'notNow', injury: 'yes', amrTold: 'yes', inPlan: 'no' }), ['open']),
  noteEmployee: move('employee', 'note', () => ({ told: words }), ['open']),
  closeEmployee: move('employee', 'close', ({ look, draw }) => ({ reason: words, safety: 'held', callBackOn: addDays(look.today, 1 + draw.n) }), ['open']),
  callEmployee: move('employee', 'call', () => ({ told: words }), ['closed']),
  reopenEmployee: move('employee', 'reopen', () => ({ reason: words }), ['closed']),
  talk: move('otherParty', 'talk', ({ look }) => ({ ...first, talkedOn: look.today, present: words, hopes: words, costs: words, threats: 'no' }), ['open']),
  noteTalks: move('otherParty', 'note', () => ({ told: words }), ['open']),
  closeTalks: move('otherParty', 'close', ({ look, draw }) => ({ reason: words, callBackOn: addDays(look.today, 1 + draw.n) }), ['open']),
  callTalks: move('otherParty', 'call', () => ({ told: words }), ['closed']),
  reopenTalks: move('otherParty', 'reopen', () => ({ reason: words }), ['closed']),
  offerHelp: move('otherParty', 'offer', ({ look, draw }) => signed(look, draw.n * 20), ['open']),
  takeHisBack: scene => {
    const one = pick(scene.look.sides.filter(it => it.kind === 'otherParty' && lastOf(scene.look, it.id).length > 0), scene.draw.on)
    const actor = one && onSide(scene, one)
    return one && actor && {
      run: () => stepOf('otherParty', 'withdraw')(scene.model.house, actor, { case: one.id, seq: String(one.seq), told: words }),
      marks: [`case ${one.id} withdraw ${actor.id}`, ...lastOf(scene.look, one.id).map(it => `paper ${it.id} withdrawn`)],
    }
  },
  sendHis: scene => {
    const one = pick(scene.look.sides.filter(it => it.kind === 'otherParty' && it.status === 'open'), scene.draw.on)
    const actor = one && onSide(scene, one)
    return one && actor && { run: () => perform(scene.model.house, actor, sendHisAction, { case: one.id, ...first, name: 'Kaj', phone: '00 11' }), marks: [`case ${one.id} refer ${actor.id}`] }
  },
  appointEmployee: scene => {
    const one = pick(scene.look.sides.filter(it => it.kind === 'employee'), scene.draw.on)
    const actor = somebody(scene, ...inside.employee)
    return one && {
      run: () => stepOf('employee', 'appoint')(scene.model.house, actor, { case: one.id, seq: String(one.seq), to: pick(inRole(scene.look, 'hr', 'leader'), scene.draw.to) ?? '' }),
      marks: [`case ${one.id} appoint ${actor.id}`],
    }
  },
  appointTalks: scene => {
    const one = pick(scene.look.sides.filter(it => it.kind === 'otherParty'), scene.draw.on)
    const actor = somebody(scene, 'leader')
    return one && {
      run: () => perform(scene.model.house, actor, appointOther, { case: one.id, to: pick(inRole(scene.look, 'familyCounsellor', 'policeContact'), scene.draw.to) ?? '' }), marks: [`case ${one.id} appoint ${actor.id}`],
    }
  },
  letBoth: scene => {
    const one = pick([...scene.look.sides, ...scene.look.cases], scene.draw.on)
    return one && { run: () => perform(scene.model.house, somebody(scene, 'leader'), letHaveBoth, { case: one.id, person: pick(inRole(scene.look, 'familyCounsellor'), scene.draw.to) ?? '', reason: words }) }
  },
} satisfies Record<string, Kind>
