// The shelf as it stands today. Whoever shows or takes a form asks here, never a file of a form: a municipality may have put its own in the place of ours.
import type { Form } from '../forms/rules.ts'
import type { Db } from '../platform/db.ts'
import { tools, toolsNow as shipped, type Tool } from './tools.ts'

/** The tools of today, in the order of the shelves. */
export const toolsToday = async (_db: Db): Promise<readonly Tool[]> => shipped

/** The form that is filled in today. @throws Error when there is no such tool, or it is no form: a fault of ours */
export async function formNow(db: Db, id: string): Promise<Form> {
  const found = (await toolsToday(db)).find(it => it.id === id)?.form
  if (!found) throw new Error(`no form is called ${id}`)
  return found
}

/** The version that answers were given to, for ever; undefined where there has never been one. */
export const formVersion = async (_db: Db, id: string, version: number): Promise<Form | undefined> =>
  tools.find(it => it.id === id && it.version === version)?.form
