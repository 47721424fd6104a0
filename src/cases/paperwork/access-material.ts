// Everything that lies in a case besides its history, as lines that somebody who asks to see it is answered on. What the role may not read is named, and asked about.
import { createHash } from 'node:crypto'
import type { Role } from '../../kernel/actor.ts'
import { type Day, dayOf } from '../../kernel/day.ts'
import type { Work } from '../../platform/action.ts'
import { outsideRule } from '../../citizens/reach.ts'
import { consentsOf } from '../../consents/store.ts'
import { measuresOf } from '../../measures/store.ts'
import { tracksOf } from '../children/store.ts'
import { readContacts, readTold } from '../coordination/other.ts'
import { type Formed, withTheirForms } from '../coordination/forms.ts'
import { type Paper, readInner, readPapers, readTasks } from '../coordination/papers.ts'
import { openCopy, readMeeting, type Said } from '../meetings/actions.ts'
import { copiesOf, meetingsOf } from '../meetings/store.ts'
import type { ReadMark } from './actions.ts'
import { answersOf, beyondReading, bundlesIn, referralsIn } from './access-store.ts'
import type { MaterialKind } from './rules.ts'
import { readScans } from '../scans/actions.ts'
import { isSingle, type PaperKind, paperKinds, paperWord } from '../tools/rules.ts'

/** What a line says of the thing, and keeps of it when it is decided. `label`: the word that its kind has for it, such as a paper's. */
export interface Heading { readonly what: MaterialKind; readonly label: string; readonly version: number | null; readonly day: Day; readonly who: string }
export interface Material extends Heading {
  /** The row's id, with its version where it has one. */
  readonly ref: string
  /** What can be read in place; else it is read on its own page. */
  readonly answers?: Formed<Paper<unknown>>
  readonly texts?: readonly string[]
  readonly href?: `/${string}`
  /** The role that may read it, where the one who decides may not: that one is asked. */
  readonly ask?: Role
}

/** One name for a line in the form and in what is compared. */
export const nameOf = (it: Pick<Material, 'what' | 'ref'>): string => `${it.what}-${it.ref}`

/** The same for the same lines, another when anything came or went: what was not on the screen is not decided. */
export const stampOf = (seq: number, material: readonly Material[]): string =>
  createHash('sha256').update([String(seq), ...material.map(nameOf)].join('\n')).digest('hex').slice(0, 32)

interface Of { readonly work: Work; readonly id: string; readonly citizen: string }

/** In the order in which one reads a case: marks, papers, tasks, meetings, the other party, how she was reached, families, then what crosses its border. */
export async function materialOf(work: Work, now: { readonly id: string; readonly citizen: string }, marks: readonly ReadMark[]): Promise<readonly Material[]> {
  const of: Of = { work, id: now.id, citizen: now.citizen }
  return [
    ...marks.map((it): Material => ({ what: 'mark', ref: String(it.no), label: it.kind, version: null, day: dayOf(it.at), who: it.byName, texts: [it.said.reason, it.said.wayIn].filter(Boolean), href: `/sager/${now.id}/papirer` })),
    ...await papersIn(of), ...await tasksIn(of), ...await meetingsIn(of), ...await otherIn(of), ...await reachedIn(of), ...await familiesIn(of), ...await scansIn(of), ...await outsideIn(of), ...await beyondIn(of),
  ]
}

/** Every version is a line of its own: what was written first is kept, and can be asked for; what professionals alone read as well, for a named person decides. */
async function papersIn({ work, id }: Of): Promise<readonly Material[]> {
  const all = [...await readPapers(work, id), ...await readInner(work, id)]
  const kindOf = (it: Paper<unknown>): PaperKind | undefined => paperKinds.find(one => one === it.kind)
  const head = (it: Paper<unknown>) => ({ ref: `${it.id}-${it.version}`, version: it.version, day: dayOf(it.at), who: it.byName })
  const minutes = all.filter(it => !kindOf(it)).map((it): Material =>
    ({ ...head(it), what: 'minutes', label: '', texts: (it.says as readonly Said[]).flatMap(one => [one.said, one.decision].filter(Boolean)), href: `/sager/${id}/moeder/${it.id}` }))
  const formed = (await withTheirForms(work.db, all)).flatMap((it): Material[] => {
    const kind = kindOf(it)
    return kind ? [{ ...head(it), what: 'paper', label: kind, answers: it, href: `/sager/${id}/papir/${paperWord(kind)}/${isSingle(kind) ? 'ark' : it.id}` }] : []
  })
  return [...formed, ...minutes]
}

async function tasksIn({ work, id }: Of): Promise<readonly Material[]> {
  return (await readTasks(work, id)).map((it): Material => ({
    what: 'task', ref: it.id, label: '', version: null, day: dayOf(it.madeAt), who: it.ownerName, texts: [it.what, it.note].filter(Boolean), href: `/sager/${id}/opgaver`,
  }))
}

