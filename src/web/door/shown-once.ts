// What is read on one page and never again, such as a code: whoever presses twice gets the same page twice, and not a second code.

export interface ShownOnce<R> {
  /** Remembers what this sending comes to, in memory alone, for a minute; the first of two with the same id stands. */
  readonly keep: (person: string, once: string, coming: Promise<R>) => void
  readonly again: (person: string, once: string) => Promise<R> | undefined
}

export function openShownOnce<R>(milliseconds = 60_000): ShownOnce<R> {
  const held = new Map<string, Promise<R>>()
  const key = (person: string, once: string) => `${person} ${once}`
  return {
    keep: (person, once, coming) => {
      const at = key(person, once)
      coming.catch(() => { if (held.get(at) === coming) held.delete(at) })
      if (held.has(at)) return
      held.set(at, coming)
      setTimeout(() => held.delete(at), milliseconds).unref()
    },
    again: (person, once) => held.get(key(person, once)),
  }
}
