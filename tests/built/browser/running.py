"""A reader's own code in the first block of a page, run in any engine."""

from dataclasses import dataclass

from tests.built.browser.block import RUNNER
from tests.built.browser.engines import Engine

# Puts a reader's code into the first block as a kept edit does, presses Run, and waits.
RUN = """(async () => {
  const bar = document.querySelector(".dl-bar[data-for=block-1]")
  const status = bar.querySelector("[role=status]")
  const code = () => document.querySelector("#block-1 pre > code").textContent
  const frame = () => new Promise(done => setTimeout(done, 10))
  const key = `${document.getElementById("dl-runner").dataset.book}:${bar.dataset.key}`
  localStorage.setItem(key, JSON.stringify({ code: args[0], original: "" }))
  dispatchEvent(new StorageEvent("storage"))
  while (code() !== args[0]) await frame()
  let answered = false
  const look = () => { answered ||= status.textContent.includes(args[2]) }
  const observer = new MutationObserver(look)
  observer.observe(status, { childList: true, characterData: true, subtree: true })
  status.dataset.status = "pressed"
  bar.querySelector("[data-do=run]").click()
  const latest = performance.now() + 50000
  const going = () => /pressed|busy/.test(status.dataset.status)
  while (going() && performance.now() < latest) {
    if (args[1] && bar.matches(".dl-bar--running")) {
      await new Promise(done => setTimeout(done, args[1]))
      bar.querySelector("[data-do=stop]").click()
    }
    await frame()
  }
  observer.disconnect()
  const near = document.querySelector("#block-1").parentElement
  const result = near.querySelector(".dl-result")
  const lines = result?.querySelectorAll(":scope > pre :is(span, ins)") ?? []
  const printed = [...lines].map(line => line.textContent).join("")
  const { status: end } = status.dataset
  return [end, status.textContent, result?.textContent ?? "", printed, answered]
})()"""


@dataclass(frozen=True)
class Ended:
    """What the page shows once a program has ended."""

    status: str
    text: str
    result: str
    printed: str
    # Whether MicroPython came to its end before CPython.
    answered: bool


def run(engine: Engine, code: str, stop: int = 0) -> Ended:
    """Run a program to its end, or stop it after so many milliseconds."""
    return Ended(*engine.tell(RUN, code, stop, RUNNER["answered"]))
