// Papers that somebody gave on paper, scanned into the case. Pure.
import type { Right } from '../../kernel/rights.ts'

/** receipt: that a report was taken in · decision: on a tilhold and the like · letter: anything else from the police */
export const scanKinds = ['police-receipt', 'police-decision', 'police-letter', 'other'] as const
export type ScanKind = (typeof scanKinds)[number]

const keeps: Right = [
  { by: 'visitator', ground: 'role', states: ['received', 'logging', 'clarified', 'coordinated', 'closed'] }, { by: 'primaryCoordinator', ground: 'holder', states: ['coordinated', 'closed'] },
]
export const scanRights = { 'cases.scans': keeps, 'cases.keep-scan': keeps } as const satisfies Record<string, Right>
