// The signed sheets held against the code, the router and the database's own catalogue. Pure but for `readSheets`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Right } from '../../kernel/rights.ts'
import { listed, readSheet, rowsUnder } from '../../kernel/sheet.ts'
import { packageFolder } from '../../platform/places.ts'
import { readSource, roomOf } from '../source/read.ts'

export interface Sheet { readonly room: string; readonly text: string }

export const readSheets = (): Sheet[] => readSource().filter(it => it.path.endsWith('who-may-what.md'))
  .map(it => ({ room: roomOf(it.path), text: readFileSync(join(packageFolder, 'src', it.path), 'utf8') }))

interface Line { readonly by: string; readonly ground: string; readonly states: readonly string[] | 'every' }
const said = (act: string, it: Line): string => `${act}: ${it.by}, ${it.ground}, ${it.states === 'every' ? 'every' : [...it.states].sort().join(' ')}`

/** Where a room's table of rights and its sheet differ, one line each. */
export function rightFaults(room: string, rights: Readonly<Record<string, Right>>, sheet: string | undefined): string[] {
  if (sheet === undefined) return [`${room} has rights and no who-may-what.md`]
  const code = Object.entries(rights).flatMap(([act, right]) => right.map(grant => said(act, grant)))
  const signed = readSheet(sheet).map(it => said(it.act, it))
  return [
    ...code.filter(it => !signed.includes(it)).map(it => `the sheet of ${room} lacks ${it}`),
    ...signed.filter(it => !code.includes(it)).map(it => `the code of ${room} lacks ${it}`),
    ...[...code, ...signed].filter((it, at, all) => all.indexOf(it) === at && (count(code, it) > 1 || count(signed, it) > 1)).map(it => `${room} says twice ${it}`),
  ]
}
const count = (all: readonly string[], one: string): number => all.filter(it => it === one).length

/** A table as the catalogue has it: who can see or change at least some of its rows and columns. Roles as the sheets name them. */
export interface TableWall { readonly name: string; readonly reads: readonly string[]; readonly writes: readonly string[] }

/** Tables that stand on no sheet or otherwise than their sheet says; each line is what the sheet should have. */
export function tableFaults(tables: readonly TableWall[], sheets: readonly Sheet[]): string[] {
  const signed = sheets.flatMap(({ text }) => rowsUnder(text, ['table', 'who reads', 'who writes'])).map(([name = '', reads = '', writes = '']) => ({ name, reads: words(reads), writes: words(writes) }))
  const line = (it: TableWall) => `| ${it.name} | ${sorted(it.reads)} | ${sorted(it.writes)} |`
  const there = tables.map(line)
  const asSigned = signed.map(line)
  return [
    ...there.filter(it => !asSigned.includes(it)).map(it => `no sheet says ${it}`),
    ...asSigned.filter(it => !there.includes(it)).map(it => `the database does not have ${it}`),
  ]
}
const words = (cell: string): readonly string[] => listed(cell).filter(it => it !== '-')
const sorted = (all: readonly string[]): string => [...all].sort().join(', ') || '-'

/** An address as the router has it: `GET /model`. Parameters lose what they must look like. */
export const addressOf = (method: string, path: string): string => `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '')}`

/** Addresses that stand on no sheet, and signed or built ones that no door opens. */
export function addressFaults(router: readonly string[], actions: readonly string[], sheets: readonly Sheet[]): string[] {
  const open = sheets.flatMap(({ text }) => rowsUnder(text, ['method', 'address', 'who'])).map(([method = '', path = '']) => addressOf(method, path))
  return [
    ...router.filter(it => !open.includes(it) && !actions.includes(it)).map(it => `${it} stands on no sheet`),
    ...open.filter(it => !router.includes(it)).map(it => `${it} stands on a sheet, and no door opens it`),
    ...actions.filter(it => !router.includes(it)).map(it => `${it} is an action that no door opens`),
  ]
}
