// A child in a case. What the child has seen had a name that the page uses itself, and was lost when it was kept. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { both } from '../asking.ts'
import { child1 } from './children-1.ts'

const [child, report] = child1.parts

export const child2: Form = {
  ...child1, version: 2,
  parts: [
    { ...child, questions: child.questions.map(it => (it.id === 'seen' ? { ...it, id: 'childSaw' } : it)) },
    {
      ...report,
      help: both(
        'Pligten er din egen. Den går forud for din pligt til at tie. (Barnets lov § 133, skal kontrolleres.)',
        'The duty is your own. It goes before your duty to keep silent. (Barnets lov § 133, to be checked.)'),
    },
  ],
}
