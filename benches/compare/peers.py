"""One peer on one instance: `python peers.py PEER FILE REPEAT` prints a line of JSON.

Files are those of the program `instance`: a matrix of costs (.npy), or pairs with scores (.npz). The time is the
processor's, of the solve with whatever encoding the peer needs; reading the file is left out. The answer is summed up
in the instance's own numbers, so that answers can be compared. A peer that has taken a second is not repeated.
"""

import json
import statistics
import sys
import time

import numpy as np


# Matrices of costs: rows matched to columns at the least cost. Each takes the matrix and gives the column of each row.


def scipy_dense(costs):
    from scipy.optimize import linear_sum_assignment

    return pairs_of(lambda costs, **_: linear_sum_assignment(costs), costs)


def pairs_of(solver, costs):
    """A solver that answers with the rows and the columns of the pairs."""

    def run():
        rows, columns = solver(costs, return_cost=False, extend_cost=True)
        answer = np.full(costs.shape[0], -1)
        answer[rows] = columns
        return answer

    return run


def lapx_jv(costs):
    import lap

    return lambda: lap.lapjv(costs, return_cost=False, extend_cost=True)[0]


def lapx_h(costs):
    import lap

    return pairs_of(lap.lapjvh, costs)


def lapx_r(costs):
    import lap

    return pairs_of(lap.lapjvr, costs)


def lapx_s(costs):
    import lap

    return pairs_of(lap.lapjvs, costs)


def laprust(costs):
    import laprust

    return pairs_of(laprust.lapjv, costs)


def lapx_c(costs):
    import lap

    return pairs_of(lambda costs, **_: lap.lapjvc(costs, return_cost=False), costs)


def lapx_x(costs):
    import lap

    return pairs_of(lap.lapjvx, costs)


def fastlap(costs):
    import fastlap

    return lambda: np.array([-1 if column is None else column for column in fastlap.solve_lap(costs)[1]])


def minilsap(costs):
    from minilsap import linear_sum_assignment

    return pairs_of(lambda costs, **_: linear_sum_assignment(costs), costs)


def general_graph(costs):
    """Rows, columns and weights for solvers of graphs that need not have two sides."""
    rows, columns = costs.shape
    row, column = np.divmod(np.arange(rows * columns), columns)
    return list(zip(row.tolist(), (rows + column).tolist(), (1.0 + costs.max() - costs.ravel()).tolist()))


def of_mates(costs, mates):
    answer = np.full(costs.shape[0], -1)
    for one, other in mates:
        answer[min(one, other)] = max(one, other) - costs.shape[0]
    return answer


def networkx(costs):
    import networkx

    def run():
        graph = networkx.Graph()
        graph.add_weighted_edges_from(general_graph(costs))
        return of_mates(costs, networkx.max_weight_matching(graph, maxcardinality=True))

    return run


def rustworkx(costs):
    import rustworkx

    # Weights are whole numbers there.
    scale = 1 if (costs == np.rint(costs)).all() else 2**40

    def run():
        graph = rustworkx.PyGraph()
        graph.add_nodes_from(range(sum(costs.shape)))
        graph.add_edges_from(general_graph(costs))
        weight = lambda cost: round(cost * scale)
        return of_mates(costs, rustworkx.max_weight_matching(graph, max_cardinality=True, weight_fn=weight))

    return run


def igraph(costs):
    import igraph

    def run():
        edges = general_graph(costs)
        # A pair more is worth more than all costs together.
        served = (1.0 + costs.max()) * min(costs.shape)
        graph = igraph.Graph(n=sum(costs.shape), edges=[edge[:2] for edge in edges])
        graph.vs["type"] = [at >= costs.shape[0] for at in range(sum(costs.shape))]
        weights = [served + weight for _, _, weight in edges]
        mates = graph.maximum_bipartite_matching(weights=weights, eps=1e-12)
        return of_mates(costs, [(row, mates.match_of(row)) for row in range(costs.shape[0])])

    return run


def lapcpp(costs):
    import lapcpp

    return pairs_of(lapcpp.lapjv, costs)


def src_d(costs):
    from lapjv import lapjv

    return lambda: lapjv(costs)[0]


