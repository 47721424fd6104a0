// A form that nobody could take: what was written in it stands on the page again, to be sent from here or copied.
import type { Context } from 'hono'
import type { Lang } from '../../kernel/day.ts'
import { da as entryDa } from '../../incidents/text.da.ts'
import { en as entryEn } from '../../incidents/text.en.ts'
import type { House } from '../../platform/action.ts'
import { largestGivenBack } from '../../platform/http.ts'
import type { Html } from '../../platform/screen.ts'
import { FileInput, TextArea } from '../../platform/ui/fields.tsx'
import { Actions, Button } from '../../platform/ui/form.tsx'
import { readHref } from '../../platform/ui/href.ts'
import { da } from '../../platform/text.da.ts'
import { en } from '../../platform/text.en.ts'
import { sessionOf, typedValues } from './door.tsx'

/** Fields that are never shown again, on whatever page they stood. */
const secrets: readonly string[] = ['secret', 'passphrase', 'again', 'code', 'carried']

export interface SentForm { readonly values: readonly (readonly [string, string])[]; readonly files: readonly string[] }

/**
 * What came with this request. Undefined when it was no form, is too large to be read, or comes without a session: after the way out was
 * pressed, a browser that sends the old form once more gets nothing to show.
 */
export async function sentWith(c: Context, house: House): Promise<SentForm | undefined> {
  const length = Number(c.req.header('content-length') ?? 0)
  const known = sessionOf(c, house) !== undefined || c.req.path === '/kontakt'
  if (c.req.method !== 'POST' || !known || !(length <= largestGivenBack)) return undefined
  try {
    const sent = await c.req.parseBody({ all: true })
    const values = Object.entries(typedValues(sent)).filter(([name]) => !secrets.includes(name))
      .flatMap(([name, value]) => (typeof value === 'string' ? [value] : value).map(one => [name, one] as const))
    const files = Object.entries(sent).filter(([, value]) => [value].flat().some(it => it instanceof File && it.size > 0)).map(([name]) => name)
    return { values, files }
  } catch {
    return undefined      // cut off on the way
  }
}

/** Words of her own, as opposed to a choice, a date or a number of ours. */
export const isWritten = (value: string): boolean => /\S\s+\S/.test(value) || value.length > 40 && !/^[0-9a-f-]{36,64}$/.test(value)

/** In her own log it must never be in doubt which of two texts others may read and which is for her alone. */
function ofEntry(c: Context, name: string, lang: Lang): string | undefined {
  const { write } = lang === 'da' ? entryDa : entryEn
  const known: Readonly<Record<string, string>> = { told: write.told, note: write.note, place: write.place, witnesses: write.witnesses, about: write.about }
  return /^\/noter(\/tidligere\/[^/]+\/ret)?$/.test(c.req.path) ? known[name] : undefined
}

/** `again`: whether it can be sent from here. What was chosen goes along unseen; what was written can be read, changed and copied. */
export function GivenBack({ c, sent, lang, again }: { readonly c: Context; readonly sent: SentForm; readonly lang: Lang; readonly again: boolean }): Html | null {
  const text = (lang === 'da' ? da : en).givenBack
  const words = sent.values.filter(([, value]) => isWritten(value))
  const action = readHref(c.req.path)
  const label = (name: string, at: number) => ofEntry(c, name, lang) ?? (words.length === 1 ? text.yours : text.yoursOf(at + 1, words.length))
  const fields = words.map(([name, value], at) => <TextArea name={name} label={label(name, at)} value={value} rows={Math.min(12, 3 + Math.ceil(value.length / 80))} />)
  if (!again || !action) return words.length > 0 ? <section class="given-back">{fields}</section> : null
  return (
    <form method="post" action={action} novalidate data-once="" autocomplete="off" enctype={sent.files.length > 0 ? 'multipart/form-data' : undefined}>
      {sent.values.filter(it => !words.includes(it)).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      {fields}
      {sent.files.map(name => <FileInput name={name} label={text.file} />)}
      <Actions><Button>{text.again}</Button></Actions>
    </form>
  )
}
