// What the house does by itself while its doors are open.
import { casesRound } from '../cases/climb.ts'
import { tracksRound } from '../cases/children/climb.ts'
import { contactsRound } from '../cases/open-contact/climb.ts'
import { sidesRound } from '../cases/sides/climb.ts'
import type { Round } from '../platform/jobs.ts'
import { referralsRound } from '../referrals/climb.ts'
import { casesAsked } from '../referrals/store-late.ts'

/** Referrals first: a case that waits for somebody who was asked is late with them, not with whoever asked. */
export const rounds: readonly Round[] = [referralsRound, casesRound(casesAsked), sidesRound(casesAsked), contactsRound, tracksRound]
