// What can happen in a generated history: every command is a real action, done by somebody to something that a few small numbers pick out.
import { signedOn } from '../../cli/town-signed.ts'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Role } from '../../kernel/actor.ts'
import { addDays } from '../../kernel/day.ts'
import { clarify, closeCase, takeOver, textMoves } from '../../cases/actions.ts'
import { appointAction as appointCase } from '../../cases/climb.ts'
import { enquire } from '../../cases/enquire.ts'
import { decline as declineHandover, offer, takeBack as takeBackHandover } from '../../cases/handover/actions.ts'
import { checkNames } from '../../cases/finding/name-check.ts'
import { declareAction, liftAction, shutOutAction } from '../../cases/shut/actions.ts'
import { declineAction as declineConsent, withdrawAction } from '../../consents/actions.ts'
import { endAction as toldWithdrawn, lawAction } from '../../consents/record.ts'
import { back, give, standIn } from '../../directory/actions-roles.ts'
import { addEntry } from '../../incidents/actions.ts'
import { show } from '../../incidents/actions-show.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { type Failed, runRounds } from '../../platform/jobs.ts'
import { sendAction, takeBackAction } from '../../referrals/actions.ts'
import { sendHereAction, sendToCentreAction, takeHomeAction } from '../../referrals/actions-back.ts'
import { answerAction, readAction } from '../../referrals/actions-receive.ts'
import { appointAction as appointReferral } from '../../referrals/climb.ts'
import type { Form } from '../../forms/rules.ts'
import { actorOf, cast, heldToday, herself, inRole, type Look, type Model } from './model.ts'
import { type Acts, type Kind, type Numbers, pick, type Ready, type Scene, somebody, standsFor, type Way, way, words } from './scene.ts'
import { sideKinds } from './sides.ts'
import { trackKinds } from './tracks.ts'
import { checklist1 } from '../../toolkit/forms/checklist-1.ts'
import { findings } from '../../toolkit/rules.ts'
import { ask, oral, sign } from '../../web/routes/consent-actions.ts'
import { rounds } from '../../web/rounds.ts'

/** One command as it is drawn: what, by whom, to what, and with what. */
export interface Draw extends Numbers { readonly what: What }

const handoff = (name: string) => ({
  acute: 'no', 'form-version': 'handoff-2', onBehalf: 'self', agreed: 'yes', mayName: 'yes', citizenName: name, callBack: 'phone', callBackHow: '00 11 22 33', children: 'no', told: words,
})
const asked = (checklist1 as Form).parts.flatMap(part => part.questions).filter(it => it.required && !it.showIf)
const checklist = {
  
  ...Object.fromEntries(asked.map(it => [it.id, it.kind === 'one' ? it.options[0]?.id ?? '' : it.kind === 'yesno' ? 'no' : 'unknown'])),
}
const closing = (callBackOn: string) => ({
  'form-version': 'closing-1', closingReason: 'adviceEnough', closingText: words, safetyTalk: 'no', safetyInstead: words, callBackOn, callBackBy: words, reachChannel: 'here',
})
const textMove = (what: string): Way => {
  const found = textMoves.find(it => it.what === what)
  if (!found) throw new Error(`no move ${what}`)
  return way(found.post)
}

/** A move in a case, by one of these roles; what is sent along beside case and seq. */
const inCase = (it: Way, move: string, by: readonly Role[], sent: (scene: Scene) => object = () => ({}), states?: readonly string[]): Kind => scene => {
  const { model, look, draw } = scene
  const one = pick(look.cases.filter(found => !states || states.includes(found.status)), draw.on)
  if (!one) return undefined
  const actor = by.includes('primaryCoordinator') && draw.who % 2 === 0 && one.holder ? actorOf(look, standsFor(look, one.holder)) : somebody(scene, ...by)
  const raw = { case: one.id, seq: String(one.seq), ...sent(scene) }
  return { run: () => it(model.house, actor, raw), marks: [`case ${one.id} ${move} ${actor.id}`] }
}

