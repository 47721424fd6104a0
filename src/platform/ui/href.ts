// Where a link may lead. JSX escapes text but would happily print `javascript:`; an address is therefore a type and a check.

/** An address inside the house, a place on the same page, another site by https, or a telephone. */
export type SafeHref = `/${string}` | `#${string}` | `https://${string}` | `tel:${string}`

const inside = /^\/(?![/\\])[^\s\\]*$/
const place = /^#[\w-]*$/
const outside = /^https:\/\/[a-z0-9.-]+(:\d+)?(\/[^\s\\]*)?$/i
const phone = /^tel:\+?[0-9]+$/

/** The text as an address, or undefined when it is none that we would print. */
export function readHref(text: string): SafeHref | undefined {
  return [inside, place, outside, phone].some(it => it.test(text)) ? (text as SafeHref) : undefined
}

/** For addresses we write ourselves. @throws Error when the address would lead somewhere unsafe: that is a fault of ours, not the reader's. */
export function safe(href: SafeHref): SafeHref {
  if (readHref(href) === undefined) throw new Error('unsafe address in a link')
  return href
}

/** "00 00 00 01" as something a telephone can dial. */
export const tel = (number: string): SafeHref => `tel:${number.replace(/[^\d+]/g, '')}`
