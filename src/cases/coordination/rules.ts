// What is kept in a case besides its history: papers in versions, tasks with an owner, and what comes before the other party is contacted. Pure.
import type { Role } from '../../kernel/actor.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Grant } from '../../kernel/rights.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isId = (id: string): boolean => uuid.test(id)

/** Where a meeting was held: what is said in these forums is never passed on for the investigation of a criminal case. */
export const forums = ['none', 'SSP', 'PSP', 'KSP'] as const
export type Forum = (typeof forums)[number]

/**
 * What may go to the police, seen from where it was said.
 * @throws Refusal conflict when anything of it comes from a meeting in SSP, PSP or KSP
 * Source: retsplejeloven § 115 (to be checked).
 */
export function mayGoToPolice(material: readonly { readonly forum: Forum }[]): void {
  if (material.some(it => it.forum !== 'none')) throw new Refusal('conflict', 'cases.not-to-police')
}

/** Small letters and single blanks; what cannot be seen between the letters is gone. */
const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\p{Cf}]/gu, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const sentences = (text: string): readonly string[] => text.split(/[.!?\n]+/).map(bare)
/** So many words in a row are a quotation, wherever in a sentence they stand. */
const run = 7
const runsOf = (sentence: string): readonly string[] => {
  const all = sentence.split(' ')
  return all.length < run ? [] : all.slice(0, all.length - run + 1).map((_, at) => all.slice(at, at + run).join(' '))
}
/** Whether a text has a sentence of what was said, of twenty letters or more, or seven words of one in a row, whatever case and signs it is written with. */
export function quotes(text: string, said: string): boolean {
  const plain = ` ${bare(text)} `
  return sentences(said).some(it => (it.length >= 20 && plain.includes(` ${it} `)) || runsOf(it).some(words => plain.includes(` ${words} `)))
}

export const taskStates = ['open', 'done'] as const
/** Days over the day it was due; 0 while it is not, and when it is done. */
export const daysOver = (it: { readonly state: (typeof taskStates)[number]; readonly due: Day }, today: Day): number =>
  it.state === 'done' ? 0 : Math.max(0, daysBetween(it.due, today))

/** Ways of reaching the other party. */
export const ways = ['talk', 'call', 'letter', 'invitation', 'dsc-referral'] as const
export type Way = (typeof ways)[number]

/** That she was told and her safety was gone through, on which day; or that it was let be, with a reason. */
export interface ToldHer { readonly id: string; readonly answer: 'told' | 'waived'; readonly toldOn: Day | null }

/**
 * The answer on which a contact with the other party leans. Each contact needs one of its own, not later than the contact.
 * @param used ids of answers that contacts lean on already
 * @throws Refusal conflict when there is none: she is told first
 */
export function leansOn(answers: readonly ToldHer[], used: readonly string[], on: Day): ToldHer {
  const found = answers.find(it => !used.includes(it.id) && (it.toldOn === null || it.toldOn <= on))
  if (!found) throw new Refusal('conflict', 'cases.tell-her-first')
  return found
}

/**
 * Whether a text says one of these names, or the first name alone, also as "Signes". A record of contact with the other party never says who told us.
 * Short first names are words of the language too ("per brev"): those count as they are written.
 */
export function saysName(text: string, names: readonly string[]): boolean {
  const words = (it: string) => it.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const says = (said: string, name: string) => [name, `${name}s`].some(it => ` ${said} `.includes(` ${it} `))
  const [written, small] = [words(text), words(text).toLowerCase()]
  return names.map(words).filter(Boolean).some(name => {
    const [first = name] = name.split(' ')
    return says(small, name.toLowerCase()) || (first.length > 3 ? says(small, first.toLowerCase()) : says(written, first))
  })
}

const works: readonly Grant[] = [
  { by: 'visitator', ground: 'role', states: ['received', 'logging', 'clarified'] }, { by: 'primaryCoordinator', ground: 'holder', states: ['coordinated'] },
]
const reads: readonly Grant[] = [{ by: 'visitator', ground: 'role', states: 'every' }, { by: 'primaryCoordinator', ground: 'holder', states: ['coordinated', 'closed'] }]

/** Roles to which a task can be given: those who meet citizens, and their leader. */
export const taskRoles = ['firstContact', 'visitator', 'primaryCoordinator', 'familyCounsellor', 'leader', 'keyPerson'] as const satisfies readonly Role[]
export const isTaskRole = (role: Role): boolean => taskRoles.some(it => it === role)
const owner = (states: readonly string[]): readonly Grant[] => taskRoles.map(by => ({ by, ground: 'holder', states }))

export const rights = {
  'cases.papers': reads, 'cases.write-paper': works, 'cases.give-task': works, 'cases.tell-her': works, 'cases.contact-other': works,
  // The family counsellor's own families are read in that role, so it comes first.
  'cases.my-work': (['familyCounsellor', ...taskRoles.filter(it => it !== 'familyCounsellor'), 'policeContact', 'dscAdviser'] as const).map((by): Grant => ({ by, ground: 'role', states: ['-'] })),
  'cases.read-task': owner(['open', 'done']), 'cases.do-task': owner(['open']),
} as const
