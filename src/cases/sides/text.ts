import type { Lang } from '../../kernel/day.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const sideText = (lang: Lang) => (lang === 'da' ? da : en)
