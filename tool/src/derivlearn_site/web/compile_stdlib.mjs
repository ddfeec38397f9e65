// Writes Python's standard library with the modules compiled that a start imports:
// `node compile_stdlib.mjs <zip>`. All others stay as they are, for source is smaller.
import { writeFileSync } from "node:fs"
import { loadPyodide } from "pyodide"

const pyodide = await loadPyodide({ stdout: () => undefined })
const packed = pyodide.runPython(`
import sys
import ast, builtins, collections.abc, importlib, linecache, math, random, traceback, typing, zipimport

imported = {getattr(module, "__file__", None) for module in [*sys.modules.values()]}

import importlib._bootstrap_external as external
import importlib.util
import io
import zipfile

library = next(path for path in sys.path if path.endswith(".zip"))
packed = io.BytesIO()
with zipfile.ZipFile(library) as source, zipfile.ZipFile(packed, "w") as into:
    for name in sorted(source.namelist()):
        data = source.read(name)
        if f"{library}/{name}" in imported:
            # Without docstrings, which are nearly half of it.
            code = compile(data, f"{library}/{name}", "exec", dont_inherit=True, optimize=2)
            data = external._code_to_hash_pyc(code, importlib.util.source_hash(data), False)
            name += "c"
        info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        into.writestr(info, data, zipfile.ZIP_DEFLATED, 9)
packed.getvalue()
`)
writeFileSync(process.argv[2], packed.toJs())
