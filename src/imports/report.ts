// The listing of a file in words, for a person at a terminal. Counts and times; no word about anybody.
import { type Lang, sayTime } from '../kernel/day.ts'
import type { Listed } from './listing.ts'
import { warningsOf } from './tally.ts'
import type { ImportTexts } from './report.da.ts'

/** Plain text, a line each, ending in a line feed. Times are in the zone of the house, with the day in words. */
export function report(listed: Listed, texts: ImportTexts, lang: Lang): string {
  const { tally } = listed
  const it = texts.report
  const [source] = listed.sources
  const number = (value: number): string => value.toLocaleString(lang === 'da' ? 'da-DK' : 'en-GB')
  const order = listed.order === null ? it.undecided : it[`order_${listed.order}`]
  const period = Number.isFinite(tally.first) ? `${sayTime(new Date(tally.first), lang)} - ${sayTime(new Date(tally.last), lang)}` : it.none
  const rows: readonly (readonly [string, string])[] = [
    [it.file, source?.file ?? ''], [it.sha, source?.sha256 ?? ''], [it.size, `${number(source?.bytes ?? 0)} bytes`], [it.format,
      source?.format ?? ''],
    [it.zone, source?.zone ?? ''], [it.order, order], [it.period, period], [it.messages, number(tally.messages)], [it.system, number(tally.system)],
    [it.duplicates, number(tally.duplicates)],
    [it.attachments, `${number(tally.present)} ${it.present}, ${number(tally.named - tally.present)} ${it.missing}`],
    [it.bytes, `${number(tally.entryBytes)} + ${number(tally.restBytes)} = ${number(tally.fileBytes)}`],
  ]
  const senders = [...tally.senders.values()].sort((a, b) => b.count - a.count).map(one => `${one.shown}: ${number(one.count)}`)
  return [
    ...rows.map(([label, value]) => `${`${label}:`.padEnd(18)}${value}`),
    ...block(it.senders, senders),
    ...block(it.rest, [...tally.rests].map(([why, count]) => `${texts.rest[why]}: ${number(count)}`)),
    ...block(it.signs, [...tally.signs].map(([sign, count]) => `${texts.suspect[sign]}: ${number(count)}`)),
    ...block(it.notes, warningsOf(tally).map(warning => texts.warning[warning])),
    ...block(it.ask, (source?.questions ?? []).map(question => texts.question[question].replace('{zone}', source?.zone ?? ''))),
    '', it.raw, '',
  ].join('\n')
}

const block = (title: string, lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', `${title}:`, ...lines.map(line =>
  `  ${line}`)])
