/** Where a page is in the book. */

/** The page's own address tells nothing of where its language begins; that of its texts does. */
const texts = document.getElementById("dl-runner")?.dataset["texts"] ?? ""
const root = new URL(".", new URL(texts, location.href)).pathname

/** Returns the slug of the page at a path of the site. */
export const chapterOf = (path: string): string => path.slice(root.length).replace(/\/$/, "")

/** Returns the path of a page of the site. */
export const pageOf = (slug: string): string => `${root}${slug}/`

/** The slug of this page. */
export const here = chapterOf(location.pathname)
