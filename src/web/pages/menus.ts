// What stands in the menus: a page that a person may not open is in neither. The staff's menu has five entries at most; everything else lies under "Mere".
import { textOf as bundleText } from '../../bundle/preview.ts'
import { rights as cases } from '../../cases/rules.ts'
import { rights as consents } from '../../consents/rules.ts'
import { da as consentsDa } from '../../consents/text.da.ts'
import { en as consentsEn } from '../../consents/text.en.ts'
import { rights as directory } from '../../directory/rules.ts'
import { rights as identity } from '../../identity/rules.ts'
import { da as importsDa } from '../../imports/text.da.ts'
import { en as importsEn } from '../../imports/text.en.ts'
import { da as incidentsDa } from '../../incidents/text.da.ts'
import { en as incidentsEn } from '../../incidents/text.en.ts'
import type { Role } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/day.ts'
import type { Right } from '../../kernel/rights.ts'
import { da as measuresDa } from '../../measures/text.da.ts'
import { en as measuresEn } from '../../measures/text.en.ts'
import type { NavItem } from '../../platform/ui/pages.tsx'
import { rights as referrals } from '../../referrals/rules.ts'
import { da as referralsDa } from '../../referrals/text.da.ts'
import { en as referralsEn } from '../../referrals/text.en.ts'
import { rights as steering } from '../../steering/rules.ts'
import { rights as toolkit } from '../../toolkit/rights.ts'
import { da, type Group, type Page } from './more.da.ts'
import { en } from './more.en.ts'

export function citizenNav(lang: Lang): readonly NavItem[] {
  const { nav } = lang === 'da' ? incidentsDa : incidentsEn
  const { title: telephone } = lang === 'da' ? importsDa : importsEn
  const { own: sent } = lang === 'da' ? referralsDa : referralsEn
  const { own: agreed } = lang === 'da' ? consentsDa : consentsEn
  return [
    { href: '/noter', label: nav.write }, { href: '/noter/tidligere', label: nav.earlier }, { href: '/noter/telefon', label: telephone }, { href: '/noter/vis', label: nav.show },
    { href: '/noter/samlet', label: bundleText(lang).nav }, { href: '/noter/samtykker', label: agreed.title }, { href: '/noter/henvisninger', label: sent.title },
    { href: '/noter/datoer', label: (lang === 'da' ? measuresDa : measuresEn).own.title }, { href: '/noter/hvem', label: nav.who }, { href: '/noter/sikkerhed', label: nav.safety },
  ]
}

/** Every page of the staff that needs nothing named first: under which heading, and with which right. Forms that are reached from one of these are left out. */
export const pages: Readonly<Record<Page, { readonly group: Group; readonly right: Right | 'everybody' }>> = {
  '/model': { group: 'citizen', right: cases['cases.home'] },
  '/indbakke': { group: 'citizen', right: cases['cases.inbox'] },
  '/henvisninger': { group: 'citizen', right: referrals['referrals.inbox'] },
  '/opgaver': { group: 'citizen', right: cases['cases.my-work'] },
  '/henvendelse': { group: 'citizen', right: cases['cases.enquire'] },
  '/soeg': { group: 'citizen', right: cases['cases.search'] },
  '/anonym': { group: 'citizen', right: cases['cases.advise-anonymously'] },
  '/henvis-hertil': { group: 'citizen', right: referrals['referrals.send-here'] },
  '/henvist-udefra': { group: 'citizen', right: referrals['referrals.take-in'] },
  '/henvis-til-centret': { group: 'citizen', right: referrals['referrals.send-to-centre'] },
  '/medarbejdere': { group: 'citizen', right: cases['cases.employee-list'] },
  '/samtaler': { group: 'citizen', right: cases['cases.other-list'] },
  '/ny-kode': { group: 'citizen', right: identity['identity.confirm'] },
  '/laaste-sager': { group: 'citizen', right: cases['cases.locked-list'] },
  '/frister': { group: 'urgent', right: referrals['referrals.late'] },
  '/fare': { group: 'urgent', right: cases['danger.say'] },
  '/fare/alle': { group: 'urgent', right: cases['danger.list'] },
  '/fordeling': { group: 'effort', right: cases['cases.distribute'] },
  '/styring': { group: 'effort', right: steering['steering.read'] },
  '/styring/tal': { group: 'effort', right: steering['steering.read'] },
  '/styring/lever-videre': { group: 'effort', right: steering['steering.read'] },
  '/styring/aendringer': { group: 'effort', right: steering['steering.read'] },
  '/aendringer': { group: 'effort', right: steering['steering.published'] },
  '/roller': { group: 'roles', right: directory['directory.read'] },
  '/grupper': { group: 'roles', right: directory['directory.read'] },
  '/indgange': { group: 'roles', right: directory['directory.read'] },
  '/adgang': { group: 'roles', right: directory['directory.review-read'] },
  '/interesser': { group: 'roles', right: cases['shut.list'] },
  '/interesser/mig': { group: 'roles', right: cases['shut.mine'] },
  '/redskaber': { group: 'tools', right: 'everybody' },
  '/raad': { group: 'tools', right: 'everybody' },
  '/redskaber/ret': { group: 'tools', right: toolkit['toolkit.edit'] },
  '/sparring': { group: 'tools', right: consents['sparring.list'] },
  '/sparring/tal': { group: 'tools', right: consents['sparring.count'] },
}
const all = Object.keys(pages) as readonly Page[]

const groups: readonly Group[] = ['urgent', 'citizen', 'effort', 'roles', 'tools']

/** Those of the pages that these roles may open. */
export const mayOpen = (roles: readonly Role[]): readonly Page[] =>
  all.filter(it => { const { right } = pages[it]; return right === 'everybody' || right.some(grant => roles.includes(grant.by)) })

/** The model, at most two boxes of work, and the hand-off. */
function inMenu(roles: readonly Role[]): readonly Page[] {
  const may = mayOpen(roles)
  const work = (['/indbakke', '/henvisninger', '/opgaver'] as const).filter(it => may.includes(it)).slice(0, 2)
  return (['/model', ...work, '/henvendelse'] as const).filter(it => may.includes(it))
}

/** The pages that are not in the menu, under their headings. */
export function moreOf(roles: readonly Role[]): readonly { readonly group: Group; readonly pages: readonly Page[] }[] {
  const rest = mayOpen(roles).filter(it => !inMenu(roles).includes(it))
  return groups.map(group => ({ group, pages: rest.filter(it => pages[it].group === group) })).filter(it => it.pages.length > 0)
}

export function staffNav(roles: readonly Role[], lang: Lang): readonly NavItem[] {
  const text = lang === 'da' ? da : en
  if (roles.length === 0) return [{ href: '/redskaber', label: text.pages['/redskaber'].label }]
  return [...inMenu(roles).map(href => ({ href, label: text.pages[href].label })), { href: '/mere', label: text.title }]
}
