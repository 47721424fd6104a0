// How a log and what is in it stand to people, asked before anything is read.
import type { Actor } from '../kernel/actor.ts'
import type { Facts } from '../platform/action.ts'
import type { Db } from '../platform/db.ts'
import * as showings from './showing-store.ts'

/** Her own log, also before there is one. */
export const ownFacts = async (_db: Db, _input: unknown, actor: Actor): Promise<Facts> =>
  ({ standing: { partnership: actor.partnership, state: '-', owner: actor.id }, aboutCitizen: actor.id })

export async function entryFacts(db: Db, input: { readonly entry: string }): Promise<Facts | undefined> {
  const it = await showings.entryFacts(db, input.entry)
  return it && { standing: { partnership: it.partnership, state: it.state, owner: it.citizen as Actor['id'] }, aboutCitizen: it.citizen }
}

/** An entry, and a file that lies in the same log. */
export async function fileFacts(db: Db, input: { readonly entry: string; readonly exhibit: string }): Promise<Facts | undefined> {
  return (await showings.liesInLogOf(db, input.entry, input.exhibit)) ? entryFacts(db, input) : undefined
}

export async function showingFacts(db: Db, input: { readonly showing: string }): Promise<Facts | undefined> {
  const it = await showings.showingFacts(db, input.showing)
  return it && { standing: { partnership: it.partnership, state: '-', owner: it.citizen as Actor['id'] }, aboutCitizen: it.citizen }
}

export async function logFacts(db: Db, input: { readonly log: string }): Promise<Facts | undefined> {
  const it = await showings.logFacts(db, input.log)
  return it && { standing: { partnership: it.partnership, state: '-', shown: it.shown }, aboutCitizen: it.citizen }
}

export async function exhibitFacts(db: Db, input: { readonly log: string; readonly exhibit: string }): Promise<Facts | undefined> {
  const it = await showings.exhibitFacts(db, input.log, input.exhibit)
  return it && { standing: { partnership: it.partnership, state: '-', shown: it.shown }, aboutCitizen: it.citizen }
}
