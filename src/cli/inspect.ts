// lods inspect FILE: what is in an export, without a database. See docs/inspect.md.
import { isWhole, listFile, type NotListed, type Sink } from '../imports/listing.ts'
import type { Recognised } from '../imports/recognise.ts'
import type { DateOrder } from '../imports/rules.ts'
import { da, type ImportTexts } from '../imports/report.da.ts'
import { en } from '../imports/report.en.ts'
import { assumedZone, type Answers } from '../imports/whatsapp.ts'
import { openZone } from '../imports/zone.ts'
import { report } from '../imports/report.ts'
import { langIn } from './arguments.ts'

interface Asked { readonly file: string; readonly json: boolean; readonly answers: Answers }
interface Wrong { readonly wrong: string }

/** Runs the command. @returns 0: read and every byte accounted for · 1: no export, or something is missing or damaged · 2: used wrongly */
export async function inspect(args: readonly string[], out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<number> {
  const lang = langIn(args)
  const texts: ImportTexts = lang === 'en' ? en : da
  const say = (sentence: string): void => void err.write(`${sentence}\n`)
  const asked = readArgs(args, texts)
  if ('wrong' in asked) {
    say(asked.wrong)
    return 2
  }
  const listed = await listFile(asked.file, asked.answers, asked.json ? sinkInto(out) : async () => undefined).catch((error: unknown) => fault(error))
  if (listed === undefined) {
    say(texts.wrong['not-found'].replace('{what}', asked.file))
    return 2
  }
  if ('is' in listed) {
    say(sentenceFor(listed, texts))
    return 1
  }
  if (!asked.json) out.write(report(listed, texts, lang))
  if (isWhole(listed)) return 0
  say(texts.warning[listed.tally.rests.has('unreadable') || listed.tally.rests.has('too-large') ? 'unread-member' : 'does-not-add-up'])
  return 1
}

/** A file that is missing, closed or a folder is the caller's mistake; everything else is ours and goes on up. */
function fault(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'EPERM') return undefined
  throw error
}

const sinkInto = (out: NodeJS.WritableStream): Sink => lines =>
  new Promise((done, fail) => void out.write(lines, error => (error && !isClosedPipe(error) ? fail(error) : done())))

/** Whoever reads us has read enough (`| head`): the file is still read to its end, so that the exit code is true. */
const isClosedPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE'

function sentenceFor({ is }: NotListed, texts: ImportTexts): string {
  if (is === 'no-chat') return texts.noChat
  if (is === 'bad-chat') return texts.badChat
  if (is === 'locked-chat') return texts.lockedChat
  if (is === 'large-chat') return texts.largeChat
  if (is === 'bad-zip') return texts.badZip
  if (is === 'too-much') return texts.tooMuch
  const unread: Readonly<Partial<Record<Recognised, string>>> = texts.unread
  return unread[is] ?? texts.unread.unknown
}

const optionNames = ['--me', '--zone', '--date-order', '--lang'] as const
type Given = Partial<Record<(typeof optionNames)[number], string>>

function readArgs(args: readonly string[], texts: ImportTexts): Asked | Wrong {
  const given: Given = {}
  const files: string[] = []
  let json = false
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    const [, key, inline] = /^(--[^=]+)=(.*)$/s.exec(arg) ?? ['', arg, undefined]
    const option = optionNames.find(it => it === key)
    if (arg === '--json') json = true
    else if (option) {
      const value = inline ?? args[(index += 1)]
      if (value === undefined || value === '') return { wrong: texts.wrong.option.replace('{what}', arg) }
      given[option] = value
    } else if (arg.startsWith('--')) return { wrong: texts.wrong.option.replace('{what}', arg) }
    else files.push(arg)
  }
  return checked(files, json, given, texts)
}

function checked(files: readonly string[], json: boolean, given: Given, texts: ImportTexts): Asked | Wrong {
  const { '--me': me, '--zone': zone, '--date-order': order, '--lang': lang = 'en' } = given
  const [file, ...more] = files
  if (file === undefined) return { wrong: `${texts.wrong['no-file']} ${texts.usage}` }
  if (more.length > 0) return { wrong: texts.wrong['many-files'] }
  const dateOrder = orders.find(it => it === order)
  if (order !== undefined && dateOrder === undefined) return { wrong: texts.wrong.order.replace('{what}', order) }
  if (lang !== 'da' && lang !== 'en') return { wrong: texts.wrong.option.replace('{what}', `--lang ${lang}`) }
  if (!isZone(zone ?? assumedZone)) return { wrong: texts.wrong.zone.replace('{what}', zone ?? '') }
  return { file, json, answers: { me, zone, dateOrder } }
}

const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd']

function isZone(name: string): boolean {
  try {
    openZone(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

