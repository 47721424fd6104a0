// Reads the content of an opened entry. A field that is not known here is a fault: nothing sealed is left out of the paper in silence.
import { certainties, type BundleEntry, type Exhibit, type Occurred } from './rules.ts'

type Check = (value: unknown) => boolean
const text: Check = value => typeof value === 'string' && value !== ''
const count: Check = value => Number.isSafeInteger(value) && (value as number) >= 0
const digest: Check = value => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const listOf = (check: Check): Check => value => Array.isArray(value) && value.every(check)

const exhibit = { no: count, name: text, bytes: count, sha256: digest, type: text } satisfies Record<keyof Exhibit, Check>
const occurred = { local: text, certainty: value => certainties.some(it => it === value), utc: text } satisfies Record<keyof Occurred, Check>
const entry = {
  no: count, occurred: shape(occurred, ['utc']), type: text, channel: text, actor: text, place: text, told: text, count, witnesses: listOf(text),
  myResponse: text, reportedTo: text, exhibits: listOf(shape(exhibit, [])),
} satisfies Record<keyof BundleEntry, Check>
const sealed = shape({ ...entry, hidden: digest }, ['channel', 'actor', 'place', 'myResponse', 'reportedTo'])

function shape(checks: Readonly<Record<string, Check>>, optional: readonly string[]): Check {
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
    const fields = new Map(Object.entries(value))
    return [...fields.keys()].every(key => Object.hasOwn(checks, key))
      && Object.entries(checks).every(([key, check]) => (fields.has(key) ? check(fields.get(key)) : optional.includes(key)))
  }
}

/** @returns undefined when the content is not that of an entry to the letter */
export function readContent(content: string): BundleEntry | undefined {
  const value = parsed(content)
  if (!sealed(value)) return undefined
  const { hidden: _, ...shown } = value as BundleEntry & { hidden: string }
  return shown
}

// Content that is no JSON comes from a changed bundle; it is an answer here.
function parsed(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
