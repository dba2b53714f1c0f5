"""The analyst's hand on what is meant: actors merged, split and corrected; happenings joined and parted."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rashomon.model.annotation import Mention
from rashomon.model.finding import Judgement
from rashomon.resolve.clusters import Cluster

A = TypeVar("A")

_OF_ACTORS = ("name", "type", "country")


class Hand:
    """Applies judgements to clusters, one after the other; what a subject does not name any more is passed over."""

    def __init__(self, clusters: dict[str, Cluster]) -> None:
        self._clusters = clusters
        self._aliases: dict[str, str] = {}
        self._by_id = {one.id: one for one in clusters.values()}
        self._of_mention = {one.id: cluster for cluster in clusters.values() for one in cluster.mentions}

    def apply(self, judgement: Judgement) -> None:
        """Apply one judgement."""
        if judgement.action == "merge":
            self._merge(self._found(judgement.subjects))
        elif judgement.action == "split":
            self._move(judgement.subjects, self._cluster(f"split:{judgement.id}"))
        elif judgement.action == "reject":
            self._move(judgement.subjects, None)
        elif judgement.action == "correct" and judgement.field == "actor":
            target = self._named(judgement.value or "")
            if target is not None:
                self._move(judgement.subjects, target)
        elif judgement.action == "correct" and judgement.field in _OF_ACTORS:
            actors = [one for one in judgement.subjects if one.startswith("actor-")]
            # Its mentions stand beside an actor in case that its id goes; alone they are corrected themselves.
            for cluster in self._found(judgement.subjects if actors else ()):
                setattr(cluster, judgement.field, judgement.value or None)

    def _found(self, subjects: Iterable[str]) -> list[Cluster]:
        """The clusters of subjects, each once."""
        found = [cluster for subject in subjects if (cluster := self._of(subject))]
        return list({one.id: one for one in found}.values())

    def _of(self, subject: str) -> Cluster | None:
        """The cluster of an actor's id (also of one merged since) or of a mention's."""
        while subject in self._aliases:
            subject = self._aliases[subject]
        return self._by_id.get(subject) or self._of_mention.get(subject)

    def _named(self, value: str) -> Cluster | None:
        """The cluster meant by "actor-12ab Torvia": that of the id, else the only one that bears the name."""
        id, _, name = value.strip().partition(" ")
        if (found := self._of(id)) is not None:
            return found
        asked = (name if id.startswith("actor-") else value).strip().casefold()
        named = [one for one in self._clusters.values() if _bears(one, asked)]
        return named[0] if len(named) == 1 else None

    def _cluster(self, key: str) -> Cluster:
        """The cluster of a key, made where there is none."""
        made = self._clusters.setdefault(key, Cluster(key))
        self._by_id[made.id] = made
        return made

    def _merge(self, found: Sequence[Cluster]) -> None:
        for other in found[1:]:
            self._put(other.mentions, found[0])
            other.mentions = []
            self._aliases[other.id] = found[0].id

    def _move(self, subjects: Iterable[str], target: Cluster | None) -> None:
        """Take mentions, and those that go back to them, out of their clusters and into another, or none."""
        for subject in subjects:
            source = self._of(subject)
            if source is None or source is target:
                continue
            moved = source.mentions if source.id == subject else self._with_followers(subject, source)
            left = {one.id for one in moved}
            source.mentions = [one for one in source.mentions if one.id not in left]
            self._put(moved, target)

    def _put(self, moved: Sequence[Mention], target: Cluster | None) -> None:
        if target is not None:
            target.mentions = [*target.mentions, *moved]
        for one in moved:
            if target is None:
                self._of_mention.pop(one.id, None)
            else:
                self._of_mention[one.id] = target

    def _with_followers(self, mention: str, cluster: Cluster) -> list[Mention]:
        """A mention with the pronouns and descriptions of its cluster that go back to it."""
        taken = {mention}
        growing = True
        while growing:
            more = {one.id for one in cluster.mentions if one.antecedent in taken} - taken
            taken |= more
            growing = bool(more)
        return [one for one in cluster.mentions if one.id in taken]


def _bears(cluster: Cluster, name: str) -> bool:
    names = {cluster.name, *(one.name for one in cluster.mentions)}
    return any(one is not None and one.casefold() == name for one in names)


def regrouped(
    groups: Iterable[Sequence[A]], judgements: Iterable[Judgement], event: Callable[[A], str]
) -> list[list[A]]:
    """Groups of events after judgements: a merge joins the groups of its events, a split gives its events their own.

    Args:
        groups: what was found to be one.
        judgements: those that hold, oldest first.
        event: the id of a member's event.
    """
    made = [list(group) for group in groups]
    for judgement in judgements:
        named = {one for one in judgement.subjects if one.startswith("event-")}
        if judgement.action == "merge":
            touched = [any(event(one) in named for one in group) for group in made]
            joined = [one for group, its in zip(made, touched, strict=True) if its for one in group]
            made = [*(group for group, its in zip(made, touched, strict=True) if not its), joined]
        elif judgement.action == "split":
            own = [one for group in made for one in group if event(one) in named]
            made = [*([one for one in group if event(one) not in named] for group in made), own]
    return [group for group in made if group]
