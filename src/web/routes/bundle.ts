// The addresses where a log becomes one file, is fetched, and is recorded as delivered: the citizen's and those of a case.
import * as own from '../../bundle/actions.ts'
import * as cases from '../../bundle/actions-case.ts'
import { bundleScreen, waitScreen } from '../../bundle/bundle-screen.tsx'
import { startScreen } from '../../bundle/choose-screen.tsx'
import { lookScreen } from '../../bundle/look-screen.tsx'
import type { Door } from '../door/door.tsx'

const home = '/noter/samlet'
const looked = ({ at, nr }: { readonly at: string; readonly nr: string }) => `${at}/se?nr=${nr}`
const made = ({ at, id }: { readonly at: string; readonly id: string }) => `${at}/${id}`
const caseHome = (input: Readonly<Record<string, string>>) => `/sager/${input['case'] ?? ''}/samlet`
const caseBundle = ({ id }: { readonly id: string }, input: Readonly<Record<string, string>>) => `${caseHome(input)}/${id}`

export function citizenBundle(door: Door): void {
  const bundle = { action: own.ownBundle, view: bundleScreen }
  door.show(own.ownStart, startScreen)
  door.take(own.ownChoose, { after: looked, again: { action: own.ownStart, view: startScreen } })
  door.show(own.ownPreview, lookScreen)
  door.take(own.ownMake, { after: made, again: { action: own.ownPreview, view: lookScreen }, slow: () => `${home}/i-gang` })
  door.show(own.ownWait, waitScreen)
  door.show(own.ownBundle, bundleScreen)
  door.give(own.ownFetch)
  door.take(own.ownDeliver, { after: ({ id }) => `${home}/${id}`, again: bundle })
  door.take(own.ownReceipt, { after: ({ id }) => `${home}/${id}`, again: bundle })
}

export function staffBundle(door: Door): void {
  const bundle = { action: cases.caseBundle, view: bundleScreen }
  door.show(cases.caseStart, startScreen)
  door.take(cases.caseChoose, { after: looked, again: { action: cases.caseStart, view: startScreen } })
  door.show(cases.casePreview, lookScreen)
  door.take(cases.caseMake, { after: made, again: { action: cases.casePreview, view: lookScreen }, slow: input => `${caseHome(input)}/i-gang` })
  door.show(cases.caseWait, waitScreen)
  door.show(cases.caseBundle, bundleScreen)
  door.give(cases.caseFetch)
  door.take(cases.caseDeliver, { after: caseBundle, again: bundle })
  door.take(cases.caseReceipt, { after: caseBundle, again: bundle })
}
