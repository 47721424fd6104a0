import { z } from 'zod'
import { dayOf } from '../kernel/day.ts'
import { action } from '../platform/action.ts'
import { rights } from './rules.ts'
import { holders } from './store.ts'

/** The staff's home page: the model itself, with who holds each role today. */
export const homeAction = action({
  method: 'get',
  audit: 'directory.model-seen',
  input: z.object({}),
  facts: async (_db, _input, actor) => ({ standing: { partnership: actor.partnership, state: '-' } }),
  right: rights['directory.read'],
  run: ({ db, actor, now }) => holders(db, actor.partnership, dayOf(now)),
})