/** A step of a referral, by whoever it was sent to, or another of that role. */
const receiving = (choose: (acts: Acts) => Way, step: string, states: readonly string[], sent: object = {}): Kind => scene => {
  const { model, look, draw } = scene
  const one = pick(look.referrals.filter(it => states.includes(it.state) && it.to !== 'outside'), draw.on)
  if (!one || one.to === 'outside') return undefined
  const actor = draw.who % 4 > 0 && one.toPerson ? actorOf(look, standsFor(look, one.toPerson)) : somebody(scene, one.to)
  return { run: () => choose(scene.acts)(model.house, actor, { referral: one.id, ...sent }), ...(step !== 'see' && { marks: [`referral ${one.id} ${step} ${actor.id}`] }) }
}
const waiting = ['sent', 'seen', 'overdue', 'escalated']

/** Something about a consent of a citizen, by herself. */
const hers = (it: Way, mark: string, which: (look: Look) => Look['consents'], sent: (look: Look) => object = () => ({})): Kind => ({ model, look, draw }) => {
  const one = pick(which(look), draw.on)
  return one && { run: () => it(model.house, herself(one.citizen), { consent: one.id, ...sent(look) }), marks: [`consent ${one.id} ${mark}`] }
}

const senders: readonly Role[] = ['visitator', 'primaryCoordinator']
const keepers: readonly Role[] = ['tovholder', 'leader']
const sendTo = (rolle: Role): Kind => scene => {
  const { model, look, draw } = scene
  const one = pick(look.cases.filter(it => it.status !== 'closed'), draw.on)
  const til = pick(inRole(look, rolle), draw.to)
  const actor = somebody(scene, ...senders)
  return one && til && { run: () => perform(model.house, actor, sendAction, { case: one.id, til, rolle, purpose: words, account: words, contact: words, tells: 'asked' }), marks: [`sent ${one.id} ${til} ${rolle}`] }
}
const aboutCitizen = (it: Way, sent: (scene: Scene) => object): Kind => scene => {
  const one = pick(scene.look.cases, scene.draw.on)
  const actor = somebody(scene, ...senders)
  return one && { run: () => it(scene.model.house, actor, { citizen: one.citizen, ...sent(scene) }) }
}
const ofHandover = (choose: (acts: Acts) => Way, state: string, by: 'giver' | 'receiver', sent: object = {}): Kind => ({ model, look, draw, acts: own }) => {
  const one = pick(look.handovers.filter(it => it.state === 'offered'), draw.on)
  const actor = one && actorOf(look, one[by])
  return one && actor && { run: () => choose(own)(model.house, actor, { handover: one.id, ...sent }), marks: [`handover ${one.id} ${state} ${actor.id}`] }
}
const roleOf = (n: number): Role => pick<Role>(['visitator', 'primaryCoordinator', 'policeContact', 'leader', 'familyCounsellor', 'dscAdviser', 'tovholder', 'hr'], n) ?? 'visitator'

const bySelf = (scene: Scene, ...wanted: readonly Role[]) => {
  const held = heldToday(scene.look).filter(it => wanted.includes(it.role) && !it.forPerson)
  return pick(held, scene.draw.on)
}
/** Where the clock could not go its rounds, it says so. */
export async function goRounds(model: Model): Promise<readonly Failed[]> {
  const failed: Failed[] = []
  await runRounds(model.house, rounds, it => { failed.push(it) })
  return failed
}

/** What the visitator made of a log on her consent, as a row: the file itself is of no matter here. */
async function makeBundle({ model, look }: Scene, actor: Actor, one: { id: string; citizen: string }, consent: string): Promise<void> {
  const log = look.logs.find(it => it.citizen === one.citizen)
  const [id, now] = [randomUUID(), model.house.clock.now()]
  await withRole(model.house.pool, 'visitator', { person: actor.id, partnership: 1, now }, async db => {
    await sql`insert into bundle (id, partnership, log, citizen, case_id, made_by, made_role, ground, consent, entries, file, sha256, bytes, head_seq, head_seal, made_at)
      values (${id}, 1, ${log?.id ?? null}, ${one.citizen}, ${one.id}, ${actor.id}, 'visitator', 'role:visitator', ${consent}, ${[...(log?.entries ?? [])]}::uuid[], ${randomUUID()}, ${'0'.repeat(64)}, 1, 1, 'x', ${now})`.execute(db)
    await sql`insert into bundle_key (bundle, partnership, key_wrapped, box) values (${id}, 1, 'x', 'x')`.execute(db)
  }).catch((error: { code?: string }) => { if (error.code !== '42501' && error.code !== '23502' && error.code !== '23514') throw error })
}

