// A generated history: some ready beginnings, then steps of one or two commands at once, and after each the invariant.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Refusal } from '../../kernel/refusal.ts'
import type { Role } from '../../kernel/actor.ts'
import type { SideKind } from '../../cases/sides/rules.ts'
import { holds } from '../../cases/rules.ts'
import { isWaiting } from '../../referrals/rules.ts'
import { type Asked, type Cases, holdsNow, nothingLeftForTheClock, readCases, sendsNothing } from './check.ts'
import { nothingLeftInside, readSides } from './check-sides.ts'
import { type Draw, goRounds, kinds, ready, type What } from './commands.ts'
import { type Acts, acts, type Ready } from './scene.ts'
import { heldToday, type Look, type Model } from './model.ts'
import { trackMarks, tracksHandedOver } from './tracks.ts'

/** `twin`: the other one does the same to the same thing. */
export interface Step { readonly one: Draw; readonly other?: Draw | undefined; readonly twin?: boolean }
export interface History { readonly begin: readonly Beginning[]; readonly steps: readonly Step[] }

const simple = (what: What, more: Partial<Draw> = {}): Draw => ({ what, who: 0, on: 0, to: 0, n: 1, ...more })
/** How a case may stand when the history begins; `at` is which of the cases it is. */
const beginnings = {
  received: () => [simple('enquire')],
  clarified: at => [simple('enquire'), simple('clarify', { on: at })],
  coordinated: at => [simple('enquire'), simple('clarify', { on: at }), simple('sendCoordinator', { on: at }), simple('accept', { who: 1 })],
  asked: at => [simple('enquire'), simple('clarify', { on: at }), simple('ask', { on: at, to: 1 }), simple('sign')],
  police: at => [simple('enquire'), simple('clarify', { on: at }), simple('ask', { on: at, to: 1 }), simple('sign'), simple('sendPolice', { on: at })],
  employee: () => [simple('openEmployee')],
  talks: () => [simple('openTalks')],
  signed: () => [simple('openTalks', { n: 2 }), simple('offerHelp', { on: 11, n: 5 })],
  family: at => [simple('enquire'), simple('clarify', { on: at }), simple('askTrack', { on: at, to: at }), simple('acceptTrack', { who: 1 })],
  logged: at => [simple('enquire'), simple('clarify', { on: at }), simple('keepLog', { on: at }), simple('ask', { on: at, to: 1 }), simple('sign'), simple('bundle', { on: 0 })],
} satisfies Record<string, (at: number) => readonly Draw[]>
export type Beginning = keyof typeof beginnings

export const whats = Object.keys(kinds) as readonly What[]
/** What belongs together: a history is made of one of these, or of everything. */
export const themes: Readonly<Record<string, readonly What[]>> = {
  everything: whats,
  people: ['join', 'away', 'away', 'backAgain', 'leave', 'leave', 'offer', 'offer', 'acceptHandover', 'acceptHandover', 'declineHandover', 'takeBackHandover', 'hours', 'note', 'meet', 'giveBack', 'takeOver', 'sendCoordinator', 'accept', 'enquire'],
  interests: ['shutOut', 'declare', 'lift', 'checkNames', 'checkNames', 'away', 'note', 'hours', 'rounds', 'rounds', 'takeOver', 'appointCase', 'enquire', 'clarify', 'sendCoordinator', 'accept', 'sendPolice'],
  referrals: ['sendCoordinator', 'sendPolice', 'sendFamily', 'sendDsc', 'see', 'accept', 'accept', 'decline', 'decline', 'answer', 'takeBack', 'appointReferral', 'appointCase', 'hours', 'hours', 'rounds', 'rounds', 'away', 'law', 'close', 'sendHere', 'sendToCentre', 'takeHome'],
  consents: ['ask', 'sign', 'oral', 'law', 'withdraw', 'withdraw', 'withdrawTold', 'declineConsent', 'keepLog', 'bundle', 'sendPolice', 'sendPolice', 'sendDsc', 'hours', 'clarify'],
  walls: ['openEmployee', 'planEmployee', 'noteEmployee', 'closeEmployee', 'callEmployee', 'reopenEmployee', 'appointEmployee', 'appointEmployee', 'openTalks', 'talk', 'noteTalks', 'closeTalks', 'callTalks', 'reopenTalks', 'appointTalks', 'appointTalks',
    'hours', 'hours', 'rounds', 'rounds', 'away', 'backAgain', 'leave', 'join', 'offer', 'acceptHandover', 'acceptHandover', 'checkNames', 'letBoth', 'enquire'],
  his: ['openTalks', 'offerHelp', 'offerHelp', 'sendHis', 'sendHis', 'sendHis', 'takeHisBack', 'accept', 'accept', 'decline', 'answer', 'takeHome', 'see', 'hours', 'rounds', 'appointReferral', 'appointTalks', 'away', 'closeTalks', 'noteTalks', 'offer', 'acceptHandover', 'checkNames'],
  families: ['askTrack', 'askTrack', 'acceptTrack', 'acceptTrack', 'declineTrack', 'takeBackTrack', 'appointTrack', 'appointTrack', 'appointTrack', 'away', 'backAgain', 'leave', 'leave', 'offer', 'offer', 'acceptHandover', 'acceptHandover', 'shutOut', 'lift', 'checkNames', 'openTalks', 'letBoth', 'join', 'join', 'hours', 'enquire'],
  nobodyActs: ['hours', 'hours', 'hours', 'rounds', 'rounds', 'rounds', 'enquire', 'sendPolice', 'sendCoordinator', 'see', 'appointCase', 'appointReferral', 'note'],
  endings: ['close', 'close', 'callBack', 'callBack', 'reopen', 'clarify', 'note', 'hours', 'rounds', 'leave', 'offer', 'acceptHandover', 'giveBack', 'call', 'enquireUrgent'],
}
const numbers = { who: fc.nat(15), on: fc.nat(11), to: fc.nat(11), n: fc.nat(11) }
const drawOf = (only: readonly What[]): fc.Arbitrary<Draw> => fc.record({ what: fc.constantFrom(...only), ...numbers })
/** @param only commands that steps are made of; those of a theme where none are named */
export const histories = (only?: readonly What[], begin = Object.keys(beginnings) as readonly Beginning[]): fc.Arbitrary<History> =>
  (only ? fc.constant(only) : fc.constantFrom(...Object.values(themes))).chain(these => fc.record({
    begin: fc.array(fc.constantFrom(...begin), { minLength: 1, maxLength: 3 }),
    steps: fc.array(fc.record({ one: drawOf(these), other: fc.option(drawOf(these), { nil: undefined, freq: 2 }), twin: fc.boolean() }), { minLength: 4, maxLength: 18 }),
  }))

