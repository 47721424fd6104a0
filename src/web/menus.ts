// What stands in the menus. A page that a person may not open is not in that person's menu.
import type { Role } from '../kernel/actor.ts'
import type { Lang } from '../kernel/day.ts'
import type { NavItem } from '../platform/ui/pages.tsx'

export const citizenNav = (_lang: Lang): readonly NavItem[] => []

export const staffNav = (_roles: readonly Role[], _lang: Lang): readonly NavItem[] => []
