// What tells who somebody is, where nobody is to be named. Pure.

/** Ten digits that look like a CPR number, with or without a stroke between. */
export const holdsCpr = (text: string): boolean => /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-–\s]?\d{4}(?!\d)/.test(text)
