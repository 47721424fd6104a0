import type { Child } from 'hono/jsx'
import type { Role } from '../kernel/actor.ts'
import { sayDay } from '../kernel/day.ts'
import type { Ctx, Screen } from '../platform/screen.ts'
import { type ModelBox, ModelPicture } from '../platform/ui/model.tsx'
import { Link } from '../platform/ui/form.tsx'
import { Lead } from '../platform/ui/parts.tsx'
import { directoryText, inSentence, sayPart } from './say.ts'
import type { Holder } from './store.ts'
import { da, roleNames } from './text.da.ts'
import { en, roleNames as roleNamesEn } from './text.en.ts'

/** What waits in a box for the one who looks; the rooms above know, the directory does not. */
export type Waits = Partial<Record<Role, NonNullable<ModelBox['waits']>>>

/** "voksne, Akuttilbuddet Molen"; for a stand-in for whom, while that one is away. */
function noteOf(it: Holder, all: readonly Holder[], lang: Ctx['lang']): string | undefined {
  const text = directoryText(lang).roles
  const part = it.part && sayPart(it.part, lang)
  if (it.forPerson) return text.standsInFor(all.find(one => one.person === it.forPerson)?.name ?? '')
  const away = all.find(one => one.role === it.role && one.forPerson === it.person)
  return [part, it.standsIn ? text.standsIn : it.unit, away && text.isAway(away.to ? sayDay(away.to, lang) : '')].filter(Boolean).join(', ') || undefined
}

/** `notices` stand on top: what the reader has to see to before anything else. */
export function homeScreen(all: readonly Holder[], ctx: Ctx, waits: Waits = {}, notices?: Child): Screen {
  const text = ctx.lang === 'da' ? da : en
  const names = ctx.lang === 'da' ? roleNames : roleNamesEn
  const box = (role: Role, task: string, beside?: Role): ModelBox => {
    const held = all.filter(it => it.role === role)
    const others = beside ? all.filter(it => it.role === beside) : []
    return {
      title: beside && others.length > 0 ? text.together(names[role], inSentence(names[beside])) : names[role], task, waits: waits[role] ?? (beside && waits[beside]), mine: ctx.actor.roles.some(it => it === role || it === beside),
      holders: [...held, ...others].map(it => ({
        name: it.person === ctx.actor.id ? ctx.actor.name : it.name, phone: it.phone ?? it.organisationPhone ?? undefined,
        note: [it.role === beside && names[beside], noteOf(it, all, ctx.lang)].filter(Boolean).join(', ') || undefined,
      })),
      ...(held.length === 0 && { vacant: text.vacant }),
    }
  }
  return {
    title: text.homeTitle,
    body: (
      <>
        <h1>{text.homeTitle}</h1>
        {notices}
        <Lead>{text.homeLead}</Lead>
        <ModelPicture
          entrance={{ title: names.firstContact, task: text.firstContactTask, mine: ctx.actor.roles.includes('firstContact') && ctx.actor.roles.length === 1, act: { label: text.sendEnquiry, href: '/henvendelse' } }}
          visitator={box('visitator', text.visitatorTask)}
          partners={[box('primaryCoordinator', text.coordinatorTask, 'familyCounsellor'), box('policeContact', text.policeTask), box('dscAdviser', text.dscTask)]}
        />
        <p class="screen-only"><Link href={`/model/a4.pdf?sprog=${ctx.lang}`}>{text.sheet.link}</Link> · <Link href="/indgange">{text.entrances.link}</Link> · <Link href="/grupper">{text.groups.title}</Link></p>
      </>
    ),
  }
}
