// Leaving a citizen's page at once. Without this file the button still works; with it the content is gone before the network answers.
import { exitKey } from './exit-key.ts'

const form = document.querySelector<HTMLFormElement>('form[data-exit]')

/** Nothing of the page stays on the screen, in the tab's name, or in what Back might show. */
function wipe(): void {
  document.title = ' '
  document.documentElement.replaceChildren()
}

function leave(out: HTMLFormElement): void {
  const to = out.dataset['exit'] ?? ''
  const body = new URLSearchParams([...new FormData(out)].map(([name, value]): [string, string] => [name, String(value)]))
  const action = out.action
  wipe()
  // keepalive outlives the page, so the session ends on the server even though nobody waits for the answer.
  fetch(action, { method: 'POST', body, keepalive: true, redirect: 'manual', credentials: 'same-origin' }).catch(() => undefined)
  if (to.startsWith('https://')) location.replace(to)
}

if (form) {
  const press = exitKey()
  form.addEventListener('submit', event => {
    event.preventDefault()
    leave(form)
  })
  document.addEventListener('keydown', event => {
    if (!event.repeat && press(event.key, event.timeStamp)) leave(form)
  })
  addEventListener('pagehide', wipe)
  addEventListener('pageshow', event => {
    if (event.persisted) location.reload()
  })
}
