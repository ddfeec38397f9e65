// Runs blocks in Pyodide without a browser: `node run_blocks.mjs <zip> <blocks> > outputs`.
// In: {package, modules, blocks}, each block {before, code}. Out: for each {output} or {failure} or {missing}.
import { readFileSync } from "node:fs"
import { loadPyodide } from "pyodide"

const pyodide = await loadPyodide()
pyodide.unpackArchive(new Uint8Array(readFileSync(process.argv[2])), "zip", { extractDir: "/book" })
pyodide.runPython("import sys; sys.path.insert(0, '/book')")
const runner = pyodide.pyimport("runner")

const book = JSON.parse(readFileSync(process.argv[3], "utf-8"))
const modules = pyodide.toPy(book.modules)
const results = book.blocks.map(({ before, code }) => {
  const [missing] = runner.packages_of(`${before}\n${code}`, modules).toJs()
  if (missing) return { missing }
  let output = ""
  const failure = runner.run(before, code, (text) => (output += text), book.package)
  return failure ? { failure: failure.get("traceback") } : { output }
})
process.stdout.write(JSON.stringify(results))
