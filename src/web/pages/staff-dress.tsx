// The staff's frame around a page: who is here, where one can go, the other language.
import type { Context } from 'hono'
import type { Actor } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/day.ts'
import { roleNames } from '../../directory/text.da.ts'
import { roleNames as roleNamesEn } from '../../directory/text.en.ts'
import type { House } from '../../platform/action.ts'
import type { Html, Screen, Sent } from '../../platform/screen.ts'
import { StaffPage } from '../../platform/ui/pages.tsx'
import { langOf, whoIs } from '../door/door.tsx'
import { otherLang } from '../door/language.ts'
import { staffNav } from './menus.ts'
import { troubleOf } from '../door/trouble.ts'

/** `sent`: a form came back, and the other language would lose what was typed. `lost`: there is no such page, so its address is not repeated. */
interface Here { readonly actor: Actor; readonly lang: Lang; readonly path: string; readonly sent?: Sent; readonly lost?: boolean }

export const staffDress = (house: House) => (screen: Screen, ctx: Here): Html => {
  const names = ctx.lang === 'da' ? roleNames : roleNamesEn
  const main = ctx.actor.roles.find(role => role !== 'firstContact') ?? ctx.actor.roles[0]
  return (
    <StaffPage
      title={screen.title} trouble={ctx.sent && troubleOf(ctx.sent)} lang={ctx.lang} path={ctx.path} demoBand={house.config.door === 'demo'} colours={house.colours && `/assets/${house.colours.name}`} nav={staffNav(ctx.actor.roles, ctx.lang)}
          otherLang={ctx.sent === undefined && !ctx.lost ? otherLang(ctx.lang, ctx.path) : undefined}
      user={{ name: ctx.actor.name, detail: [main && names[main], ctx.actor.organisationName].filter(Boolean).join(', '), signOut: '/log-af' }}
    >{screen.body}</StaffPage>
  )
}

/** The staff's frame for a page that everybody may open, when a colleague opens it; undefined for all others. */
export async function staffFrame(c: Context, house: House): Promise<{ actor: Actor; around: (screen: Screen, lost?: boolean, lang?: Lang) => Html } | undefined> {
  const who = await whoIs(c, house, 'staff')
  return who && { actor: who.actor, around: (screen, lost = false, lang = langOf(c)) => staffDress(house)(screen, { actor: who.actor, lang, path: c.req.path.replace(/^\/en(?=\/)/, ''), lost }) }
}
