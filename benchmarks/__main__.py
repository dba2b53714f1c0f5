"""`make bench`: speed and memory of Rashomon beside plain spaCy and the peers that PyPI has, in one run.

Usage: python -m benchmarks [SIZE…]

Sizes are numbers of reports (100 1000 5000: about two hours). Ratios count seconds of the processor, so
that they hold on a busy machine too; reports/s by the clock need a quiet one.
"""

import sys

from benchmarks import corpus
from benchmarks.peers import PEERS, run
from benchmarks.runs import measured, words

SIZES = (100, 1000, 5000)

# Plain spaCy and the stages are measured on no more reports than this: their cost is linear.
_ENOUGH = 500

# The peers are measured on the first so many.
_FEW = 100


def main() -> None:
    """Print the tables."""
    sizes = [int(one) for one in sys.argv[1:]] or list(SIZES)
    print(f"corpus: {corpus.name()}\n")
    some = min(_ENOUGH, max(sizes))
    plain = words(some) / measured("spacy", some)["cpu"]
    print(f"plain spaCy, all components: {plain:.0f} words/s of the processor ({some} reports)\n")
    _print_whole(sizes, plain)
    _print_stages(some)
    _print_peers(min(_FEW, max(sizes)), plain)


def _print_whole(sizes: list[int], plain: float) -> None:
    """Text to stored records and the world: `ratio` is to plain spaCy, by the processor."""
    print("text to stored records and the world; ratio: how many times faster than plain spaCy, by the processor")
    _row("reports", "words", "processes", "seconds", "reports/s", "words/s", "cpu s", "ratio", "MB", "MB a worker")
    for size in sizes:
        count = words(size)
        for jobs in (1, 2):
            one = measured("whole", size, jobs)
            _row(
                size, count, jobs, f"{one['wall']:.0f}", f"{size / one['wall']:.1f}", f"{count / one['wall']:.0f}",
                f"{one['cpu']:.0f}", f"{count / one['cpu'] / plain:.2f}", f"{one['memory']:.0f}",
                f"{one['worker']:.0f}" if jobs > 1 else "–",
            )  # fmt: skip


def _print_stages(size: int) -> None:
    spent = measured("stages", size)
    del spent["memory"]
    print(f"\nshare of each stage ({size} reports, one process, seconds of the processor)")
    for name, value in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:<12}{value:8.2f} s {value / sum(spent.values()):6.1%} {size / value:9.0f} reports/s")


def _print_peers(size: int, plain: float) -> None:
    print(f"\npeers from PyPI ({size} reports, the processor); ratio: how many times faster than plain spaCy")
    count = words(size)
    for peer in PEERS:
        spent, why = run(peer, size)
        told = f"{count / spent:.0f} words/s, ratio {count / spent / plain:.2f}" if spent else f"not here: {why}"
        print(f"  {peer.name:<12} ({peer.does}) {told}")


def _row(*cells: object) -> None:
    print(" ".join(f"{cell!s:>11}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
