// The addresses of scanned papers in a case.
import { addScan, scanFile, scansPage } from '../../cases/scans/actions.ts'
import { scansScreen } from '../../cases/scans/screens.tsx'
import type { Door } from '../door/door.tsx'

/** Addresses here that take files. */
export const scanUploads = ['/sager/:case/scannet'] as const

export function staffScans(door: Door): void {
  door.show(scansPage, scansScreen)
  door.take(addScan, { after: it => `/sager/${it.case}/scannet`, again: { action: scansPage, view: scansScreen } })
  door.give(scanFile)
}
