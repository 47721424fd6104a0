// Everything that this person may open besides what stands in the menu, each with one sentence on what it is for.
import type { Role } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/day.ts'
import type { Screen } from '../../platform/screen.ts'
import { Link } from '../../platform/ui/form.tsx'
import { Lead } from '../../platform/ui/parts.tsx'
import { moreOf } from './menus.ts'
import { da } from './more.da.ts'
import { en } from './more.en.ts'

export function moreScreen(roles: readonly Role[], lang: Lang): Screen {
  const text = lang === 'da' ? da : en
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        {moreOf(roles).map(({ group, pages }) => (
          <section>
            <h2>{text.groups[group]}</h2>
            <ul class="ways">{pages.map(it => <li><Link href={it}>{text.pages[it].label}</Link> <span>{text.pages[it].about}</span></li>)}</ul>
          </section>
        ))}
      </>
    ),
  }
}
