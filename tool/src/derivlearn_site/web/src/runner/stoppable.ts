/** Which programs MicroPython may try: those that can be stopped. */

/** What may run for ever, or for very long. */
const ENDLESS = /\b(while|iter|count|cycle|repeat)\b|\d[\d_]{5,}/

/**
 * WebKit ends a worker only where it calls JavaScript. CPython does so all the time;
 * MicroPython does not, and would go on until the page is left, though nobody hears it.
 */
const ENDS_WORKERS = !navigator.vendor.startsWith("Apple")

export const mayBeTried = (code: string): boolean => ENDS_WORKERS || !ENDLESS.test(code)
