// The directory as a municipality's folder has it: one file a matter, one schema a file, and what must hold between them.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Role, roles } from '../kernel/actor.ts'
import { readDay } from '../kernel/day.ts'
import { endReading, type Folder, openFolder, type Reading, readJson, readText } from '../platform/settings.ts'
import { settingsText } from '../platform/settings-text.ts'
import { readEntrances } from './entrances.ts'
import { folderText as text } from './folder-text.ts'
import { recordTypes } from './records.ts'
import { suggested } from './terms.ts'
import { da } from './text.da.ts'

const words = (most: number) => z.string().min(1).max(most).refine(it => it === it.trim() && !/[\p{Cc}\p{Cf}]/u.test(it), text.words)
const day = z.string().refine(it => readDay(it) !== undefined, text.day)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, text.clock)
const phone = z.string().regex(/^\+?\d[\d ]{1,18}\d$/, text.phone).nullish()
const https = z.string().max(300).regex(/^https:\/\/[a-z0-9.-]+(:\d+)?(\/[^\s\\]*)?$/i, text.https)
const number = z.int().min(1).max(2_147_483_647)

const organisationKinds = ['municipality', 'police', 'dsc', 'other'] as const
/** `directory.json`: who the collaboration is. */
const directorySchema = z.strictObject({
  partnership: z.strictObject({ id: number, name: words(80) }),
  organisations: z.array(z.strictObject({
    id: number, kind: z.enum(organisationKinds), name: words(80), phone, url: https.nullish(),
    // For whoever reads the file: an invented one, whom the number is for, and where it was read.
    invented: z.boolean().optional(), phoneFor: words(120).optional(), verified: z.strictObject({ source: words(200), on: day.nullable(), note: words(300).optional() }).optional(),
  })).min(1).max(40),
  units: z.array(z.strictObject({ id: number, organisation: number, name: words(80), phone })).max(400),
  /** A page without sign-in where a unit asks to be called. */
  openFirstContact: z.boolean().optional(),
  persons: z.array(z.strictObject({
    id: z.uuid().optional(), name: words(80), organisation: number, unit: number.nullish(), signIn: z.string().regex(/^[\p{L}\d][\p{L}\d.@_-]{2,79}$/u, text.signIn), phone,
  })).max(5_000),
  holdings: z.array(z.strictObject({ role: z.enum(roles), person: words(80), from: day, to: day.nullish(), standsIn: z.boolean().optional(), part: words(60).nullish() })).max(5_000),
  // What stands on the A4 sheet: the roles that must have somebody, and another look-up of entrances where the district uses one.
  sheet: z.strictObject({ roles: z.array(z.enum(roles)).min(1).max(roles.length).optional(), lookup: z.strictObject({ name: words(80), url: https }).optional() }).optional(),
})
/** `hours.json`: when the visitator is there. */
const hoursSchema = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7), from: clock, to: clock,
  closedOn: z.array(z.string().refine(it => readDay(`2024-${it}`) !== undefined, text.dayOfYear)).max(60).optional(),
})
const workingDays = z.int().min(0).max(60)
/** `deadlines.json`: working days, but for `reviewDays` and `dangerMinutes`. What is left out is the suggested one. */
const deadlinesSchema = z.strictObject({
  firstContactToVisitatorWorkingDays: workingDays.optional(), visitatorAnswerWorkingDays: workingDays.optional(), coordinatorFirstMeetingWorkingDays: workingDays.optional(),
  reviewDays: z.int().min(1).max(365).optional(), afterReminderWorkingDays: workingDays.optional(), dangerMinutes: z.int().min(1).max(240).optional(),
})
/** `phones.json`: numbers that stay when people change. */
const phonesSchema = z.strictObject({ entrance: phone, outOfHours: phone })
export type Phones = z.infer<typeof phonesSchema>
/** `kle.json`: where each kind of record is filed. */
const kleSchema = z.partialRecord(z.enum(recordTypes), z.strictObject({
  kle: z.string().regex(/^\d\d\.\d\d\.\d\d$/, text.kle), facet: z.string().regex(/^([A-ZÆØÅ]\d\d)?$/, text.facet), retention: z.string().max(60),
}))

/** What this part of the folder can have. */
export const directoryFiles = ['directory.json', 'hours.json', 'deadlines.json', 'phones.json', 'kle.json', 'entrances.csv'] as const

type Directory = z.infer<typeof directorySchema>
/** All of it together. Every person has an id. */
export type DirectoryConfig = Omit<Directory, 'persons'> & {
  readonly persons: readonly (Directory['persons'][number] & { readonly id: string; /** The file names no id, so the sign-in name is the person. */ readonly unnumbered?: true })[]
  readonly officeHours: z.infer<typeof hoursSchema>
  readonly deadlines: typeof suggested.deadlines
  readonly phones: Phones
  readonly records: z.infer<typeof kleSchema> | undefined
  /** `entrances.csv` as it is written. */
  readonly entrances: string | undefined
}

/** @throws an operator's error with the place of every fault */
export function readDirectory(municipality: string): DirectoryConfig {
  const folder = openFolder(municipality)
  const it = directoryIn(folder)
  endReading(folder)
  return it as DirectoryConfig
}

