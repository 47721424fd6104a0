import type { Lang } from '../kernel/day.ts'
import { da } from './sides.da.ts'
import { en } from './sides.en.ts'

export const sideText = (lang: Lang) => (lang === 'da' ? da : en)
