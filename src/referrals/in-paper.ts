// The letter to somebody outside who sent a citizen here. It names nobody, says no more than the ground covers, and is always in Danish.
import { dayOf, sayDay } from '../kernel/day.ts'
import type { PaperBlock } from '../platform/paper.ts'
import { printPaper } from '../platform/paper-thread.ts'
import type { Reply } from './rules.ts'
import { da } from './text.da.ts'

export async function replyPdf(it: Reply, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  await printPaper({ title: da.in.letterTitle(it.referral.number), left: it.from.organisation, at, lang: 'da' }, blocks(it, at), piece => { pieces.push(piece) })
  return new Uint8Array(Buffer.concat(pieces))
}

/** What the letter says of where it stands; nothing while it is not decided. */
export const said = (it: Reply, text: { readonly says: Readonly<Record<'accepted' | 'declined' | 'answered', string>> }): string => {
  const { state } = it.referral
  return state === 'accepted' || state === 'declined' || state === 'answered' ? text.says[state] : ''
}

function* blocks(it: Reply, at: Date): Generator<PaperBlock> {
  const text = da.in
  yield { kind: 'title', text: text.letterTo(it.to.name) }
  yield { kind: 'facts', rows: [[text.from, [it.from.name, it.from.organisation].filter(Boolean).join(', ')], [text.date, sayDay(dayOf(at))], [text.ours, it.referral.number], [text.yours, sayDay(dayOf(it.referral.sentAt))]] }
  yield { kind: 'text', text: said(it, text) }
  const words = it.told.at(-1)?.words
  if (it.done && words) yield { kind: 'text', text: words }
}
