// Yearly totals without persons, as one table for each year that is over.
import type { Shown, ShownPart } from '../../kernel/numbers.ts'
import { useText } from './frame.ts'
import { Table } from './table.tsx'

export interface NumberRow { readonly name: string; readonly total: Shown; readonly parts: readonly ShownPart[] | undefined }

/** `rows` have gone through `shownYear`; a part's name is in words. */
export function YearNumbers({ heading, rows }: { readonly heading: string; readonly rows: readonly NumberRow[] }) {
  const text = useText()
  const say = (it: Shown | ShownPart['count']) => (it === 'few' ? text.fewNumber : it === 'hidden' ? text.hiddenNumber : String(it))
  return (
    <>
      <h2>{heading}</h2>
      <Table caption={heading} captionHidden columns={[{ label: text.numberWhat }, { label: text.numberParts }, { label: text.numberCount, numeric: true }]}
        rows={rows.map(it => [it.name, (it.parts ?? []).map(part => `${part.name}: ${say(part.count)}`).join(' · '), say(it.total)])} />
    </>
  )
}