def ortools_dense(costs):
    from ortools.graph.python import linear_sum_assignment

    n = costs.shape[0]
    whole = costs if (costs == np.rint(costs)).all() else np.rint(costs * 2.0**36)
    whole = whole.astype(np.int64).ravel()
    left, right = np.repeat(np.arange(n), n), np.tile(np.arange(n), n)

    def run():
        solver = linear_sum_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(left, right, whole)
        assert solver.solve() == solver.OPTIMAL
        return np.array([solver.right_mate(row) for row in range(n)])

    return run


# Pairs with scores: as many rows as possible, then the greatest total. Each gives the column of each row, -1 for none.


def encoded(pairs):
    """Every place a column of its own, and to be served worth more than all scores together."""
    rows = np.repeat(np.arange(pairs.rows), np.diff(pairs.starts))
    places = np.concatenate([[0], np.cumsum(pairs.capacities)])
    owner = np.repeat(np.arange(len(pairs.capacities)), pairs.capacities)
    times = pairs.capacities[pairs.columns]
    row = np.repeat(rows, times)
    score = np.repeat(pairs.scores, times)
    within = np.arange(len(row)) - np.repeat(np.cumsum(times) - times, times)
    column = np.repeat(places[pairs.columns], times) + within
    order = np.lexsort((column, row))
    served = int(pairs.scores.max()) * (min(pairs.rows, int(places[-1])) + 1)
    return row[order], column[order], score[order], owner, int(places[-1]), served


def scipy_sparse(pairs):
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    def run():
        row, column, score, owner, places, served = encoded(pairs)
        cost = np.concatenate([served - score, np.full(pairs.rows, 2 * served)]).astype(float)
        idle = np.arange(pairs.rows)
        at = (np.concatenate([row, idle]), np.concatenate([column, places + idle]))
        matrix = csr_matrix((cost, at), shape=(pairs.rows, places + pairs.rows))
        found, place = min_weight_full_bipartite_matching(matrix)
        answer = np.full(pairs.rows, -1)
        answer[found[place < places]] = owner[place[place < places]]
        return answer

    return run


def ortools_flow(pairs):
    from ortools.graph.python import min_cost_flow

    rows, columns = pairs.rows, len(pairs.capacities)

    def run():
        row = np.repeat(np.arange(rows), np.diff(pairs.starts))
        flow = min_cost_flow.SimpleMinCostFlow()
        source, sink = rows + columns, rows + columns + 1
        ones = np.ones(len(row), np.int64)
        chosen = flow.add_arcs_with_capacity_and_unit_cost(row, rows + pairs.columns, ones, -pairs.scores)
        here, there = np.arange(rows), rows + np.arange(columns)
        flow.add_arcs_with_capacity_and_unit_cost(
            np.full(rows, source), here, np.ones(rows, np.int64), np.zeros(rows, np.int64)
        )
        flow.add_arcs_with_capacity_and_unit_cost(
            there, np.full(columns, sink), pairs.capacities, np.zeros(columns, np.int64)
        )
        flow.set_node_supply(source, rows)
        flow.set_node_supply(sink, -rows)
        assert flow.solve_max_flow_with_min_cost() == flow.OPTIMAL
        used = flow.flows(chosen) > 0
        answer = np.full(rows, -1)
        answer[row[used]] = pairs.columns[used]
        return answer

    return run


def lapmod(pairs):
    """A square of twice the size, with costs that it does not take for infinite: scaled by a power of two."""
    import lap

    def run():
        row, column, score, owner, places, served = encoded(pairs)
        idle, empty = np.arange(pairs.rows), np.arange(places)
        left = np.concatenate([row, idle, pairs.rows + empty, pairs.rows + column])
        right = np.concatenate([column, places + idle, empty, places + row])
        zeros = np.zeros(places + len(column))
        cost = np.concatenate([served - score, np.full(pairs.rows, 2 * served), zeros]).astype(float)
        cost *= 2.0 ** min(0, np.floor(np.log2(900_000 / (2 * served))))
        order = np.lexsort((right, left))
        size = pairs.rows + places
        starts = np.concatenate([[0], np.cumsum(np.bincount(left, minlength=size))]).astype(np.int32)
        _, found, _ = lap.lapmod(size, cost[order], starts, right[order].astype(np.int32))
        mate = np.asarray(found)[: pairs.rows]
        return np.where(mate < places, owner[np.minimum(mate, places - 1)], -1)

    return run


