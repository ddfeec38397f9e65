/** Where a page is in the book. */

/** The page's own address tells nothing of where its language begins; that of its texts does. */
const root = (): string => new URL(".", new URL(document.getElementById("dl-runner")?.dataset["texts"] ?? "", location.href)).pathname

/** Returns the slug of the page at an address. */
export const chapterOf = (address: string): string => new URL(address).pathname.slice(root().length).replace(/\/$/, "")
