// What a form is, as a JSON Schema: one description reads the file that somebody brings, and is published for whoever writes one. Pure.
import { z } from 'zod'
import type { Bilingual, Form } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

/** A form is words, not a library: the largest of ours is a tenth of this. Characters of the whole file. */
export const largestForm = 400_000

/** No control characters but tab and line feed: neither a page nor a file can hold them. */
const text = (max: number) => z.string().max(max).regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/)
const words = (max: number) => z.strictObject({ da: text(max), en: text(max) })
/** Names stand in addresses, and as names of fields. */
const id = z.string().max(60).regex(/^[a-zA-Z0-9_-]+$/)
const ids = z.array(id).max(60)
const whole = z.number().min(-1e9).max(1e9)
const limits = z.strictObject({ min: whole.optional(), max: whole.optional() }).optional()
const asked = {
  id, ask: words(400), help: words(4000).optional(), required: z.boolean().optional(), notForCitizen: z.boolean().optional(),
  showIf: z.strictObject({ question: id, is: ids }).optional(), stop: z.strictObject({ is: ids, says: words(2000) }).optional(),
}
const option = z.strictObject({ id, text: words(400) })
const simple = [
  z.strictObject({ ...asked, kind: z.enum(['short', 'long']), limits }),
  z.strictObject({ ...asked, kind: z.enum(['one', 'many']), options: z.array(option).max(60), limits }),
  z.strictObject({ ...asked, kind: z.enum(['yesno', 'yes-partly-no-unknown', 'advice', 'date', 'time', 'datetime', 'person', 'explanation']) }),
  z.strictObject({ ...asked, kind: z.literal('number'), limits, unit: words(40).optional() }),
  z.strictObject({ ...asked, kind: z.literal('scale'), from: whole, to: whole, low: words(100), high: words(100) }),
  z.strictObject({ ...asked, kind: z.literal('file'), limits }),
] as const
const group = z.strictObject({ ...asked, kind: z.literal('group'), row: words(100), questions: z.array(z.discriminatedUnion('kind', simple)).max(60), limits })
const question = z.discriminatedUnion('kind', [...simple, group])

export const formSchema = z.strictObject({
  id, version: z.int().min(1).max(1e6), title: words(200), source: words(1000), kind: z.string().max(40),
  from: z.strictObject({ id, version: z.int().min(1).max(1e6) }).optional(),
  parts: z.array(z.strictObject({ id, title: words(200), help: words(4000).optional(), questions: z.array(question).max(100) })).max(40),
})

/** JSON Schema, draft 2020-12. */
export const publishedSchema = (): unknown => ({ title: 'Lods form', ...z.toJSONSchema(formSchema) })

/** A form, or why the file is none: sentences for people who did not write it by hand. */
export type FileRead = { readonly form: Form } | { readonly faults: readonly FileFault[] }
/** `at` is the place in the file, `says` place and sentence. */
export interface FileFault { readonly code: FileFaultCode; readonly at: Bilingual; readonly says: Bilingual }

/** Reads a file that nobody here wrote. Says nothing of whether the form is whole: ask `checkForm`. */
export function readFormFile(text: string): FileRead {
  if (text.length > largestForm) return { faults: [said('too-large')] }
  let raw: unknown
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { faults: [said('no-json')] }
  }
  const read = formSchema.safeParse(raw)
  // Fields that are not there at all are what `undefined` is elsewhere in the house.
  return read.success ? { form: JSON.parse(JSON.stringify(read.data)) as Form } : { faults: read.error.issues.slice(0, 20).map(issue => faultOf(issue)) }
}

export type FileFaultCode = keyof typeof da.file
const said = (code: FileFaultCode, where: Bilingual = { da: '', en: '' }, x = ''): FileFault =>
  ({ code, at: where, says: { da: `${where.da}${da.file[code].replaceAll('{x}', () => x)}`, en: `${where.en}${en.file[code].replaceAll('{x}', () => x)}` } })

function faultOf(issue: z.core.$ZodIssue): FileFault {
  const where = { da: place(issue.path, da), en: place(issue.path, en) }
  if (issue.code === 'unrecognized_keys') return said('unknown', where, issue.keys.slice(0, 5).map(it => it.slice(0, 40)).join(', '))
  if (issue.code === 'too_big') return said('too-much', where)
  if (issue.code === 'invalid_union') return said('kind', where)
  return said(issue.code === 'invalid_type' ? 'missing' : 'unreadable', where)
}

/** "Afsnit 2, spørgsmål 3, ask.da: " */
function place(path: readonly PropertyKey[], text: { readonly at: { readonly part: string; readonly question: string } }): string {
  const named: string[] = []
  const rest: string[] = []
  path.forEach((key, at) => {
    const before = path[at - 1]
    if (typeof key === 'number' && before === 'parts') named.push(`${text.at.part} ${key + 1}`)
    else if (typeof key === 'number' && before === 'questions') named.push(`${text.at.question} ${key + 1}`)
    else if (key !== 'parts' && key !== 'questions') rest.push(typeof key === 'number' ? String(key + 1) : String(key))
  })
  const all = [...named, ...(rest.length > 0 ? [rest.join('.')] : [])]
  return all.length > 0 ? `${all.join(', ')}: ` : ''
}
