// The pages on which one thing of a draft is changed, each with one button.
import type { PropsWithChildren } from 'hono/jsx'
import { sayOptions } from '../forms/hangs.ts'
import { optionsOf, questionsOf, type Bilingual, type Limits, type Option, type Question } from '../forms/rules.ts'
import { type Ctx, faultOf, type Html, type Screen, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes, Radios, Tick } from '../platform/ui/choices.tsx'
import { TextArea, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, Form, Link } from '../platform/ui/form.tsx'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import type { AskedPage } from './editor-actions.ts'
import { kinds, newOptions } from './editor-input.ts'
import { takesFilesIn } from './anchors.ts'
import { at, editorText, inWords, mayStop, parentsOf, Told } from './editor-screens.tsx'
import { formOf, onlyForProfessionals } from './tools.ts'

interface FrameProps { readonly page: AskedPage; readonly ctx: Ctx; readonly title: string; readonly lead?: string; readonly to: string; readonly hidden?: Readonly<Record<string, string>>; readonly save: string; readonly now?: string | undefined }
function Frame({ page, ctx, title, lead, to, hidden, save, now, children }: PropsWithChildren<FrameProps>) {
  const text = editorText(ctx.lang)
  const { tool, draft } = page
  return (
    <>
      <p class="screen-only"><Link href={at(tool.id)}>{text.toTool}</Link></p>
      <Told page={page} ctx={ctx} now={now} />
      <h1>{title}</h1>
      {lead !== undefined && <Lead>{lead}</Lead>}
      {draft ? (
        <Form action={at(tool.id, to)} hidden={{ ...hidden, seq: draft.seq, once: ctx.once }}>
          {children}
          <Actions><Button>{save}</Button><Link href={at(tool.id)}>{text.cancel}</Link></Actions>
        </Form>
      ) : <Notice kind="warn"><p>{ctx.say('toolkit.no-draft')}</p></Notice>}
    </>
  )
}

interface WordsProps { readonly ctx: Ctx; readonly name: string; readonly label: string; readonly now?: Bilingual | undefined; readonly long?: boolean; readonly optional?: boolean }
/** One text in both languages; the English may wait until it is published. */
function Words({ ctx, name, label, now, long, optional }: WordsProps): Html {
  const text = editorText(ctx.lang)
  // A field that was not on the page that came back, because somebody else has made it since, stands as it is now.
  const value = (lang: 'da' | 'en') => (ctx.sent && `${name}-${lang}` in ctx.sent.values ? typed(ctx, `${name}-${lang}`) : now?.[lang] ?? '')
  const shared = (lang: 'da' | 'en') => ({
    name: `${name}-${lang}`, label: lang === 'da' ? text.danish(label) : text.english(label), value: value(lang), error: faultOf(ctx, `${name}-${lang}`), optional: optional ?? false,
    ...(lang === 'en' && { hint: text.englishHint }),
  })
  return <>{(['da', 'en'] as const).map(lang => (long ? <TextArea {...shared(lang)} rows={3} maxlength={4000} /> : <TextInput {...shared(lang)} width="full" autocomplete="off" />))}</>
}

const KindChoice = ({ ctx, now, inGroup, tool }: { readonly ctx: Ctx; readonly now?: string; readonly inGroup: boolean; readonly tool: string }) => {
  const text = editorText(ctx.lang)
  return (
    <Radios name="kind" label={text.kind} hint={text.kindHint} error={faultOf(ctx, 'kind')} value={typed(ctx, 'kind') || now}
      choices={kinds.filter(it => (!inGroup || it !== 'group') && (it !== 'file' || now === 'file' || takesFilesIn(tool))).map(value => ({ value, label: text.kinds[value] }))} />
  )
}

export function newScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const into = typed(ctx, 'i') || page.asked.i || ''
  const inGroup = page.draft ? questionsOf(page.draft.form).some(it => it.id === into) : false
  return {
    title: text.newTitle,
    body: (
      <Frame page={page} ctx={ctx} title={text.newTitle} to="/nyt" hidden={{ i: into }} save={text.saveNext}>
        <Words ctx={ctx} name="ask" label={text.question} />
        <KindChoice ctx={ctx} inGroup={inGroup} tool={page.tool.id} />
      </Frame>
    ),
  }
}

const questionIn = (page: AskedPage): Question | undefined => page.draft && questionsOf(page.draft.form).find(it => it.id === page.asked.question)

