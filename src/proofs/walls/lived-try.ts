// node dist/src/proofs/walls/lived-try.js FILE [quick]: FILE has a line for each policy that is asked about ("name on table"); `quick` leaves out what everybody does beside the stories.
import { readFileSync } from 'node:fs'
import { actsOf } from '../../cli/acts.ts'
import { builtTown } from '../town/town.ts'
import { type Lived, living, type Policy, titleOf } from './lived.ts'
const wanted = new Set(readFileSync(process.argv[2] ?? '', 'utf8').trim().split('\n').map(it => it.trim()))
const acts = await actsOf()
let lived: Lived | undefined
let all: readonly Policy[] = []
const from = performance.now()
const built = await builtTown(acts, 2, async it => {
  all = (await it.owner.query<Policy>(`select policyname as name, tablename as table, cmd, permissive = 'PERMISSIVE' as permissive, roles::text[] as roles
    from pg_policies where schemaname = 'public' and tablename <> 'lods_migration' order by 2, 1`)).rows.filter(one => wanted.has(titleOf(one)))
  lived = await living(acts, it, all)
}, process.argv[3] !== 'quick')
await lived?.end()
console.log('seconds', (performance.now() - from) / 1000, all.length, lived?.missed.size)
for (const it of all) console.log(lived?.missed.has(it) ? 'missed by' : 'unmissed ', titleOf(it), lived?.missed.get(it) ?? '')
for (const act of acts) for (const grant of act.it.right) if (process.argv[4] && !lived?.stoodOn.has(grant)) console.log('grant', act.it.audit, act.it.path, grant.by, grant.ground)
await built.it.close()
