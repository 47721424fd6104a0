// The kind of trouble that a page comes back with, told from what the rooms refused.
import type { Sent, Trouble } from '../../platform/screen.ts'

const door = /^identity[.](wrong|wrong-code|busy|code-shape)$/
const file = /^imports[.](no-chat|bad-|too-much|is-)|[.]file-|[.]scan-(too|unknown)|^toolkit[.]bad-file$/
/** Something was left out that must be there. */
const lacking = /[.]needs-|^forms[.]missing$|[.]required$|^imports[.]no-file$|^incidents[.](told|when|no-file|show-to|show-none)$|^bundle[.](which|none|purpose|answer|how|to|sure|journal|number|first)$/

export function troubleOf({ faults, kind }: Pick<Sent, 'faults' | 'kind'>): Trouble {
  const every = (what: RegExp) => faults.length > 0 && faults.every(it => what.test(it.code))
  if (every(/^platform[.]come-back/)) return 'back'
  if (every(door)) return 'door'
  if (every(/^identity[.]wrong-(passphrase|earlier)$/)) return 'locked'
  if (every(/^platform[.]sent-before$/)) return 'before'
  if (faults.some(it => /[.-](changed|meanwhile)(-|$)/.test(it.code))) return 'changed'
  if (every(file)) return 'file'
  if (kind === 'conflict') return 'notNow'
  return every(lacking) ? 'lacking' : 'wrong'
}
