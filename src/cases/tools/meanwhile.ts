// Two who write the same paper: what each has changed since the second began, and what can be put together without losing a word. Pure.
import type { Lang } from '../../kernel/day.ts'
import { rowPattern, type FilesIn, type Form, type Values } from '../../forms/rules.ts'
import { sayAnswers } from '../../forms/say.ts'

/** A field's question; a whole group is one thing, for its rows have no names. */
const thingOf = (form: Form, field: string): string => {
  const row = rowPattern.exec(field)?.[1]
  const ids = form.parts.flatMap(part => part.questions).map(it => it.id)
  return row !== undefined && ids.includes(row) ? row : ids.find(id => field === id || field.startsWith(`${id}-`)) ?? field
}
const byThing = (form: Form, values: Values): Map<string, Values> => {
  const found = new Map<string, Values>()
  for (const [field, value] of Object.entries(values)) found.set(thingOf(form, field), { ...found.get(thingOf(form, field)), [field]: value })
  return found
}
const same = (a: Values | undefined, b: Values | undefined): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (it: Values | undefined) => Object.entries(it ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))

/** What I have changed since I began stands as I wrote it; all else as it stands now. */
export function together(form: Form, begun: Values, theirs: Values, mine: Values): Values {
  const [was, now, my] = [begun, theirs, mine].map(it => byThing(form, it)) as [Map<string, Values>, Map<string, Values>, Map<string, Values>]
  const things = [...new Set([...was.keys(), ...now.keys(), ...my.keys()])]
  return Object.assign({}, ...things.map(it => (same(my.get(it), was.get(it)) ? now.get(it) : my.get(it)) ?? {})) as Values
}

/** `changed`: who has changed it since the writing began. */
export interface Difference { readonly question: string; readonly theirs: string; readonly mine: string; readonly changed: 'they' | 'you' | 'both' }

/** Every answer that is not the same in both, in words, in the order of the form. */
export function differences({ form, files }: { readonly form: Form; readonly files?: FilesIn }, lang: Lang, begun: Values, theirs: Values, mine: Values): readonly Difference[] {
  const [was, now, my] = [begun, theirs, mine].map(values => new Map(sayAnswers(form, { form: form.id, version: form.version, values, ...(files && { files }) }, lang)
    .map(it => [it.name, { question: it.row ? `${it.row}: ${it.question}` : it.question, said: [it.answer, it.note].filter(Boolean).join('. ') }])))
  const names = [...new Set([...now?.keys() ?? [], ...my?.keys() ?? []])]
  return names.flatMap((name): Difference[] => {
    const [before, there, here] = [was?.get(name)?.said ?? '', now?.get(name)?.said ?? '', my?.get(name)?.said ?? '']
    if (there === here) return []
    const changed = here === before ? 'they' : there === before ? 'you' : 'both'
    return [{ question: now?.get(name)?.question ?? my?.get(name)?.question ?? name, theirs: there, mine: here, changed }]
  })
}
