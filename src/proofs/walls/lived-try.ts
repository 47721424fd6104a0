import { actsOf } from '../../cli/acts.ts'
import { builtTown } from '../town/town.ts'
import { type Lived, living, type Policy, titleOf } from './lived.ts'
const acts = await actsOf()
let lived: Lived | undefined
let all: Policy[] = []
const from = performance.now()
const built = await builtTown(acts, Number(process.argv[2] ?? 2), async it => {
  all = (await it.owner.query<Policy>(`select policyname as name, tablename as table, cmd, permissive = 'PERMISSIVE' as permissive, roles::text[] as roles
    from pg_policies where schemaname = 'public' and tablename <> 'lods_migration' order by 2, 1`)).rows
  lived = await living(acts, it, process.argv[3] === 'none' ? [] : all)
})
await lived?.end()
console.log('seconds', (performance.now() - from) / 1000, all.length, lived?.missed.size)
for (const it of all) if (!lived?.missed.has(it)) console.log('unmissed', titleOf(it))
for (const act of acts) for (const grant of act.it.right) if (!lived?.stoodOn.has(grant)) console.log('grant', act.it.audit, act.it.path, grant.by, grant.ground)
await built.it.close()
