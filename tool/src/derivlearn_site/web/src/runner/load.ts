/** Loads scripts of this folder when they are wanted, as often as it takes. */

import { PATIENCE } from "./fetched"

const failures = new Map<string, number>()

export async function load<T>(name: string): Promise<T> {
  const failed = failures.get(name) ?? 0
  // Browsers remember under its address that a script could not be loaded.
  const url = new URL(failed ? `${name}.js?${failed}` : `${name}.js`, import.meta.url)
  try {
    return await inTime(import(url.href) as Promise<T>)
  } catch (error) {
    failures.set(name, failed + 1)
    throw error
  }
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((done, fail) => {
    setTimeout(() => fail(new Error(`nothing came for ${PATIENCE / 1000} s`)), PATIENCE)
    promise.then(done, fail)
  })
}
