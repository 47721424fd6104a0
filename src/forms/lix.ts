// How hard a text is to read. Pure.
import type { Form, Question } from './rules.ts'

/**
 * LIX (Björnsson 1968): words in a sentence plus long words (over six letters) in a hundred. Under 25 is a children's book, under 35 is easy.
 * A sentence ends at `.`, `!`, `?` or `:` before space or end; a number with its digits is one word. No words: 0.
 */
export function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? []
  const sentences = Math.max(1, text.match(/[.!?:]+(?=\s|$|["”)])/g)?.length ?? 0)
  return words.length === 0 ? 0 : words.length / sentences + (words.filter(it => it.length > 6).length * 100) / words.length
}

/** Every Danish sentence of a form in its order, each ended. Answers to tick are left out: they are words, not sentences. */
export function danishOf(form: Form): string {
  const of = (question: Question): string[] => [
    question.ask.da, question.help?.da ?? '', question.stop?.says.da ?? '', ...(question.kind === 'group' ? question.questions.flatMap(of) : []),
  ]
  return sentences([form.title.da, ...form.parts.flatMap(part => [part.title.da, part.help?.da ?? '', ...part.questions.flatMap(of)])])
}

/** One running text of many pieces, each ended by a full stop where it had none. */
export const sentences = (pieces: readonly string[]): string =>
  pieces.filter(Boolean).map(it => (/[.!?:]["”)]?$/.test(it) ? it : `${it}.`)).join(' ')
