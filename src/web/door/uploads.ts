// How much may be on its way into the house at once: what is sent is held in memory until it is all there.
import { Refusal } from '../../kernel/refusal.ts'
import { largestForm, largestUpload } from '../../platform/http.ts'

/** Two of the largest, in bytes: one person who sends slowly does not keep everybody else out. */
export const onTheWay = 2 * largestUpload

export interface Landing {
  /**
   * Makes room for what this person is about to send.
   * @param bytes as the sending says itself; what does not say it is never large
   * @returns     gives the room back
   * @throws Refusal `conflict` platform.uploads-busy, before anything was read
   */
  readonly room: (person: string, bytes: number) => () => void
}

/** One large sending at a time for each person, and so much for all together. */
export function openLanding(most = onTheWay): Landing {
  const held = new Map<string, number>()
  return {
    room: (person, bytes) => {
      if (!(bytes > largestForm)) return () => undefined
      const all = [...held.values()].reduce((sum, it) => sum + it, 0)
      if (held.has(person) || all + bytes > most) throw new Refusal('conflict', 'platform.uploads-busy')
      held.set(person, bytes)
      return () => { held.delete(person) }
    },
  }
}
