// What the house does by itself while its doors are open.
import type { Round } from '../platform/jobs.ts'

export const rounds: readonly Round[] = []
