// What differs between two versions of a form, in words. Pure.
import { optionsOf, questionsOf, type Bilingual, type Form, type Part, type Question } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export type ChangeCode = keyof typeof da.changes
/** `where` is the id of the part or question. */
export interface Change { readonly where: string; readonly code: ChangeCode; readonly says: Bilingual }

/** From `before` to `after`, in the order of the newer, what is gone last. Ids say what is the same question. */
export function changesBetween(before: Form, after: Form): readonly Change[] {
  return [
    ...(same(before.title, after.title) ? [] : [say(after.id, 'title', before.title, after.title)]),
    ...(same(before.source, after.source) ? [] : [say(after.id, 'source', before.source, after.source)]),
    ...after.parts.flatMap(part => partChanges(before.parts.find(it => it.id === part.id), part)),
    ...before.parts.filter(part => !after.parts.some(it => it.id === part.id)).map(part => say(part.id, 'part-removed', part.title)),
    ...questionChanges(before, after),
  ]
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const none: Bilingual = { da: '', en: '' }

function say(where: string, code: ChangeCode, q: Bilingual, x: Bilingual = none): Change {
  const fill = (text: string, lang: 'da' | 'en') => text.replaceAll(/\{([qx])\}/g, (_, key) => (key === 'q' ? q[lang] : x[lang]))
  return { where, code, says: { da: fill(da.changes[code], 'da'), en: fill(en.changes[code], 'en') } }
}

function partChanges(was: Part | undefined, is: Part): Change[] {
  if (!was) return [say(is.id, 'part-added', is.title)]
  return [
    ...(same(was.title, is.title) ? [] : [say(is.id, 'part-renamed', was.title, is.title)]),
    ...(same(was.help, is.help) ? [] : [say(is.id, 'part-help', is.title, is.help)]),
  ]
}

interface Standing { readonly question: Question; readonly home: string }
const standings = (form: Form): ReadonlyMap<string, Standing> => new Map(form.parts.flatMap(part => part.questions.flatMap(question => [
  [question.id, { question, home: part.id }] as const,
  ...(question.kind === 'group' ? question.questions.map(it => [it.id, { question: it, home: question.id }] as const) : []),
])))

function questionChanges(before: Form, after: Form): Change[] {
  const [were, are] = [standings(before), standings(after)]
  const moved = movedOnes(before, after, were, are)
  return [
    ...questionsOf(after).flatMap(it => {
      const was = were.get(it.id)
      if (!was) return [say(it.id, 'added', it.ask)]
      return [...(moved.has(it.id) ? [say(it.id, 'moved', it.ask)] : []), ...inQuestion(was.question, it, after)]
    }),
    ...questionsOf(before).filter(it => !are.has(it.id)).map(it => say(it.id, 'removed', it.ask)),
  ]
}

/** Those that stand in another part or group, or have been passed by one that stayed: as few as explain the new order. */
function movedOnes(before: Form, after: Form, were: ReadonlyMap<string, Standing>, are: ReadonlyMap<string, Standing>): ReadonlySet<string> {
  const kept = questionsOf(after).map(it => it.id).filter(id => were.get(id)?.home === are.get(id)?.home)
  const places = new Map(questionsOf(before).map((it, at) => [it.id, at]))
  const stayed = longestRising(kept.map(id => places.get(id) ?? 0)).map(at => kept[at])
  return new Set([...are.keys()].filter(id => were.has(id) && !stayed.includes(id)))
}

/** Where the longest row of rising numbers stands. */
function longestRising(numbers: readonly number[]): readonly number[] {
  const best = numbers.map(() => 1)
  const back = numbers.map(() => -1)
  numbers.forEach((number, at) => {
    for (let it = 0; it < at; it++)
      if ((numbers[it] ?? 0) < number && (best[it] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[it] ?? 0) + 1
        back[at] = it
      }
  })
  const found: number[] = []
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = back[at] ?? -1) found.unshift(at)
  return found
}

function inQuestion(was: Question, is: Question, form: Form): Change[] {
  const [{ ask: _, help: __, ...rest }, { ask: ___, help: ____, ...now }] = [was, is]
  if (same(rest, now) && same(was.ask, is.ask) && same(was.help, is.help)) return []
  const known: readonly (ChangeCode | false)[] = [
    !same(was.help, is.help) && 'help', was.kind !== is.kind && 'kind', (was.required ?? false) !== (is.required ?? false) && (is.required ? 'required' : 'optional'),
    (was.notForCitizen ?? false) !== (is.notForCitizen ?? false) && (is.notForCitizen ? 'hidden' : 'shown'), !same(was.stop, is.stop) && 'stop',
    !same(detailsOf(was), detailsOf(is)) && was.kind === is.kind && 'details',
  ]
  return [
    ...(same(was.ask, is.ask) ? [] : [say(is.id, 'reworded', was.ask, is.ask)]),
    ...known.flatMap(code => (code ? [say(is.id, code, is.ask)] : [])),
    ...(was.kind === is.kind ? optionChanges(was, is) : []),
    ...(same(was.showIf, is.showIf) ? [] : [is.showIf ? say(is.id, 'condition', is.ask, conditionOf(is, form)) : say(is.id, 'always', is.ask)]),
  ]
}

/** What only its kind has: limits, unit, the ends of a scale, the name of a row. */
function detailsOf(it: Question): unknown {
  switch (it.kind) {
    case 'number': return [it.limits, it.unit]
    case 'scale': return [it.from, it.to, it.low, it.high]
    case 'group': return [it.row, it.limits]
    default: return 'limits' in it ? it.limits : undefined
  }
}

function optionChanges(was: Question, is: Question): Change[] {
  if (was.kind !== 'one' && was.kind !== 'many') return []
  const [old, now] = [optionsOf(was), optionsOf(is)]
  const found = now.flatMap(it => {
    const before = old.find(one => one.id === it.id)
    if (!before) return [say(is.id, 'option-added', is.ask, it.text)]
    return same(before.text, it.text) ? [] : [say(is.id, 'option-renamed', is.ask, both(before.text, it.text))]
  })
  const gone = old.filter(it => !now.some(one => one.id === it.id)).map(it => say(is.id, 'option-removed', is.ask, it.text))
  const order = found.length + gone.length === 0 && !same(old, now) ? [say(is.id, 'option-order', is.ask)] : []
  return [...found, ...gone, ...order]
}
const both = (a: Bilingual, b: Bilingual): Bilingual => ({ da: `"${a.da}" → "${b.da}"`, en: `"${a.en}" → "${b.en}"` })

/** "Ja" til "Er der et forbud?" */
function conditionOf({ showIf }: Question, form: Form): Bilingual {
  const parent = questionsOf(form).find(it => it.id === showIf?.question)
  const there = parent ? optionsOf(parent) : []
  // What is there in its order; then what a draft names and is not there.
  const answers = [...there.filter(it => showIf?.is.includes(it.id)), ...(showIf?.is ?? []).filter(id => !there.some(it => it.id === id)).map(id => ({ text: { da: id, en: id } }))]
  const said = (lang: 'da' | 'en') => `${answers.map(it => `"${it.text[lang]}"`).join(lang === 'da' ? ' eller ' : ' or ')} ${lang === 'da' ? 'til' : 'to'} "${parent?.ask[lang] ?? showIf?.question ?? ''}"`
  return { da: said('da'), en: said('en') }
}
