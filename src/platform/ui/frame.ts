// What every component on a page may ask its page for, so that nobody has to hand it down.
import { createContext, useContext } from 'hono/jsx'
import type { Lang } from '../../kernel/day.ts'
import type { Trouble } from '../screen.ts'
import { da, type UiText } from './text.da.ts'
import { en } from './text.en.ts'

/** staff: the effort's own dress · citizen: neutral, tells nothing · public: plain, for everyone · paper: for the printer. */
export type Dress = 'staff' | 'citizen' | 'public' | 'paper'

export interface Frame {
  readonly lang: Lang
  readonly dress: Dress
  /** The page comes back because something could not be taken. */
  readonly trouble?: Trouble | undefined
}

export const FrameContext = createContext<Frame>({ lang: 'da', dress: 'staff' })
export const useFrame = (): Frame => useContext(FrameContext)

const texts = { da, en } as const
export const uiText = (lang: Lang): UiText => texts[lang]
/** The words that components say themselves, in the language of the page. */
export const useText = (): UiText => uiText(useFrame().lang)
