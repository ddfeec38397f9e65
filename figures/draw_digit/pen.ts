/** A pen on a surface of a picture: a finger, a mouse or the keyboard moves it. */

import { extended, PLACES } from "./strokes"
import type { Point } from "toolkit"

/** A key moves the pen so far; a hand that has moved less is not written down. */
const STEP = 2
const KEYS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

const clamped = (place: number): number => Math.min(PLACES - 1, Math.max(0, Math.floor(place)))

export class Pen {
  /** Whether the keyboard holds it; if so, it is to be seen. */
  isHeld = false
  isDown = false
  /** Whether a drawing was so long that it took no more points. */
  isFull = false
  at: Point = [PLACES / 2, PLACES / 2]
  private text = ""
  /** The last point that was written down. */
  private last: Point = this.at

  constructor(
    private readonly surface: SVGElement,
    private readonly longest: number,
    /** Is given the drawing if there is more or less of it than before. */
    private readonly change: (drawing?: string) => void,
    signal: AbortSignal,
  ) {
    const listen = <Name extends keyof SVGElementEventMap>(name: Name, heard: (event: SVGElementEventMap[Name]) => void): void =>
      surface.addEventListener(name, heard, { signal, passive: false })
    listen("pointerdown", (event) => this.put(event))
    listen("pointermove", (event) => this.draw(event))
    listen("pointerup", (event) => this.lift(event))
    // Where the style sheet cannot keep a finger on the surface from scrolling the page.
    listen("touchstart", (event) => event.preventDefault())
    listen("keydown", (event) => this.press(event))
    listen("focus", () => this.hold(surface.matches(":focus-visible")))
    listen("blur", () => this.hold(false))
  }

  /** Takes over a drawing; if it is another one than its own, its stroke has ended. */
  goOn(drawing: string): void {
    if (drawing === this.text) return
    this.text = drawing
    this.isDown = this.isFull = false
  }

  private hold(isHeld: boolean): void {
    if (this.isHeld === isHeld) return
    this.isHeld = isHeld
    this.isDown = false
    this.change()
  }

  private put(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0) return
    event.preventDefault()
    this.surface.setPointerCapture(event.pointerId)
    this.surface.focus({ preventScroll: true })
    this.isHeld = this.isDown = false
    this.add(this.placeOf(event), true)
    this.change(this.text)
  }

  private draw(event: PointerEvent): void {
    if (!this.surface.hasPointerCapture(event.pointerId)) return
    // Safari has had it only since 18.2.
    const passed = (event as Partial<PointerEvent>).getCoalescedEvents?.() ?? []
    for (const each of passed.length > 0 ? passed : [event]) this.reach(this.placeOf(each), STEP)
    this.change(this.text)
  }

  private lift(event: PointerEvent): void {
    if (!this.surface.hasPointerCapture(event.pointerId)) return
    this.reach(this.placeOf(event), 1)
    this.change(this.text)
  }

  private press(event: KeyboardEvent): void {
    const { key, repeat } = event
    const direction = KEYS[key]
    const toggles = key === " " || key === "Enter"
    if (event.ctrlKey || event.altKey || event.metaKey || !(direction || toggles || key === "Escape")) return
    event.preventDefault()
    if (repeat && toggles) return
    this.isHeld = true
    if (direction) this.step(direction)
    else if (toggles) this.toggle()
    else this.clear()
  }

  private step([across, down]: Point): void {
    const [x, y] = this.at
    this.at = [clamped(x + STEP * across), clamped(y + STEP * down)]
    if (this.isDown) this.reach(this.at, 1)
    this.change(this.isDown ? this.text : undefined)
  }

  private toggle(): void {
    this.isDown = !this.isDown
    if (this.isDown) this.add(this.at, true)
    this.change(this.isDown ? this.text : undefined)
  }

  private clear(): void {
    this.goOn("")
    this.isDown = false
    this.change("")
  }

  /** Draws on to a place, if it is not too close to the last one. */
  private reach([x, y]: Point, least: number): void {
    if (Math.max(Math.abs(x - this.last[0]), Math.abs(y - this.last[1])) >= least) this.add([x, y], false)
  }

  private add(point: Point, isNew: boolean): void {
    const text = extended(this.text, point, isNew)
    this.isFull = text.length > this.longest
    if (this.isFull) return
    this.text = text
    this.last = point
  }

  private placeOf({ clientX, clientY }: PointerEvent): Point {
    const { left, top, width, height } = this.surface.getBoundingClientRect()
    return [clamped(((clientX - left) / width) * PLACES), clamped(((clientY - top) / height) * PLACES)]
  }
}
