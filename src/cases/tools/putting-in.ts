// The two acts about files, the same wherever a tool is filled in: what was sent is put in before anything else is asked of the page, and what is there is handed out.
import { Readable } from 'node:stream'
import { z } from 'zod'
import { type Fault, Refusal } from '../../kernel/refusal.ts'
import type { Right } from '../../kernel/rights.ts'
import { moreFiles } from '../../forms/file-question.tsx'
import { chosen, type FileFacts, type Form, isFileField } from '../../forms/rules.ts'
import { dropFiles, keepFiles, type KeptFile } from '../../incidents/files.ts'
import { action, type Facts, type House, type Work } from '../../platform/action.ts'
import type { Key } from '../../platform/vault.ts'
import type { SentFields } from '../enquire.ts'
import { attachmentIsIn } from './attachment-store.ts'
import { attachment, type Opened, write } from './attachments.ts'
import type { Desk } from './desk.ts'
import { begunAnswers, filesAt, tryToPutAside } from './drafts.ts'

interface Carried { readonly field: string; readonly file: File }
interface Kept { readonly field: string; readonly file: KeptFile }
/** A page with files. `kept`: those that lie in the store by now; `faults`: why the others do not. */
export interface SentWithFiles<N> { readonly at: N; readonly sent: SentFields; readonly carried: readonly Carried[]; readonly kept: readonly Kept[]; readonly faults: readonly Fault[] }

/** What came of the files of a page. `fields` stands in their place from then on; `faults` tells of those that could not be taken. */
export interface PutIn { readonly fields: SentFields; readonly faults: readonly Fault[] }

/** Where files are put in. `aside` puts the page aside with them, and answers with what else stands on it from then on. */
export interface Into { readonly write: (field: string, file: KeptFile) => Promise<string>; readonly aside: (sent: SentFields) => Promise<SentFields> }
export interface PuttingIn<N, F extends Facts> {
  readonly audit: `${string}.${string}`
  readonly right: Right
  /** What the address names. */
  readonly at: (sent: SentFields) => N
  readonly facts: (db: Work['db'], at: N, actor: Work['actor'], now: Date) => Promise<F | undefined>
  readonly form: (work: Work, at: N) => Promise<Form>
  readonly into: (work: Work, at: N, facts: F, form: Form) => Promise<Into>
}

/** How a page is put aside. */
export interface Aside { readonly seen: number; readonly rev: number; readonly sent: SentFields; readonly beside: SentFields }
/** Into a case, with the draft of the page. */
export const intoDesk = (work: Work, desk: Desk, form: Form, read: (sent: SentFields) => Aside): Into => ({
  write: (field, file) => write(work, desk, field, file),
  aside: async sent => {
    const page = read(sent)
    const kept = await tryToPutAside(work, desk, { ...page, form, answers: begunAnswers(form, page.sent, await filesAt(work, desk)) })
    return kept ? { rev: String(page.rev + 1) } : {}
  },
})

/**
 * Puts in the files of a page and puts the page aside with them, so that both are there whatever becomes of the rest.
 * A file that cannot be taken is told at its question; the others are put in.
 */
export const puttingIn = <N, F extends Facts>(it: PuttingIn<N, F>) => action({
  method: 'post', audit: it.audit, right: it.right, facts: (db, input: SentWithFiles<N>, actor, now) => it.facts(db, input.at, actor, now),
  input: z.record(z.string(), z.unknown()).transform((raw): SentWithFiles<N> => {
    const sent = textsOf(raw)
    return { at: it.at(sent), sent, carried: filesOf(raw), kept: [], faults: [] }
  }),
  beforehand: async (house, input) => {
    const ready = await keepEach(house, input.carried)
    return { input: { ...input, ...ready }, undo: () => dropFiles(house, ready.kept.map(one => one.file)) }
  },
  run: async (work: Work, input, facts: F): Promise<PutIn> => {
    const form = await it.form(work, input.at)
    const into = await it.into(work, input.at, facts, form)
    const fields: Record<string, string[]> = {}
    for (const { field, file } of input.kept) {
      if (!isFileField(form, field)) throw new Refusal('invalid', 'forms.unknown-field', field)
      fields[field] = [...new Set([...(fields[field] ?? chosen(input.sent, field)), await into.write(field, file)])]
    }
    return { fields: { ...fields, ...(await into.aside({ ...input.sent, ...fields })) }, faults: input.faults }
  },
  leadsTo: result => result,
})

