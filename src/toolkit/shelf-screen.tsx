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
      <nav aria-label={text.jump} class="screen-only"><p>{found.map(({ cupboard }, at) => <>{at > 0 && ' · '}<Link href={`#${cupboard}`}>{text.cupboards[cupboard]}</Link></>)}</p></nav>
      <div class="shelves">{found.map(({ cupboard, tools }) => (
        <section aria-labelledby={cupboard}>
          <h2 id={cupboard}>{text.cupboards[cupboard]}</h2>
          {cupboard in text.leads && <p>{text.leads[cupboard as keyof typeof text.leads]}</p>}
          <ul class="ways">
            {tools.map(it => (
              <li>
                <Link href={props.hrefOf(it)}>{it.title[lang]}</Link>
                <span>{lineOf(it, lang)}{forProfessionalsOnly(it) && !props.colleague && ` ${text.signedInOnly}`}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}</div>
    </>
  )
}

/** "Questions that help you see whether it may be stalking. For: every employee." */
function lineOf(tool: Tool, lang: Lang): string {
  const text = lang === 'da' ? da : en
  const said = about[tool.id]
  return said ? `${said.what[lang]} ${text.forWhom(said.who[lang])}.` : text.kinds[tool.kind]
}