export function questionScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const question = questionIn(page)
  const inGroup = page.draft?.form.parts.every(part => part.questions.every(it => it.id !== question?.id)) ?? false
  const mine = page.faults.filter(it => it.where === question?.id)
  const inner = onlyForProfessionals(formOf(page.tool.id))
  return {
    title: text.editTitle,
    body: (
      <Frame page={page} ctx={ctx} title={text.editTitle} to={`/spoergsmaal/${page.asked.question}`} save={text.save} now={question && inWords(question.ask, question.id, ctx.lang)}>
        {!question ? <p>{ctx.say('toolkit.gone-meanwhile')}</p> : (
          <>
            {mine.length > 0 && !ctx.sent && <Notice kind="warn" heading={text.faultsHeading}><ul>{mine.map(it => <li>{it.says[ctx.lang]}</li>)}</ul></Notice>}
            <Words ctx={ctx} name="ask" label={text.question} now={question.ask} />
            <Words ctx={ctx} name="help" label={text.help} now={question.help} long optional />
            <Details question={question} ctx={ctx} />
            {question.kind !== 'explanation' && <Tick name="required" label={text.required} checked={ctx.sent ? typed(ctx, 'required') === 'yes' : question.required === true} />}
            <Tick name="notForCitizen" label={text.notForCitizen} error={faultOf(ctx, 'notForCitizen')} {...(inner && { hint: text.onlyProfessionals })} checked={ctx.sent ? typed(ctx, 'notForCitizen') === 'yes' : question.notForCitizen === true} />
            <KindChoice ctx={ctx} now={question.kind} inGroup={inGroup} tool={page.tool.id} />
            <p><Link href={at(page.tool.id, `/spoergsmaal/${question.id}/vises`)}>{text.condition}</Link>{page.draft && mayStop(page.draft.form, question) && <> · <Link href={at(page.tool.id, `/spoergsmaal/${question.id}/stop`)}>{text.stop}</Link></>}</p>
          </>
        )}
      </Frame>
    ),
  }
}

/** What only this kind of question has. */
function Details({ question, ctx }: { readonly question: Question; readonly ctx: Ctx }): Html | null {
  const text = editorText(ctx.lang)
  switch (question.kind) {
    case 'one': return <Options options={question.options} ctx={ctx} />
    case 'many': return <><Options options={question.options} ctx={ctx} /><LimitFields limits={question.limits} hint={text.limitHints.count} ctx={ctx} /></>
    case 'short': case 'long': return <LimitFields limits={question.limits} hint={text.limitHints.text} ctx={ctx} />
    case 'file': return <LimitFields limits={question.limits} hint={text.limitHints.count} ctx={ctx} />
    case 'number': return <><LimitFields limits={question.limits} hint={text.limitHints.number} ctx={ctx} /><Words ctx={ctx} name="unit" label={text.unit} now={question.unit} optional /></>
    case 'group': return <><Words ctx={ctx} name="row" label={text.row} now={question.row} /><LimitFields limits={question.limits} hint={text.limitHints.count} ctx={ctx} /></>
    case 'scale': return (
      <>
        <Whole ctx={ctx} name="from" label={text.from} now={question.from} /><Words ctx={ctx} name="low" label={text.low} now={question.low} />
        <Whole ctx={ctx} name="to" label={text.to} now={question.to} /><Words ctx={ctx} name="high" label={text.high} now={question.high} />
      </>
    )
    default: return null
  }
}

function Whole({ ctx, name, label, now, hint }: { readonly ctx: Ctx; readonly name: string; readonly label: string; readonly now: number | undefined; readonly hint?: string }) {
  return <TextInput name={name} label={label} width="short" numeric optional={hint !== undefined} value={ctx.sent ? typed(ctx, name) : now === undefined ? '' : String(now)} error={faultOf(ctx, name)} {...(hint !== undefined && { hint })} />
}
function LimitFields({ limits, hint, ctx }: { readonly limits: Limits | undefined; readonly hint: string; readonly ctx: Ctx }) {
  const text = editorText(ctx.lang)
  return <><Whole ctx={ctx} name="min" label={text.min} hint={hint} now={limits?.min} /><Whole ctx={ctx} name="max" label={text.max} hint={hint} now={limits?.max} /></>
}
function Options({ options, ctx }: { readonly options: readonly Option[]; readonly ctx: Ctx }) {
  const text = editorText(ctx.lang)
  return (
    <fieldset class="field-set">
      <legend class="form-label">{text.options}</legend>
      <p class="form-hint">{text.optionsHint}</p>
      {options.map((it, place) => <Words ctx={ctx} name={`option-${it.id}`} label={text.option(place + 1)} now={it.text} optional />)}
      {Array.from({ length: newOptions }, (_, place) => <Words ctx={ctx} name={`new-${place + 1}`} label={text.newOption(place + 1)} optional />)}
    </fieldset>
  )
}

