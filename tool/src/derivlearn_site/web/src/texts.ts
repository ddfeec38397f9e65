/** What the scripts say, in the page's language. */

export type Texts = Readonly<Record<string, string>>

/** Returns a text with its `{names}` filled in. */
export const say = (texts: Texts, name: string, values: Readonly<Record<string, string | number>> = {}): string =>
  (texts[name] ?? name).replace(/\{([\w-]+)\}/g, (_, key: string) => String(values[key] ?? ""))
