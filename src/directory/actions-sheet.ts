import { z } from 'zod'
import { dayOf } from '../kernel/day.ts'
import { action, type Facts } from '../platform/action.ts'
import { rights } from './rules.ts'
import { sheetPdf } from './sheet-paper.ts'
import { holders, type Sheet, sheetOf, termsOf } from './store.ts'
import type { Hours } from './terms.ts'

interface SheetFacts extends Facts { readonly sheet: Sheet; readonly hours: Hours }

/** The A4 sheet of today, as one page for the intranet. */
export const sheetAction = action({
  path: '/model/a4.pdf', method: 'get', audit: 'directory.sheet-fetched', input: z.object({ sprog: z.enum(['da', 'en']).catch('da') }),
  facts: async (db, _input, actor): Promise<SheetFacts> => ({
    standing: { partnership: actor.partnership, state: '-' }, sheet: await sheetOf(db, actor.partnership), hours: (await termsOf(db, actor.partnership)).officeHours,
  }),
  right: rights['directory.read'],
  run: async ({ db, actor, now }, { sprog: lang }, { sheet, hours }) => ({
    name: 'model-a4.pdf', type: 'application/pdf', body: await sheetPdf({ sheet, hours, all: await holders(db, actor.partnership, dayOf(now)), at: now, lang }),
  }),
})