/** First which question, then which of its answers. */
export function conditionScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const question = questionIn(page)
  const parents = page.draft && question ? parentsOf(page.draft.form, question.id) : []
  const wanted = typed(ctx, 'after') || page.asked.efter
  const parent = parents.find(it => it.id === wanted)
  const to = `/spoergsmaal/${page.asked.question}/vises`
  return {
    title: text.conditionTitle,
    body: parent && question ? (
      <Frame page={page} ctx={ctx} title={text.conditionTitle} lead={inWords(question.ask, question.id, ctx.lang)} to={to} hidden={{ after: parent.id }} save={text.save}>
        <Checkboxes name="is" label={text.answersLead(inWords(parent.ask, parent.id, ctx.lang))} error={faultOf(ctx, 'is')} values={question.showIf?.question === parent.id ? question.showIf.is : []}
          choices={optionsOf(parent).map(it => ({ value: it.id, label: inWords(it.text, it.id, ctx.lang) }))} />
      </Frame>
    ) : (
      <Frame page={page} ctx={ctx} title={text.conditionTitle} lead={question ? inWords(question.ask, question.id, ctx.lang) : ''} to={to} save={text.always}>
        <p>{parents.length > 0 ? text.conditionLead : text.noParents}</p>
        <ul>{parents.map(it => <li><Link href={at(page.tool.id, `${to}?efter=${it.id}`)}>{text.pick(inWords(it.ask, it.id, ctx.lang))}</Link></li>)}</ul>
      </Frame>
    ),
  }
}

/** Which answers end the form, and what it says then. */
export function stopScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const question = questionIn(page)
  const may = page.draft && question && mayStop(page.draft.form, question)
  return {
    title: text.stopTitle,
    body: (
      <Frame page={page} ctx={ctx} title={text.stopTitle} lead={text.stopLead} to={`/spoergsmaal/${page.asked.question}/stop`} save={text.save} now={question?.stop && `${sayOptions(question, question.stop.is, ctx.lang, ctx.lang === 'da' ? 'eller' : 'or')}: ${inWords(question.stop.says, '', ctx.lang)}`}>
        {!question ? <p>{ctx.say('toolkit.gone-meanwhile')}</p> : !may ? <p>{text.noStop}</p> : (
          <>
            <Checkboxes name="is" label={text.stopIs(inWords(question.ask, question.id, ctx.lang))} hint={text.stopIsHint} values={ctx.sent ? typedAll(ctx, 'is') : question.stop?.is ?? []}
              choices={optionsOf(question).map(it => ({ value: it.id, label: inWords(it.text, it.id, ctx.lang) }))} />
            <Words ctx={ctx} name="says" label={text.stopSays} now={question.stop?.says} long />
          </>
        )}
      </Frame>
    ),
  }
}

export function partScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const part = page.draft?.form.parts.find(it => it.id === page.asked.part)
  return {
    title: text.editPartTitle,
    body: (
      <Frame page={page} ctx={ctx} title={text.editPartTitle} to={`/afsnit/${page.asked.part}`} save={text.save} now={part && inWords(part.title, part.id, ctx.lang)}>
        <Words ctx={ctx} name="title" label={text.heading} now={part?.title} />
        <Words ctx={ctx} name="help" label={text.partHelp} now={part?.help} long optional />
      </Frame>
    ),
  }
}

export function newPartScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  return { title: text.newPartTitle, body: <Frame page={page} ctx={ctx} title={text.newPartTitle} to="/nyt-afsnit" save={text.save}><Words ctx={ctx} name="title" label={text.heading} /></Frame> }
}

export function nameScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const form = page.draft?.form
  return {
    title: text.nameTitle,
    body: (
      <Frame page={page} ctx={ctx} title={text.nameTitle} to="/navn" save={text.save} now={form?.title[ctx.lang]}>
        <Words ctx={ctx} name="title" label={text.name} now={form?.title} />
        <Words ctx={ctx} name="source" label={text.source} now={form?.source} long />
      </Frame>
    ),
  }
}
