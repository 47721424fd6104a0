// One try at a time for one name from one place. Tries sent side by side would each count only those before them, and so wait for none.
import { Refusal } from '../kernel/refusal.ts'
import { triesInLine } from './rules.ts'

interface Line { last: Promise<unknown>; length: number }
const lines = new Map<string, Line>()

/**
 * Does `work` when everything that came before it in the same line is done. Other lines do not wait.
 * @param of names the line; kept only while somebody stands in it
 * @throws Refusal `invalid` identity.busy when the line is full: nothing was checked, and nothing counts as a wrong try
 */
export async function inTurn<T>(of: string, work: () => Promise<T>): Promise<T> {
  const line = lines.get(of) ?? { last: Promise.resolve(), length: 0 }
  if (line.length >= triesInLine) throw new Refusal('invalid', 'identity.busy', 'secret')
  lines.set(of, line)
  line.length += 1
  const mine = line.last.then(work)
  line.last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    line.length -= 1
    if (line.length === 0) lines.delete(of)
  }
}
