// Bundles the scripts of the site; `node build.mjs <folder>` puts them elsewhere.
import { build } from "esbuild"
import { rmSync } from "node:fs"
import { fileURLToPath } from "node:url"

const here = fileURLToPath(new URL(".", import.meta.url))
const outdir = process.argv[2] ?? fileURLToPath(new URL("../../../docs/assets/runner", import.meta.url))
rmSync(outdir, { recursive: true, force: true })
await build({
  absWorkingDir: here,
  entryPoints: ["start", "session", "editor", "worker"].map((name) => `src/${name}.ts`),
  outdir,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
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
