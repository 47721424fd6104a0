// What a run of measurements comes to.

/**
 * `p50`, `p95`, `p99` in milliseconds; `memory` the greatest of the process, in MB; `cpu` milliseconds of processor for each, ours and the
 * database's together, which hardly changes when others keep the machine busy.
 */
export interface Run { readonly p50: number; readonly p95: number; readonly p99: number; readonly perSecond: number; readonly cpu: number | undefined; readonly memory: number }

/** One line of the table. `ratio`: p50 against the floor's p50 of the same rounds, lower is better; undefined for a floor itself. */
export interface Row extends Run { readonly name: string; readonly ratio: number | undefined }

/** Nearest rank of a list that need not be sorted. */
export const rank = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? Number.NaN

/** Of the rounds, the one in the middle, figure by figure; of memory the greatest. */
export const middle = (runs: readonly Run[]): Run => ({
  p50: rank(runs.map(it => it.p50), 0.5), p95: rank(runs.map(it => it.p95), 0.5), p99: rank(runs.map(it => it.p99), 0.5),
  perSecond: rank(runs.map(it => it.perSecond), 0.5), cpu: rank(runs.flatMap(it => it.cpu ?? []), 0.5), memory: Math.max(...runs.map(it => it.memory)),
})

const told = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2))

/** A table for people: one line a row. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(it => [
    it.name, told(it.p50), told(it.p95), told(it.p99), Math.round(it.perSecond).toLocaleString('en'),
    it.cpu === undefined ? '' : told(it.cpu), String(Math.round(it.memory)),
    it.ratio === undefined ? '' : `${it.ratio.toFixed(1)} x`,
  ])
  const all = [['', 'p50 ms', 'p95 ms', 'p99 ms', 'per second', 'CPU ms', 'MB', 'to floor'], ...cells]
  const wide = (column: number) => Math.max(...all.map(row => row[column]?.length ?? 0))
  return all.map(row => row.map((cell, at) => (at === 0 ? cell.padEnd(wide(at)) : cell.padStart(wide(at)))).join('  ').trimEnd()).join('\n')
}
