import { createHash } from 'node:crypto'
import type { Form } from '../forms/rules.ts'

const inOrder = (_key: string, it: unknown): unknown =>
  (typeof it === 'object' && it !== null && !Array.isArray(it) ? Object.fromEntries(Object.entries(it).sort(([a], [b]) => (a < b ? -1 : 1))) : it)

/** Of what a form says, whatever it is called and however its file is laid out: 64 hex digits. */
export const digestOf = ({ id: _, version: __, ...form }: Form): string => createHash('sha256').update(JSON.stringify(form, inOrder)).digest('hex')
