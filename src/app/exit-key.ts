// Shift three times in a row. Pure, so that it can be tried without a browser.

/** Counts presses of Shift; any other key, or more than a second and a half between two, starts over. `at` is in milliseconds. */
export function exitKey(): (key: string, at: number) => boolean {
  let presses = 0
  let last = 0
  return (key, at) => {
    presses = key !== 'Shift' ? 0 : at - last > 1500 ? 1 : presses + 1
    last = at
    if (presses < 3) return false
    presses = 0
    return true
  }
}