const textsOf = (raw: Readonly<Record<string, unknown>>): SentFields => Object.fromEntries(Object.entries(raw).flatMap(([field, value]): [string, string | string[]][] => {
  if (typeof value === 'string') return [[field, value]]
  const texts = [value].flat().filter((one): one is string => typeof one === 'string')
  return texts.length > 0 ? [[field, texts]] : []
}))
const filesOf = (raw: Readonly<Record<string, unknown>>): readonly Carried[] =>
  Object.entries(raw).flatMap(([field, value]) => [value].flat().flatMap(file => (file instanceof File && file.size > 0 ? [{ field: field.endsWith(moreFiles) ? field.slice(0, -moreFiles.length) : field, file }] : [])))

async function keepEach(house: House, carried: readonly Carried[]): Promise<{ readonly kept: readonly Kept[]; readonly faults: readonly Fault[] }> {
  const [kept, faults]: [Kept[], Fault[]] = [[], []]
  try {
    for (const { field, file } of carried) {
      try {
        for (const one of await keepFiles(house, [file])) kept.push({ field, file: one })
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault
        faults.push({ field, code: fault.code })
      }
    }
  } catch (fault) {
    await dropFiles(house, kept.map(it => it.file))
    throw fault
  }
  return { kept, faults }
}

const file = z.object({ file: z.uuid('platform.missing') })
export interface HandingOut<N, F extends Facts> {
  readonly path: string
  readonly audit: `${string}.${string}`
  readonly right: Right
  readonly at: z.ZodObject<{ [K in keyof N]: z.ZodType<N[K]> }>
  readonly facts: (db: Work['db'], at: N, actor: Work['actor'], now: Date) => Promise<F | undefined>
  /** For the gate: whether there is such a file there for this person. */
  readonly isIn: (db: Work['db'], at: N, facts: F, id: string, actor: Work['actor']) => Promise<boolean>
  readonly find: (work: Work, at: N, facts: F, id: string) => Promise<Opened | undefined>
}
/** The files of a case, or of a family's track in it. `key`: of what the tool was filled in in; undefined for what belongs elsewhere. */
export const inCase = <N, F extends Facts>(of: (facts: F) => string, key: (work: Work, at: N, facts: F) => (paper: string) => Promise<Key | undefined>, family = false): Pick<HandingOut<N, F>, 'isIn' | 'find'> => ({
  isIn: (db, _at, facts, id, actor) => attachmentIsIn(db, of(facts), id, actor.id, family), find: (work, at, facts, id) => attachment(work, of(facts), id, key(work, at, facts)),
})
/** Who may read the paper is handed what lies with it: the database asks the paper itself. */
export const handingOut = <N, F extends Facts>(it: HandingOut<N, F>) => action({
  path: it.path, method: 'get', audit: it.audit, right: it.right, input: it.at.extend(file.shape) as unknown as z.ZodType<N & z.infer<typeof file>>,
  facts: async (db, input, actor, now) => {
    const facts = await it.facts(db, input, actor, now)
    return facts && await it.isIn(db, input, facts, input.file, actor) ? facts : undefined
  },
  run: async (work: Work, input, facts: F) => {
    const found = await it.find(work, input, facts, input.file)
    if (!found) throw new Refusal('missing', 'platform.missing')
    return { name: `vedlaeg${endingOf(found.facts)}`, type: found.facts.type, body: Readable.toWeb(work.house.files.get(found.file, found.key)) as ReadableStream }
  },
})
const endingOf = ({ name }: FileFacts): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
