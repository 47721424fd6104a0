// The municipality's own lines on the referral list: a line of its own, or what it has found out about one of ours.
import { z } from 'zod'
import { readDay } from '../kernel/day.ts'
import { type Folder, readJson } from '../platform/settings.ts'
import { audiences, dayVerified, referralEntries, type ReferralEntry } from './referral-list.ts'
import { referralFolderText as text } from './referral-folder-text.ts'

const words = (most: number) => z.string().min(1).max(most).refine(it => it === it.trim() && !/[\p{Cc}\p{Cf}]/u.test(it), text.words)
const both = (most: number) => z.strictObject({ da: words(most), en: words(most) })

const line = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, text.id),
  name: both(80).optional(), for: z.array(z.enum(audiences)).min(1).optional(), service: both(300).optional(),
  phone: z.string().regex(/^\+?\d[\d ]{1,18}\d$/, text.phone).nullish(), hours: both(80).optional(), price: both(80).optional(), anonymous: z.boolean().optional(), area: both(120).optional(),
  web: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./-]*)?$/i, text.web).optional(),
  source: both(200).optional(), verifiedOn: z.string().refine(it => /^\d{4}(-\d\d){0,2}$/.test(it) && dayVerified(it) !== undefined, text.day).nullish(),
  /** Takes one of our lines off the list. */
  hidden: z.literal(true).optional(),
})
type Line = z.infer<typeof line>

/** The emergency numbers stay as they are; the social duty officer may have a number of the municipality's own. */
const fixed = referralEntries.filter(it => it.always && it.id !== 'social-duty').map(it => it.id)

/** The whole list as this municipality has it: ours, put right where it knows better, and its own. `referral-list.json` in the folder. */
export function referralsIn(folder: Folder): readonly ReferralEntry[] {
  const { it = [], say } = readJson(folder, 'referral-list.json', z.array(line).max(200))
  it.forEach((one, at) => {
    const ours = referralEntries.find(entry => entry.id === one.id)
    const fault = (key: keyof Line | undefined, what: string) => say(key === undefined ? [at] : [at, key], what)
    if (it.findIndex(that => that.id === one.id) < at) fault('id', text.twice)
    if (fixed.includes(one.id)) return fault('id', text.fixed)
    if (one.hidden) return ours ? undefined : fault('hidden', text.hidesNothing)
    if (!ours) for (const key of ['name', 'for', 'service', 'source'] as const) if (one[key] === undefined) fault(undefined, text.lacks(key))
    const phone = one.phone === undefined ? ours?.phone : one.phone ?? undefined
    const web = one.web ?? ours?.web
    if (!phone && !web) fault(undefined, text.noWay)
    if (one.phone && (!one.verifiedOn || !one.source)) fault('phone', text.unverified)
    if (one.verifiedOn && readDay(one.verifiedOn) === undefined && one.verifiedOn.length === 10) fault('verifiedOn', text.day)
  })
  const kept = referralEntries.flatMap(entry => {
    const own = it.find(one => one.id === entry.id)
    return own?.hidden ? [] : [own ? put(entry, own) : entry]
  })
  return [...it.filter(one => !one.hidden && !referralEntries.some(entry => entry.id === one.id)).map(one => put(undefined, one)), ...kept]
}

/** What the line says, in the place of what ours says; `phone` null takes a number away. */
function put(entry: ReferralEntry | undefined, { hidden: _, phone, verifiedOn, ...own }: Line): ReferralEntry {
  const { phone: before, ...rest } = entry ?? {}
  const number = phone === undefined ? before : phone ?? undefined
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  return { ...rest, ...given, ...(number && { phone: number }), verifiedOn: verifiedOn === undefined ? entry?.verifiedOn ?? null : verifiedOn } as ReferralEntry
}
