import type { Lang } from '../../kernel/day.ts'
import type { SafeHref } from '../../platform/ui/href.ts'

/** Leads to the same page in the other language. */
export const otherLang = (lang: Lang, path: string): SafeHref => `/sprog/${lang === 'da' ? 'en' : 'da'}?til=${encodeURIComponent(path)}`
