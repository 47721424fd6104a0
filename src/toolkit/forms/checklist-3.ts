// The checklist, its parts lettered in the order in which they are gone through: danger first. All else is as before. Frozen: a change is a new version.
import type { Form } from '../../forms/rules.ts'
import { both } from '../asking.ts'
import { checklist2 } from './checklist-2.ts'

const titles: Readonly<Record<string, ReturnType<typeof both>>> = {
  acute: both('A. Først: fare lige nu?', 'A. First: danger right now?'), pattern: both('B. Mønsteret', 'B. The pattern'),
  'one-sided': both('C. Hvem vil have kontakt?', 'C. Who wants contact?'), context: both('D. Det omkring', 'D. What surrounds it'),
}

export const checklist3: Form = { ...checklist2, version: 3, parts: checklist2.parts.map(part => ({ ...part, title: titles[part.id] ?? part.title })) }
