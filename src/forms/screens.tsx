// A form on a page, to be filled in with or without JavaScript: what follows from an answer stands under it.
import type { Fault } from '../kernel/refusal.ts'
import type { Ctx, Html } from '../platform/screen.ts'
import { Checkboxes, FieldGroup, Radios } from '../platform/ui/choices.tsx'
import { DateInput, FieldRow, TextArea, TextInput, TimeInput } from '../platform/ui/fields.tsx'
import { ErrorSummary } from '../platform/ui/form.tsx'
import { fewer, Marked, type Marks, useMarks } from '../platform/ui/marks.tsx'
import { Details, Notice } from '../platform/ui/parts.tsx'
import { FileQuestion, type PutIn } from './file-question.tsx'
import { hangsOf, sayOptions, together, type Hang, type Node } from './hangs.ts'
import { readTypedClock, readTypedDay, versionField, versionOf } from './read.ts'
import {
  chosen, fieldsOf, givenAs, longest, mostRows, optionsOf, questionsOf, reactions, rowPattern, rowsOf, yesNo,
  type Form, type Group, type Option, type Question, type Values,
} from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

/** What a form needs to know of its page. */
export type FormCtx = Pick<Ctx, 'lang' | 'say' | 'sent'>
export const formText = (lang: Ctx['lang']) => (lang === 'da' ? da : en)

interface Drawing { readonly ctx: FormCtx; readonly form: Form; readonly values: Values; readonly kept: Values; readonly files: PutIn | undefined; readonly text: ReturnType<typeof formText> }

/**
 * All fields of a form, between the `<Form>` of the page and its button. Sent-back values come before `values` (a draft).
 * For a citizen give `forCitizen(form)`. Only the parts named in `parts` are drawn, when it is given.
 */
export function FormFields(props: {
  readonly ctx: FormCtx
  readonly form: Form
  readonly values?: Values
  readonly parts?: readonly string[]
  /** What has been put in, where files can be: the form around it must be able to send them. Without it the page says that they cannot. */
  readonly files?: PutIn | undefined
}): Html {
  const { ctx, form } = props
  const kept = props.values ?? {}
  const drawing: Drawing = { ctx, form, values: ctx.sent?.values ?? kept, kept, files: props.files, text: formText(ctx.lang) }
  const parts = form.parts.filter(it => !props.parts || props.parts.includes(it.id))
  const fields = (
    <>
      <input type="hidden" name={versionField} value={versionOf(form)} />
      {parts.map(part => (
        <section aria-labelledby={`part-${part.id}`}>
          <h2 id={`part-${part.id}`}>{part.title[ctx.lang]}</h2>
          {part.help && <p>{part.help[ctx.lang]}</p>}
          {together(hangsOf(part.questions)).map(it => <Standing drawing={drawing} nodes={it} />)}
        </section>
      ))}
    </>
  )
  return useMarks() ? fields : <Marked marks={marksOf({ ...form, parts })}>{fields}</Marked>
}

/**
 * Where most of a form may be left out, what must be there is marked. A page that asks more beside the form settles it for both with `Marked`.
 * @param beside fields of the page's own that must be filled in
 */
export function marksOf(form: Form, beside = 0): Marks {
  const asked = questionsOf(form).filter(it => it.kind !== 'explanation')
  return fewer(asked.length + beside, asked.filter(it => it.required).length + beside)
}

/** What was wrong, by question, with links to the fields. Stands first on the page; draws nothing when nothing was wrong. */
export function FormErrors(props: { readonly ctx: FormCtx; readonly form?: Form }): Html {
  const { ctx, form } = props
  const lines = (ctx.sent?.faults ?? []).map(({ field, code }) => {
    const asked = form && questionAt(form, field)
    return asked ? { field, text: `${asked.ask[ctx.lang]} ${ctx.say(code)}` } : { field: code === 'forms.unknown-field' ? undefined : field || undefined, text: ctx.say(code) }
  })
  return <ErrorSummary errors={lines.filter((line, at) => lines.findIndex(it => it.text === line.text) === at || line.field !== undefined)} />
}

/** The question that a field belongs to. */
function questionAt(form: Form, field: string): Question | undefined {
  const name = rowPattern.exec(field)?.[3] ?? field
  return questionsOf(form).find(it => it.id === name || fieldsOf[it.kind].some(after => `${it.id}${after}` === name))
}

/** Questions of the first row of a part: those with a condition further up say once what they hang on. */
function Standing(props: { readonly drawing: Drawing; readonly nodes: readonly Node[] }) {
  const { drawing, nodes } = props
  const showIf = nodes[0]?.question.showIf
  const parent = showIf && questionsOf(drawing.form).find(it => it.id === showIf.question)
  const asked = nodes.map(it => <Asked drawing={drawing} node={it} before="" />)
  if (!showIf || !parent) return <>{asked}</>
  const answers = sayOptions(parent, showIf.is, drawing.ctx.lang, drawing.text.or)
  return (
    <FieldGroup quiet legend={drawing.text.whenTo(answers, parent.ask[drawing.ctx.lang])}>
      {asked}
    </FieldGroup>
  )
}

