// A form as it is read and printed: blank with boxes and lines to write on, or as it was answered.
import type { Lang } from '../kernel/day.ts'
import type { Html } from '../platform/screen.ts'
import { Notice, SummaryList } from '../platform/ui/parts.tsx'
import { FileLinks } from './file-question.tsx'
import { hangsOf, sayOptions, type Node } from './hangs.ts'
import { optionsOf, questionsOf, reactions, stopped, type Answers, type FilesIn, type Form, type Question } from './rules.ts'
import { sayAnswers, type Said } from './say.ts'
import { formText } from './screens.tsx'

/** The form with nothing in it. Nothing on it can be typed in, so nothing can be kept or sent. */
export function BlankForm(props: { readonly form: Form; readonly lang: Lang }): Html {
  const { form, lang } = props
  return (
    <>
      {form.parts.map(part => (
        <section>
          <h2>{part.title[lang]}</h2>
          {part.help && <p>{part.help[lang]}</p>}
          {hangsOf(part.questions).map(it => <Blank form={form} node={it} lang={lang} />)}
        </section>
      ))}
      <p class="quiet">{form.source[lang]}. {formText(lang).version(form.version)}.</p>
    </>
  )
}

function Blank(props: { readonly form: Form; readonly node: Node; readonly lang: Lang }) {
  const { form, node: { question, hangs }, lang } = props
  const parent = question.showIf && questionsOf(form).find(it => it.id === question.showIf?.question)
  const text = formText(lang)
  const inner = (question.kind === 'group' ? hangsOf(question.questions) : []).map(it => <Blank form={form} node={it} lang={lang} />)
  return (
    <div class="sheet-question" id={question.kind === 'advice' ? question.id : undefined}>
      <h3>
        {parent && question.showIf && <span class="sheet-when">{text.when(sayOptions(parent, question.showIf.is, lang, text.or))}: </span>}
        {question.ask[lang]}
      </h3>
      {question.help && <p class="told">{question.help[lang]}</p>}
      <Space question={question} lang={lang} />
      {question.stop && <p><strong>{text.stopsAt(sayOptions(question, question.stop.is, lang, text.or))}.</strong> {question.stop.says[lang]}</p>}
      {inner.length > 0 && <div class="sheet-hangs">{inner}</div>}
      {hangs.length > 0 && <div class="sheet-hangs">{hangs.flatMap(it => it.nodes).map(it => <Blank form={form} node={it} lang={lang} />)}</div>}
    </div>
  )
}

/** Room for the answer: boxes for what can be ticked, lines for what is written. */
function Space(props: { readonly question: Question; readonly lang: Lang }) {
  const { question, lang } = props
  const text = formText(lang)
  const options = optionsOf(question)
  const ends = question.kind === 'scale' ? `${question.from} = ${question.low[lang]}, ${question.to} = ${question.high[lang]}. ` : ''
  if (options.length > 0) return (
    <>
      {(ends || question.kind === 'many') && <p class="quiet">{ends}{question.kind === 'many' && text.tickMany}</p>}
      <ul class="sheet-boxes">{options.map(it => <li>{it.text[lang]}</li>)}</ul>
      {question.kind === 'advice' && <><p class="quiet">{text.saidToIt}:</p><ul class="sheet-boxes">{reactions.map(it => <li>{it.text[lang]}</li>)}</ul></>}
      {question.kind === 'yes-partly-no-unknown' && <Lines labels={[text.note]} />}
    </>
  )
  switch (question.kind) {
    case 'explanation': case 'group': return null
    case 'long': return <Lines labels={['', '', '', '']} />
    case 'datetime': return <Lines row labels={[text.day, text.time, text.aboutWhen]} />
    case 'person': return <Lines labels={[text.name, text.relation, text.phone]} />
    case 'file': return <><Lines labels={[text.attached]} /><p class="quiet screen-only">{text.noFilesHere}</p></>
    default: return <Lines labels={['']} />
  }
}

const Lines = (props: { readonly labels: readonly string[]; readonly row?: boolean }) => (
  <div class={props.row ? 'sheet-row' : undefined}>{props.labels.map(it => <p class="sheet-line">{it && `${it}:`}</p>)}</div>
)

/** The form as it was answered, in the words it had then. @throws Error when the answers belong to another form or version */
export function FilledForm(props: { readonly form: Form; readonly answers: Answers; readonly lang: Lang; /** Where its files are handed out; without it they are named. */ readonly at?: string }): Html {
  const { form, answers, lang } = props
  const said = sayAnswers(form, answers, lang)
  const stop = stopped(form, answers.values)
  const text = formText(lang)
  return (
    <>
      {said.length === 0 && <p class="quiet">{text.unanswered}</p>}
      {form.parts.map(part => <Filled title={part.title[lang]} said={said.filter(it => it.part === part.title[lang])} files={props.at === undefined ? undefined : answers.files} at={props.at ?? ''} lang={lang} />)}
      {stop && <Notice kind="warn" heading={text.stopped}><p>{stop.says[lang]}</p></Notice>}
      <p class="quiet">{text.version(form.version)}.</p>
    </>
  )
}

function Filled(props: { readonly title: string; readonly said: readonly Said[]; readonly files: FilesIn | undefined; readonly at: string; readonly lang: Lang }) {
  if (props.said.length === 0) return null
  return (
    <section>
      <h2>{props.title}</h2>
      <SummaryList rows={props.said.map(it => ({
        term: it.row ? `${it.row}: ${it.question}` : it.question,
        value: it.files && props.files ? <FileLinks refs={it.files} files={props.files} at={props.at} lang={props.lang} /> : <>{it.answer}{it.note !== undefined && <><br />{it.note}</>}</>,
      }))} />
    </section>
  )
}
