/** What the figures of a book stand on, in one file for all of them. */

export { Controls } from "./controls"
export type * from "./figure"
export * from "./numbers"
export * from "./picture"
export { rehearse } from "./rehearsal"
export { Stage } from "./stage"
export * from "../texts"
