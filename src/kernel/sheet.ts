// A sheet is the second witness of a table of rights: written by hand in who-may-what.md, read by people, compared by a test.
import { type GroundKind, type Role, roles } from './actor.ts'

export interface SheetLine { readonly act: string; readonly by: Role; readonly ground: GroundKind; readonly states: readonly string[] | 'every' }

const kinds: readonly GroundKind[] = ['own', 'unlocked', 'role', 'holder', 'receiver', 'shown', 'consent']

/**
 * The lines of every Markdown table with the columns act, role, ground, states. An empty first cell repeats the act above;
 * several roles or states stand with commas between them; `every` and `-` are states of their own.
 * @throws Error for a role or ground that there is not
 */
export function readSheet(markdown: string): readonly SheetLine[] {
  let act = ''
  return markdown.split('\n').filter(line => line.startsWith('|')).map(cellsOf).filter(cells => cells.length >= 4 && !isHead(cells)).flatMap(cells => {
    const [named = '', by = '', ground = '', states = ''] = cells
    if (named !== '') act = named.replaceAll('`', '')
    return listOf(by).map(role => ({ act, by: known(roles, role), ground: known(kinds, ground), states: states === 'every' ? 'every' as const : listOf(states) }))
  })
}

const cellsOf = (line: string): readonly string[] => line.split('|').slice(1, -1).map(cell => cell.trim())
const isHead = ([first = '']: readonly string[]): boolean => first === 'act' || /^:?-+:?$/.test(first)
const listOf = (cell: string): readonly string[] => cell.split(',').map(it => it.trim().replaceAll('`', '')).filter(Boolean)

function known<T extends string>(all: readonly T[], word: string): T {
  const found = all.find(it => it === word)
  if (!found) throw new Error(`the sheet has a word that is none of ours: ${word}`)
  return found
}

/** Rights as sorted lines, to be compared with a sheet's. */
export const sheetLines = (lines: readonly SheetLine[]): readonly string[] =>
  lines.map(({ act, by, ground, states }) => `${act} | ${by} | ${ground} | ${states === 'every' ? 'every' : [...states].sort().join(', ')}`).sort()
