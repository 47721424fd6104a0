// What the forms of the bundle send, read and cleaned. Messages are codes of sentences.
import { z } from 'zod'
import { agreements } from '../cases/told-first/rules.ts'
import { readDay } from '../kernel/day.ts'
import { mostEntries, readNumbers } from './numbers.ts'

const text = (most: number) => z.string().default('').transform(it => it.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, '').trim()).refine(it => it.length <= most, 'platform.too-long')
const needed = (most: number, code: string) => text(most).refine(it => it !== '', code)

export const numbersField = z.string().transform((it, ctx) => {
  const read = readNumbers(it)
  if (!read) ctx.addIssue({ code: 'custom', message: 'bundle.none' })
  return read ?? new Set<number>()
})

const several = z.union([z.string(), z.array(z.string())]).optional().transform(it => (it === undefined ? [] : typeof it === 'string' ? [it] : it))
export const chooseFields = z.object({
  which: z.enum(['all', 'some'], 'bundle.which').default('all'),
  vis: several.transform(all => all.map(Number)).refine(all => all.length <= mostEntries && all.every(it => Number.isSafeInteger(it) && it > 0), 'bundle.none'),
})

export const coverFields = z.object({ purpose: text(200), other: text(1_000), background: text(4_000) })

/** `w12` is the answer to the question that begins with entry 12; other fields of that shape are left alone. */
function answersIn(sent: Readonly<Record<string, unknown>>): ReadonlyMap<number, 'known' | 'out'> {
  const answers = new Map<number, 'known' | 'out'>()
  for (const [field, value] of Object.entries(sent)) {
    const no = /^w(\d{1,6})$/.exec(field)?.[1]
    if (no !== undefined && (value === 'known' || value === 'out')) answers.set(Number(no), value)
  }
  return answers
}

const makeShape = coverFields.extend({ nr: numbersField, seen: z.string().default(''), backgroundOk: z.enum(['yes']).optional().catch(undefined) })
export const makeFields = makeShape.loose().transform(sent => ({ ...sent, answers: answersIn(sent) }))
export const makeForCaseFields = makeShape.extend({ case: z.string() }).loose().transform(sent => ({ ...sent, answers: answersIn(sent) }))

export const ways = ['inPerson', 'mail', 'post', 'digital', 'other'] as const
export type Way = (typeof ways)[number]
export const deliverFields = z.object({
  how: z.enum(ways, 'bundle.how'),
  day: z.string().default('').refine(it => readDay(it.trim()) !== undefined, 'bundle.day'),
  time: z.string().default('').refine(it => it === '' || /^([01]?\d|2[0-3])[:.]?[0-5]\d$/.test(it.trim()), 'bundle.clock'),
  to: needed(300, 'bundle.to'),
  sure: z.literal('yes', 'bundle.sure'),
})

export const journals = ['number', 'none'] as const
export const receiptFields = z.object({
  journal: z.enum(journals, 'bundle.journal'), number: text(80), officer: text(120), phone: text(40), first: z.enum(agreements, 'bundle.first'),
}).refine(it => it.journal === 'none' || it.number !== '', { path: ['number'], message: 'bundle.number' })
