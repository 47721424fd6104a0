// How far the making of a bundle has come, for the page that waits. Lives in this process only: a server that stops has made nothing.

/** `done` of `of` files are in it. */
export interface Progress { readonly done: number; readonly of: number; readonly made?: string; readonly failed?: true }

const running = new Map<string, Progress>()

/** By the person who makes it: one at a time is enough. */
export const progressOf = (person: string): Progress | undefined => running.get(person)
export const report = (person: string, it: Progress): void => { running.set(person, it) }
export const forgetProgress = (person: string): void => { running.delete(person) }
