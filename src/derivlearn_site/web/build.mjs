// Bundles the scripts of the site; `node build.mjs <folder>` puts them elsewhere.
import { build } from "esbuild"
import { readdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const here = fileURLToPath(new URL(".", import.meta.url))
const assets = process.argv[2] ?? fileURLToPath(new URL("../../../docs/assets", import.meta.url))
const common = { absWorkingDir: here, bundle: true, format: "esm", target: "es2022", minify: true, legalComments: "none" }

const runner = join(assets, "runner")
rmSync(runner, { recursive: true, force: true })
await build({
  ...common,
  entryPoints: ["start", "yours", "session", "editor", "worker"].map((name) => `src/${name}.ts`),
  outdir: runner,
  // Each part is loaded when it is wanted, by the name that it has in the folder.
  plugins: [
    {
      name: "own-parts",
      setup({ onResolve }) {
        onResolve({ filter: /^\.\/\w+\.js$/ }, ({ path }) => ({ path, external: true }))
      },
    },
  ],
})

// One script for each live figure, named after it, and what they share.
const figures = join(assets, "figures")
rmSync(figures, { recursive: true, force: true })
const live = readdirSync(join(here, "src/live")).map((name) => `src/live/${name}`)
await build({ ...common, entryPoints: ["src/figures.ts", ...live], entryNames: "[name]", outdir: figures, splitting: true })

// The style sheet, without its comments.
await build({ ...common, entryPoints: ["src/book.css"], outdir: assets, external: ["fonts/*"] })
