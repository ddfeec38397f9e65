/** What is fetched, or an error that says what came instead. */

/** How long a page waits where nothing comes, before it may ask anew, in milliseconds. */
export const PATIENCE = 20_000

export async function fetched(url: URL, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, options)
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  return response
}
