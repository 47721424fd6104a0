// The files of a new municipality, from what was answered. Pure.
import type { Day } from '../kernel/day.ts'
import { recordTypes, suggestedRecords } from '../directory/records.ts'
import { sheetRoles } from '../directory/holding.ts'
import { suggested } from '../directory/terms.ts'
import { type Answers, askedRoles, type Someone } from './municipality-answers.ts'
import { folderReadme } from './municipality-readme.ts'

export interface New { readonly name: string; readonly answers: Answers; /** Of the partnership, so that a folder is not read into another's house. */ readonly id: number; readonly today: Day }

/** "Aarhus Nord" is `aarhus-nord`; æ, ø and å as people write them where there are none. */
export const folderName = (name: string): string => plain(name).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
const plain = (text: string): string =>
  text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD').replaceAll(/\p{M}/gu, '')

/** Text of each file by its name in the folder. */
export function filesOf(it: New): Readonly<Record<string, string>> {
  const { answers, name } = it
  return {
    'README.md': folderReadme(name),
    'directory.json': directory(it),
    'hours.json': `${JSON.stringify({ weekdays: suggested.officeHours.weekdays, from: answers.hours.from, to: answers.hours.to, closedOn: ['12-24', '12-31'] })}\n`,
    'deadlines.json': `${JSON.stringify(suggested.deadlines, null, 2)}\n`,
    'phones.json': `${JSON.stringify({ entrance: answers.entrance, outOfHours: answers.outOfHours }, null, 2)}\n`,
    'kle.json': rows(Object.fromEntries(recordTypes.map(type => [type, suggestedRecords[type]]))),
    'colours.json': `${JSON.stringify({ accent: '#0f5c61' }, null, 2)}\n`,
    'referral-list.json': '[]\n',
    'wording/da.json': '{}\n', 'wording/en.json': '{}\n',
    ...(answers.entrance && { 'entrances.csv': `kommune;postnumre;politikreds;indgang;telefon;link;kontrolleret\n${[municipality(name), '', answers.police, 'Stalkingvisitator', answers.entrance, '', it.today].map(cell).join(';')}\n` }),
  }
}

const municipality = (name: string): string => (/\bkommune\b/i.test(name) ? name : `${name} Kommune`)
const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** One entry a line, so that a line can be copied, changed and moved. */
const rows = (it: Readonly<Record<string, unknown>>): string => `{\n${Object.entries(it).map(([key, value]) => `  ${JSON.stringify(key)}: ${spaced(value)}`).join(',\n')}\n}\n`
const list = (all: readonly unknown[]): string => (all.length === 0 ? '[]' : `[\n${all.map(it => `    ${spaced(it)}`).join(',\n')}\n  ]`)
const spaced = (value: unknown): string => JSON.stringify(value, null, 1).replaceAll(/\n\s*/g, ' ')

const organisations = { municipality: 1, police: 2, dsc: 3 } as const

function directory({ name, answers, id, today }: New): string {
  const placed = askedRoles.flatMap(role => { const who = answers.people[role]; return who ? [{ role, who, organisation: role === 'policeContact' ? organisations.police : role === 'dscAdviser' ? organisations.dsc : organisations.municipality }] : [] })
  const units = [...new Set(placed.filter(it => it.organisation === organisations.municipality).flatMap(it => it.who.unit ?? []))]
  const people = placed.filter((it, at) => placed.findIndex(one => same(one, it)) === at)
  const names = signIns(people.map(it => it.who.name))
  const signInOf = (it: (typeof placed)[number]): string => names[people.findIndex(one => same(one, it))] ?? ''
  const parts = {
    partnership: spaced({ id, name: answers.effort }),
    organisations: list([
      { id: organisations.municipality, kind: 'municipality', name: municipality(name), phone: answers.phone, url: null },
      { id: organisations.police, kind: 'police', name: answers.police, phone: '114', url: null },
      { id: organisations.dsc, kind: 'dsc', name: 'Dansk Stalking Center', phone: '25 17 73 74', url: 'https://danskstalkingcenter.dk', phoneFor: 'stalkingudsatte og pårørende', verified: { source: 'udateret kommunal side', on: null, note: 'Skal kontrolleres før brug' } },
    ]),
    units: list(units.map((unit, at) => ({ id: at + 1, organisation: organisations.municipality, name: unit, phone: null }))),
    persons: list(people.map(it => ({
      name: it.who.name, organisation: it.organisation, unit: it.organisation === organisations.municipality && it.who.unit ? units.indexOf(it.who.unit) + 1 : null, signIn: signInOf(it), phone: it.who.phone,
    }))),
    holdings: list(placed.map(it => ({ role: it.role, person: signInOf(it), from: today }))),
    sheet: spaced({ roles: [...sheetRoles.slice(0, 2), 'familyCounsellor', ...sheetRoles.slice(2)] }),
  }
  return `{\n${Object.entries(parts).map(([key, text]) => `  "${key}": ${text}`).join(',\n')}\n}\n`
}

type Placed = { readonly who: Someone; readonly organisation: number }
/** Somebody who was named for two roles is one person. */
const same = (a: Placed, b: Placed): boolean => a.organisation === b.organisation && a.who.name.toLowerCase() === b.who.name.toLowerCase()

function signIns(names: readonly string[]): readonly string[] {
  const taken: string[] = []
  for (const name of names) {
    const parts = plain(name).split(/[^a-z0-9]+/).filter(Boolean)
    const first = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].filter(Boolean).join('.').padEnd(3, 'x')
    let own = first
    for (let at = 2; taken.includes(own); at++) own = `${first}${at}`
    taken.push(own)
  }
  return taken
}
