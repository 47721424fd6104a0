// Which questions are drawn under which answer. Pure.
import { optionsOf, type Question, type ShowIf } from './rules.ts'

/** A question and what follows only from some of its answers. */
export interface Node { readonly question: Question; readonly hangs: readonly Hang[] }
export interface Hang { readonly showIf: ShowIf; readonly nodes: readonly Node[] }

interface Growing { readonly question: Question; readonly hangs: { readonly showIf: ShowIf; readonly nodes: Growing[] }[] }

/**
 * Puts each question under the answer it follows from, when nothing else stands between. The order of the form is kept:
 * a question whose condition lies further up stays where it is, and says itself what it hangs on.
 */
export function hangsOf(questions: readonly Question[]): readonly Node[] {
  const top: Growing[] = []
  let chain: Growing[] = []
  for (const question of questions) {
    const node: Growing = { question, hangs: [] }
    const at = chain.findIndex(it => it.question.id === question.showIf?.question)
    const parent = chain[at]
    if (!question.showIf || !parent) {
      top.push(node)
      chain = [node]
      continue
    }
    const last = parent.hangs.at(-1)
    if (last && sameAnswers(last.showIf, question.showIf)) last.nodes.push(node)
    else parent.hangs.push({ showIf: question.showIf, nodes: [node] })
    chain = [...chain.slice(0, at + 1), node]
  }
  return top
}

/** Questions in a row that hang on the same answer further up stand together, so that it is said once. */
export function together(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const runs: Node[][] = []
  for (const node of nodes) {
    const [before, now] = [runs.at(-1)?.[0]?.question.showIf, node.question.showIf]
    if (before && now && before.question === now.question && sameAnswers(before, now)) runs.at(-1)?.push(node)
    else runs.push([node])
  }
  return runs
}

const sameAnswers = (a: ShowIf, b: ShowIf): boolean => a.is.length === b.is.length && a.is.every(it => b.is.includes(it))

/** "ja, delvist eller nej". An answer that is not there, as in a draft with a fault, is said by its short name. */
export function sayOptions(question: Question, is: readonly string[], lang: 'da' | 'en', or: string): string {
  const there = optionsOf(question)
  const said = [...there.filter(it => is.includes(it.id)).map(it => it.text[lang]), ...is.filter(id => !there.some(it => it.id === id)).map(id => `“${id}”`)]
  const all = said.map(it => (it.startsWith('“') ? it : it.length > 24 || it.includes(',') ? `“${it}”` : `${it.charAt(0).toLowerCase()}${it.slice(1)}`))
  return [all.slice(0, -1).join(', '), all.at(-1)].filter(Boolean).join(` ${or} `)
}
