// The list of tools, by when they are needed, with one line each: what it is for and for whom.
import type { Lang } from '../kernel/day.ts'
import type { Html } from '../platform/screen.ts'
import { Link } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { about, cupboardFor, cupboards } from './about.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import { forProfessionalsOnly, type Tool } from './tools.ts'

/** `colleague`: who reads is signed in. Others see that a tool for professionals is there, and no more. */
export function Shelves(props: { readonly tools: readonly Tool[]; readonly lang: Lang; readonly colleague: boolean; readonly hrefOf: (tool: Tool) => SafeHref }): Html {
  const { lang } = props
  const text = lang === 'da' ? da : en
  const order = Object.keys(about)
  const found = cupboards.map(cupboard => ({
    cupboard, tools: props.tools.filter(it => cupboardFor(it) === cupboard).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
  })).filter(it => it.tools.length > 0)
  return (
    <>
      <nav aria-label={text.jump} class="screen-only"><p>{found.map(({ cupboard }, at) => <>{at > 0 && ' · '}<Link href={`#${cupboard}`}>{text.cupboards[cupboard].title}</Link></>)}</p></nav>
      {found.map(({ cupboard, tools }) => (
        <section aria-labelledby={cupboard}>
          <h2 id={cupboard}>{text.cupboards[cupboard].title}</h2>
          <p>{text.cupboards[cupboard].lead}</p>
          <ul class="ways">
            {tools.map(it => (
              <li>
                <Link href={props.hrefOf(it)}>{it.title[lang]}</Link>
                <span>{about[it.id]?.what[lang] ?? text.kinds[it.kind]}</span>
                {about[it.id] && <span>{text.forWhom(about[it.id]?.who[lang] ?? '')}</span>}
                {forProfessionalsOnly(it) && !props.colleague && <span>{text.signedInOnly}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