/** As `readDirectory`, for a reading that goes on to other files; undefined where there was a fault. */
export function directoryIn(folder: Folder): DirectoryConfig | undefined {
  const before = folder.faults.length
  const directory = readJson(folder, 'directory.json', directorySchema, 'needed')
  const hours = readJson(folder, 'hours.json', hoursSchema)
  const deadlines = readJson(folder, 'deadlines.json', deadlinesSchema)
  const phones = readJson(folder, 'phones.json', phonesSchema)
  const kle = readJson(folder, 'kle.json', kleSchema)
  const entrances = entrancesIn(folder)
  if (directory.it) hangsTogether(directory.it, directory.say)
  if (hours.it) hoursHold(hours.it, hours.say)
  if (!directory.it || folder.faults.length > before) return undefined
  const { persons, ...rest } = directory.it
  return {
    ...rest, persons: persons.map(it => (it.id ? { ...it, id: it.id } : { ...it, id: idOf(rest.partnership.id, it.signIn), unnumbered: true as const })),
    officeHours: hours.it ?? { ...suggested.officeHours, weekdays: [...suggested.officeHours.weekdays], closedOn: undefined }, phones: phones.it ?? {}, records: kle.it, entrances,
    deadlines: { ...suggested.deadlines, ...Object.fromEntries(Object.entries(deadlines.it ?? {}).filter(([, it]) => it !== undefined)) },
  }
}

/** The number of a person whom the file gives none: always the same for the same sign-in name. A UUID of version 8. */
export function idOf(partnership: number, signIn: string): string {
  const hash = createHash('sha256').update(`lods person ${partnership} ${signIn.toLowerCase()}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

function entrancesIn(folder: Folder): string | undefined {
  const raw = readText(folder, 'entrances.csv', 'optional')
  if (raw === undefined) return undefined
  for (const { field, code } of readEntrances(raw).faults)
    folder.faults.push(settingsText.inText('entrances.csv', Number(field.replace('line-', '')), da.refusals[code.replace('directory.', '') as 'csv-cells']))
  return raw
}

type Say = Reading<unknown>['say']

function hoursHold(it: z.infer<typeof hoursSchema>, say: Say): void {
  if (it.to <= it.from) say(['to'], text.opensBefore)
  it.weekdays.forEach((one, at) => { if (it.weekdays.indexOf(one) < at) say(['weekdays', at], text.twice) })
}

function hangsTogether(it: Directory, say: Say): void {
  for (const list of ['organisations', 'units', 'persons'] as const) {
    const ids = it[list].map(one => one.id)
    ids.forEach((id, at) => { if (id !== undefined && ids.indexOf(id) < at) say([list, at, 'id'], text.idTwice(String(id))) })
  }
  for (const kind of ['municipality', 'police', 'dsc'] as const) if (!it.organisations.some(one => one.kind === kind)) say(['organisations'], text.needsKind(kind))
  const municipalities = it.organisations.flatMap((one, at) => (one.kind === 'municipality' ? [at] : []))
  for (const at of municipalities.slice(1)) say(['organisations', at, 'kind'], text.oneMunicipality)
  it.units.forEach((one, at) => { if (!it.organisations.some(org => org.id === one.organisation)) say(['units', at, 'organisation'], text.noOrganisation(one.organisation)) })
  personsHold(it, say)
  holdingsHold(it, say)
  const onSheet = it.sheet?.roles ?? []
  onSheet.forEach((role, at) => {
    if (role === 'citizen') say(['sheet', 'roles', at], text.citizenRole)
    else if (onSheet.indexOf(role) < at) say(['sheet', 'roles', at], text.roleTwice(role))
  })
}

function personsHold(it: Directory, say: Say): void {
  const names = it.persons.map(one => one.signIn.toLowerCase())
  it.persons.forEach((one, at) => {
    const unit = it.units.find(that => that.id === one.unit)
    if (names.indexOf(one.signIn.toLowerCase()) < at) say(['persons', at, 'signIn'], text.signInTwice(one.signIn))
    if (!it.organisations.some(org => org.id === one.organisation)) say(['persons', at, 'organisation'], text.noOrganisation(one.organisation))
    if (typeof one.unit === 'number' && !unit) say(['persons', at, 'unit'], text.noUnit(one.unit))
    else if (unit && unit.organisation !== one.organisation) say(['persons', at, 'unit'], text.otherUnit(unit.id))
  })
}

/** Roles that only make sense in one kind of organisation: given elsewhere, they would open one authority's cases to another. */
const belongsTo: Partial<Record<Role, (typeof organisationKinds)[number]>> = {
  policeContact: 'police', dscAdviser: 'dsc', visitator: 'municipality', primaryCoordinator: 'municipality', familyCounsellor: 'municipality', leader: 'municipality',
  hr: 'municipality', workEnvironment: 'municipality',
}

function holdingsHold(it: Directory, say: Say): void {
  it.holdings.forEach((one, at) => {
    const person = it.persons.find(that => that.signIn === one.person)
    const kind = it.organisations.find(org => org.id === person?.organisation)?.kind
    const wanted = belongsTo[one.role]
    if (one.role === 'citizen') say(['holdings', at, 'role'], text.citizenRole)
    if (!person) say(['holdings', at, 'person'], text.noPerson(one.person))
    else if (wanted && kind !== undefined && kind !== wanted) say(['holdings', at, 'role'], text.wrongOrganisation(one.role, wanted))
    if (one.to && one.to < one.from) say(['holdings', at, 'to'], text.endsBefore)
    const earlier = it.holdings.findIndex(that => that.role === one.role && that.person === one.person && (that.part ?? null) === (one.part ?? null)
      && (that.standsIn ?? false) === (one.standsIn ?? false) && that.from <= (one.to ?? '9999') && one.from <= (that.to ?? '9999'))
    if (earlier >= 0 && earlier < at) say(['holdings', at], text.holdsTwice(one.person, earlier + 1))
  })
}
