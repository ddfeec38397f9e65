/** Copies text that is still in the making; fails where there is no right to. */

export async function copy(text: Promise<string>): Promise<void> {
  // WebKit lets a page copy only at once, while it still knows of the reader's click.
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await text)
  const blob = text.then((words) => new Blob([words], { type: "text/plain" }))
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })])
}
