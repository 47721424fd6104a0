// What a case is found by: its number, the citizen's own name, or a word that she chose. Pure; hashing is the caller's.

export type SearchKind = 'number' | 'words'
/** `2026-0007` is a number; anything else is looked for as a name and as a word. */
export const kindOfSearch = (typed: string): SearchKind => (/^\d{4}-\d{4,}$/.test(typed.trim()) ? 'number' : 'words')

/** Small letters and digits with single blanks between: hyphens, commas and case make no difference. */
export const plainWords = (text: string): string => text.toWellFormed().normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The ways in which a name is kept for looking up: all its words in any order, and first with last. Empty for nothing. */
export function nameKeys(name: string): readonly string[] {
  const words = plainWords(name).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const inOrder = (some: readonly (string | undefined)[]) => [...some].sort().join(' ')
  return [...new Set([inOrder(words), inOrder(words.length > 2 ? [words[0], words.at(-1)] : words)])]
}

/** A blind index of one house: `hash` is a keyed hash under a purpose. */
export type Hash = (purpose: string, value: string) => string
export const nameHashes = (hash: Hash, partnership: number, name: string): readonly string[] => nameKeys(name).map(it => hash(`case-index.name:${partnership}`, it))
export const wordHash = (hash: Hash, partnership: number, word: string): string => hash(`case-index.word:${partnership}`, plainWords(word))
