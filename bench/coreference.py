"""Scores of coreference: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998), CEAF-e (Luo 2005),
and their mean, the CoNLL F1 (Pradhan et al. 2014). `python3 bench/coreference.py` runs the examples.

A chain is a set of mentions; any value that can be hashed is a mention.

>>> gold = [{"a", "b", "c"}, {"d", "e", "f", "g"}]          # the example of Pradhan et al. 2014
>>> system = [{"a", "b"}, {"c", "d"}, {"f", "g", "h", "i"}]
>>> tally = Tally()
>>> tally.add(gold, system)
>>> for name, score in tally.scores().items():
...     print(name, *(f"{value:.4f}" for value in score))
MUC 0.4000 0.4000 0.4000
B³ 0.5000 0.4167 0.4545
CEAF-e 0.4333 0.6500 0.5200
>>> print(f"{tally.conll():.4f}")
0.4582

>>> perfect = Tally()
>>> perfect.add(gold, gold)
>>> perfect.conll()
1.0
>>> nothing = Tally()
>>> nothing.add(gold, [])
>>> nothing.conll()
0.0
>>> joined = Tally()                                       # all in one: no link is missed
>>> joined.add(gold, [gold[0] | gold[1]])
>>> [round(value, 4) for value in joined.scores()["MUC"]]
[0.8333, 1.0, 0.9091]
"""


def chain_of(chains):
    return {mention: number for number, chain in enumerate(chains) for mention in chain}


def links(chains, others):
    """The links of `chains` that `others` have too, and all of them."""
    other = chain_of(others)
    found = total = 0
    for chain in chains:
        parts = {other.get(mention, mention) if mention in other else ("alone", mention) for mention in chain}
        found += len(chain) - len(parts)
        total += len(chain) - 1
    return found, total


def overlaps(chains, others):
    """For each mention the share of its chain that `others` put with it; and the number of mentions."""
    other = chain_of(others)
    found = sum(
        len(chain & others[other[mention]]) / len(chain)
        for chain in chains for mention in chain if mention in other)
    return found, sum(map(len, chains))


def best_assignment(values):
    """The largest sum of one value a row, no column taken twice (Kuhn and Munkres).

    >>> best_assignment([[3, 2], [3, 0]])
    5
    >>> best_assignment([[1, 5, 2]])
    5
    """
    if not values or not values[0]:
        return 0
    if len(values) > len(values[0]):
        values = [list(column) for column in zip(*values)]
    rows, columns = len(values), len(values[0])
    row_price, column_price = [0] * (rows + 1), [0] * (columns + 1)
    row_of = [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], at = row, 0
        slack, way, done = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while row_of[at]:
            done[at], here, step, after = True, row_of[at], float("inf"), 0
            for column in range(1, columns + 1):
                if done[column]:
                    continue
                cost = -values[here - 1][column - 1] - row_price[here] - column_price[column]
                if cost < slack[column]:
                    slack[column], way[column] = cost, at
                if slack[column] < step:
                    step, after = slack[column], column
            for column in range(columns + 1):
                if done[column]:
                    row_price[row_of[column]] += step
                    column_price[column] -= step
                else:
                    slack[column] -= step
            at = after
        while at:
            row_of[at], at = row_of[way[at]], way[at]
    return sum(values[row_of[column] - 1][column - 1] for column in range(1, columns + 1) if row_of[column])


def similarity(some, other):
    return 2 * len(some & other) / (len(some) + len(other))


class Tally:
    """Sums over documents; precision, recall and F1 are those of the sums."""

    def __init__(self):
        self.sums = {name: [0, 0, 0, 0] for name in ("MUC", "B³", "CEAF-e")}

    def add(self, gold, system):
        self._count("MUC", links(system, gold), links(gold, system))
        self._count("B³", overlaps(system, gold), overlaps(gold, system))
        total = best_assignment([[similarity(g, s) for s in system] for g in gold])
        self._count("CEAF-e", (total, len(system)), (total, len(gold)))

    def _count(self, name, precision, recall):
        for place, value in enumerate((*precision, *recall)):
            self.sums[name][place] += value

    def scores(self):
        """Precision, recall and F1 of each measure."""
        out = {}
        for name, (right, given, found, wanted) in self.sums.items():
            p, r = right / given if given else 0.0, found / wanted if wanted else 0.0
            out[name] = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
        return out

    def conll(self):
        return sum(score[2] for score in self.scores().values()) / 3


if __name__ == "__main__":
    import doctest
    import sys
    failed, tried = doctest.testmod()
    print(f"{tried} examples, {failed} failed")
    sys.exit(1 if failed else 0)
