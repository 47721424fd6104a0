// The way out of a citizen's page. Works without JavaScript: the form signs her out on the server, which then sends the browser elsewhere.
import { useText } from './frame.ts'
import type { SafeHref } from './href.ts'

/** Where POST ends the session. Short and empty of meaning, since it may be seen in an address line. */
export const exitPath = '/ud'

/** A page with nothing to tell, which greets nobody by where they came from. A municipality may choose another. */
export const exitTo: SafeHref = 'https://www.dmi.dk/'

/** Sticks to the bottom of the screen. `src/app/exit.ts` makes it instant and adds the key. */
export function QuickExit(props: { readonly to?: SafeHref | undefined }) {
  const text = useText()
  return (
    <form class="exit" method="post" action={exitPath} data-exit={props.to ?? exitTo} autocomplete="off" aria-label={text.leave}>
      <button type="submit" class="exit-button">{text.leave}</button>
    </form>
  )
}

/** Said before the button is first met, and kept on the page about safety. Says what it does not do. */
export function QuickExitExplained(props: { readonly level?: 1 | 2 }) {
  const text = useText()
  const Heading = props.level === 1 ? 'h1' : 'h2'
  return (
    <section class="exit-explained">
      <Heading>{text.leaveHeading}</Heading>
      <p>{text.leaveButton}</p>
      <p>{text.leaveKeys}</p>
      <ul>
        <li>{text.leaveTyped}</li>
        <li>{text.leaveHistory}</li>
        <li>{text.leaveSpy}</li>
      </ul>
    </section>
  )
}
