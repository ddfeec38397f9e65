/**
 * Finds what a reader types, in Japanese and in English.
 *
 * The theme starts this worker on every page and speaks its own four messages with it.
 * The texts are fetched when the search box is first focused, never before.
 *
 * Japanese has no spaces, and cutting it into words differs with the words around it.
 * So nothing is cut: a term is found wherever its characters stand in a row. A book's
 * texts are small enough to be read whole at each key.
 */

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3

/** Where the texts are: told by the page in this worker's own address. */
const INDEX = new URL(new URLSearchParams(location.search).get("index"), location.href)

/** Endings that an English word may lose: `rates` finds `rate`. */
const ENDING = /(?:ations?|at(?:e[ds]?|ing)|ions?|ings?|ives?|ic?es|ie[ds]|ix|e[ds]|[sye])$/

let pages     // promise of the texts, once asked for
let latest    // the last query, while it waits for an answer

/* --------------------------------------------------------------- characters */

/** Folds case and width, one character for one, so that places stay the same. */
const fold = text => text.replace(/[^ -@[-`{-~\u3040-\u30ff\u4e00-\u9fff]/g, char => {
  const folded = char.normalize("NFKC").toLowerCase()
  return folded.length === char.length ? folded : char
})

const escape = text =>
  text.replace(/[&<>]/g, char => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[char])

const isLatin = term => /^[a-z0-9]+$/.test(term)

/** Makes an expression that finds words; in Latin script their beginning is enough. */
function expression(words) {
  const sources = words.map(word => {
    const literal = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")
    return isLatin(word) ? `(?<![a-z0-9])${literal}[a-z0-9]*` : literal
  })
  return new RegExp(sources.join("|"), "g")
}

function stem(word) {
  const short = word.replace(ENDING, "")
  return isLatin(word) && short.length > 3 ? short : word
}

/* ------------------------------------------------------------------- terms */

/** Splits at everything that is neither a letter, a digit nor part of a name. */
const words = text => text.split(/[^\p{L}\p{N}\p{M}_'′]+/u).filter(Boolean)

/** Splits where kanji, kana and Latin letters meet; drops lone particles. */
const scripts = word => word.match(
  /[\p{sc=Han}々]+|[\p{sc=Katakana}ー]+|\p{sc=Hiragana}{3,}|[^\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー々]+/gu
) ?? [word]

/** Splits a run of kanji or kana into overlapping pairs. */
const pairs = word => isLatin(word) || word.length < 3
  ? [word]
  : Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))

/**
 * Reads a query in ever looser ways: as it stands, cut where scripts change, in pairs.
 */
function readings(query) {
  const typed = words(query)
  const cut = typed.flatMap(scripts)
  return [typed, cut, cut.flatMap(pairs)].map(terms => [...new Set(terms)])
}

/* ---------------------------------------------------------------- documents */

/** Fetches the texts, once. */
function load() {
  pages ??= fetch(INDEX)
    .then(response => {
      if (!response.ok)
        throw new Error(`${INDEX}: ${response.status}`)
      return response.json()
    })
    .then(prepare)
    .catch(error => {
      pages = undefined  // the next key tries again
      throw error
    })
  return pages
}

/** Gathers the sections of each page. */
function prepare({ docs, terms }) {
  const byPage = new Map()
  for (const doc of docs) {
    const [path] = doc.location.split("#")
    const section = { ...doc, foldedTitle: fold(doc.title), foldedText: fold(doc.text) }
    byPage.set(path, [...byPage.get(path) ?? [], section])
  }
  return {
    pages: [...byPage.values()],
    synonyms: terms.map(({ names }) => names.map(fold)).filter(names => names.length > 1),
    explained: new Map(terms.flatMap(({ names, location }) =>
      names.map(name => [fold(name), location])))
  }
}

const count = (text, pattern) => [...text.matchAll(pattern)].length

/** How much of a text was asked for, from 0 to 1. */
const share = (text, pattern) =>
  [...text.matchAll(pattern)].join("").length / Math.max(1, text.length)

/** Adds words that mean the same, and an English word's stem. */
function meanings(term, synonyms) {
  const same = synonyms.filter(group => group.includes(term)).flat()
  return [...new Set([term, ...same])].map(stem)
}

/** Scores each page that holds all terms, or else those that hold the most. */
function find({ pages, synonyms, explained }, terms, phrase, partly) {
  const wanted = terms.map(term => ({
    term,
    exact: new RegExp(isLatin(term) ? `\\b${term}\\b` : expression([term]), "g"),
    loose: expression(meanings(term, synonyms))
  }))
  const whole = expression([phrase])

  const found = pages.map(sections => {
    const missing = new Set(terms)
    const scored = sections.map((section, place) => {
      const weight = place ? 1 : 2
      let score = 0
      for (const { term, exact, loose } of wanted) {
        const inTitle = share(section.foldedTitle, loose)
        const inText = count(section.foldedText, loose)
        if (!inTitle && !inText)
          continue
        missing.delete(term)
        score += Math.log2(1 + inText + count(section.foldedText, exact))
        score += inTitle ? 6 * weight * (1 + inTitle) : 0
      }
      const explains = section.location === explained.get(phrase)
      if (explains)
        missing.clear()
      if (explains || section.foldedTitle === phrase)
        score += 60 * weight
      else if (count(section.foldedTitle, whole))
        score += 20 * weight
      score += 3 * Math.log2(1 + count(section.foldedText, whole))
      return { section, score }
    }).filter(({ score }) => score)
    return { sections, scored, missing }
  })

  const fewest = Math.min(...found.map(({ missing }) => missing.size))
  if (fewest && (!partly || fewest === terms.length))
    return []
  return found
    .filter(({ missing }) => missing.size === fewest)
    .map(({ sections, scored, missing }) => {
      scored.sort((a, b) => b.score - a.score)
      const total = scored.reduce((sum, { score }, i) => sum + score / 4 ** i, 0)
      return { article: sections[0], scored, missing, total, wanted }
    })
    .sort((a, b) => b.total - a.total)
}

/** Answers a query in the form that the theme shows. */
function search(index, query) {
  const phrase = fold(query).trim().replace(/\s+/g, " ")
  const ways = readings(phrase)
  for (const partly of [false, true])
    for (const terms of ways) {
      const results = terms.length ? find(index, terms, phrase, partly) : []
      if (results.length)
        return results.map(show)
    }
  return []
}

/* ------------------------------------------------------------------ display */

/** Escapes a text and marks what was found in it. */
function mark(text, folded, patterns) {
  const places = patterns
    .flatMap(pattern => [...folded.matchAll(pattern)])
    .map(({ index, 0: { length } }) => [index, index + length])
    .sort(([a], [b]) => a - b)
  let html = "", done = 0
  for (const [start, end] of places) {
    if (end <= done)
      continue
    const from = Math.max(start, done)
    html += `${escape(text.slice(done, from))}<mark>${escape(text.slice(from, end))}</mark>`
    done = end
  }
  return html + escape(text.slice(done))
}

/** Shows the part of a text in which the most terms stand together. */
function teaser({ text, foldedText }, patterns) {
  const length = 160
  let start = 0, most = 0
  for (const { index } of patterns.flatMap(pattern => [...foldedText.matchAll(pattern)])) {
    const from = Math.max(0, index - 30)
    const part = foldedText.slice(from, from + length)
    const terms = patterns.filter(pattern => count(part, pattern)).length
    if (terms > most)
      [most, start] = [terms, from]
  }
  const end = start + length
  return [
    start ? "…" : "",
    mark(text.slice(start, end), foldedText.slice(start, end), patterns),
    end < text.length ? "…" : ""
  ].join("")
}

function show({ article, scored, missing, total, wanted }) {
  const patterns = wanted.map(({ loose }) => loose)
  const terms = Object.fromEntries(wanted.map(({ term }) => [term, !missing.has(term)]))
  const items = scored.map(({ section, score }, i) => ({
    location: section.location,
    title: mark(section.title, section.foldedTitle, patterns),
    text: teaser(section, patterns),
    score: i ? Math.min(score, total) : total,
    terms
  }))
  // The theme wants the page itself in each group.
  if (!scored.some(({ section }) => section === article))
    items.push({
      location: article.location,
      title: escape(article.title),
      text: "",
      score: 0,
      terms: {}
    })
  return items
}

/* ----------------------------------------------------------------- messages */

/** Answers the last query, once the texts are there. */
async function answer() {
  try {
    const index = await load()
    if (latest === undefined)
      return
    const items = search(index, latest)
    latest = undefined
    postMessage({ type: RESULT, data: { items } })
  } catch (error) {
    console.warn(error)
  }
}

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP)
    postMessage({ type: READY })
  if (type === QUERY) {
    latest = data
    // The theme asks for nothing when a page opens; nobody is searching yet.
    if (data.trim() || pages)
      answer()
  }
})

// The page tells when the search box is focused: its reader is about to type.
new BroadcastChannel(location.href).addEventListener("message", answer)
