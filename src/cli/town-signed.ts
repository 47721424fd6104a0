// For invented papers that somebody signed: what such a referral is sent on. Nothing of it can be read as a person's.
import { addDays, type Day } from '../kernel/day.ts'

/** A PDF by its first bytes. */
const sheet = new TextEncoder().encode('%PDF-1.4\n% opdigt\n')

export const signedOn = (day: Day, covers: readonly string[] = ['contact', 'account']) => ({ day, until: addDays(day, 180), covers, scan: new File([sheet], 'papir.pdf', { type: 'application/pdf' }) })
