// Histories that broke the invariant once, each with what it showed. They are lived through again in every run.
import type { History } from './run.ts'

export interface Found { readonly showed: string; readonly history: History }

const draw = { who: 0, on: 0, to: 0, n: 1 } as const
export const found: readonly Found[] = [
  {
    showed: 'A coordinator could not refer to anybody: the wall asked for a row that the first event itself makes.',
    history: { begin: ['coordinated'], steps: [{ one: { ...draw, what: 'sendFamily', who: 1, on: 1 } }] },
  },
  {
    showed: 'Two who shut the same colleague out at once: the second met a fault of the database instead of an answer.',
    history: { begin: ['received'], steps: [{ one: { ...draw, what: 'declare' }, twin: true }] },
  },
  {
    showed: 'Where the one who stood in was shut out of a case, it was with the one who is away, whom the second wall lets see nothing.',
    history: { begin: ['coordinated'], steps: [{ one: { ...draw, what: 'away', on: 1, to: 8, n: 5 } }, { one: { ...draw, what: 'shutOut', who: 1, to: 2 } }] },
  },
  {
    showed: 'A stand-in who wrote a note was given the case by it, and had it still when the other one came back.',
    history: { begin: ['received'], steps: [{ one: { ...draw, what: 'away', on: 0, to: 5, n: 5 } }, { one: { ...draw, what: 'note', who: 0 } }, { one: { ...draw, what: 'note', who: 2 } }] },
  },
  {
    showed: 'The clock passed a case on to the other visitator, who is shut out of it.',
    history: {
      begin: ['received'],
      steps: [
        { one: { ...draw, what: 'shutOut', who: 1, to: 6 } }, { one: { ...draw, what: 'hours', n: 4 } }, { one: { ...draw, what: 'rounds' } },
        { one: { ...draw, what: 'hours', n: 4 } }, { one: { ...draw, what: 'rounds' } },
      ],
    },
  },
  {
    showed: 'Two cases that cross, one with each visitator: the clock could go no round any more, because the wall kept it from passing the later one on.',
    history: {
      begin: ['received', 'received'],
      steps: [
        { one: { ...draw, what: 'takeOver', who: 1, on: 1 } }, { one: { ...draw, what: 'checkNames', on: 0, n: 1 } }, { one: { ...draw, what: 'checkNames', on: 1, n: 2 } },
        { one: { ...draw, what: 'hours', n: 4 } }, { one: { ...draw, what: 'rounds' } }, { one: { ...draw, what: 'hours', n: 4 } }, { one: { ...draw, what: 'rounds' } },
      ],
    },
  },
  {
    showed: 'Two who offered the same hand-over at once: the second met a fault of the database instead of an answer.',
    history: { begin: ['received'], steps: [{ one: { ...draw, what: 'offer', who: 4, n: 2 }, twin: true }] },
  },
  {
    showed: 'Midnight came between the door and the deed: whoever stood in until that day declared an interest, and met a fault of the database instead of an answer.',
    history: {
      begin: ['received'],
      steps: [
        { one: { ...draw, what: 'hours', n: 5 } }, { one: { ...draw, what: 'away', to: 11, n: 0 } },
        { one: { ...draw, what: 'hours', n: 0 }, other: { ...draw, what: 'declare', who: 6, n: 0 } },
      ],
    },
  },
  {
    showed: 'A leader handed over and left to somebody who leads for a while only: the one who said yes met a fault of the database instead of an answer.',
    history: { begin: ['received'], steps: [{ one: { ...draw, what: 'away', on: 4, n: 0 } }, { one: { ...draw, what: 'offer', on: 3, n: 7 } }, { one: { ...draw, what: 'acceptHandover' } }] },
  },
]
