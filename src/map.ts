// The house: its rooms in order, from the ground up. A room leans only on rooms that stand before it.

export const ground = ['kernel', 'platform', 'integrity', 'journal', 'identity', 'directory', 'forms'] as const
export const model = ['citizens', 'consents', 'measures', 'incidents', 'imports', 'toolkit', 'cases', 'referrals', 'bundle'] as const
export const around = ['steering', 'training', 'outreach', 'groups', 'surveys', 'evaluation'] as const
export const doors = ['web', 'app', 'cli'] as const

/** Nearest the ground first. */
export const rooms = [...ground, ...model, ...around, ...doors] as const
export type Room = (typeof rooms)[number]
