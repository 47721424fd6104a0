// A look of a minute or two at what the stories alone miss, for whoever writes one:
//   LODS_POLICIES='on case_draft,hears on case_event' node dist/src/proofs/walls/quick.js
// What everybody does beside the stories is left out, and pages are read only where a story reads them: what is unmissed here may be missed in the long test.
import { actsOf } from '../../cli/acts.ts'
import { builtTown } from '../town/town.ts'
import { askedFor, type Lived, living, policiesOf, type Policy, titleOf } from './lived.ts'

const acts = await actsOf()
let policies: readonly Policy[] = []
let lived: Lived | undefined
const { it } = await builtTown(acts, 2, async house => {
  policies = (await policiesOf(house.owner)).filter(askedFor)
  lived = await living(acts, house, policies)
}, false)
await lived?.end()
await it.close()
for (const policy of policies) process.stdout.write(`${titleOf(policy)}: ${lived?.missed.get(policy) ?? 'UNMISSED'}\n`)
