import type { Child } from 'hono/jsx'
import { useText } from './frame.ts'

export interface Column { readonly label: string; readonly numeric?: boolean; /** A number or a code that is not broken over lines. */ readonly short?: boolean }

/** At 320 px each row becomes a small list with the column's name before every value, so nothing is pushed out sideways. */
export function Table(props: {
  readonly caption: Child
  /** Keeps the caption for those who listen. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column[]
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Child[])[]
  readonly empty?: Child
}) {
  const text = useText()
  if (props.rows.length === 0) return <p class="quiet">{props.empty ?? text.noRows}</p>
  return (
    <table class="table table-stack">
      <caption class={props.captionHidden ? 'sr-only' : undefined}>{props.caption}</caption>
      <thead>
        <tr>{props.columns.map(it => <th scope="col" class={it.numeric ? 'numeric' : undefined}>{it.label}</th>)}</tr>
      </thead>
      <tbody>{props.rows.map(row => <Row columns={props.columns} cells={row} />)}</tbody>
    </table>
  )
}

function Row(props: { readonly columns: readonly Column[]; readonly cells: readonly Child[] }) {
  return (
    <tr>
      {props.cells.map((cell, index) => {
        const column = props.columns[index]
        const title = column && (/[?:]$/.test(column.label) ? column.label : `${column.label}:`)
        const given = { 'data-title': title, class: column?.numeric ? 'numeric' : column?.short ? 'short' : undefined }
        return index === 0 ? <th scope="row" {...given}>{cell}</th> : <td {...given}>{cell}</td>
      })}
    </tr>
  )
}
