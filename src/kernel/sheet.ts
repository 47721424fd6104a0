// The signed sheets: what people can read and sign, and what tests hold the code against. Pure.
import { colleagues, type GroundKind, type Role, roles } from './actor.ts'

/** One line of a sheet of rights. */
export interface SheetLine {
  readonly act: string
  readonly by: Role
  readonly ground: GroundKind
  readonly states: readonly string[] | 'every'
}

const grounds: readonly GroundKind[] = ['own', 'unlocked', 'role', 'holder', 'receiver', 'shown', 'consent']

/**
 * Reads every table `act | role | ground | states` of a sheet. A cell may name several roles or states with commas between;
 * `every` stands for all states, and an empty act for the one above. Other tables are left alone.
 * @throws Error with the line, for a role or ground that does not exist
 */
export function readSheet(markdown: string): readonly SheetLine[] {
  let above = ''
  return tablesOf(markdown).filter(it => it.head.slice(0, 4).join() === 'act,role,ground,states').flatMap(it => it.rows.flatMap(cells => {
    const [act = '', by = '', ground = '', states = ''] = cells
    above = act === '' ? above : act
    return listed(by).map(role => ({
      act: above, by: known(roles, role, cells), ground: known(grounds, ground, cells), states: states === 'every' ? 'every' as const : listed(states),
    }))
  }))
}

function known<T extends string>(all: readonly T[], word: string, cells: readonly string[]): T {
  const found = all.find(it => it === word)
  if (!found) throw new Error(`a sheet names "${word}", which does not exist: | ${cells.join(' | ')} |`)
  return found
}

/** The rows under a table's head, cell by cell; `wanted` is the head, in small letters. */
export const rowsUnder = (markdown: string, wanted: readonly string[]): readonly (readonly string[])[] =>
  tablesOf(markdown).filter(it => it.head.join() === wanted.join()).flatMap(it => it.rows)

/** `a, b (why)` as its words; what stands in brackets is for people, and `colleagues` stands for every role but the citizen's. */
export const listed = (cell: string): readonly string[] =>
  cell.replace(/\([^)]*\)|`/g, '').split(',').map(it => it.trim()).filter(it => it !== '').flatMap(it => (it === 'colleagues' ? colleagues : [it]))

interface Table { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

function tablesOf(markdown: string): Table[] {
  const blocks: string[][] = []
  let open: string[] | undefined
  for (const line of markdown.split('\n').map(it => it.trim())) {
    if (!line.startsWith('|')) open = undefined
    else if (open) open.push(line)
    else blocks.push(open = [line])
  }
  return blocks.map(([head = '', , ...rows]) => ({ head: cellsOf(head).map(it => it.toLowerCase()), rows: rows.map(cellsOf) }))
}

const cellsOf = (line: string): string[] => line.replace(/^\||\|$/g, '').split('|').map(it => it.replaceAll('`', '').trim())

/** Lines as text in one order, so that two witnesses can be laid beside each other whatever order they were written in. */
export const sheetLines = (lines: readonly SheetLine[]): readonly string[] =>
  lines.map(({ act, by, ground, states }) => `${act} | ${by} | ${ground} | ${states === 'every' ? 'every' : [...states].sort().join(', ')}`).sort()
