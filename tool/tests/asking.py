"""Asks the search worker of a built site, in Node and without a browser."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

# What a worker has in a browser, as far as this one uses it; no answer from the net.
_PAGE = """\
import { readFile } from "node:fs/promises"
const [worker, texts, queries] = JSON.parse(process.argv[1])
let listen, answer
Object.assign(globalThis, {
  location: new URL("http://localhost/worker.js?index=texts.json"),
  addEventListener: (_, listener) => { listen = listener },
  BroadcastChannel: class { addEventListener() {} },
  fetch: async () => new Response(await readFile(texts)),
  postMessage: ({ type, data }) => { if (type === 3) answer(data.items) },
})
await import(worker)
const found = []
for (const query of queries) {
  const items = await new Promise((resolve) => {
    answer = resolve
    listen({ data: { type: 2, data: query } })
  })
  found.push(items.map(([first]) => first.location.replace(/\\/.*/, "")))
}
console.log(JSON.stringify(found))
"""


def found_pages(
    node: str, site: Path, language: str, queries: Sequence[str]
) -> list[list[str]]:
    """Return the slugs of the pages that each query finds, the best first.

    Args:
        node: The program.
        site: The built site.
        language: Whose pages are searched.
        queries: What is typed.
    """
    [worker] = site.glob("assets/*/search/worker.js")
    texts = site / language / "search/texts.json"
    told = json.dumps([worker.as_uri(), str(texts), queries])
    done = subprocess.run(  # noqa: S603
        [node, "--input-type=module", "--eval", _PAGE, told],
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[list[str]] = json.loads(done.stdout)
    return found
