// Reads the signed sheets beside the tables of rights: the table cannot vouch for itself, the sheet is its second witness.
import { type GroundKind, type Role, roles } from './actor.ts'

export interface SheetLine { readonly act: string; readonly by: Role; readonly ground: GroundKind; readonly states: readonly string[] | 'every' }

const grounds: readonly GroundKind[] = ['own', 'unlocked', 'role', 'holder', 'receiver', 'shown', 'consent']

/**
 * The lines of a `who-may-what.md`: a Markdown table `act | role | ground | states`. States are parted by commas; `every` is all of them.
 * @throws Error when a line names a role or a ground that there is not: then the sheet itself is wrong
 */
export function readSheet(markdown: string): readonly SheetLine[] {
  return markdown.split('\n').filter(line => /^\s*\|/.test(line)).map(cellsOf).filter(cells => !/^(-+|act)$/.test(cells[0] ?? '')).map(cells => {
    const [act = '', role = '', ground = '', states = ''] = cells
    const by = roles.find(it => it === role)
    const kind = grounds.find(it => it === ground)
    if (cells.length !== 4 || act === '' || !by || !kind || states === '') throw new Error(`The sheet has a line that cannot be read: ${cells.join(' | ')}`)
    return { act, by, ground: kind, states: states === 'every' ? 'every' : states.split(',').map(it => it.trim()) }
  })
}

const cellsOf = (line: string): string[] => line.trim().replace(/^\||\|$/g, '').split('|').map(cell => cell.trim().replaceAll('`', ''))
