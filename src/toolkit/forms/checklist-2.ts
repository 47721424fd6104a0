// The checklist, with what an answer to the other means for a restraining order, and what it rests on. All else is as before. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { both, draft } from '../asking.ts'
import { checklist1 } from './checklist-1.ts'

const [acute, pattern, oneSided, context] = checklist1.parts
const [, ...asked] = oneSided.questions

export const checklist2: Form = {
  ...checklist1, version: 2,
  source: draft('offentlige tegn på stalking fra politiet, Dansk Stalking Center og kommuner', 'public signs of stalking from the police, Dansk Stalking Center and municipalities'),
  parts: [
    acute, pattern,
    {
      ...oneSided,
      questions: [
        {
          id: 'answersCount', kind: 'explanation', ask: both('Før du svarer', 'Before you answer'),
          help: both(
            'Ét svar til den anden gør det ikke til en strid. Har I børn sammen, kan du være nødt til at svare. Vi spørger, fordi politiet også vil spørge: '
              + 'taler man stadig sammen, kan det være sværere at få et tilhold. Loven siger ikke, at du først skal have sagt nej.',
            'One reply to the other does not make it a dispute. If you have children together, you may have to reply. We ask because the police will ask too: '
              + 'when people still talk, it can be harder to get a restraining order. The law does not say that you must have said no first.'),
        },
        ...asked,
      ],
    },
    context,
  ],
}
