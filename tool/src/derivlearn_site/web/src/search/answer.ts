/** Answers a query from the texts: what is fetched when somebody searches. */

import { Query } from "./find"
import { show } from "./show"
import { Book } from "./texts"
import type { Texts } from "./texts"

/** Returns what answers queries from these texts, as the theme wants to be answered. */
export function answering(texts: Texts): (typed: string) => ReturnType<typeof show> {
  const book = new Book(texts)
  return (typed) => {
    const query = new Query(book, typed)
    return show(book, query, query.find())
  }
}
