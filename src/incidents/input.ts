// What the forms send, read and cleaned. Messages are codes of sentences.
import { z } from 'zod'
import { actors, allKinds, channels, cleanText, longest, responses, type Said } from './rules.ts'
import { readWhen, whens } from './when.ts'

const text = (most: number) => z.string().default('').transform(cleanText).refine(it => it.length <= most, 'platform.too-long')
/** A choice that may be left out; a form sends the empty string then. */
const choice = <T extends string>(of: readonly T[]) => z.string().optional().transform(it => of.find(one => one === it))
const number = z.string().default('').transform(it => (it.trim() === '' ? 1 : Number(it.trim())))
  .refine(it => Number.isSafeInteger(it) && it >= 1 && it <= 9_999, 'incidents.count')

export const entryFields = z.object({
  told: text(longest.told).refine(it => it !== '', 'incidents.told'),
  note: text(longest.note),
  when: z.enum(whens, 'incidents.when').default('now'),
  timeToday: z.string().max(20, 'incidents.clock').optional(),
  day: z.string().max(20, 'incidents.day').optional(),
  time: z.string().max(20, 'incidents.clock').optional(),
  about: text(longest.about),
  type: choice(allKinds),
  channel: choice(channels),
  actor: choice(actors),
  response: choice(responses),
  place: text(longest.place),
  count: number,
  witnesses: text(longest.witnesses),
})
export type EntryFields = z.output<typeof entryFields>

/** What may be read by others, from the fields. @throws Refusal as readWhen does */
export function saidFrom(it: EntryFields, now: Date): Said {
  return {
    occurred: readWhen(it, now),
    type: it.type ?? 'unsaid',
    ...(it.channel && { channel: it.channel }),
    ...(it.actor && { actor: it.actor }),
    ...(it.place !== '' && { place: it.place }),
    told: it.told,
    count: it.count,
    witnesses: it.witnesses.split('\n').map(line => line.trim()).filter(line => line !== ''),
    ...(it.response && { myResponse: it.response }),
  }
}

/** Files of one field: none, one or several. */
export const filesField = z.union([z.array(z.unknown()), z.unknown()]).optional()
  .transform(it => (Array.isArray(it) ? it : [it]).filter((one): one is File => one instanceof File && one.size > 0))
export const entryId = z.object({ entry: z.uuid() })

const cursorShape = /^(-?\d{1,14})_(\d{1,9})$/
/** Where a page begins: milliseconds and number of the row before it. Anything else is the first page. */
export const cursorField = z.string().optional().transform(it => {
  const found = cursorShape.exec(it ?? '')
  return found ? { sortAt: new Date(Number(found[1])), no: Number(found[2]) } : undefined
})
export const cursorText = (it: { readonly sortAt: Date; readonly no: number }): string => `${it.sortAt.getTime()}_${it.no}`
