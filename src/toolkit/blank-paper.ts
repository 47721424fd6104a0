// The papers of a tool that nobody has written on yet, and the example: as PDF to print, and as Word to fill in.
import { dayOf, type Lang } from '../kernel/day.ts'
import { cardBlocks } from '../forms/card-blocks.ts'
import { blankBlocks } from '../forms/paper-blocks.ts'
import { forCitizen, type Form } from '../forms/rules.ts'
import type { PaperBlock, PaperHead } from '../platform/paper.ts'
import { paperBytes } from '../platform/paper-thread.ts'
import { wordFile } from '../platform/word.ts'
import { exampleBlocks, blankLog } from './log-paper.ts'

export const papersOfTool = ['blanket', 'eksempel'] as const
export type PaperOfTool = (typeof papersOfTool)[number]
export const paperTypes = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
export type PaperType = keyof typeof paperTypes

/** The tool that has an example, and rows across a page that lies. */
const log = 'incident-log'

export interface ToPrint { readonly tool: string; readonly form: Form; readonly paper: PaperOfTool; readonly type: PaperType; readonly lang: Lang; readonly now: Date }
/** Undefined where there is no such paper. */
export async function paperFile({ tool, form, paper, type, lang, now }: ToPrint): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const example = paper === 'eksempel'
  if (form.parts.length === 0 || (example && tool !== log)) return undefined
  const head: PaperHead = { title: form.title[lang], left: form.title[lang], at: new Date(`${dayOf(now)}T00:00:00Z`), lang, lying: example }
  const blank = type === 'pdf' ? cardBlocks : blankBlocks
  const blocks = function* (): Generator<PaperBlock> { yield* example ? exampleBlocks(form, lang) : tool === log ? blankLog(form, lang) : blank(form, lang) }
  return type === 'pdf' ? paperBytes(head, blocks()) : wordFile(head, dayOf(now), blocks())
}

/** What may be printed by whoever comes: all of it for colleagues, and for everybody else nothing that is not for a citizen. */
export const openForm = (form: Form, colleague: boolean): Form => (colleague ? form : forCitizen(form))
