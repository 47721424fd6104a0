// One try at a time for one name from one place. Tries sent side by side would each count only those before them, and so wait for none.
// And few at a time in the whole house, whatever names they come with: places take turns, so that one of them does not keep the others waiting.
import { Refusal } from '../kernel/refusal.ts'
import { hashing, triesInLine } from './rules.ts'

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

let running = 0
/** Who waits, by place; the place that has waited longest for its turn stands first. */
const places = new Map<string, (() => void)[]>()
const waitingInAll = (): number => [...places.values()].reduce((sum, it) => sum + it.length, 0)

/**
 * Does `work`, which checks or makes a hash, when there is room for one more in the house.
 * @param place where it comes from
 * @throws Refusal `invalid` identity.busy at once when too many wait, or too many of this place: nothing was checked, and nothing is used up
 */
export async function whenRoom<T>(place: string, work: () => Promise<T>): Promise<T> {
  if (running < hashing.atOnce) running += 1
  else await called(place)
  try {
    return await work()
  } finally {
    callNext()
  }
}

async function called(place: string): Promise<void> {
  const own = places.get(place) ?? []
  if (own.length >= hashing.ofOnePlace || waitingInAll() >= hashing.waiting) throw new Refusal('invalid', 'identity.busy', 'secret')
  places.set(place, own)
  await new Promise<void>(call => { own.push(call) })
}

/** Hands the room on, or leaves it empty. */
function callNext(): void {
  const [next] = places
  if (!next) {
    running -= 1
    return
  }
  const [place, own] = next
  const call = own.shift()
  places.delete(place)
  if (own.length > 0) places.set(place, own)
  call?.()
}