interface AskedProps { readonly drawing: Drawing; readonly node: Node; readonly before: string }

/** A question and, under it, what follows from some of its answers. One answer: inside that choice. Several: a group of its own. */
function Asked({ drawing, node, before }: AskedProps) {
  const { question } = node
  const inChoice = (hang: Hang) => (question.kind === 'one' || question.kind === 'yesno') && hang.showIf.is.length === 1
  const inside = (option: Option) => node.hangs.filter(it => inChoice(it) && it.showIf.is[0] === option.id).flatMap(it => it.nodes)
  const draw = (nodes: readonly Node[]) => nodes.map(it => <Asked drawing={drawing} node={it} before={before} />)
  const { stop } = question
  const stopHere = (option: Option) => (stop?.is.includes(option.id) ? [<StopHere drawing={drawing} says={stop.says[drawing.ctx.lang]} />] : [])
  const within = (option: Option) => [...stopHere(option), ...draw(inside(option))]
  if (node.hangs.length === 0 && !stop) return <Control drawing={drawing} question={question} before={before} inside={() => undefined} />
  return (
    <div class="asked">
      <Control drawing={drawing} question={question} before={before} inside={option => (within(option).length > 0 ? within(option) : undefined)} />
      {node.hangs.filter(it => !inChoice(it)).map(it => (
        <div class="hangs" data-if={it.showIf.is.join(' ')}>
          <FieldGroup quiet legend={drawing.text.when(sayOptions(question, it.showIf.is, drawing.ctx.lang, drawing.text.or))}>
            {draw(it.nodes)}
          </FieldGroup>
        </div>
      ))}
    </div>
  )
}

function StopHere(props: { readonly drawing: Drawing; readonly says: string }) {
  return <Notice kind="warn" heading={props.drawing.text.stopped} level={3}><p>{props.says}</p></Notice>
}

type Inside = (option: Option) => Html[] | undefined
interface ControlProps { readonly drawing: Drawing; readonly question: Question; readonly before: string; readonly inside: Inside }

function Control({ drawing, question, before, inside }: ControlProps) {
  const { ctx: { lang }, values, text } = drawing
  const name = `${before}${question.id}`
  const hint = question.help?.[lang]
  const common = { name, label: question.ask[lang], optional: !question.required, error: errorAt(drawing, name), ...(hint !== undefined && { hint }) }
  const value = chosen(values, name)[0]
  switch (question.kind) {
    case 'explanation': return <Notice heading={question.ask[lang]} level={3}>{hint !== undefined && <p>{hint}</p>}</Notice>
    case 'short': return <TextInput {...common} value={value} width="full" />
    case 'long': return <TextArea {...common} value={value} rows={4} maxlength={question.limits?.max ?? longest.long} />
    case 'number': return <TextInput {...common} value={value} width="short" numeric />
    case 'date': return <DateInput {...common} value={value && (readTypedDay(value) ?? value)} />
    case 'time': return <TimeInput {...common} value={value && (readTypedClock(value) ?? value)} />
    case 'many': return <Checkboxes {...common} values={chosen(values, name)} choices={choicesOf(question, lang, inside)} />
    case 'one': return <Radios {...common} value={value} inline={inOneRow(question, lang) && question.options.every(it => !inside(it))} choices={choicesOf(question, lang, inside)} />
    case 'yesno': return <Radios {...common} value={value} inline={yesNo.every(it => !inside(it))} choices={choicesOf(question, lang, inside)} />
    case 'yes-partly-no-unknown': return (
      <>
        <Radios {...common} inline value={value} choices={choicesOf(question, lang, inside)} />
        <NoteTo drawing={drawing} name={name} ask={question.ask[lang]} text={text} />
      </>
    )
    case 'advice': return <AdviceGiven drawing={drawing} name={name} legend={common.label} hint={hint} optional={common.optional} />
    case 'scale': {
      const ends = `${question.from} = ${question.low[lang]}, ${question.to} = ${question.high[lang]}`
      const hints = hint === undefined ? ends : `${hint} ${ends}`
      return <Radios {...common} inline value={value} hint={hints} choices={choicesOf(question, lang, inside)} />
    }
    case 'datetime': return <Moment drawing={drawing} name={name} legend={common.label} hint={hint} optional={common.optional} />
    case 'person': return <Person drawing={drawing} name={name} legend={common.label} hint={hint} optional={common.optional} />
    case 'group': return <Rows drawing={drawing} group={question} hint={hint} />
    case 'file': return <FileQuestion {...common} text={text} lang={lang} many={question.limits?.max !== 1} values={drawing.values} kept={drawing.kept} files={drawing.files} />
  }
}

