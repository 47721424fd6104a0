// Lets the people of a town do everything that their rights and its things allow, a few rounds, so that there is something of every kind.
import { randomUUID } from 'node:crypto'
import { addCitizen } from '../../citizens/store.ts'
import { addEntry } from '../../incidents/actions.ts'
import { readNumbers, writeNumbers } from '../../bundle/numbers.ts'
import type { PreviewPage } from '../../bundle/steps.ts'
import { show, showPage } from '../../incidents/actions-show.ts'
import { readers } from '../../incidents/rules.ts'
import type { Act } from '../../cli/acts.ts'
import type { Actor, PersonId } from '../../kernel/actor.ts'
import { dayOf } from '../../kernel/day.ts'
import { decide } from '../../kernel/rights.ts'
import { type House, perform } from '../../platform/action.ts'
import { withRole } from '../../platform/db.ts'
import { candidatesFor, keyFields, rowsOf } from './inputs.ts'
import { pageOf, persuade, wordsAround } from './persuade.ts'
import type { Client } from 'pg'

/** Adds citizens with a key and nothing else. */
export async function moveIn(house: House, visitator: Actor, count: number): Promise<void> {
  const now = house.clock.now()
  const { id: person, partnership } = visitator
  for (let at = 0; at < count; at++)
    await withRole(house.pool, 'visitator', { person, partnership, now }, db =>
      addCitizen(db, { id: randomUUID() as PersonId, partnership, keyWrapped: house.vault.newKey().wrapped }, now))
}

/** Who holds which role, and who is shut out of what, stays as it is meanwhile: the tests ask each as the one she was when they began. */
const changesWho: readonly string[] = ['cases.shut-declared', 'cases.colleague-shut-out', 'directory.role-given', 'directory.stand-in-given', 'directory.stand-in-ended', 'cases.role-ended', 'cases.handover-accepted']

type Raw = Readonly<Record<string, unknown>>
export interface Town { readonly house: House; readonly owner: Client; readonly acts: readonly Act[]; readonly people: readonly Actor[]; readonly recorded: Map<Act, readonly Raw[]> }

/** Each act that changes something is done by every role that may and has not done it yet, once about a thing in each state; what the domain refuses is left. */
export async function settle(town: Town, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const { rows } = await town.owner.query<{ done: string }>(`select distinct role || ' ' || act as done from journal where ground is not null and role is not null`)
    const before = new Set(rows.map(it => it.done))
    for (const act of town.acts.filter(({ it }) => it.method === 'post' && !changesWho.includes(it.audit))) await actOut(town, act, before)
    for (const actor of town.people.filter(it => it.unlocked)) await showLogs(town, actor)
    if (round === rounds - 1) await makeBundles(town)
  }
}

/**
 * Three small bundles by each who can make one, out of the first thing that they can: what was looked through has a mark that only looking through gives.
 * The first is handed in; the others wait.
 */
async function makeBundles({ house, owner, people, acts, recorded }: Town): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(`select case_id as id from case_now where status <> 'received' order by number`)
  const twin = (page: Act, audit: string) => acts.find(({ it }) => it.audit === audit && it.path?.includes(':case') === page.it.path?.includes(':case'))
  const keep = (act: Act, raw: Raw) => recorded.set(act, [...(recorded.get(act) ?? []), raw])
  for (const page of acts.filter(({ it }) => it.audit === 'bundle.looked-through')) {
    const [make, hand] = [twin(page, 'bundle.made'), twin(page, 'bundle.delivered')]
    if (!make || !hand) continue
    for (const actor of people.filter(it => page.it.right.some(grant => it.roles.includes(grant.by))))
      for (const about of page.it.path?.includes(':case') ? rows.map(it => ({ case: it.id })) : [{}]) {
        const look = (nr: string) => perform(house, actor, page.it, { ...about, nr }).then(it => it.result as PreviewPage, () => undefined)
        const whole = await look('1-500')
        if (!whole) continue
        const numbers = [...readNumbers(whole.nr) ?? []]
        for (const [made, nr] of [numbers.slice(0, 2), numbers.slice(2, 4), numbers.slice(-2)].entries()) {
          const seen = await look(writeNumbers(nr))
          if (!seen) continue
          keep(page, { ...about, nr: seen.nr })
          const sent = { ...about, nr: seen.nr, seen: seen.seen, purpose: 'Prøve', ...Object.fromEntries(seen.warnings.map(it => [`w${it.entry}`, 'known'])) }
          const done = await perform(house, actor, make.it, sent).then(it => it.result as { readonly id: string }, () => undefined)
          if (done) keep(make, sent)
          const given = { ...about, bundle: done?.id, how: 'inPerson', day: dayOf(house.clock.now()), to: 'Politiet', sure: 'yes' }
          if (done && made === 0 && await perform(house, actor, hand.it, given).then(() => true, () => false)) keep(hand, given)
        }
        break
      }
  }
}

/** A log gets a note, and is shown to both who can see one; whose entries are whose, no schema can tell. */
async function showLogs({ house }: Town, actor: Actor): Promise<void> {
  await perform(house, actor, addEntry, { told: 'Med en note.', note: 'Kun for mig.' })
  const { result } = await perform(house, actor, showPage, {})
  const vis = result.entries.map(it => it.row.id)
  if (vis.length > 0) for (const til of readers) await perform(house, actor, show, { til, vis })
}

async function actOut({ house, owner, people, recorded, acts }: Town, act: Act, before: ReadonlySet<string>): Promise<void> {
  const wanting = people.filter(actor => act.it.right.some(grant => actor.roles.includes(grant.by) && !before.has(`${grant.by} ${act.it.audit}`)))
  if (wanting.length === 0) return
  const rows = await rowsOf(owner)
  const about = keyFields(act.it).ids.length > 0
  const page = pageOf(act, acts)
  const done = new Set<string>()
  let vain = 0
  for (const actor of wanting) {
    if (vain > 1) return
    const candidates = await candidatesFor(act.it, { house, rows, recorded: recorded.get(act) ?? [] }, actor)
    for (const { raw, standing } of candidates) {
      // The last of its kind that she may do it to stays as it is.
      if (about && candidates.filter(it => it.standing.state === standing.state && decide(act.it.right, actor, it.standing)).length < 2) continue
      // One in each state by each kind of person: what is destroyed or closed leaves others of its kind.
      const kind = `${about ? actor.roles.join() : actor.id} ${standing.state}`
      if (done.has(kind) || !decide(act.it.right, actor, standing)) continue
      const sent = await persuade(house, actor, act, raw, await wordsAround(house, actor, page, raw, rows))
      if (!sent) vain += 1
      if (vain > 1) return
      if (!sent) continue
      done.add(kind)
      recorded.set(act, [...(recorded.get(act) ?? []), sent])
    }
  }
}
