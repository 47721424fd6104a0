// Whom to call in another municipality or police district: a list that somebody brings in as CSV, and how it is searched. Pure.
import { type Day, daysBetween, readDay } from '../kernel/day.ts'
import type { Fault } from '../kernel/refusal.ts'

export interface Entrance {
  /** Of the file; the head is line 1. */
  readonly line: number
  readonly municipality: string
  /** Four digits each. */
  readonly postcodes: readonly string[]
  readonly policeDistrict: string
  readonly entrance: string
  readonly phone: string | null
  readonly url: string | null
  readonly verifiedOn: Day | null
}

const columns = ['kommune', 'postnumre', 'politikreds', 'indgang', 'telefon', 'link', 'kontrolleret'] as const
type Column = (typeof columns)[number]
const needed: readonly Column[] = ['kommune', 'politikreds', 'indgang']
export const mostLines = 2_000
const longest = 200
/** Of one entrance; a cell that stands for more is no list of postcodes. */
const mostPostcodes = 2_000

/**
 * Reads the file whole, or says what is wrong with every line; `field` of a fault is `line-<number>`.
 * Commas or semicolons, quotes as spreadsheets write them, columns in any order.
 */
export function readEntrances(text: string): { readonly rows: readonly Entrance[]; readonly faults: readonly Fault[] } {
  const [head, ...lines] = cellsOf(text.replace(/^\uFEFF/, ''))
  const names = head?.cells.map(it => it.trim().toLowerCase()) ?? []
  const lacking = needed.filter(it => !names.includes(it))
  if (lacking.length > 0) return { rows: [], faults: lacking.map(it => ({ field: 'line-1', code: `directory.csv-no-${it}` as const })) }
  if (lines.length === 0) return { rows: [], faults: [{ field: 'line-1', code: 'directory.csv-empty' }] }
  if (lines.length > mostLines) return { rows: [], faults: [{ field: 'line-1', code: 'directory.csv-long' }] }
  const read = lines.map(({ line, cells }) => oneOf(line, cells.length === names.length ? name => cells[names.indexOf(name)]?.trim() ?? '' : undefined))
  const faults = read.flatMap(it => it.faults)
  return { rows: faults.length > 0 ? [] : read.flatMap(it => it.row ?? []), faults }
}

function oneOf(line: number, cell: ((name: Column) => string) | undefined): { readonly row?: Entrance; readonly faults: readonly Fault[] } {
  const field = `line-${line}`
  if (!cell) return { faults: [{ field, code: 'directory.csv-cells' }] }
  const postcodes = readPostcodes(cell('postnumre'))
  const phone = cell('telefon')
  const url = cell('link')
  const verified = cell('kontrolleret')
  const faults = [
    needed.some(name => cell(name) === '') && 'directory.csv-blank', columns.some(name => name !== 'postnumre' && cell(name).length > longest) && 'directory.csv-cell-long',
    !postcodes && 'directory.csv-postcode', phone !== '' && !/^\+?[\d ]{3,20}$/.test(phone) && 'directory.csv-phone',
    url !== '' && !/^https:\/\/[a-z0-9.-]+(:\d+)?(\/[^\s\\]*)?$/i.test(url) && 'directory.csv-url', phone === '' && url === '' && 'directory.csv-no-way',
    verified !== '' && !readDay(verified) && 'directory.csv-day',
  ].filter((it): it is `directory.csv-${string}` => it !== false)
  if (faults.length > 0 || !postcodes) return { faults: faults.map(code => ({ field, code })) }
  return {
    faults: [], row: {
      line, municipality: cell('kommune'), postcodes, policeDistrict: cell('politikreds'), entrance: cell('indgang'), phone: phone || null, url: url || null,
      verifiedOn: readDay(verified) ?? null,
    },
  }
}

/** "6700 6705-6715": each, and all between; nothing when it is something else. */
function readPostcodes(text: string): readonly string[] | undefined {
  const found: string[] = []
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [, from = '', to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(part) ?? []
    if (from === '' || Number(to) < Number(from) || Number(to) - Number(from) > 999) return undefined
    if (found.length + Number(to) - Number(from) >= mostPostcodes) return undefined
    for (let code = Number(from); code <= Number(to); code++) found.push(String(code).padStart(4, '0'))
  }
  return found
}

/** Lines with something in them, by their number in the file; a quoted cell may hold line ends. */
function cellsOf(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const first = text.split('\n')[0] ?? ''
  const comma = first.split(';').length > first.split(',').length ? ';' : ','
  const found: { line: number; cells: string[] }[] = []
  let [line, begun, cell, quoted, cells] = [1, 1, '', false, [] as string[]]
  const end = () => {
    cells.push(cell)
    if (cells.some(it => it.trim() !== '')) found.push({ line: begun, cells })
    ;[cell, cells] = ['', []]
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === '\n') line++
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at]
      else quoted = false
    } else if (letter === '"' && cell === '') quoted = true
    else if (letter === comma) {
      cells.push(cell)
      cell = ''
    } else if (letter === '\n') {
      end()
      begun = line
    } else if (letter !== '\r') cell += letter
  }
  end()
  return found
}

/** current: checked within half a year · old: check it before you rely on it · stale: a year or more, or never: the number is not shown. */
export type Age = 'current' | 'old' | 'stale'
export function ageOf(it: Pick<Entrance, 'verifiedOn'>, today: Day): Age {
  if (it.verifiedOn === null) return 'stale'
  const days = daysBetween(it.verifiedOn, today)
  return days > 365 ? 'stale' : days > 180 ? 'old' : 'current'
}

/** Those of a municipality, a postcode or a police district. */
export function findEntrances(all: readonly Entrance[], asked: string): readonly Entrance[] {
  const wanted = asked.trim().toLowerCase()
  if (wanted === '') return all
  if (/^\d{4}$/.test(wanted)) return all.filter(it => it.postcodes.includes(wanted))
  return all.filter(it => [it.municipality, it.policeDistrict].some(name => name.toLowerCase().includes(wanted)))
}
