// Sends what an act is to be done with until the house takes it: what it says is missing or wrong is filled in, one field at a time.
import type { Act } from '../../cli/acts.ts'
import type { Actor } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type House, perform } from '../../platform/action.ts'
import { keyFields, type Row, wordsFor } from './inputs.ts'

type Raw = Readonly<Record<string, unknown>>

/** How often one act is sent while what it wants to hear is looked for. Counted and not timed: a slow machine finds the same. */
const patience = 400
/** What a form sends along to say how far its reader had read; the last of them may be words. */
const counters: readonly string[] = ['seq', 'seen', 'version', 'rev', 'before']
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/
const counts = Array.from({ length: 13 }, (_, seen) => String(seen))

/** @returns what was sent in the end; undefined where the house took nothing */
export async function persuade(house: House, actor: Actor, act: Act, raw: Raw, around: readonly string[]): Promise<Raw | undefined> {
  const sent: Record<string, unknown> = { ...raw }
  const used = new Map<string, number>()
  // Somebody was there in between, as far as the house can tell: say that all was seen, by one counter after the other.
  const read = [...counters.filter(name => name in raw), ...counters.slice(0, 2).filter(name => !(name in raw))].flatMap(name => counts.map(seen => [name, seen] as const))
    .concat(['seen', ...('before' in raw ? ['before'] : [])].flatMap(name => around.map(said => [name, said] as const)))
    // It is so already with this colleague: another, then.
    .concat(keyFields(act.it).along.flatMap(name => around.filter(said => uuid.test(said)).map(said => [name, said] as const)))
  let last: string | undefined
  for (let tries = 0; tries < patience; tries++) {
    try {
      await perform(house, actor, act.it, sent)
      return sent
    } catch (error) {
      const refused = error instanceof Refusal ? error : undefined
      if (refused?.kind === 'missing') return undefined
      if (refused?.kind === 'conflict') {
        const next = read.shift()
        if (!next) return undefined
        for (const name of [...counters, ...keyFields(act.it).along]) if (name in raw) sent[name] = raw[name]; else delete sent[name]
        sent[next[0]] = next[1]
        continue
      }
      const field = (refused?.faults[0]?.field ?? refused?.field) || last
      if (field === undefined) return undefined
      if (refused?.code === 'forms.unknown-field' && field in sent) {
        delete sent[field]
        continue
      }
      const options = optionsFor(field, around)
      const at = used.get(field) ?? 0
      if (at >= options.length) return undefined
      used.set(field, at + 1)
      sent[field] = options[at]
      last = field
    }
  }
  return undefined
}

/** Words that are likely and what lies around, in turn: whoever is asked for a colleague does not go through all words first. */
function optionsFor(field: string, around: readonly string[]): readonly unknown[] {
  const { likely } = wordsFor(field)
  return Array.from({ length: Math.max(likely.length, around.length) }, (_, at) => [...likely.slice(at, at + 1), ...around.slice(at, at + 1)]).flat()
}

/** The page that an act's form stands on: at the same address, or the nearest above it. */
export function pageOf({ it: { path = '' } }: Act, acts: readonly Act[]): Act | undefined {
  return acts.filter(({ it }) => it.method === 'get' && it.path !== undefined && path.startsWith(it.path)).sort((a, b) => (b.it.path?.length ?? 0) - (a.it.path?.length ?? 0))[0]
}

/** What stands on the page before her, and the ids of what lies around her. */
export async function wordsAround(house: House, actor: Actor, page: Act | undefined, raw: Raw, rows: readonly Row[]): Promise<readonly string[]> {
  const shown = page ? await perform(house, actor, page.it, raw).then(it => wordsIn(it.result), () => []) : []
  return [...shown, ...nearTo(actor.id, rows)]
}

/** Short words that a page shows or offers. */
function wordsIn(it: unknown, depth = 6): string[] {
  if (typeof it === 'string') return it.length > 0 && it.length < 80 ? [it] : []
  if (typeof it !== 'object' || it === null || depth === 0 || Buffer.isBuffer(it)) return []
  return [...new Set(Object.values(it).slice(0, 20).flatMap(part => wordsIn(part, depth - 1)))].slice(0, 80)
}

/** Ids of what lies around this person: her own rows, and the rows that name those. */
function nearTo(person: string, rows: readonly Row[]): readonly string[] {
  const near = new Set([person])
  for (let step = 0; step < 2; step++) {
    const known = new Set(near)
    for (const row of rows) if (Object.values(row.ids).some(id => known.has(id))) for (const id of Object.values(row.ids)) near.add(id)
  }
  return [...near].slice(1, 60)
}
