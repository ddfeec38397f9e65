/** Lets a service worker keep what the workers of Python need: see `offline.ts`. */

let keeping: Promise<void> | undefined

/** Begins once, and ends when all that is asked for from then on is kept, or cannot be. */
export const keepOffline = (): Promise<void> => (keeping ??= register().catch(() => undefined))

async function register(): Promise<void> {
  const registration = await navigator.serviceWorker.register(new URL("./offline.js", import.meta.url))
  const worker = registration.installing ?? registration.waiting ?? registration.active
  await new Promise<void>((done) => {
    const look = (): void => {
      if (worker?.state === "activated" || worker?.state === "redundant") done()
    }
    worker?.addEventListener("statechange", look)
    look()
  })
}