/** The meeting itself, and each copy as it was cut for the one who got it. */
async function meetingsIn({ work, id }: Of): Promise<readonly Material[]> {
  const found: Material[] = []
  for (const row of await meetingsOf(work.db, id)) {
    const meeting = await readMeeting(work, id, row.id)
    const href = `/sager/${id}/moeder/${row.id}` as const
    const there = meeting.seats.map(it => it.name).filter(Boolean).join(', ')
    found.push({ what: 'meeting', ref: row.id, label: '', version: null, day: dayOf(row.at), who: there, texts: [meeting.title, meeting.place, ...meeting.topics.map(it => it.text)].filter(Boolean), href })
    for (const copy of await copiesOf(work.db, row.id)) {
      const said = openCopy(work, copy).copy.topics.flatMap(it => [it.text, it.said, it.decision]).filter((it): it is string => Boolean(it))
      found.push({ what: 'copy', ref: copy.id, label: copy.what, version: copy.version, day: dayOf(copy.at), who: copy.toName, texts: said, href })
    }
  }
  return found
}

async function otherIn({ work, id }: Of): Promise<readonly Material[]> {
  const href = `/sager/${id}/den-anden-part` as const
  return [
    ...(await readTold(work, id)).map((it): Material => ({ what: 'told', ref: it.id, label: it.answer, version: null, day: it.toldOn ?? dayOf(it.at), who: it.byName, texts: [it.says], href })),
    ...(await readContacts(work, id)).map((it): Material => ({ what: 'contact', ref: it.id, label: it.way, version: null, day: it.doneOn ?? it.plannedOn, who: it.byName, texts: [it.says], href })),
  ]
}

/** Each time the rule of safe contact was not followed, and why. */
async function reachedIn({ work, id, citizen }: Of): Promise<readonly Material[]> {
  return (await outsideRule(work, citizen)).map((it): Material => ({ what: 'reached', ref: it.id, label: it.channel, version: null, day: dayOf(it.at), who: it.byName, texts: [it.why], href: `/sager/${id}/sikker-kontakt` }))
}

/** That there is a track; her records are lines of their own, and she is asked about each. */
async function familiesIn({ work, id }: Of): Promise<readonly Material[]> {
  return (await tracksOf(work.db, id)).map((it): Material => ({ what: 'family', ref: it.id, label: '', version: null, day: dayOf(it.askedAt), who: it.counsellorName, href: `/sager/${id}/arbejde` }))
}

async function scansIn({ work, id }: Of): Promise<readonly Material[]> {
  return (await readScans(work, id)).map((it): Material => ({ what: 'scan', ref: it.id, label: it.kind, version: null, day: it.onDay, who: it.from, texts: [it.what].filter(Boolean), href: `/sager/${id}/scannet/${it.id}` }))
}

async function outsideIn({ work: { db }, id, citizen }: Of): Promise<readonly Material[]> {
  const consents = (await consentsOf(db, citizen)).map((it): Material => ({
    what: 'consent', ref: it.id, label: it.to, version: null, day: dayOf(it.signedAt ?? it.askedAt), who: '', href: `/borgere/${citizen}/samtykker/${it.id}?sag=${id}`,
  }))
  // What she only shows is hers and can be taken back: it is not kept by us.
  const measures = (await measuresOf(db, citizen)).filter(it => it.state === 'told').map((it): Material => ({
    what: 'measure', ref: `${it.id}-${it.version}`, label: it.kind, version: it.version, day: dayOf(it.at), who: it.byName ?? '', href: `/borgere/${citizen}/beskyttelse?sag=${id}`,
  }))
  const referrals = (await referralsIn(db, id)).map((it): Material => ({ what: 'referral', ref: it.id, label: it.to, version: null, day: dayOf(it.sentAt), who: it.toName ?? '', href: `/sager/${id}/henvist/${it.id}` }))
  const answers = (await answersOf(db, id)).map((it): Material => ({ what: 'answer', ref: `${it.referral}-${it.seq}`, label: '', version: null, day: dayOf(it.at), who: it.byName ?? '', href: `/sager/${id}/henvist/${it.referral}` }))
  const bundles = (await bundlesIn(db, id)).map((it): Material => ({ what: 'bundle', ref: it.id, label: '', version: null, day: dayOf(it.at), who: '', href: `/sager/${id}/samlet/${it.id}` }))
  return [...consents, ...measures, ...referrals, ...answers, ...bundles]
}

async function beyondIn({ work: { db, ground }, id }: Of): Promise<readonly Material[]> {
  return await beyondReading(db, id, ground.by)
}
