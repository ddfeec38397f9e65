/** The style of what a page shows only after a press: its script brings it. */

export function styled(text: string): void {
  const style = document.createElement("style")
  style.textContent = text
  document.head.append(style)
}