def ortools_assignment(pairs):
    from ortools.graph.python import linear_sum_assignment

    def run():
        row, column, score, owner, places, served = encoded(pairs)
        idle, empty = np.arange(pairs.rows), np.arange(places)
        left = np.concatenate([row, idle, pairs.rows + empty, pairs.rows + column])
        right = np.concatenate([column, places + idle, empty, places + row])
        zeros = np.zeros(places + len(column), np.int64)
        cost = np.concatenate([served - score, np.full(pairs.rows, 2 * served), zeros])
        solver = linear_sum_assignment.SimpleLinearSumAssignment()
        solver.add_arcs_with_cost(left, right, cost)
        status = solver.solve()
        if status != solver.OPTIMAL:
            raise OverflowError(str(status))
        mate = np.array([solver.right_mate(at) for at in range(pairs.rows)])
        return np.where(mate < places, owner[np.minimum(mate, places - 1)], -1)

    return run


def highs(pairs):
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix

    def run():
        edges = len(pairs.columns)
        row = np.repeat(np.arange(pairs.rows), np.diff(pairs.starts))
        at = (np.concatenate([row, pairs.rows + pairs.columns]), np.tile(np.arange(edges), 2))
        limits = csr_matrix((np.ones(2 * edges), at), shape=(pairs.rows + len(pairs.capacities), edges))
        most = np.concatenate([np.ones(pairs.rows), pairs.capacities])
        # Large enough for these instances, but not exact in general: an LP in floating point has no better way.
        served = 50.0 * float(pairs.scores.max())
        found = linprog(-(served + pairs.scores), A_ub=limits, b_ub=most, bounds=(0, 1), method="highs-ds")
        answer = np.full(pairs.rows, -1)
        used = found.x > 0.5
        answer[row[used]] = pairs.columns[used]
        return answer

    return run


DENSE = {
    "scipy": scipy_dense,
    "minilsap": minilsap,
    "lap lapjv": lapx_jv,
    "lapx lapjv": lapx_jv,
    "lapx lapjvx": lapx_x,
    "lapx lapjvc": lapx_c,
    "lapx lapjvh": lapx_h,
    "lapx lapjvr": lapx_r,
    "lapx lapjvs": lapx_s,
    "lapcpp": lapcpp,
    "laprust": laprust,
    "lapjv (src-d)": src_d,
    "fastlap": fastlap,
    "OR-tools assignment": ortools_dense,
    "igraph": igraph,
    "rustworkx": rustworkx,
    "networkx": networkx,
}
SPARSE = {
    "scipy": scipy_sparse,
    "lap lapmod": lapmod,
    "lapx lapmod": lapmod,
    "OR-tools flow": ortools_flow,
    "OR-tools assignment": ortools_assignment,
    "HiGHS": highs,
}
# What takes square matrices only, as measured here.
SQUARE = ("lapjv (src-d)", "OR-tools assignment")
# What solves problems on any graph, and takes seconds for a thousand rows.
GENERAL = ("igraph", "rustworkx", "networkx")


class Pairs:
    """Pairs with scores, in order of row."""

    def __init__(self, file):
        self.starts = file["ptr"].astype(np.int64)
        self.columns = file["col"].astype(np.int64)
        self.scores = file["score"].astype(np.int64)
        self.capacities = file["cap"].astype(np.int64)
        self.rows = len(self.starts) - 1

    def worth(self, answer):
        served = answer >= 0
        assert (np.bincount(answer[served], minlength=len(self.capacities)) <= self.capacities).all()
        row = np.repeat(np.arange(self.rows), np.diff(self.starts))
        chosen = answer[row] == self.columns
        assert chosen.sum() == served.sum()
        return int(served.sum()), int(self.scores[chosen].sum())


def dense_worth(costs, answer):
    answer = np.asarray(answer)[: costs.shape[0]]
    served = answer >= 0
    assert len(set(answer[served].tolist())) == served.sum()
    return int(served.sum()), costs[np.flatnonzero(served), answer[served]].sum().item()


def main():
    peer, path, repeat = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if path.endswith(".npz"):
        pairs = Pairs(np.load(path))
        run, worth = SPARSE[peer](pairs), pairs.worth
    else:
        costs = np.load(path)
        run, worth = DENSE[peer](costs), lambda answer: dense_worth(costs, answer)
    times = []
    while len(times) < repeat and sum(times) < 1000:
        before = time.process_time()
        answer = run()
        times.append((time.process_time() - before) * 1000)
    served, total = worth(np.asarray(answer))
    print(json.dumps({"served": served, "total": total, "cpu_ms": statistics.median(times)}))


if __name__ == "__main__":
    main()
