// A house for generated histories: used over and over, with a clock that only the history moves, and everything that lies in its tables to be looked at.
import type { Actor, PersonId, Role } from '../../kernel/actor.ts'
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Cover } from '../../cases/sides/other-consent.ts'
import type { HandedRole } from '../../cases/rules.ts'
import type { SideNow as SideStanding } from '../../cases/sides/store.ts'
import type { CaseNow } from '../../cases/store.ts'
import type { Consent } from '../../consents/rules.ts'
import type { Holding } from '../../directory/holding.ts'
import { type TestHouse, testHouse } from '../../directory/testing-house.ts'
import type { House } from '../../platform/action.ts'
import type { Standing } from '../../referrals/store.ts'

export interface Person { readonly id: PersonId; readonly name: string; readonly organisation: number; readonly organisationName: string }
export interface CaseStep { readonly caseId: string; readonly seq: number; readonly move: string; readonly by: string | null; readonly holder: string | null; readonly at: Date; readonly status: string; readonly next: string; readonly due: Date | null }
/** A case behind a wall, and who must not know of it. */
export interface SideNow extends SideStanding { readonly out: readonly PersonId[] }
export interface Yes { readonly id: string; readonly caseId: string; readonly signedOn: Day; readonly until: Day; readonly covers: readonly Cover[]; readonly at: Date; readonly withdrawnAt: Date | null }
export interface ReferralNow extends Standing { readonly id: string; readonly consent: string | null; readonly sideConsent: string | null; readonly sentAt: Date }
export interface ReferralStep { readonly referral: string; readonly seq: number; readonly step: string; readonly by: string | null; readonly at: Date }
export interface HandoverNow { readonly id: string; readonly role: HandedRole; readonly giver: PersonId; readonly receiver: PersonId; readonly state: string; readonly answeredBy: string | null }
/** A family counsellor's track: whose it is now, and how it stands (`ask` while nobody has answered). */
export interface TrackNow { readonly id: string; readonly caseId: string; readonly counsellor: PersonId; readonly state: 'ask' | 'accept' | 'decline' | 'take-back' | 'end'; readonly out: readonly PersonId[]; readonly locked: boolean; readonly due: Day; readonly lateStep: string | null }
export interface Bundle { readonly id: string; readonly consent: string; readonly state: string; readonly case: string }

/** Everything that the invariant is about, as it lies in the tables. */
export interface Look {
  readonly now: Date
  readonly today: Day
  readonly people: readonly Person[]
  readonly holdings: readonly (Holding & { readonly endedAt: Date | null })[]
  readonly cases: readonly CaseNow[]
  readonly sides: readonly SideNow[]
  readonly papers: readonly Yes[]
  readonly steps: readonly CaseStep[]
  readonly referrals: readonly ReferralNow[]
  readonly answers: readonly ReferralStep[]
  readonly consents: readonly Consent[]
  readonly handovers: readonly HandoverNow[]
  readonly shut: readonly { readonly id: string; readonly citizen: string; readonly person: PersonId; readonly kind: string; readonly lifted: boolean }[]
  readonly logs: readonly { readonly citizen: string; readonly id: string; readonly entries: readonly string[] }[]
  readonly bundles: readonly Bundle[]
  readonly tracks: readonly TrackNow[]
  readonly givings: readonly { readonly track: string; readonly counsellor: PersonId; readonly by: PersonId }[]
}

export interface Model {
  readonly town: TestHouse
  readonly house: House
  readonly jump: (hours: number) => void
  readonly look: () => Promise<Look>
  /** Everything that a history left behind is thrown away. */
  readonly anew: () => Promise<void>
}

const begin = Date.parse('2026-11-03T08:40:00Z')
/** In the order of the directory; Poula is a second police contact and Frida a second family counsellor, Gitte has no role that meets citizens yet. */
export const cast = ['vibeke.eksempel', 'daniel.proeve', 'ruth.opdigt', 'inger.eksempel', 'mikkel.opdigt', 'nadia.opdigt', 'peter.opdigt', 'dsc.raadgiver', 'karen.proeve', 'torben.eksempel', 'jonas.eksempel', 'gitte.proeve', 'helle.eksempel', 'anders.proeve'] as const

/** @param spoil what is done to the database as its owner before anything happens */
export async function openModel(spoil = ''): Promise<Model> {
  const town = await testHouse()
  const { owner } = town
  await owner.query(`insert into person (id, partnership, organisation, name, phone) select '00000000-0000-4000-8000-000000000099', 1, organisation, 'Poula Opdigt', '00 20 20 22' from person where name = 'Peter Opdigt'`)
  await owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'policeContact', '00000000-0000-4000-8000-000000000099', '2026-01-01')`)
  await owner.query(`insert into person (id, partnership, organisation, name, phone) select '00000000-0000-4000-8000-000000000098', 1, organisation, 'Frida Opdigt', '00 10 11 98' from person where name = 'Nadia Opdigt'`)
  await owner.query(`insert into holding (partnership, role, person, from_day) values (1, 'familyCounsellor', '00000000-0000-4000-8000-000000000098', '2026-01-01')`)
  const kept = (await owner.query<{ t: string }>(`select c.relname as t from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)).rows.map(it => it.t)
  const left: string[] = []
  for (const table of kept) if ((await owner.query(`select from "${table}" limit 1`)).rowCount === 0) left.push(table)
  await owner.query('create table holding_at_first as select * from holding')
  if (spoil !== '') await owner.query(spoil)
  let ahead = 0
  let ticks = 0
  const clock = { now: () => new Date(begin + ahead + (ticks += 1) * 1000), move: async () => undefined }
  const house: House = { ...town.house, clock }
  return {
    town, house, jump: hours => { ahead += hours * 3_600_000 }, look: () => lookAt(town, new Date(begin + ahead + ticks * 1000)),
    anew: async () => {
      await owner.query(`set session_replication_role = replica; ${left.map(table => `delete from "${table}"`).join('; ')}; delete from holding; insert into holding overriding system value select * from holding_at_first; set session_replication_role = origin`)
      ahead = 0
      ticks = 0
    },
  }
}