/** What was done, in the words in which commands say what they leave behind; also how often each. */
export function marksOf(look: Look): readonly string[] {
  return [
    ...look.steps.map(it => `case ${it.caseId} ${it.move} ${it.by}`), ...look.answers.map(it => `referral ${it.referral} ${it.step} ${it.by}`),
    ...look.handovers.filter(it => it.state !== 'offered').map(it => `handover ${it.id} ${it.state} ${it.answeredBy}`),
    ...look.referrals.map(it => `sent ${it.caseId} ${look.answers.some(step => step.referral === it.id && step.step === 'pass-on') ? '?' : it.toPerson} ${it.to}`),
    ...trackMarks(look),
    ...look.papers.flatMap(it => (it.withdrawnAt ? [`paper ${it.id} withdrawn`] : [])),
    ...look.consents.flatMap(it => [it.signedAt && `consent ${it.id} signed`, it.declinedAt && `consent ${it.id} declined`, it.withdrawnAt && `consent ${it.id} withdrawn`].filter(mark => mark !== null)),
  ]
}

/** Every answer "done" lies in the tables, once for each: nothing is overwritten in silence. */
function nothingLost(before: Look, after: Look, done: readonly Ready[]): void {
  const fresh = [...marksOf(after)]
  for (const mark of marksOf(before)) {
    const at = fresh.indexOf(mark)
    if (at >= 0) fresh.splice(at, 1)
  }
  for (const mark of done.flatMap(it => it.marks ?? []).filter(it => !/ - /.test(it))) {
    const at = fresh.indexOf(mark)
    assert.ok(at >= 0, `answered with done, and not to be found: ${mark}`)
    fresh.splice(at, 1)
  }
}

/** An accepted hand-over takes every case along, and whoever leaves leaves none behind. */
function allHandedOver(before: Look, after: Look, done: readonly Ready[], alone: boolean): void {
  for (const it of after.handovers.filter(one => one.state === 'accepted' && before.handovers.some(old => old.id === one.id && old.state === 'offered')))
    for (const one of before.cases.filter(old => old.holder === it.giver && old.next !== 'none' && holds[old.status].some(role => role === it.role)))
      assert.ok(after.steps.some(step => step.caseId === one.id && step.seq > one.seq && (step.move === 'hand-over' || !alone)), 'a case was left behind by a hand-over')
  for (const it of after.handovers.filter(one => one.state === 'accepted' && before.handovers.some(old => old.id === one.id && old.state === 'offered')))
    for (const one of before.sides.filter(old => old.holder === it.giver && old.next !== 'none' && walledOf(old.kind).some(role => role === it.role) && !old.out.includes(it.receiver) && !alsoIn(before, it.giver, old.kind, it.role)))
      assert.ok(after.steps.some(step => step.caseId === one.id && step.seq > one.seq && (step.move === 'hand-over' || !alone)), 'a case behind a wall was left behind by a hand-over')
  for (const { leaves } of done) {
    if (leaves?.role !== 'familyCounsellor') continue
    const stays = after.holdings.some(it => it.person === leaves.person && it.role === leaves.role && !it.forPerson && it.to === null)
    assert.ok(stays || !after.sides.some(it => it.kind === 'otherParty' && it.holder === leaves.person && it.next !== 'none' && before.sides.some(old => old.id === it.id && old.holder === it.holder && old.next !== 'none')), 'somebody left a role, and talks with it')
  }
  for (const { leaves } of done) {
    if (!leaves || (leaves.role !== 'visitator' && leaves.role !== 'primaryCoordinator')) continue
    const stays = after.holdings.some(it => it.person === leaves.person && it.role === leaves.role && !it.forPerson && it.to === null)
    const left = before.cases.filter(it => it.holder === leaves.person && it.next !== 'none' && holds[it.status].includes(leaves.role) && after.cases.some(now => now.id === it.id && now.holder === it.holder && now.next !== 'none'))
    assert.ok(stays || left.length === 0, 'somebody left a role, and cases with it')
  }
}

