/** A style sheet as text, as `build.mjs` makes it: without comments, for the oldest browsers. */
declare module "*.css" {
  const text: string
  export default text
}
