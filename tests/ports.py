"""At which port a program listens that has chosen a free one itself."""

import re
from contextlib import suppress
from pathlib import Path


def port_of(process: int) -> int:
    """Return the port at which a process listens; 0, as long as it does not."""
    links = []
    for each in Path(f"/proc/{process}/fd").iterdir():
        with suppress(OSError):
            links.append(str(each.readlink()))
    sockets = set(re.findall(r"socket:\[(\d+)\]", " ".join(links)))
    for line in Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
        words = line.split()
        if words[9] in sockets and words[3] == "0A":  # it listens
            return int(words[1].partition(":")[2], 16)
    return 0
