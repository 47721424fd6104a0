// Lets the people of a town do everything that their rights and its things allow, a few rounds, so that there is something of every kind.
import { randomUUID } from 'node:crypto'
import { addCitizen } from './citizens/store.ts'
import { addEntry } from './incidents/actions.ts'
import { show, showPage } from './incidents/actions-show.ts'
import { readers } from './incidents/rules.ts'
import type { Act } from './cli/acts.ts'
import type { Actor, PersonId } from './kernel/actor.ts'
import { decide } from './kernel/rights.ts'
import { type House, perform } from './platform/action.ts'
import { withRole } from './platform/db.ts'
import { candidatesFor, type Recorded, rowsOf } from './testing-inputs.ts'
import type { Client } from 'pg'

/** Adds citizens with a key and nothing else. */
export async function moveIn(house: House, visitator: Actor, count: number): Promise<void> {
  const now = house.clock.now()
  const { id: person, partnership } = visitator
  for (let at = 0; at < count; at++)
    await withRole(house.pool, 'visitator', { person, partnership, now }, db =>
      addCitizen(db, { id: randomUUID() as PersonId, partnership, keyWrapped: house.vault.newKey().wrapped }, now))
}

export interface Town { readonly house: House; readonly owner: Client; readonly acts: readonly Act[]; readonly people: readonly Actor[]; readonly recorded: Recorded }

/** Each act that changes something is done once about a thing in each state, by whoever may; what the domain refuses is left. */
export async function settle(town: Town, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const act of town.acts.filter(({ it }) => it.method === 'post')) await actOut(town, act)
    for (const actor of town.people.filter(it => it.unlocked)) await showLogs(town, actor)
  }
}

/** A log gets a note, and is shown to both who can see one; whose entries are whose, no schema can tell. */
async function showLogs({ house }: Town, actor: Actor): Promise<void> {
  await perform(house, actor, addEntry, { told: 'Med en note.', note: 'Kun for mig.' })
  const { result } = await perform(house, actor, showPage, {})
  const vis = result.entries.map(it => it.row.id)
  if (vis.length > 0) for (const til of readers) await perform(house, actor, show, { til, vis })
}

async function actOut({ house, owner, people, recorded }: Town, act: Act): Promise<void> {
  const rows = await rowsOf(owner)
  const done = new Set<string>()
  for (const actor of people) {
    if (!act.it.right.some(grant => actor.roles.includes(grant.by))) continue
    for (const { raw, standing } of await candidatesFor(act.it, { house, rows, recorded: recorded.get(act) ?? [] }, actor)) {
      // One in each state by each kind of person: what is destroyed or closed leaves others of its kind.
      const kind = `${actor.roles.join()} ${standing.state}`
      if (done.has(kind) || !decide(act.it.right, actor, standing)) continue
      if (await perform(house, actor, act.it, raw).then(() => true, () => false)) done.add(kind)
    }
  }
}
