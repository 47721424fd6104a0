// What stands in the menus. A page that a person may not open is not in that person's menu.
import { da as consentsDa } from '../consents/text.da.ts'
import { en as consentsEn } from '../consents/text.en.ts'
import { textOf as bundleText } from '../bundle/preview.ts'
import { da as incidentsDa } from '../incidents/text.da.ts'
import { en as incidentsEn } from '../incidents/text.en.ts'
import { da as measuresDa } from '../measures/text.da.ts'
import { en as measuresEn } from '../measures/text.en.ts'
import { receivers } from '../referrals/rules.ts'
import { da as referralsDa } from '../referrals/text.da.ts'
import { en as referralsEn } from '../referrals/text.en.ts'
import { confirmers } from '../identity/rules.ts'
import { da as identityDa } from '../identity/text.da.ts'
import { en as identityEn } from '../identity/text.en.ts'
import { da as importsDa } from '../imports/text.da.ts'
import { en as importsEn } from '../imports/text.en.ts'
import type { Role } from '../kernel/actor.ts'
import type { Lang } from '../kernel/day.ts'
import { da as directoryDa } from '../directory/text.da.ts'
import { en as directoryEn } from '../directory/text.en.ts'
import { da as casesDa } from '../cases/text.da.ts'
import { en as casesEn } from '../cases/text.en.ts'
import { isSeatRole } from '../cases/meetings-rules.ts'
import { da as workDa } from '../cases/coordination.da.ts'
import { en as workEn } from '../cases/coordination.en.ts'
import type { NavItem } from '../platform/ui/pages.tsx'

export function citizenNav(lang: Lang): readonly NavItem[] {
  const { nav } = lang === 'da' ? incidentsDa : incidentsEn
  const { title: telephone } = lang === 'da' ? importsDa : importsEn
  const referrals = lang === 'da' ? referralsDa : referralsEn
  const { own: consents } = lang === 'da' ? consentsDa : consentsEn
  return [
    { href: '/noter', label: nav.write }, { href: '/noter/tidligere', label: nav.earlier }, { href: '/noter/telefon', label: telephone }, { href: '/noter/vis', label: nav.show },
    { href: '/noter/samlet', label: bundleText(lang).nav }, { href: '/noter/samtykker', label: consents.title }, { href: '/noter/henvisninger', label: referrals.own.title },
    { href: '/noter/datoer', label: (lang === 'da' ? measuresDa : measuresEn).own.title }, { href: '/noter/hvem', label: nav.who }, { href: '/noter/sikkerhed', label: nav.safety },
  ]
}

export function staffNav(roles: readonly Role[], lang: Lang): readonly NavItem[] {
  const { nav } = lang === 'da' ? casesDa : casesEn
  const { nav: referrals } = lang === 'da' ? referralsDa : referralsEn
  const { roles: directory } = lang === 'da' ? directoryDa : directoryEn
  const receives = receivers.some(role => roles.includes(role))
  const inbox = roles.includes('visitator') || roles.includes('primaryCoordinator')
  if (roles.length === 0) return [{ href: '/redskaber', label: nav.tools }]
  return [
    { href: '/model', label: nav.model }, ...(inbox ? [{ href: '/indbakke', label: nav.inbox } as const] : []),
    ...(receives ? [{ href: '/henvisninger', label: referrals } as const] : []),
    ...(roles.some(isSeatRole) ? [{ href: '/opgaver', label: (lang === 'da' ? workDa : workEn).mineTitle } as const] : []),
    { href: '/henvendelse', label: nav.enquiry },
    ...(confirmers.some(role => roles.includes(role)) ? [{ href: '/ny-kode', label: (lang === 'da' ? identityDa : identityEn).confirm.nav } as const] : []),
    { href: '/redskaber', label: nav.tools }, { href: '/roller', label: directory.nav },
  ]
}
