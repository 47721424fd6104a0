// A family counsellor's tracks in a generated history: what can be done to them, and what holds whatever has happened. Each open one has exactly one who can act, or is before a leader.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { addDays } from '../../kernel/day.ts'
import { askCounsellor, takeBackTrack, tellDutyAction } from '../../cases/children/actions.ts'
import { acceptTrack, declineTrack } from '../../cases/children/family.ts'
import { appointTrack } from '../../cases/children/giving.ts'
import { perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { actorOf, heldToday, inRole, type Look, type Model, type TrackNow } from './model.ts'
import { type Kind, pick, type Ready, somebody, standsFor, words } from './scene.ts'

const isOpen = (it: TrackNow): boolean => it.state === 'ask' || it.state === 'accept'

const answering = (it: typeof acceptTrack, step: string): Kind => scene => {
  const one = pick(scene.look.tracks.filter(track => track.state === 'ask'), scene.draw.on)
  const actor = one && (scene.draw.who % 4 > 0 ? actorOf(scene.look, standsFor(scene.look, one.counsellor)) : somebody(scene, 'familyCounsellor'))
  return one && actor && { run: () => perform(scene.model.house, actor, it, { track: one.id, reason: words }), marks: [`track ${one.id} ${step}`] }
}

export const trackKinds = {
  askTrack: scene => {
    const one = pick(scene.look.cases.filter(it => it.status !== 'closed'), scene.draw.on)
    const counsellor = pick(inRole(scene.look, 'familyCounsellor'), scene.draw.to)
    const actor = somebody(scene, 'visitator', 'primaryCoordinator')
    return one && counsellor && {
      run: async () => {
        await perform(scene.model.house, actor, tellDutyAction, { case: one.id })
        await perform(scene.model.house, actor, askCounsellor, { case: one.id, counsellor, purpose: words, due: addDays(scene.look.today, 7), other: 'none' })
      },
    }
  },
  acceptTrack: answering(acceptTrack, 'accept'),
  declineTrack: answering(declineTrack, 'decline'),
  takeBackTrack: scene => {
    const one = pick(scene.look.tracks.filter(it => it.state === 'ask'), scene.draw.on)
    return one && { run: () => perform(scene.model.house, somebody(scene, 'visitator'), takeBackTrack, { case: one.caseId, track: one.id }), marks: [`track ${one.id} take-back`] }
  },
  appointTrack: scene => {
    const adrift = scene.look.tracks.filter(it => isOpen(it) && !actsOn(scene.look, it))
    const one = pick(adrift.length > 0 ? adrift : scene.look.tracks.filter(isOpen), scene.draw.on)
    const to = pick(inRole(scene.look, 'familyCounsellor'), scene.draw.to)
    const actor = somebody(scene, 'leader')
    return one && to && { run: () => perform(scene.model.house, actor, appointTrack, { track: one.id, to }), marks: [`track ${one.id} to ${to} by ${actor.id}`] }
  },
} satisfies Record<string, Kind>

export const trackMarks = (look: Look): readonly string[] =>
  [...look.tracks.filter(it => it.state !== 'ask').map(it => `track ${it.id} ${it.state}`), ...look.givings.map(it => `track ${it.track} to ${it.counsellor} by ${it.by}`)]

/** Read out of the holdings, in other words than the product's. */
function actsOn(look: Look, it: TrackNow): string | undefined {
  const of = heldToday(look).filter(one => one.role === 'familyCounsellor')
  const stands = of.find(one => one.forPerson === it.counsellor)?.person
  const has = stands ?? (of.some(one => one.person === it.counsellor && !one.forPerson) ? it.counsellor : undefined)
  return has && !of.some(one => one.forPerson === has) && !it.out.some(one => one === has) ? has : undefined
}

const asked = async (model: Model, look: Look, person: string, role: 'familyCounsellor' | 'leader', question: string): Promise<readonly string[]> =>
  withRole(model.house.pool, role, { person, partnership: 1, now: look.now }, async db => (await sql.raw<{ id: string }>(question).execute(db)).rows.map(it => it.id).sort())

/** Whoever can act on a track finds it, and nobody else does; where nobody can, each leader who may know of the case has it to give away. */
export async function everyTrack(model: Model, look: Look): Promise<void> {
  const open = look.tracks.filter(it => isOpen(it) && !it.locked)
  if (look.tracks.length === 0) return
  for (const person of inRole(look, 'familyCounsellor')) {
    const mine = new Set(open.filter(it => actsOn(look, it) === person).map(it => it.id))
    const seen = await asked(model, look, person, 'familyCounsellor', 'select id from family_track')
    assert.deepEqual(seen.filter(id => open.some(it => it.id === id)), [...mine].sort(), `the tracks of ${person}`)
  }
  const adrift = open.filter(it => !actsOn(look, it))
  const shut = (person: string, caseId: string) => look.shut.some(it => it.person === person && !it.lifted && it.citizen === look.cases.find(one => one.id === caseId)?.citizen)
  const leaders = inRole(look, 'leader')
  for (const person of leaders)
    assert.deepEqual(await asked(model, look, person, 'leader', 'select track as id from gate.tracks_adrift()'), adrift.filter(it => !shut(person, it.caseId)).map(it => it.id).sort(), `a track that nobody can act on is before ${person}`)
}

/** An accepted hand-over takes every track along that the receiver can have, and whoever leaves leaves none behind. */
export function tracksHandedOver(before: Look, after: Look, done: readonly Ready[]): void {
  const still = (old: TrackNow) => after.tracks.some(it => it.id === old.id && it.counsellor === old.counsellor && isOpen(it))
  for (const it of after.handovers.filter(one => one.role === 'familyCounsellor' && one.state === 'accepted' && before.handovers.some(old => old.id === one.id && old.state === 'offered')))
    for (const old of before.tracks.filter(one => one.counsellor === it.giver && isOpen(one) && !one.locked && !one.out.includes(it.receiver)))
      assert.ok(!still(old), 'a track was left behind by a hand-over')
  for (const { leaves } of done) {
    if (leaves?.role !== 'familyCounsellor') continue
    const stays = after.holdings.some(it => it.person === leaves.person && it.role === leaves.role && !it.forPerson && it.to === null)
    assert.ok(stays || !before.tracks.some(old => old.counsellor === leaves.person && isOpen(old) && !old.locked && still(old)), 'somebody left a role, and a track with it')
  }
}

