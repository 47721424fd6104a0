// Where somebody writes: in which case, what (by the last words of its address), and the key that it lies under.
import type { Work } from '../../platform/action.ts'
import type { Key } from '../../platform/vault.ts'
import { caseKey } from '../write.ts'

export interface Desk { readonly case: string; readonly paper: string; readonly key: Key }
/** What is written under the key of the case itself. */
export const deskIn = async (work: Work, caseId: string, paper: string): Promise<Desk> => ({ case: caseId, paper, key: await caseKey(work, caseId) })

/** What a family counsellor writes on a track of hers: under the key of the track, and never that of the case. */
export const familyPaper = (track: string, word: string, record: string): string => `${track}/${word}-${record}`
/** The track that something was written on; undefined where it was written in the case. */
export const trackIn = (paper: string): string | undefined => /^[0-9a-f-]{36}(?=\/)/.exec(paper)?.[0]

/** The key of the case, for what is written under it. */
export const underCase = (work: Work, caseId: string) => async (paper: string): Promise<Key | undefined> => (trackIn(paper) === undefined ? caseKey(work, caseId) : undefined)
/** The key of a track, for what is written on it. */
export const underTrack = (track: string, key: Key) => async (paper: string): Promise<Key | undefined> => (trackIn(paper) === track ? key : undefined)
