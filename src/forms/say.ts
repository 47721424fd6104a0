// Answers in words, as the version they were given to said it. Pure; may be sent to a browser.
import { sayDay, type Lang } from '../kernel/day.ts'
import { readTypedClock, readTypedDay } from './read.ts'
import { chosen, fileOf, given, givenAs, optionsOf, places, questionsOf, reactions, rowPattern, type Answers, type FileFacts, type Form, type Place, type Question } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

/** One answered question. `row` says which row of a group ("Barn 2"). `files`: the references behind an answer that is files. */
export interface Said {
  readonly name: string
  readonly part: string
  readonly row?: string
  readonly question: string
  readonly answer: string
  readonly note?: string
  readonly files?: readonly string[]
}

/** @throws Error when the answers belong to another form or version: they are only readable in their own version's words. */
export function sayAnswers(form: Form, answers: Answers, lang: Lang): readonly Said[] {
  if (answers.form !== form.id || answers.version !== form.version)
    throw new Error(`answers to ${answers.form} ${answers.version} cannot be read with ${form.id} ${form.version}`)
  return places(form, answers.values).flatMap(place => {
    const answer = sayAnswer(place, answers, lang)
    const note = given(answers.values, `${place.name}-note`)
    if (answer === '' && typeof note !== 'string') return []
    const row = rowTitle(place, lang)
    return [{
      name: place.name, part: place.part.title[lang], ...(row && { row }), question: askIn(form, place.question, lang), answer,
      ...(typeof note === 'string' && { note }), ...(place.question.kind === 'file' && { files: chosen(answers.values, place.name) }),
    }]
  })
}

/** Two that are asked in the same words after different answers say which answer they follow: "Den afviste: Hvad taler for?" */
function askIn(form: Form, question: Question, lang: Lang): string {
  const { showIf, ask } = question
  const all = questionsOf(form)
  const parent = showIf && all.find(it => it.id === showIf.question)
  if (!parent || !all.some(it => it.id !== question.id && it.ask[lang] === ask[lang] && it.showIf?.question === showIf.question)) return ask[lang]
  const after = optionsOf(parent).filter(it => showIf.is.includes(it.id)).map(it => it.text[lang])
  return `${after.join(', ')}: ${ask[lang]}`
}

function rowTitle({ name, part }: Place, lang: Lang): string | undefined {
  const hit = rowPattern.exec(name)
  const group = hit && part.questions.find(it => it.id === hit[1])
  return group?.kind === 'group' ? `${group.row[lang]} ${hit?.[2]}` : undefined
}

function sayAnswer({ question, name }: Place, { values, files }: Answers, lang: Lang): string {
  const said = chosen(values, name)
  const field = (after: string) => String(given(values, `${name}${after}`) ?? '')
  switch (question.kind) {
    case 'explanation': case 'group': return ''
    case 'one': case 'many': case 'yesno': case 'yes-partly-no-unknown':
      return optionsOf(question).filter(it => said.includes(it.id)).map(it => it.text[lang]).join(', ')
    case 'advice': return sayGiven(said[0], field('-reaction'), lang)
    case 'date': return said[0] === undefined ? '' : sayTypedDay(said[0], lang)
    case 'time': return said[0] === undefined ? '' : sayTypedClock(said[0], lang)
    case 'datetime': return sayMoment(field('-day'), field('-time'), field('-about'), lang)
    case 'number': return said[0] === undefined ? '' : [said[0], question.unit?.[lang]].filter(Boolean).join(' ')
    case 'scale':
      return said[0] === undefined ? '' : `${said[0]} (${question.from} = ${question.low[lang]}, ${question.to} = ${question.high[lang]})`
    case 'person': return [field('-name'), field('-relation'), field('-phone')].filter(Boolean).join(', ')
    case 'short': case 'long': return said.join(', ')
    case 'file': return said.map(it => {
      const file = fileOf(files, it)
      return file ? sayFile(file, lang) : it
    }).join(', ')
  }
}

/** "Mundtligt: vil have hjælp til det" */
function sayGiven(how: string | undefined, reaction: string, lang: Lang): string {
  const said = reactions.find(it => it.id === reaction)?.text[lang]
  return [givenAs.find(it => it.id === how)?.text[lang], said && `${said.charAt(0).toLowerCase()}${said.slice(1)}`].filter(Boolean).join(': ')
}

/** "brev.pdf (2,3 MB)" */
export const sayFile = ({ name, bytes }: Pick<FileFacts, 'name' | 'bytes'>, lang: Lang): string => `${name} (${sayBytes(bytes, lang)})`

/** As people say it: to the kilobyte, then to a tenth of a megabyte. */
export function sayBytes(bytes: number, lang: Lang): string {
  const whole = new Intl.NumberFormat(lang === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 })
  return bytes < 1_000_000 ? `${whole.format(Math.max(1, Math.round(bytes / 1000)))} kB` : `${whole.format(bytes / 1_000_000)} MB`
}

function sayTypedDay(text: string, lang: Lang): string {
  const day = readTypedDay(text)
  return day ? sayDay(day, lang) : text
}

const sayTypedClock = (text: string, lang: Lang): string =>
  lang === 'da' ? `kl. ${(readTypedClock(text) ?? text).replace(':', '.')}` : readTypedClock(text) ?? text

function sayMoment(day: string, time: string, about: string, lang: Lang): string {
  const words = { da, en }[lang]
  const exact = [day && sayTypedDay(day, lang), time && sayTypedClock(time, lang)].filter(Boolean).join(' ')
  return [exact, about && `${words.about}: ${about}`].filter(Boolean).join(', ')
}
