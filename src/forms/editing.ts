// One change at a time to a draft of a form. A draft may have faults; `checkForm` tells them. Pure.
import { pageFields, questionsOf, type Bilingual, type Form, type Kind, type Part, type Question } from './rules.ts'

/** Everything that can be done to a draft. `by`: one place up or down. `group`: a question inside that group. */
export type Edit =
  | { readonly do: 'rename'; readonly title: Bilingual; readonly source: Bilingual }
  | { readonly do: 'add-part'; readonly title: Bilingual }
  | { readonly do: 'change-part'; readonly part: string; readonly title: Bilingual; readonly help?: Bilingual }
  | { readonly do: 'move-part'; readonly part: string; readonly by: -1 | 1 }
  | { readonly do: 'remove-part'; readonly part: string }
  | { readonly do: 'add'; readonly into: string; readonly ask: Bilingual; readonly kind: Kind; readonly notForCitizen?: true }
  | { readonly do: 'change'; readonly question: string; readonly to: Question; readonly kindChanged?: boolean }
  | { readonly do: 'move'; readonly question: string; readonly by: -1 | 1 }
  | { readonly do: 'remove'; readonly question: string }

/** The draft with this one change. What names nothing that is there changes nothing. */
export function edited(form: Form, it: Edit): Form {
  switch (it.do) {
    case 'rename': return { ...form, title: it.title, source: it.source }
    case 'add-part': return { ...form, parts: [...form.parts, { id: idFrom(it.title.da, form.parts.map(part => part.id)), title: it.title, questions: [] }] }
    case 'change-part': return { ...form, parts: form.parts.map(part => (part.id === it.part ? withHelp({ id: part.id, title: it.title, questions: part.questions }, it.help) : part)) }
    case 'move-part': return { ...form, parts: shifted(form.parts, part => part.id === it.part, it.by) }
    case 'remove-part': return { ...form, parts: form.parts.filter(part => part.id !== it.part) }
    case 'add': return added(form, it.into, { ...blank(it.kind, idFrom(it.ask.da, [...pageFields, ...questionsOf(form).map(one => one.id)]), it.ask), ...(it.notForCitizen && { notForCitizen: true }) })
    case 'change': return overQuestions(form, (all, inGroup) => all.map(one => (one.id === it.question && !(inGroup && it.to.kind === 'group') ? { ...it.to, id: one.id } : one)))
    case 'remove': return overQuestions(form, all => all.filter(one => one.id !== it.question))
    case 'move': return moved(form, it.question, it.by)
  }
}

const withHelp = (part: Part, help: Bilingual | undefined): Part => (help ? { ...part, help } : part)

/** The same done to the questions of each part, and of each group. */
const overQuestions = (form: Form, change: (all: readonly Question[], inGroup: boolean) => readonly Question[]): Form => ({
  ...form,
  parts: form.parts.map(part => ({ ...part, questions: change(part.questions, false).map(it => (it.kind === 'group' ? { ...it, questions: change(it.questions, true) } : it)) })),
})

function added(form: Form, into: string, question: Question): Form {
  const parts = form.parts.map(part => (part.id === into ? { ...part, questions: [...part.questions, question] } : {
    ...part, questions: part.questions.map(it => (it.kind === 'group' && it.id === into && question.kind !== 'group' ? { ...it, questions: [...it.questions, question] } : it)),
  }))
  return { ...form, parts }
}

function shifted<T>(all: readonly T[], which: (it: T) => boolean, by: -1 | 1): readonly T[] {
  const at = all.findIndex(which)
  const [here, there] = [all[at], all[at + by]]
  if (at < 0 || here === undefined || there === undefined) return all
  return all.map((it, place) => (place === at ? there : place === at + by ? here : it))
}

/** Past the edge of a part a question goes on into the next one; out of a group it does not. */
function moved(form: Form, id: string, by: -1 | 1): Form {
  const home = form.parts.findIndex(part => part.questions.some(it => it.id === id))
  if (home < 0) return overQuestions(form, all => shifted(all, it => it.id === id, by))
  const here = form.parts[home]
  const at = here?.questions.findIndex(it => it.id === id) ?? -1
  const question = here?.questions[at]
  const beyond = form.parts[home + by]
  if (!here || !question) return form
  if (here.questions[at + by]) return { ...form, parts: form.parts.map(part => (part === here ? { ...part, questions: shifted(part.questions, it => it.id === id, by) } : part)) }
  if (!beyond) return form
  return {
    ...form,
    parts: form.parts.map(part => {
      if (part === here) return { ...part, questions: part.questions.filter(it => it.id !== id) }
      if (part !== beyond) return part
      return { ...part, questions: by > 0 ? [question, ...part.questions] : [...part.questions, question] }
    }),
  }
}

const nothing: Bilingual = { da: '', en: '' }

/** A new question of a kind, with what only that kind has left empty: the faults say what is to be filled in. */
export function blank(kind: Kind, id: string, ask: Bilingual): Question {
  switch (kind) {
    case 'one': case 'many': return { id, kind, ask, options: [] }
    case 'scale': return { id, kind, ask, from: 1, to: 5, low: nothing, high: nothing }
    case 'group': return { id, kind, ask, row: nothing, questions: [] }
    case 'number': case 'file': case 'short': case 'long': return { id, kind, ask }
    default: return { id, kind, ask }
  }
}

/** The same question as another kind: what both kinds have goes along. */
export function asKind(question: Question, kind: Kind): Question {
  if (question.kind === kind) return question
  const { id, ask, help, required, showIf, notForCitizen } = question
  const fresh = blank(kind, id, ask)
  const options = (question.kind === 'one' || question.kind === 'many') && (fresh.kind === 'one' || fresh.kind === 'many') ? { options: question.options } : {}
  return {
    ...fresh, ...options, ...(help && { help }), ...(required && kind !== 'explanation' && { required }), ...(showIf && { showIf }), ...(notForCitizen && { notForCitizen }),
  } as Question
}

/** A camelCase id from the first words, unlike those that are taken: "Er der et forbud?" becomes `erDerEtForbud`. */
export function idFrom(words: string, taken: readonly string[]): string {
  const plain = words.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')
  const found = (plain.match(/[a-z0-9]+/g) ?? []).slice(0, 5)
  const camel = found.map((it, at) => (at === 0 ? it : `${it.charAt(0).toUpperCase()}${it.slice(1)}`)).join('').slice(0, 30)
  const base = /^[a-z]/.test(camel) ? camel : `q${camel}`
  let free = base
  for (let n = 2; taken.includes(free); n++) free = `${base}${n}`
  return free
}
