// The tools as files, open to everybody: blank, and the log's example. Made once a day for each version.
import type { Context, Hono } from 'hono'
import { dayOf, type Lang } from '../../kernel/day.ts'
import { readDirectory } from '../../directory/folder.ts'
import type { House } from '../../platform/action.ts'
import { openForm, paperFile, type PaperOfTool, papersOfTool, type PaperType, paperTypes } from '../../toolkit/blank-paper.ts'
import { inLanguage, toolsAt } from '../../toolkit/guide-address.ts'
import { onOpenShelf } from '../../toolkit/open.ts'
import { toolNow } from '../../toolkit/shelf.ts'
import { whoIs } from '../door/door.tsx'

type File = Promise<Uint8Array<ArrayBuffer> | undefined>

export function toolPapers(app: Hono, house: House): void {
  const { partnership } = readDirectory(house.config.municipality)
  const made = { day: '', files: new Map<string, File>() }

  async function fileFor(c: Context, paper: PaperOfTool, type: PaperType, lang: Lang): File {
    const id = c.req.param('tool') ?? ''
    const now = house.clock.now()
    const form = (await onOpenShelf({ pool: house.pool, partnership: partnership.id, now }, db => toolNow(db, id)))?.form
    if (!form) return undefined
    const colleague = await whoIs(c, house, 'staff') !== undefined
    const day = dayOf(now)
    if (made.day !== day) Object.assign(made, { day, files: new Map<string, File>() })
    const name = [form.id, form.version, paper, type, lang, colleague].join(' ')
    const file = made.files.get(name) ?? paperFile({ tool: id, form: openForm(form, colleague), paper, type, lang, now })
    made.files.set(name, file)
    return file.catch((fault: unknown) => {
      made.files.delete(name)
      throw fault
    })
  }

  for (const paper of papersOfTool)
    for (const type of ['pdf', 'docx'] as const)
      for (const lang of ['da', 'en'] as const)
        app.get(inLanguage(`${toolsAt}/:tool/${paper}.${type}`, lang), async c => {
          const file = await fileFor(c, paper, type, lang)
          if (!file) return c.notFound()
          const name = `${names[lang][paper]}.${type}`
          return c.body(file, 200, { 'Content-Type': paperTypes[type], 'Content-Disposition': `${type === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`, 'X-Content-Type-Options': 'nosniff' })
        })
}

/** What a file is called where it is kept; it tells nothing of what it is about. */
const names = { da: { blanket: 'skema', eksempel: 'eksempel' }, en: { blanket: 'form', eksempel: 'example' } } as const
