/**
 * Keeps all that a Python is made of, so that the next one needs no network.
 *
 * It is the service worker of the folder that it lies in, so it sees what the workers of
 * that folder ask for, and nothing of any page.
 */

/** What is used of a service worker, of which a page's own types know nothing. */
interface Ends extends Event {
  waitUntil(promise: Promise<unknown>): void
}
interface Asked extends Ends {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}
interface Service {
  readonly registration: ServiceWorkerRegistration
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: "install" | "activate", listener: (event: Ends) => void): void
  addEventListener(type: "fetch", listener: (event: Asked) => void): void
}
const service = globalThis as unknown as Service

const PREFIX = "python "
const OWN = PREFIX + service.registration.scope
/** What may change under its name; all else is named after what it holds. */
const CHANGES = /\/python\.json$/

service.addEventListener("install", () => void service.skipWaiting())
service.addEventListener("activate", (event) => event.waitUntil(forgetFormer().then(() => service.clients.claim())))
service.addEventListener("fetch", (event) => event.respondWith(answer(event)))

/** Forgets what an earlier state of the same book has kept. */
async function forgetFormer(): Promise<void> {
  const book = OWN.replace(/assets\/.*/, "assets/")
  const former = (await caches.keys()).filter((name) => name.startsWith(book) && name !== OWN)
  await Promise.all(former.map((name) => caches.delete(name)))
}

async function answer(event: Asked): Promise<Response> {
  const { request } = event
  const kept = await caches.open(OWN).then((cache) => cache.match(request)).catch(() => undefined)
  if (kept && !CHANGES.test(request.url)) return kept
  try {
    const response = await fetch(request)
    if (response.ok) event.waitUntil(keep(request, response.clone()))
    return response
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

/** A browser may have no room, or forbid to keep anything. */
async function keep(request: Request, response: Response): Promise<void> {
  await caches.open(OWN).then((cache) => cache.put(request, response)).catch(() => undefined)
}
