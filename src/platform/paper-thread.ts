// Printing beside the event loop: blocks go over to a thread one at a time, the file comes back in pieces.
import { Worker } from 'node:worker_threads'
import type { PaperBlock, PaperHead } from './paper.ts'
import type { FromPaper } from './paper-worker.ts'

/**
 * Draws the blocks in a thread of their own; a block is asked for only when the one before has been drawn, so that pictures need not be in memory together.
 * @param write gets the file in pieces, in order
 * @throws whatever the drawing, the blocks or `write` throw
 */
export async function printPaper(
  head: PaperHead, blocks: AsyncIterable<PaperBlock> | Iterable<PaperBlock>, write: (piece: Uint8Array) => void,
): Promise<{ pages: number }> {
  const worker = new Worker(new URL('./paper-worker.js', import.meta.url), { workerData: head })
  const source = Symbol.asyncIterator in blocks ? blocks[Symbol.asyncIterator]() : blocks[Symbol.iterator]()
  try {
    return await new Promise((resolve, reject) => {
      const step = async (message: FromPaper) => {
        if (message.kind === 'piece') return write(message.piece)
        if (message.kind === 'done') return resolve({ pages: message.pages })
        const next = await source.next()
        worker.postMessage(next.done ? null : next.value)
      }
      worker.on('message', (message: FromPaper) => { step(message).catch(reject) })
      worker.once('error', reject)
      worker.once('exit', code => reject(new Error(`The paper thread ended too early (${code}).`)))
    })
  } finally {
    await worker.terminate()
  }
}

/** The whole file at once, for papers of a few pages. */
export async function paperBytes(head: PaperHead, blocks: Iterable<PaperBlock>): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  await printPaper(head, blocks, piece => { pieces.push(piece) })
  return new Uint8Array(Buffer.concat(pieces))
}
