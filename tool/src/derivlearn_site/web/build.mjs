// Makes what a book publishes of the sources here and of its own figures:
// `node build.mjs [<book> [<folder>]]`; the book is where the command was given, and the
// folder its `docs/assets/built`. Names are the same in every build; a build of the site puts
// all files into a folder that is named after what they hold.
import { build, transform } from "esbuild"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { deflateRawSync } from "node:zlib"

const here = fileURLToPath(new URL(".", import.meta.url))
const book = resolve(process.argv[2] ?? process.env.INIT_CWD ?? ".")
const assets = resolve(process.argv[3] ?? join(book, "docs/assets/built"))
if (!existsSync(join(book, "mkdocs.yml"))) throw new Error(`${book} holds no mkdocs.yml; name the folder of a book`)

// The oldest browsers that everything works in; in older ones the pages can be read.
const OLDEST = ["safari16.4", "firefox121", "chrome111"]
const common = { absWorkingDir: here, bundle: true, format: "esm", target: OLDEST, minify: true, legalComments: "none", tsconfig: "tsconfig.json" }
// Each part is loaded when it is wanted, by the name that it has in the folder.
const ownParts = {
  name: "own-parts",
  setup({ onResolve }) {
    onResolve({ filter: /^\.{1,2}\/(\w+\/)?\w+\.js$/ }, ({ path }) => ({ path, external: true }))
    onResolve({ filter: /^toolkit$/ }, () => ({ path: "./toolkit.js", external: true }))
  },
}

// What is shown only after a press is styled by the script that shows it.
const ownStyles = {
  name: "own-styles",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true, target: OLDEST })
      return { contents: code.trim(), loader: "text" }
    })
  },
}

rmSync(assets, { recursive: true, force: true })
// MicroPython asks for these in Node alone.
const external = ["fs", "module", "path", "url", "crypto"]
const make = (folder, entryPoints) => build({ ...common, entryPoints, outdir: join(assets, folder), plugins: [ownParts, ownStyles], external })

const named = (folder, ...names) => Object.fromEntries(names.map((name) => [name, `src/${folder}/${name}.ts`]))
await make("runner", named("runner", "start", "yours", "session", "editor", "pyodide_worker", "micropython_worker", "micropython", "offline"))
// MicroPython's code, packed so that no server has to know how to.
const wasm = readFileSync(join(here, "node_modules/@micropython/micropython-webassembly-pyscript/micropython.wasm"))
writeFileSync(join(assets, "runner/micropython.bin"), deflateRawSync(wasm, { level: 9 }))
// One script for each live figure, named after it, and what they share.
const pictures = join(book, "figures")
const scripts = (existsSync(pictures) ? readdirSync(pictures) : [])
  .map((name) => [name.replaceAll("_", "-"), join(pictures, name, "script.ts")])
  .filter(([, script]) => existsSync(script))
await make("figures", { ...named("figures", "figures", "toolkit"), ...Object.fromEntries(scripts.sort()) })
await make("spine", named("spine", "marks", "term", "heading"))
await make("memory", named("memory", "store"))
await make("asking", named("asking", "waiting", "asking", "recall", "order"))
await make("search", named("search", "worker", "answer"))
// The style sheets, without their comments: for every page, and for those that ask.
await build({ ...common, entryPoints: { book: "src/book.css", asking: "src/styles/asking.css" }, outdir: assets, external: ["../fonts/*"] })
