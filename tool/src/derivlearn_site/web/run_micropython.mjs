// Runs blocks in MicroPython without a browser: `node run_micropython.mjs <scripts> <blocks> > outputs`.
// In: {library, blocks}, each block {before, code}. Out: for each {output} or {failure}, and milliseconds.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { inflateRawSync } from "node:zlib"

const scripts = resolve(process.argv[2])
const { prepare } = await import(pathToFileURL(join(scripts, "micropython.js")).href)
const { library, blocks } = JSON.parse(readFileSync(process.argv[3], "utf-8"))

const folder = mkdtempSync(join(tmpdir(), "micropython-"))
const code = join(folder, "micropython.wasm")
writeFileSync(code, inflateRawSync(readFileSync(join(scripts, "micropython.bin"))))
const results = []
for (const each of blocks) {
  let output = ""
  const begun = performance.now()
  const run = await prepare(code, library, (text) => (output += text))
  let failure
  try {
    run(each.before, each.code)
  } catch (error) {
    failure = String(error)
  }
  const milliseconds = performance.now() - begun
  results.push({ ...(failure === undefined ? { output } : { failure }), milliseconds })
}
rmSync(folder, { recursive: true })
process.stdout.write(JSON.stringify(results))
