// The work in a case on one page.
import { dayOf, sayDay } from '../../kernel/day.ts'
import { given } from '../../forms/rules.ts'
import type { Ctx, Screen } from '../../platform/screen.ts'
import { Link } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Details, SummaryList } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import type { workPage } from './actions.ts'
import { CaseFrame, PaperAnswers, workText } from './frame.tsx'
import { daysOver } from './rules.ts'
import type { FormedPaper } from '../tools/pages.ts'
import { type PaperKind, paperWord } from '../tools/rules.ts'

type Work = Awaited<ReturnType<typeof workPage.run>>
const at = (page: Work, kind: PaperKind, paper: string): SafeHref => `/sager/${page.now.id}/papir/${paperWord(kind)}/${paper}`

/** The newest version of each paper, newest first. */
const newestOf = (papers: readonly FormedPaper[], kind: string): readonly FormedPaper[] =>
  papers.filter((it, index) => it.kind === kind && papers.findIndex(other => other.id === it.id) === index)

export function workScreen(page: Work, ctx: Ctx): Screen {
  const text = workText(ctx.lang)
  const open = page.tasks.filter(it => it.state === 'open').length
  const over = page.tasks.filter(it => daysOver(it, dayOf(ctx.now)) > 0).length
  const to = (where: string, label: string) => <Link href={`/sager/${page.now.id}/${where}` as SafeHref}>{label}</Link>
  const kinds = ['needs-mapping', 'action-plan', 'network', 'departments'] as const
  return {
    title: text.workTitle,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.workTitle} lead={text.workLead} onWork>
        <Table caption={text.workTitle} captionHidden columns={[{ label: text.paper }, { label: text.newest }]} rows={[
          ...kinds.map(kind => {
            const last = page.papers.find(it => it.kind === kind)
            return [<Link href={at(page, kind, 'ark')}>{text.papers[kind]}</Link>, last ? text.version(last.version, sayDay(dayOf(last.at), ctx.lang), last.byName) : text.notBegun]
          }),
          [to('redskaber', text.tools.title), text.tools.note],
          [to('opgaver', text.tasksTitle), over > 0 ? <span class="late">{text.overTasks(open, over)}</span> : open > 0 ? text.openTasks(open) : text.noTasks],
          [to('moeder', text.meetings), text.meetingsNote],
          [to('boern', text.papers.child), page.duty ? text.childrenLink : text.dutyFirst],
          [to('den-anden-part', text.otherTitle), page.contacts.some(it => !it.doneOn) ? text.contactPlanned : page.contacts.length > 0 ? text.contactsDone(page.contacts.length) : text.noContact],
        ]} />
        <Notes page={page} ctx={ctx} />
      </CaseFrame>
    ),
  }
}

function Notes(props: { readonly page: Work; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = workText(ctx.lang)
  const notes = newestOf(page.papers, 'contact-note')
  return (
    <>
      <h2>{text.papers['contact-note']}</h2>
      {notes.map(it => (
        <Details summary={`${sayDay(dayOf(it.at), ctx.lang)}, ${it.byName}`}>
          <PaperAnswers it={it} lang={ctx.lang} at={`/sager/${page.now.id}`} />
          <p><Link href={at(page, 'contact-note', it.id)}>{page.writes ? text.readOrChange : text.read}</Link></p>
        </Details>
      ))}
      {page.writes && <p><Link href={at(page, 'contact-note', 'nyt')}>{text.addNote}</Link></p>}
    </>
  )
}

/** Children of a case in a list: first name, age, and what has been decided about a report. */
export function ChildList(props: { readonly papers: readonly FormedPaper[]; readonly case: string; readonly ctx: Ctx }) {
  return (
    <SummaryList rows={newestOf(props.papers, 'child').map(it => {
      const reported = it.form?.parts.flatMap(part => part.questions).find(one => one.id === 'reported')
      const said = reported?.kind === 'one' ? reported.options.find(one => one.id === given(it.says.values, 'reported'))?.text[props.ctx.lang] : undefined
      return {
        term: `${String(given(it.says.values, 'childName') ?? '')}, ${String(given(it.says.values, 'age') ?? '')}`, value: said ?? '',
        change: { href: `/sager/${props.case}/papir/${paperWord('child')}/${it.id}` as SafeHref, label: workText(props.ctx.lang).readOrChange, about: String(given(it.says.values, 'childName') ?? '') },
      }
    })} />
  )
}
