// How the invariant is tried: so many histories over one house, and whether a planted fault is found.
import fc from 'fast-check'
import { type Fault, actsWith } from './faults.ts'
import { histories, type History, live } from './run.ts'
import { openModel } from './model.ts'

export const seed = 20261120

/** @param least so many at least, however long they take, and then until the seconds are over */
export async function liveMany(most: number, least: number, seconds: number): Promise<number> {
  const model = await openModel()
  const end = Date.now() + seconds * 1000
  let lived = 0
  try {
    await fc.assert(fc.asyncProperty(histories(), async history => {
      if (lived >= least && Date.now() > end) return
      await live(model, history)
      lived++
    }), { seed, numRuns: most, endOnFailure: true })
  } finally {
    await model.town.close()
  }
  return lived
}

export interface Finding { readonly after: number; readonly history: History | undefined; readonly said: string }

/** Lives histories over a house with this fault until one breaks the invariant. `focused`: made of what the fault is about. */
export async function findFault(fault: Fault, most: number, focused: boolean): Promise<Finding> {
  const model = await openModel(fault.spoil)
  try {
    const made = focused ? histories(fault.focus.only, fault.focus.begin) : histories()
    const run = await fc.check(fc.asyncProperty(made, history => live(model, history, actsWith(fault))), { seed, numRuns: most, endOnFailure: true })
    return { after: run.failed ? run.numRuns : 0, history: run.counterexample?.[0], said: run.errorInstance instanceof Error ? run.errorInstance.message.split('\n')[0] ?? '' : '' }
  } finally {
    await model.town.close()
  }
}
