// What stands in the menus. A page that a person may not open is not in that person's menu.
import type { Role } from '../kernel/actor.ts'
import type { Lang } from '../kernel/day.ts'
import { da as casesDa } from '../cases/text.da.ts'
import { en as casesEn } from '../cases/text.en.ts'
import type { NavItem } from '../platform/ui/pages.tsx'

export const citizenNav = (_lang: Lang): readonly NavItem[] => []

export function staffNav(roles: readonly Role[], lang: Lang): readonly NavItem[] {
  const { nav } = lang === 'da' ? casesDa : casesEn
  const inbox = roles.includes('visitator') || roles.includes('primaryCoordinator')
  return [
    { href: '/model', label: nav.model }, ...(inbox ? [{ href: '/indbakke', label: nav.inbox } as const] : []),
    { href: '/henvendelse', label: nav.enquiry }, { href: '/redskaber', label: nav.tools },
  ]
}
