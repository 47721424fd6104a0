// What somebody sees when a thing is not there, not theirs, too large, or broken. The same for all who ask, and without a trace of the inside.
import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refusal } from '../../kernel/refusal.ts'
import { sendPage } from '../../platform/http.ts'
import type { House } from '../../platform/action.ts'
import { da, type Texts } from '../../platform/text.da.ts'
import { en } from '../../platform/text.en.ts'
import { Actions, LinkButton } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { CitizenPage, PublicPage } from '../../platform/ui/pages.tsx'
import { Lead } from '../../platform/ui/parts.tsx'
import { inLanguage, pagesAt } from '../../toolkit/guide-address.ts'
import { langOf, whoIs } from './door.tsx'
import { GivenBack, isWritten, type SentForm, sentWith } from './given-back.tsx'
import { sentence } from './sentences.ts'
import { staffFrame } from '../pages/staff-dress.tsx'

export function faultPages(app: Hono, house: House): void {
  app.notFound(c => plain(c, house, 404))
  app.onError((error, c) => {
    if (error instanceof Refusal && error.code === 'platform.uploads-busy') {
      c.header('Retry-After', '60')
      return plain(c, house, 429, sentence(error.code, langOf(c)))
    }
    if (error instanceof Refusal) return error.kind === 'missing' || error.kind === 'forbidden' ? plain(c, house, 404) : plain(c, house, 422, sentence(error.code, langOf(c)))
    if (error instanceof HTTPException) return error.status === 413 ? plain(c, house, 413) : plain(c, house, 403)
    if (isAway(error)) return plain(c, house, 503)
    // Where and what kind, never what was asked or written.
    const at = placesIn(error.stack ?? '')
    process.stderr.write(`${JSON.stringify({ fault: randomUUID(), kind: error.name, code: (error as { code?: string }).code, at })}\n`)
    return plain(c, house, 500)
  })
}

/** The first places of a stack. What stands above them is the message, which may be of many lines and hold what somebody wrote. */
export const placesIn = (stack: string): string =>
  stack.split('\n').map(line => line.trim()).filter(line => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, 5).join(' < ')

/** The database cannot be reached or is closing: connection faults of the socket, and class 57 and 08 of PostgreSQL. */
const isAway = (error: unknown): boolean => {
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') return /^(ECONN|ENOENT|EPIPE|57P|08)/.test(code)
  return error instanceof Error && /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect)/.test(error.message)
}

type Status = 403 | 404 | 413 | 422 | 429 | 500 | 503

async function plain(c: Context, house: House, status: Status, said?: string) {
  // The open pages have their language in the address.
  const open = /^(?:\/en)?\/(?:raad|redskaber)(?:\/|$)/.test(c.req.path)
  const lang = open && c.req.path.startsWith('/en/') ? 'en' : langOf(c)
  const text = lang === 'da' ? da : en
  // Who somebody is stands in the database: asked only where the fault is not the house's own, and the page does without an answer.
  const frame = status < 500 && !citizens(c) ? await staffFrame(c, house).catch(() => undefined) : undefined
  const noRole = frame?.actor.roles.length === 0
  const sent = await handedBack(c, house, status)
  const [title, help] = said !== undefined ? [text.missingTitle, said] : saidOf(text, status, c.req.method === 'POST', sent)
  const body = (
    <>
      <h1>{title}</h1>
      <Lead>{noRole ? text.noRole : help}</Lead>
      {sent && <GivenBack c={c} sent={sent} lang={lang} again={status !== 404} />}
      {!noRole && <Actions><LinkButton href={citizens(c) ? '/noter' : frame ? '/model' : open ? inLanguage(pagesAt, lang) as SafeHref : '/'} kind="secondary">{text.home}</LinkButton></Actions>}
    </>
  )
  const plainly = { title, lang, path: c.req.path, demoBand: house.config.door === 'demo' }
  return sendPage(c, frame ? frame.around({ title, body }, true) : citizens(c) ? <CitizenPage {...plainly}>{body}</CitizenPage> : <PublicPage {...plainly} exit={open}>{body}</PublicPage>, status)
}

/** What was sent, where it can be handed back. What another site put together (403) is not; what is too large is read only for somebody who is signed in. */
async function handedBack(c: Context, house: House, status: Status): Promise<SentForm | undefined> {
  if (status === 403 || status === 422 || status === 429) return undefined
  if (status === 413 && !(await whoIs(c, house, citizens(c) ? 'citizen' : 'staff').catch(() => undefined))) return undefined
  const sent = await sentWith(c, house)
  return status === 404 && !sent?.values.some(([, value]) => isWritten(value)) ? undefined : sent
}

function saidOf(text: Texts, status: Status, posted: boolean, sent: SentForm | undefined): readonly [string, string] {
  const back = text.givenBack
  if (status === 413) return [text.tooLargeTitle, sent ? back.large : posted ? back.largeFile : text.refusals['too-large']]
  if (status === 503) return [text.awayTitle, sent ? back.away : posted ? back.awayLost : text.awayHelp]
  if (status === 500) return [text.brokenTitle, sent ? back.broken : text.brokenHelp]
  if (status === 403) return [text.missingTitle, text.foreignForm]
  if (status === 429) return [text.brokenTitle, text.refusals['uploads-busy']]
  return [text.missingTitle, status === 404 && sent ? back.missing : text.missingHelp]
}

const citizens = (c: Context): boolean => c.req.path === '/noter' || c.req.path.startsWith('/noter/')
