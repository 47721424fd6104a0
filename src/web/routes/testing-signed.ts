// For tests only: what a browser sends of a paper that somebody signed.
import { addDays, type Day } from '../../kernel/day.ts'

export const signedOn = (day: string, covers: readonly string[] = ['contact', 'account']) =>
  ({ day, until: addDays(day as Day, 180), covers, scan: new File(['%PDF-1.4\n% opdigt\n'], 'papir.pdf', { type: 'application/pdf' }) })
