// The picture of weeks. A count of rows and nothing more; a week without material is not a week with zero.
import { type Day, sayDay } from '../../kernel/day.ts'
import { useFrame, useText } from './frame.ts'
import { Details } from './parts.tsx'
import { Table } from './table.tsx'

export interface Week {
  /** "uge 43". */
  readonly label: string
  readonly monday: Day
  /** Undefined: there is no material from that week. */
  readonly count: number | undefined
}

const room = { top: 22, bars: 104, foot: 24 } as const
const base = room.top + room.bars
const percent = (part: number) => `${Math.round(part * 10_000) / 100}%`

/** `caption` says what is counted: "Beskeder pr. uge". `id` tells several charts on one page apart. */
export function WeekChart(props: { readonly caption: string; readonly weeks: readonly Week[]; readonly id?: string }) {
  const text = useText()
  const { weeks } = props
  if (weeks.length === 0) return <p class="quiet">{text.weeksEmpty}</p>
  const id = props.id ?? 'weeks'
  const max = Math.max(1, ...weeks.map(it => it.count ?? 0))
  return (
    <figure class="weeks">
      <figcaption>{props.caption}</figcaption>
      <svg width="100%" height={base + room.foot} role="img" aria-labelledby={`${id}-said`}>
        <title id={`${id}-said`}>{sumUp(props.caption, weeks, text)}</title>
        {weeks.map((it, index) => <Bar week={it} index={index} of={weeks.length} max={max} />)}
        <line x1="0" x2="100%" y1={base} y2={base} stroke="currentColor" stroke-width="1" />
      </svg>
      {weeks.some(it => it.count === undefined) && <p class="weeks-key">{text.noMaterialKey}</p>}
      <Details summary={text.weeksTable}><Numbers {...props} /></Details>
    </figure>
  )
}

function Bar(props: { readonly week: Week; readonly index: number; readonly of: number; readonly max: number }) {
  const { week, index, of } = props
  // A few weeks are no wall.
  const [width, middle] = [Math.min(0.76 / of, 0.12), (index + 0.5) / of]
  const height = week.count === undefined ? room.bars : (week.count / props.max) * room.bars
  // About eight labels fit a telephone, sixteen counts too when the bars are few.
  const [many, step] = [of > 12, Math.ceil(of / 8)]
  // The first of many would stand half outside, and with its word it takes the room of the next.
  const edge = many && index === 0
  const labelled = index % step === 0 && !(many && index === step)
  return (
    <>
      {height > 0 && (
        <rect class={week.count === undefined ? 'week-none' : 'week'} x={percent(middle - width / 2)} width={percent(width)}
          y={base - height} height={height} fill={week.count === undefined ? '#e4e6e8' : 'currentColor'} />
      )}
      {of <= 16 && week.count !== undefined && (
        <text class="week-count" x={percent(middle)} y={base - height - 6} text-anchor="middle">{week.count}</text>
      )}
      {of <= 6 && week.count === undefined && <Nothing at={percent(middle)} />}
      {labelled && (
        <text class="week-label" x={percent(edge ? 0 : middle)} y={base + 18} text-anchor={edge ? 'start' : 'middle'}>
          {short(week.label, index)}
        </text>
      )}
    </>
  )
}

/** In words where there is room; the key below says it always. */
function Nothing(props: { readonly at: string }) {
  const [first, ...rest] = useText().noMaterial.split(' ')
  return (
    <>
      <text class="week-label week-said" x={props.at} y={base - 60} text-anchor="middle">{first}</text>
      <text class="week-label week-said" x={props.at} y={base - 42} text-anchor="middle">{rest.join(' ')}</text>
    </>
  )
}

/** The first label says what the others count: "uge 43", "44", "45". */
const short = (label: string, index: number) => (index === 0 ? label : label.replace(/^\D+/, ''))

function Numbers(props: { readonly caption: string; readonly weeks: readonly Week[] }) {
  const { lang } = useFrame()
  const text = useText()
  return (
    <Table caption={props.caption} captionHidden
      columns={[{ label: text.week }, { label: text.from }, { label: props.caption, numeric: true }]}
      rows={props.weeks.map(it => [it.label, sayDay(it.monday, lang), it.count ?? text.noMaterial])} />
  )
}

/** The whole picture in two sentences, for those who do not see it. */
function sumUp(caption: string, weeks: readonly Week[], text: ReturnType<typeof useText>): string {
  const counted = weeks.flatMap(it => (it.count === undefined ? [] : [{ label: it.label, count: it.count }]))
  const most = counted.reduce((best, it) => (it.count > best.count ? it : best), { label: weeks[0]?.label ?? '', count: 0 })
  const sum = counted.reduce((all, it) => all + it.count, 0)
  return text.weeksSum(caption, weeks[0]?.label ?? '', weeks.at(-1)?.label ?? '', sum, most.label, most.count, weeks.length - counted.length)
}
