// What stands in the menus. A page that a person may not open is not in that person's menu.
import { da as consentsDa } from '../consents/text.da.ts'
import { en as consentsEn } from '../consents/text.en.ts'
import { da as sparringDa } from '../consents/sparring.da.ts'
import { en as sparringEn } from '../consents/sparring.en.ts'
import { textOf as bundleText } from '../bundle/preview.ts'
import { da as incidentsDa } from '../incidents/text.da.ts'
import { en as incidentsEn } from '../incidents/text.en.ts'
import { da as measuresDa } from '../measures/text.da.ts'
import { en as measuresEn } from '../measures/text.en.ts'
import { da as paperworkDa } from '../cases/paperwork.da.ts'
import { en as paperworkEn } from '../cases/paperwork.en.ts'
import { rights as steeringRights } from '../steering/rules.ts'
import { da as steeringDa } from '../steering/text.da.ts'
import { en as steeringEn } from '../steering/text.en.ts'
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
import { openers } from '../cases/danger.ts'
import { da as dangerDa } from '../cases/danger.da.ts'
import { en as dangerEn } from '../cases/danger.en.ts'
import { da as shutDa } from '../cases/shut.da.ts'
import { en as shutEn } from '../cases/shut.en.ts'
import { da as directoryDa } from '../directory/text.da.ts'
import { en as directoryEn } from '../directory/text.en.ts'
import { da as casesDa } from '../cases/text.da.ts'
import { en as casesEn } from '../cases/text.en.ts'
import { sideText } from '../cases/side-screens.tsx'
import { anonymousText } from '../cases/anonymous-screens.tsx'
import { sideRights } from '../cases/kinds.ts'
import { rights as caseRights } from '../cases/rules.ts'
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
  const sides = sideText(lang)
  const may = (right: readonly { readonly by: Role }[]) => right.some(grant => roles.includes(grant.by))
  const inbox = roles.includes('visitator') || roles.includes('primaryCoordinator')
  if (roles.length === 0) return [{ href: '/redskaber', label: nav.tools }]
  return [
    { href: '/model', label: nav.model }, ...(inbox ? [{ href: '/indbakke', label: nav.inbox }, { href: '/soeg', label: nav.search }] as const : []),
    ...(receives ? [{ href: '/henvisninger', label: referrals } as const] : []),
    ...(may(sideRights['cases.employee-list']) ? [{ href: '/medarbejdere', label: sides.kinds.employee.nav } as const] : []),
    ...(may(sideRights['cases.other-list']) ? [{ href: '/samtaler', label: sides.kinds.otherParty.nav } as const] : []),
    ...(may(sideRights['cases.distribute']) ? [{ href: '/fordeling', label: sides.distribution } as const] : []),
    ...(steeringRights['steering.read'].some(it => roles.includes(it.by)) ? [{ href: '/styring', label: (lang === 'da' ? steeringDa : steeringEn).nav } as const] : []),
    ...(roles.includes('leader') ? [{ href: '/laaste-sager', label: (lang === 'da' ? paperworkDa : paperworkEn).lockedList.title } as const] : []),
    ...(roles.some(isSeatRole) ? [{ href: '/opgaver', label: (lang === 'da' ? workDa : workEn).mineTitle } as const] : []),
    { href: '/henvendelse', label: nav.enquiry }, { href: '/sparring', label: (lang === 'da' ? sparringDa : sparringEn).nav },
    ...(may(caseRights['cases.advise-anonymously']) ? [{ href: '/anonym', label: anonymousText(lang).nav } as const] : []),
    ...(openers.some(role => roles.includes(role)) ? [{ href: '/fare', label: (lang === 'da' ? dangerDa : dangerEn).nav } as const] : []),
    ...(confirmers.some(role => roles.includes(role)) ? [{ href: '/ny-kode', label: (lang === 'da' ? identityDa : identityEn).confirm.nav } as const] : []),
    { href: '/redskaber', label: nav.tools }, { href: '/roller', label: directory.nav },
    { href: roles.includes('leader') || roles.includes('visitator') ? '/interesser' : '/interesser/mig', label: (lang === 'da' ? shutDa : shutEn).nav },
  ]
}