const walledOf = (kind: SideKind): readonly Role[] => (kind === 'employee' ? ['leader', 'hr'] : ['familyCounsellor', 'policeContact'])
/** Whether the giver holds another role that holds such cases. */
const alsoIn = (look: Look, person: string, kind: SideKind, role: Role): boolean => heldToday(look).some(it => it.person === person && it.role !== role && walledOf(kind).includes(it.role))

/** Whoever acts for somebody who is away has the baton for a while and is not given it. */
function staysWith(before: Look, after: Look): void {
  for (const it of after.steps.filter(step => ['note', 'refer-on', 'meet'].includes(step.move))) {
    const old = before.cases.find(one => one.id === it.caseId)
    if (!old || it.seq !== old.seq + 1 || !old.holder || old.status === 'closed') continue
    const away = heldToday(after).some(one => one.forPerson === old.holder && one.person === it.by && holds[old.status].includes(one.role))
    if (away) assert.equal(it.holder, old.holder, 'a stand-in was given the case by acting in it')
  }
}

/** How often each command was done, refused (by which kind), or had nothing to do it to. */
export type Tally = Map<string, number>
const count = (tally: Tally | undefined, key: string) => tally?.set(key, (tally.get(key) ?? 0) + 1)

async function doStep(model: Model, before: Look, draws: readonly Draw[], own: Acts, tally?: Tally): Promise<readonly Ready[]> {
  const readied = draws.map(it => ({ draw: it, it: ready(model, before, it, own) })).filter((it): it is { draw: Draw; it: Ready } => it.it !== undefined || (count(tally, `${it.draw.what} nothing`), false))
  const ended = await Promise.allSettled(readied.map(({ it }) => it.run()))
  const done: Ready[] = []
  ended.forEach((end, at) => {
    const one = readied[at]
    if (!one) return
    count(tally, `${one.draw.what} ${end.status === 'fulfilled' ? 'done' : end.reason instanceof Refusal ? `${end.reason.kind} ${end.reason.code}` : 'fault'}`)
    if (end.status === 'fulfilled') done.push(one.it)
    else if (!(end.reason instanceof Refusal)) throw end.reason
  })
  return done
}

async function roundsGone(model: Model): Promise<void> {
  assert.deepEqual(await goRounds(model), [], 'the clock cannot go its rounds')
  const look = await model.look()
  const cases: Cases = await readCases(model, look)
  nothingLeftForTheClock(look, cases)
  nothingLeftInside(look, await readSides(model, look))
}

/** One history from the beginning to the end. @throws whatever breaks the invariant, with what had been done */
export async function live(model: Model, { begin, steps }: History, own: Acts = acts, tally?: Tally): Promise<void> {
  await model.anew()
  for (const [at, name] of begin.entries()) for (const one of beginnings[name](at)) {
    const look = await model.look()
    const waits = look.referrals.filter(it => isWaiting(it.state)).length
    await doStep(model, look, [{ ...one, ...(one.what === 'accept' && { on: Math.max(waits - 1, 0) }) }], own)
  }
  let before = await model.look()
  for (const [turn, { one, other, twin }] of steps.entries()) {
    const draws = [one, ...(twin && one.what !== 'hours' ? [{ ...one, who: one.who + (other ? 1 : 0) }] : other ? [other] : [])]
    const done = await doStep(model, before, draws, own, tally)
    if (draws.some(it => it.what === 'rounds')) await roundsGone(model)
    const after = await model.look()
    nothingLost(before, after, done)
    allHandedOver(before, after, done, draws.length === 1)
    tracksHandedOver(before, after, done)
    staysWith(before, after)
    await holdsNow(model, after, askedAfter(turn, before, after))
    for (const it of after.consents.filter(now => now.withdrawnAt && !before.consents.some(old => old.id === now.id && old.withdrawnAt))) await sendsNothing(model, after, it.id)
    before = after
  }
}

/** Whoever came or went, and whoever has a case. */
function askedAfter(turn: number, before: Look, after: Look): Asked {
  const moved = heldToday(after).filter(it => it.forPerson || !before.holdings.some(old => old.id === it.id && old.to === it.to)).map(it => it.person)
  return { turn, also: [...new Set([...moved, ...after.cases.filter(it => it.status === 'coordinated').map(it => it.holder ?? '')])].slice(0, 4) }
}
