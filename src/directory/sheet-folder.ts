// The A4 sheet of a municipality that has no house yet: from its folder alone, so that it can be signed first.
import type { PersonId } from '../kernel/actor.ts'
import { type Day, dayOf, type Lang } from '../kernel/day.ts'
import type { DirectoryConfig } from './folder.ts'
import { covers, sheetRoles } from './holding.ts'
import { sheetPdf } from './sheet-paper.ts'
import type { Holder } from './store.ts'

/** As `holders` of a house that has read this folder and nothing else. */
export function holdersIn(it: DirectoryConfig, today: Day): readonly Holder[] {
  const all = it.holdings.flatMap((one): Holder[] => {
    const person = it.persons.find(that => that.signIn === one.person)
    const organisation = it.organisations.find(that => that.id === person?.organisation)
    const [from, to] = [one.from as Day, (one.to ?? null) as Day | null]
    if (!person || !organisation || !covers({ from, to }, today)) return []
    return [{
      role: one.role, person: person.id as PersonId, name: person.name, phone: person.phone ?? null, unit: it.units.find(that => that.id === person.unit)?.name ?? null,
      organisation: organisation.id, organisationName: organisation.name, organisationPhone: organisation.phone ?? null, standsIn: one.standsIn ?? false, part: one.part ?? null, forPerson: null, from, to,
    }]
  })
  return [...all.filter(one => !one.standsIn), ...all.filter(one => one.standsIn)]
}

export const sheetOfFolder = (it: DirectoryConfig, at: Date, lang: Lang): Promise<Uint8Array<ArrayBuffer>> => sheetPdf({
  sheet: { name: it.partnership.name, municipality: it.organisations.find(one => one.kind === 'municipality')?.name ?? '', roles: it.sheet?.roles ?? sheetRoles, lookup: it.sheet?.lookup, phones: it.phones },
  hours: { ...it.officeHours, closedOn: it.officeHours.closedOn ?? [] }, all: holdersIn(it, dayOf(at)), at, lang,
})
