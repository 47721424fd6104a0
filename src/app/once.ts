// A form is sent once: the second press while the first is under way does nothing. The server guards too; this spares the reader the answer.
const sent = new WeakSet<HTMLFormElement>()

document.addEventListener('submit', event => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['once'] === undefined || event.defaultPrevented) return
  if (sent.has(form)) {
    event.preventDefault()
    return
  }
  sent.add(form)
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true')
})

addEventListener('pageshow', () => {
  for (const form of document.forms) {
    sent.delete(form)
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled')
  }
})