/** Few and short answers stand side by side, so that a form with many such questions is not a mile long. */
const inOneRow = (question: Question, lang: Ctx['lang']): boolean => optionsOf(question).length <= 4 && optionsOf(question).reduce((sum, it) => sum + it.text[lang].length, 0) <= 56

const plainChoices = (options: readonly Option[], lang: Ctx['lang']) => options.map(it => ({ value: it.id, label: it.text[lang] }))
const choicesOf = (question: Question, lang: Ctx['lang'], inside: Inside) => optionsOf(question).map(option => {
  const drawn = inside(option)
  return { value: option.id, label: option.text[lang], ...(drawn && { inside: <>{drawn}</> }) }
})

const errorAt = ({ ctx }: Drawing, field: string): string | undefined => {
  const fault: Fault | undefined = ctx.sent?.faults.find(it => it.field === field)
  return fault && ctx.say(fault.code)
}

interface PieceProps { readonly drawing: Drawing; readonly name: string }
interface Titled extends PieceProps { readonly legend: string; readonly hint: string | undefined; readonly optional: boolean }
/** One field of several that answer one question: the question itself says whether it may be left out. */
const piece = (drawing: Drawing, field: string) => ({ name: field, optional: 'told' as const, error: errorAt(drawing, field), value: chosen(drawing.values, field)[0] })

function NoteTo({ drawing, name, ask, text }: PieceProps & { readonly ask: string; readonly text: Drawing['text'] }) {
  const field = piece(drawing, `${name}-note`)
  return (
    <Details summary={<>{text.writeNote}<span class="sr-only">{text.noteTo(ask)}</span></>} open={field.value !== undefined}>
      <TextInput {...field} width="full" label={<>{text.note}<span class="sr-only">{text.noteTo(ask)}</span></>} />
    </Details>
  )
}

/** A fault of the whole question is told at its first field, where its link leads. */
function Moment({ drawing, name, legend, hint, optional }: Titled) {
  const { text } = drawing
  const { value, ...day } = piece(drawing, `${name}-day`)
  return (
    <FieldGroup legend={<span id={name}>{legend}</span>} optional={optional} {...(hint !== undefined && { hint })}>
      <FieldRow>
        <DateInput {...day} value={value && (readTypedDay(value) ?? value)} error={day.error ?? errorAt(drawing, name)} label={text.day} />
        <TimeInput {...piece(drawing, `${name}-time`)} label={text.time} />
      </FieldRow>
      <TextInput {...piece(drawing, `${name}-about`)} label={text.aboutWhen} hint={text.aboutHint} />
    </FieldGroup>
  )
}

function Person({ drawing, name, legend, hint, optional }: Titled) {
  const { text } = drawing
  const first = piece(drawing, `${name}-name`)
  return (
    <FieldGroup legend={<span id={name}>{legend}</span>} optional={optional} {...(hint !== undefined && { hint })}>
      <TextInput {...first} error={first.error ?? errorAt(drawing, name)} label={text.name} />
      <TextInput {...piece(drawing, `${name}-relation`)} label={text.relation} optional={optional ? 'told' : true} />
      <TextInput {...piece(drawing, `${name}-phone`)} label={text.phone} type="tel" optional={optional ? 'told' : true} />
    </FieldGroup>
  )
}

/** What is told, then how it was given and what was said to it. */
function AdviceGiven({ drawing, name, legend, hint, optional }: Titled) {
  const { ctx: { lang }, text } = drawing
  return (
    <FieldGroup legend={legend} optional={optional} {...(hint !== undefined && { hint })}>
      <div class="advice-given">
        <Radios {...piece(drawing, name)} inline label={text.givenHow} choices={plainChoices(givenAs, lang)} />
        <Radios {...piece(drawing, `${name}-reaction`)} inline label={text.saidToIt} choices={plainChoices(reactions, lang)} />
      </div>
    </FieldGroup>
  )
}

/** The rows there are, and room for one more; a new one comes each time the page is saved. */
function Rows({ drawing, group, hint }: { readonly drawing: Drawing; readonly group: Group; readonly hint: string | undefined }) {
  const { ctx: { lang }, text, values } = drawing
  const last = rowsOf(group.id, values).at(-1) ?? 0
  const count = Math.min(last + 1, group.limits?.max ?? mostRows)
  const error = errorAt(drawing, group.id)
  const told = <>{hint} {text.rowHint}{error !== undefined && <strong> {error}</strong>}</>
  return (
    <FieldGroup legend={<span id={group.id}>{group.ask[lang]}</span>} hint={told} optional={!group.required}>
      {Array.from({ length: count }, (_, at) => (
        <FieldGroup quiet legend={text.row(group.row[lang], at + 1)}>
          {hangsOf(group.questions).map(it => <Asked drawing={drawing} node={it} before={`${group.id}-${at + 1}-`} />)}
        </FieldGroup>
      ))}
    </FieldGroup>
  )
}
