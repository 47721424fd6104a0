// A referral to somebody outside the system as a file to print, post or hand over. It says what the sheet on the screen says, and is always in Danish.
import { dayOf, sayDay } from '../kernel/day.ts'
import type { PaperBlock } from '../platform/paper.ts'
import { printPaper } from '../platform/paper-thread.ts'
import { topics } from '../consents/rules.ts'
import type { Paper } from './rules.ts'
import { da } from './text.da.ts'

export async function outPdf(it: Paper, at: Date): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  await printPaper({ title: da.out.paperTitle(it.referral.number), left: it.from.organisation, at, lang: 'da' }, blocks(it), piece => { pieces.push(piece) })
  return new Uint8Array(Buffer.concat(pieces))
}

function* blocks({ referral: it, copy, from, signed }: Paper): Generator<PaperBlock> {
  const text = da.out
  yield { kind: 'title', text: text.paperTo(copy.out?.name ?? '') }
  yield {
    kind: 'facts', rows: [
      [text.pdf.from, [from.name, from.organisation, it.fromPhone].filter(Boolean).join(', ')], [text.pdf.sent, sayDay(dayOf(it.sentAt))], [text.pdf.number, it.number],
      ...(it.due ? [[text.pdf.answer, sayDay(dayOf(it.due))] as const] : []),
    ],
  }
  yield { kind: 'heading', text: da.one.purpose }
  yield { kind: 'text', text: copy.purpose }
  for (const topic of topics) {
    const said = topic === 'log' ? undefined : copy.texts[topic]
    if (said === undefined) continue
    yield { kind: 'heading', text: da.topics[topic] }
    yield { kind: 'text', text: said }
  }
  yield { kind: 'heading', text: text.on }
  yield { kind: 'text', text: [it.ground && it.ground !== 'task' && it.ground !== 'consent' ? `${text.hows[it.ground]}.` : '', copy.out?.ground ?? ''].filter(Boolean).join(' ') }
  if (signed) yield { kind: 'text', text: da.signed.said(sayDay(signed.signedOn), signed.covers.map(topic => da.topics[topic].toLowerCase()).join(', '), sayDay(signed.until), true) }
}
