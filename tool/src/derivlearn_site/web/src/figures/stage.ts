/**
 * Where a figure is used: the picture, a row to play and step, what is seen now, and the
 * settings. On a narrow screen the first three stay in sight while the settings are used;
 * on a wide one the picture stands beside the rest.
 */

import { element } from "./elements"
import type { Controls } from "./controls"
import type { Answer } from "./figure"
import { Line } from "./line"

/** What has to be free below the picture, in pixels, for a control and its label. */
const FREE = 80
/** So much of the picture may leave the window before it is better let go. */
const HIDDEN = 0.35

export class Stage {
  readonly element: HTMLElement
  private readonly view: HTMLElement
  private readonly invite: HTMLElement
  private isPressed = false
  private readonly formula = new Line("formula")
  private readonly says = new Line("says", { role: "status" })

  constructor(
    private readonly svg: SVGSVGElement,
    { actions, settings, typed }: Controls,
    invite: string,
    signal: AbortSignal,
  ) {
    const { width, height } = svg.viewBox.baseVal
    svg.style.setProperty("--dl-shape", String(width / height))
    const picture = element("div", { class: "dl-stage__picture" }, svg)
    this.view = element("div", { class: "dl-stage__view" }, picture, actions, this.says.element)
    this.invite = element("p", { class: "dl-live__invite" }, invite)
    settings.prepend(...typed, this.formula.element, this.invite)
    this.element = element("div", { class: "dl-stage" }, this.view, settings)
    const watch = new ResizeObserver(() => requestAnimationFrame(() => this.place()))
    watch.observe(picture)
    watch.observe(this.says.element)
    visualViewport?.addEventListener("resize", () => this.place(), { signal })
    this.element.addEventListener("focusin", (event) => this.bringToSight(event), { signal })
    const use = (isUsed: boolean): void => void this.element.classList.toggle("dl-stage--used", isUsed)
    addEventListener("pointerdown", ({ target }) => use(svg.contains(target as Node)), { signal })
    addEventListener("scroll", () => use(false), { signal })
    this.element.addEventListener("pointerdown", () => (this.isPressed = true), { signal, capture: true })
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (this.isPressed = false), { signal })
    signal.addEventListener("abort", () => watch.disconnect())
  }

  /** Keeps the room for all answers. Where there is no formula at the start, that is room for the invitation. */
  expect(answers: readonly Answer[]): void {
    for (const { words, quotient = "" } of answers) {
      this.says.expect(words)
      this.formula.expect(quotient)
    }
    if (!answers[0]?.quotient) this.formula.element.append(this.invite)
  }

  show({ words, quotient = "", away = false }: Answer): void {
    this.svg.classList.toggle("dl-live--away", away)
    this.formula.show(quotient)
    this.says.show(words)
  }

  say(words: string): void {
    this.says.show(words)
  }

  /** Who comes by the keyboard shall see what a control changes, before it does. */
  private bringToSight({ target }: Event): void {
    if (this.isPressed || !(target instanceof Element) || !target.matches(":focus-visible")) return
    const isBeside = getComputedStyle(this.view).display === "contents"
    const all = isBeside ? this.element : this.view.contains(target) ? this.view : (target.closest("label") ?? target)
    // Firefox and WebKit scroll only now, and know nothing of what lies over the control.
    requestAnimationFrame(() => all.scrollIntoView({ block: "nearest", inline: "nearest" }))
  }

  /** Holds the picture where a control below it is free, or lets it go: a keypad needs its room. */
  private place(): void {
    const header = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0
    const { height } = this.view.getBoundingClientRect()
    const room = (visualViewport?.height ?? innerHeight) - FREE
    const top = Math.min(Math.max(header, 0), room - height)
    const isHeld = header - top <= HIDDEN * this.svg.getBoundingClientRect().height
    this.element.classList.toggle("dl-stage--held", isHeld)
    this.element.style.setProperty("--dl-top", `${top}px`)
    this.element.style.setProperty("--dl-covered", `${isHeld ? top + height : header}px`)
  }
}