export const kinds = {
  enquire: scene => ({ run: () => perform(scene.model.house, somebody(scene, 'firstContact', 'keyPerson', 'primaryCoordinator'), enquire, handoff('Signe Opdigt')) }),
  enquireUrgent: scene => ({ run: () => perform(scene.model.house, somebody(scene, 'firstContact'), enquire, { acute: 'yes', told: words }) }),
  sendHere: scene => ({
    run: () => perform(scene.model.house, somebody(scene, 'policeContact', 'dscAdviser'), sendHereAction,
      { ...handoff('Pia Prøve'), 'form-version': 'handoff-2', purpose: words, how: 'oral', day: scene.look.today, where: words }),
  }),
  sendToCentre: scene => ({
    run: () => perform(scene.model.house, somebody(scene, 'policeContact'), sendToCentreAction, { about: scene.draw.n % 2 ? 'stalks' : 'exposed', contact: words, account: words, purpose: words, how: 'signed-paper', ...signedOn(scene.look.today), where: words }),
  }),
  clarify: inCase(way(clarify), 'clarify', ['visitator'], ({ draw }) => ({ ...checklist, reachChannel: 'here', finding: draw.n % 3 === 0 ? pick(findings, draw.to) : 'stalking_likely', reason: words })),
  takeOver: inCase(way(takeOver), 'take-over', ['visitator']),
  call: inCase(textMove('call'), 'call', senders, () => ({ told: words, reachChannel: 'here' })),
  callBack: inCase(textMove('call'), 'call', senders, () => ({ told: words, reachChannel: 'here' }), ['closed']),
  note: inCase(textMove('note'), 'note', senders, () => ({ told: words })),
  meet: inCase(textMove('meet'), 'meet', ['primaryCoordinator'], () => ({ told: words, reachChannel: 'here' }), ['coordinated']),
  giveBack: inCase(textMove('give-back'), 'give-back', ['primaryCoordinator'], () => ({ reason: words }), ['coordinated']),
  close: inCase(way(closeCase), 'close', senders, ({ look, draw }) => closing(addDays(look.today, 1 + draw.n)), ['logging', 'clarified', 'coordinated']),
  reopen: inCase(textMove('reopen'), 'reopen', ['visitator'], () => ({ reason: words }), ['closed']),
  checkNames: inCase(way(checkNames), '-', ['visitator'], ({ draw }) => (draw.n % 2 ? { exposedName: 'Signe Opdigt', otherName: 'Kaj Opdigtet', checkGround: 'safety' } : { exposedName: 'Kaj Opdigtet', otherName: 'Signe Opdigt', checkGround: 'safety' })),
  appointCase: scene => {
    const one = pick(scene.look.cases.filter(it => it.lateStep === 'to-leader'), scene.draw.on)
    const person = pick(inRole(scene.look, 'visitator', 'primaryCoordinator'), scene.draw.to)
    const actor = somebody(scene, 'leader')
    return one && person && { run: () => perform(scene.model.house, actor, appointCase, { case: one.id, person }), marks: [`case ${one.id} appoint ${actor.id}`] }
  },
  ask: aboutCitizen(way(ask), ({ draw }) => ({ to: draw.to % 3 ? 'policeContact' : 'dscAdviser' })),
  oral: aboutCitizen(way(oral), () => ({ told: words, purpose: words, agreed: 'yes' })),
  law: aboutCitizen(way(lawAction), () => ({ law: 'duty', topics: ['contact', 'account', 'log'], reason: words, purpose: words })),
  sign: hers(way(sign), 'signed', look => look.consents.filter(it => !it.signedAt && !it.declinedAt), look => ({ topics: ['account', 'log', 'contact'], from: look.today, until: addDays(look.today, 100) })),
  declineConsent: hers(way(declineConsent), 'declined', look => look.consents.filter(it => !it.signedAt)),
  withdraw: hers(way(withdrawAction), 'withdrawn', look => look.consents.filter(it => it.signedAt)),
  withdrawTold: scene => {
    const one = pick(scene.look.consents.filter(it => it.signedAt), scene.draw.on)
    const actor = somebody(scene, ...senders)
    return one && { run: () => perform(scene.model.house, actor, toldWithdrawn, { consent: one.id, citizen: one.citizen }), marks: [`consent ${one.id} withdrawn`] }
  },
  keepLog: ({ model, look, draw }) => {
    const one = pick(look.cases, draw.on)
    return one && {
      run: async () => {
        const { result } = await perform(model.house, herself(one.citizen), addEntry, { told: words, when: 'now' })
        await perform(model.house, herself(one.citizen), show, { til: 'visitator', vis: result.id })
      },
    }
  },
  bundle: scene => {
    const consent = pick(scene.look.consents.filter(it => it.signedAt && !it.withdrawnAt && scene.look.logs.some(log => log.citizen === it.citizen)), scene.draw.on)
    const one = consent && scene.look.cases.find(it => it.citizen === consent.citizen)
    return one && consent && { run: () => makeBundle(scene, somebody(scene, 'visitator'), one, consent.id) }
  },
  sendCoordinator: sendTo('primaryCoordinator'), sendPolice: sendTo('policeContact'), sendDsc: sendTo('dscAdviser'), sendFamily: sendTo('familyCounsellor'),
  see: receiving(() => way(readAction), 'see', waiting), accept: receiving(own => own.accept, 'accept', waiting), decline: receiving(own => own.decline, 'decline', waiting, { reason: words }),
  answer: receiving(() => way(answerAction), 'answer', ['accepted', 'answered'], { answer: words }),
  takeBack: scene => {
    const one = pick(scene.look.referrals.filter(it => waiting.includes(it.state)), scene.draw.on)
    const actor = somebody(scene, ...senders)
    return one && { run: () => perform(scene.model.house, actor, takeBackAction, { referral: one.id, reason: words }), marks: [`referral ${one.id} take-back ${actor.id}`] }
  },
  takeHome: scene => {
    const one = pick(scene.look.referrals.filter(it => waiting.includes(it.state) && it.fromRole !== 'visitator'), scene.draw.on)
    const actor = one && actorOf(scene.look, one.fromPerson)
    return one && actor && { run: () => perform(scene.model.house, actor, takeHomeAction, { referral: one.id, reason: words }), marks: [`referral ${one.id} take-back ${actor.id}`] }
  },
  appointReferral: scene => {
    const one = pick(scene.look.referrals.filter(it => it.state === 'escalated'), scene.draw.on)
    const person = one && one.to !== 'outside' ? pick(inRole(scene.look, one.to), scene.draw.to) : undefined
    const actor = somebody(scene, 'leader')
    return one && person && { run: () => perform(scene.model.house, actor, appointReferral, { referral: one.id, person }), marks: [`referral ${one.id} appoint ${actor.id}`] }
  },
  join: scene => ({
    run: () => perform(scene.model.house, somebody(scene, ...keepers), give, {
      role: roleOf(scene.draw.n), person: pick(scene.look.people.slice(0, cast.length + 8), scene.draw.to)?.id, from: scene.look.today, ...(scene.draw.on % 3 === 0 && { to: addDays(scene.look.today, scene.draw.on) }),
    }),
  }),
  away: scene => {
    const of = bySelf(scene, 'visitator', 'primaryCoordinator', 'policeContact', 'leader', 'hr', 'familyCounsellor')
    const house = of && scene.look.people.find(it => it.id === of.person)?.organisation
    const person = pick(scene.look.people.filter(it => it.organisation === house), scene.draw.to)
    const from = addDays(scene.look.today, scene.draw.n % 4 === 3 ? 2 : 0)
    return of && person && { run: () => perform(scene.model.house, actorOf(scene.look, of.person), standIn, { holding: String(of.id), person: person.id, from, to: addDays(from, scene.draw.n) }) }
  },
  backAgain: scene => {
    const of = pick(heldToday(scene.look).filter(it => it.forPerson), scene.draw.on)
    return of?.forPerson ? { run: () => perform(scene.model.house, actorOf(scene.look, of.forPerson ?? ''), back, { holding: String(of.id) }) } : undefined
  },
  leave: scene => {
    const of = scene.draw.n % 3 === 0 ? pick(heldToday(scene.look), scene.draw.on) : bySelf(scene, 'visitator', 'primaryCoordinator', 'familyCounsellor', 'hr')
    return of && {
      run: () => scene.acts.endRole(scene.model.house, somebody(scene, ...keepers), { holding: String(of.id), ...(scene.draw.n % 2 ? { atOnce: 'yes' } : { to: addDays(scene.look.today, scene.draw.n) }) }),
      ...(!of.forPerson && { leaves: { person: of.person, role: of.role } }),
    }
  },
  offer: scene => {
    const of = bySelf(scene, 'visitator', 'primaryCoordinator', 'familyCounsellor', 'hr', 'leader')
    const receiver = of && pick(inRole(scene.look, of.role).filter(it => it !== of.person), scene.draw.to)
    const actor = of && (scene.draw.who % 4 === 0 ? somebody(scene, 'leader') : actorOf(scene.look, of.person))
    return of && actor && {
      run: () => perform(scene.model.house, actor, offer, {
        role: of.role, giver: of.person, receiver: receiver ?? '', 'form-version': 'handover-1', handoverTalk: 'held', handoverUrgent: words,
        leaves: scene.draw.n % 2 ? 'yes' : 'no', ...(scene.draw.n % 2 && { lastDay: addDays(scene.look.today, scene.draw.n % 5) }),
      }),
    }
  },
  acceptHandover: ofHandover(own => own.acceptHandover, 'accepted', 'receiver'),
  declineHandover: ofHandover(() => way(declineHandover), 'declined', 'receiver', { reason: words }), takeBackHandover: ofHandover(() => way(takeBackHandover), 'taken-back', 'giver'),
  shutOut: scene => {
    const one = pick(scene.look.cases, scene.draw.on)
    const person = pick(inRole(scene.look, 'visitator', 'primaryCoordinator', 'policeContact', 'leader', 'familyCounsellor'), scene.draw.to)
    return one && person && { run: () => perform(scene.model.house, somebody(scene, 'leader', 'visitator'), shutOutAction, { number: one.number, person, reason: words }) }
  },
  declare: scene => {
    const one = pick(scene.look.cases, scene.draw.on)
    return one && { run: () => perform(scene.model.house, somebody(scene, 'primaryCoordinator', 'visitator', 'policeContact'), declareAction, { number: one.number, kind: 'relative' }) }
  },
  lift: scene => {
    const one = pick(scene.look.shut.filter(it => !it.lifted), scene.draw.on)
    return one && { run: () => perform(scene.model.house, somebody(scene, 'leader'), liftAction, { shut: one.id, lift: words }) }
  },
  hours: ({ model, draw }) => ({ run: async () => model.jump(pick([3, 24, 24, 72, 200, 900], draw.n) ?? 3) }),
  rounds: ({ model }) => ({ run: () => goRounds(model) }),
  ...sideKinds,
  ...trackKinds,
} satisfies Record<string, Kind>
export type What = keyof typeof kinds

/** Works out who does what to what, of what there is now; undefined where there is nothing to do it to. */
export const ready = (model: Model, look: Look, draw: Draw, own: Acts): Ready | undefined => (kinds[draw.what] as Kind)({ model, look, draw, acts: own })
