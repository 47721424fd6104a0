// The thread that draws paper, so that a long log does not hold up everybody else's page.
// In: PaperBlock, or null when there are no more. Out: 'next' for each block taken, pieces of the file, at last the number of pages.
import { once } from 'node:events'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { drawPaper, type PaperBlock, type PaperHead } from './paper.ts'

export type FromPaper = { readonly kind: 'next' } | { readonly kind: 'piece'; readonly piece: Uint8Array } | { readonly kind: 'done'; readonly pages: number }

async function* blocksFrom(port: MessagePort): AsyncGenerator<PaperBlock> {
  for (;;) {
    const coming = once(port, 'message') as Promise<[PaperBlock | null]>
    port.postMessage({ kind: 'next' } satisfies FromPaper)
    const [block] = await coming
    if (block === null) return
    yield block
  }
}

if (parentPort) {
  const port = parentPort
  const { pages } = await drawPaper(workerData as PaperHead, blocksFrom(port), piece => port.postMessage({ kind: 'piece', piece } satisfies FromPaper))
  port.postMessage({ kind: 'done', pages } satisfies FromPaper)
  port.close()
}