const questions = {
  people: `select p.id, p.name, p.organisation, o.name as "organisationName" from person p join organisation o on o.id = p.organisation order by p.id`,
  holdings: `select id, role, part, person, from_day as "from", to_day as "to", stands_in as "standsIn", for_person as "forPerson", ended_at as "endedAt" from holding order by stands_in, id`,
  cases: `select case_id as id, number, partnership, citizen, seq, status, holder, since, next, due, urgent, late_step as "lateStep", late_at as "lateAt" from case_now where kind = 'citizen' order by number`,
  sides: `select n.case_id as id, n.kind, n.number, n.partnership, f.organisation, n.seq, n.status, n.holder, n.since, n.next, n.due, n.late_step as "lateStep", n.late_at as "lateAt",
    array(select k.person from case_kept_out k where k.case_id = n.case_id) as "keptOut", gate.left_out_of(n.case_id) as out from case_now n join case_file f on f.id = n.case_id where n.kind <> 'citizen' order by n.number`,
  papers: `select c.id, c.case_id as "caseId", c.signed_on as "signedOn", c.until_day as until, c.covers, c.at, e.at as "withdrawnAt" from other_consent c left join other_consent_end e on e.consent = c.id order by c.at, c.id`,
  steps: `select case_id as "caseId", seq, move, by, holder, at, status, next, due from case_event order by case_id, seq`,
  referrals: `select n.referral as id, n.partnership, n.case_id as "caseId", n.citizen, n.to_role as "to", n.receiver as "toPerson", n.from_person as "fromPerson", n.from_role as "fromRole",
    n.state, n.seq, n.due, n.late_step as "lateStep", n.late_at as "lateAt", n.side_case as "sideCase", r.side_consent as "sideConsent", r.consent, r.sent_at as "sentAt" from referral_now n join referral r on r.id = n.referral order by r.sent_at, r.id`,
  answers: `select referral, seq, step, by, at from referral_event order by referral, seq`,
  consents: `select id, citizen, to_role as "to", form, version, asked_at as "askedAt", signed_at as "signedAt", from_day as "fromDay", until_day as "untilDay", topics, declined_at as "declinedAt",
    withdrawn_at as "withdrawnAt", how, law from consent order by asked_at, id`,
  tracks: `select t.id, t.case_id as "caseId", coalesce((select g.counsellor from family_giving g where g.track = t.id order by g.seq desc limit 1), t.counsellor) as counsellor,
    coalesce((select s.step from family_step s where s.track = t.id order by s.seq desc limit 1), 'ask') as state, gate.left_out_of(t.case_id) as out, t.case_id = any(gate.locked_cases()) as locked, t.due, gate.track_late(t.id) as "lateStep" from family_track t order by t.asked_at, t.id`,
  givings: `select track, counsellor, by from family_giving order by track, seq`,
  handovers: `select id, role, giver, receiver, state, answered_by as "answeredBy" from handover order by offered_at, id`,
  shut: `select id, citizen, person, kind, lifted_at is not null as lifted from case_shut order by at, id`,
  logs: `select l.citizen, l.id, coalesce(array_agg(e.id) filter (where e.id is not null), '{}') as entries from log l left join incident_entry e on e.log = l.id group by l.citizen, l.id order by l.id`,
  bundles: `select b.id, b.consent, gate.bundle_state(b.id) as state, b.case_id as "case" from bundle b where b.made_role = 'visitator' order by b.made_at, b.id`,
} as const

async function lookAt({ owner }: TestHouse, now: Date): Promise<Look> {
  await owner.query(`select set_config('lods.now', $1, false), set_config('lods.partnership', '1', false)`, [now.toISOString()])
  const found: Record<string, readonly unknown[]> = {}
  for (const [name, question] of Object.entries(questions)) found[name] = (await owner.query<Record<string, unknown>>(question)).rows
  return { ...found, now, today: dayOf(now) } as unknown as Look
}

/** Who holds which role on the day, as the product reads it. */
export const heldToday = ({ holdings, today }: Look): readonly (Holding & { readonly endedAt: Date | null })[] => holdings.filter(it => it.from <= today && (it.to === null || it.to >= today))

/** A colleague with the roles of the day; nobody signs in here. */
export function actorOf(look: Look, id: string): Actor {
  const person = look.people.find(it => it.id === id)
  if (!person) throw new Error(`nobody is called ${id}`)
  return { ...person, partnership: 1, roles: [...new Set(heldToday(look).filter(it => it.person === id).map(it => it.role))], unlocked: false }
}

/** The citizen herself, who has just given her passphrase. */
export const herself = (id: string): Actor => ({ id: id as PersonId, name: '', partnership: 1, organisation: 0, organisationName: '', roles: ['citizen'], unlocked: true })

export const inRole = (look: Look, ...wanted: readonly Role[]): readonly PersonId[] => [...new Set(heldToday(look).filter(it => wanted.includes(it.role)).map(it => it.person))]
