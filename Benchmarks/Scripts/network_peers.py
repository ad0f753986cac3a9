#!/usr/bin/env python3
"""Runs network algorithms of other libraries, one at a time, and prints a JSON line for each.

  network_peers.py list                                         which peers each workload has here
  network_peers.py run WORKLOAD PEER LINKS QUESTIONS [options]  one workload by one peer

LINKS and QUESTIONS are the files that `pillar-network-benchmarks` writes. Each peer gets the links
in the form that it likes best before the clock starts, and makes the call that is fastest for it.
Times are processor time on one thread; a process that takes longer than the limit ends.
"""
import argparse
import importlib.util
import json
import os
import random
import resource
import signal
import sys
import time

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

PEERS = {}
# networkx keeps a dictionary for each link, and rustworkx an object: they are left out above.
MOST_LINKS = {"networkx": 150_000, "rustworkx": 1_500_000}


def peer(workload, name, module=None, links=None):
    """Registers a maker: given the data it returns what is timed and what tells of its answer."""

    def register(maker):
        library = module or name.split()[0]
        PEERS.setdefault(workload, {})[name] = (library, links or MOST_LINKS.get(library), maker)
        return maker

    return register


class Data:
    """The links, and the questions about them."""

    def __init__(self, links, questions):
        import numpy as np

        header = np.fromfile(links, np.uint64, 3)
        self.count, self.links, self.actors = (int(number) for number in header)
        columns = np.fromfile(links, np.uint32, offset=24).reshape(3, self.links)
        self.sources, self.targets, self.units = columns
        self.weights = self.units / 64.0
        with open(questions) as file:
            self.ask = json.load(file)

    def degrees(self):
        import numpy as np

        ends = np.bincount(self.sources, minlength=self.count)
        return ends + np.bincount(self.targets, minlength=self.count)

    def matrix(self, values, directed=False):
        """A SciPy matrix in rows; of an undirected network both ways."""
        import numpy as np
        import scipy.sparse

        rows, columns = self.sources.astype(np.int32), self.targets.astype(np.int32)
        if not directed:
            rows, columns = np.r_[rows, columns], np.r_[columns, rows]
            values = np.r_[values, values]
        matrix = scipy.sparse.csr_array((values, (rows, columns)), shape=(self.count, self.count))
        matrix.sort_indices()
        return matrix

    def igraph(self, weights=False, directed=False):
        import igraph
        import numpy as np

        pairs = np.column_stack((self.sources, self.targets)).astype(np.int64)
        graph = igraph.Graph(self.count, pairs, directed=directed)
        if weights:
            graph.es["weight"] = self.weights.tolist()
        return graph

    def networkit(self, weights=False, directed=False):
        import networkit
        import numpy as np

        networkit.setNumberOfThreads(1)
        values = self.weights if weights else np.ones(self.links)
        pairs = (self.sources.astype(np.uint64), self.targets.astype(np.uint64))
        return networkit.GraphFromCoo(
            (values, pairs), n=self.count, weighted=weights, directed=directed
        )

    def rustworkx(self, directed=False):
        import rustworkx

        graph = rustworkx.PyDiGraph() if directed else rustworkx.PyGraph(multigraph=True)
        graph.add_nodes_from(range(self.count))
        graph.add_edges_from(self.triples())
        return graph

    def networkx(self, directed=False):
        import networkx

        graph = networkx.DiGraph() if directed else networkx.Graph()
        graph.add_nodes_from(range(self.count))
        graph.add_weighted_edges_from(self.triples())
        return graph

    def graphblas(self, rows, columns, values):
        import graphblas
        import numpy as np

        graphblas.ss.config["nthreads"] = 1
        matrix = graphblas.Matrix.from_coo(
            rows.astype(np.uint64), columns.astype(np.uint64), values, nrows=self.count, ncols=self.count
        )
        matrix.wait()
        return matrix

    def triples(self):
        return list(zip(self.sources.tolist(), self.targets.tolist(), self.weights.tolist()))


# What is told of an answer, so that it can be compared with others.


def distances(values):
    """Of distances, none for what was not reached."""
    import numpy as np

    values = np.asarray(values, float)
    values = values[(values >= 0) & (values < 1e300)]
    return {"reached": len(values), "largest": values.max(), "sum": values.sum()}


def parts(labels):
    import numpy as np

    sizes = np.unique(np.asarray(labels), return_counts=True)[1]
    return part_sizes(sizes.tolist())


def part_sizes(sizes):
    return {"count": len(sizes), "largest": max(sizes), "squares": sum(size * size for size in sizes)}


def shares(values):
    import numpy as np

    values = np.asarray(values, float)
    values = values / values.sum()
    return {"first": values.max(), "squares": (values * values).sum()}


def between(values):
    import numpy as np

    values = np.asarray(values, float)
    return {"largest": values.max(), "sum": values.sum()}


def costs(values):
    return {"count": len(values), "first": values[0], "last": values[-1], "sum": sum(values)}


def table(rows):
    import numpy as np

    values = np.asarray(rows, float)
    finite = values[values < 1e300]
    return {"reached": len(finite), "largest": finite.max(), "sum": finite.sum()}


# Rows. Here the clock starts with columns of numbers, from which some libraries must make objects first.


@peer("rows", "scipy")
def _(data):
    import numpy as np
    import scipy.sparse

    weights = data.weights.astype(np.float32)
    sources, targets = data.sources.astype(np.int32), data.targets.astype(np.int32)
    shape = (data.count, data.count)

    def run():
        ends = (np.r_[sources, targets], np.r_[targets, sources])
        return scipy.sparse.csr_array((np.r_[weights, weights], ends), shape=shape)

    return run, lambda matrix: {"arcs": int(matrix.nnz)}


@peer("rows", "networkit")
def _(data):
    import networkit
    import numpy as np

    networkit.setNumberOfThreads(1)
    pairs = (data.sources.astype(np.uint64), data.targets.astype(np.uint64))
    run = lambda: networkit.GraphFromCoo((data.weights, pairs), n=data.count, weighted=True)
    return run, lambda graph: {"arcs": 2 * graph.numberOfEdges()}


@peer("rows", "igraph")
def _(data):
    import igraph
    import numpy as np

    pairs = np.column_stack((data.sources, data.targets)).astype(np.int64)
    return lambda: igraph.Graph(data.count, pairs), lambda graph: {"arcs": 2 * graph.ecount()}


@peer("rows", "graphblas")
def _(data):
    import numpy as np

    def run():
        rows = np.r_[data.sources, data.targets]
        columns = np.r_[data.targets, data.sources]
        return data.graphblas(rows, columns, np.r_[data.weights, data.weights])

    return run, lambda matrix: {"arcs": int(matrix.nvals)}


@peer("rows", "rustworkx")
def _(data):
    # It chains links to one another and makes no rows.
    return data.rustworkx, lambda graph: {"arcs": 2 * graph.num_edges()}


@peer("rows", "networkx")
def _(data):
    return data.networkx, lambda graph: {"arcs": 2 * graph.number_of_edges()}


# Breadth-first search from the vertex with the most links.


@peer("bfs", "scipy")
def _(data):
    import numpy as np
    from scipy.sparse.csgraph import breadth_first_order

    matrix = data.matrix(np.ones(data.links))

    def tell(answer):
        order, before = answer
        steps = np.full(data.count, -1)
        steps[order[0]] = 0
        for vertex in order[1:].tolist():
            steps[vertex] = steps[before[vertex]] + 1
        return distances(steps)

    return lambda: breadth_first_order(matrix, data.ask["source"], directed=True), tell


@peer("bfs", "networkit")
def _(data):
    import networkit

    graph = data.networkit()
    search = lambda: networkit.distance.BFS(graph, data.ask["source"], storePaths=False).run()
    return search, lambda found: distances(found.getDistances())


@peer("bfs", "igraph")
def _(data):
    graph = data.igraph()

    def tell(answer):
        starts = answer[1]
        sizes = [end - start for start, end in zip(starts, starts[1:])]
        return {
            "reached": sum(sizes),
            "largest": max(level for level, size in enumerate(sizes) if size),
            "sum": sum(level * size for level, size in enumerate(sizes)),
        }

    return lambda: graph.bfs(data.ask["source"]), tell


@peer("bfs", "rustworkx")
def _(data):
    import rustworkx

    graph = data.rustworkx()

    def tell(layers):
        return distances([level for level, layer in enumerate(layers) for _ in layer])

    return lambda: rustworkx.bfs_layers(graph, [data.ask["source"]]), tell


@peer("bfs", "networkx")
def _(data):
    import networkx

    graph = data.networkx()
    run = lambda: networkx.single_source_shortest_path_length(graph, data.ask["source"])
    return run, lambda answer: distances(list(answer.values()))


@peer("bfs", "graphblas")
def _(data):
    import graphblas
    import numpy as np

    rows, columns = np.r_[data.sources, data.targets], np.r_[data.targets, data.sources]
    matrix = data.graphblas(rows, columns, np.ones(2 * data.links, bool))
    step = graphblas.semiring.any_pair

    def run():
        # From the frontier while it is small; where it is large, from what is not reached yet.
        steps = graphblas.Vector(graphblas.dtypes.INT32, data.count)
        frontier = graphblas.Vector(bool, data.count)
        frontier[data.ask["source"]] = True
        steps[data.ask["source"]] = 0
        level = 0
        while frontier.nvals:
            level += 1
            large = frontier.nvals > data.count // 20
            frontier(~steps.S, replace=True) << step(matrix @ frontier if large else frontier @ matrix)
            steps(frontier.S) << level
        return steps

    return run, lambda steps: distances(steps.to_coo()[1])


# Connected components.


@peer("components", "networkit")
def _(data):
    import networkit

    graph = data.networkit()
    run = lambda: networkit.components.ConnectedComponents(graph).run()
    return run, lambda found: part_sizes(list(found.getComponentSizes().values()))


@peer("components", "scipy")
def _(data):
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    matrix = data.matrix(np.ones(data.links))
    return lambda: connected_components(matrix, directed=False), lambda answer: parts(answer[1])


@peer("components", "igraph")
def _(data):
    graph = data.igraph()
    return graph.connected_components, lambda answer: part_sizes(answer.sizes())


@peer("components", "rustworkx")
def _(data):
    import rustworkx

    graph = data.rustworkx()
    run = lambda: rustworkx.connected_components(graph)
    return run, lambda answer: part_sizes([len(part) for part in answer])


@peer("components", "networkx")
def _(data):
    import networkx

    graph = data.networkx()
    run = lambda: list(networkx.connected_components(graph))
    return run, lambda answer: part_sizes([len(part) for part in answer])


# Triangles in all, and the mean share of neighbours that are neighbours.


@peer("triangles", "igraph")
def _(data):
    graph = data.igraph()
    degrees = data.degrees().astype(float)
    paths = (degrees * (degrees - 1) / 2).sum()
    # The share of paths of two links that close is found without listing triangles.
    return graph.transitivity_undirected, lambda share: {"triangles": round(share * paths / 3)}


@peer("triangles", "scipy", links=1_500_000)
def _(data):
    import numpy as np
    import scipy.sparse

    order = np.argsort(data.degrees(), kind="stable")
    matrix = data.matrix(np.ones(data.links, np.int64))[order][:, order]
    lower = scipy.sparse.tril(matrix, -1, format="csr")
    run = lambda: int((lower @ lower).multiply(lower).sum())
    return run, lambda count: {"triangles": count}


@peer("triangles", "networkit")
def _(data):
    import networkit

    graph = data.networkit()
    graph.indexEdges()
    run = lambda: networkit.sparsification.TriangleEdgeScore(graph).run()
    return run, lambda found: {"triangles": int(sum(found.scores())) // 3}


@peer("triangles", "rustworkx", links=300_000)
def _(data):
    import rustworkx

    graph = data.rustworkx()
    degrees = data.degrees().astype(float)
    paths = (degrees * (degrees - 1) / 2).sum()
    run = lambda: rustworkx.transitivity(graph)
    return run, lambda share: {"triangles": round(share * paths / 3)}


@peer("triangles", "networkx")
def _(data):
    import networkx

    graph = data.networkx()
    run = lambda: sum(networkx.triangles(graph).values()) // 3
    return run, lambda count: {"triangles": count}


@peer("triangles", "graphblas")
def _(data):
    import graphblas
    import numpy as np

    rank = np.empty(data.count, np.int64)
    rank[np.argsort(data.degrees(), kind="stable")] = np.arange(data.count)
    ends = rank[data.sources], rank[data.targets]
    lower = data.graphblas(np.maximum(*ends), np.minimum(*ends), np.ones(data.links, np.int64))

    def run():
        closed = graphblas.semiring.plus_pair(lower @ lower.T).new(mask=lower.S)
        return int(closed.reduce_scalar().new().value)

    return run, lambda count: {"triangles": count}


@peer("clustering", "igraph")
def _(data):
    graph = data.igraph()
    run = lambda: graph.transitivity_local_undirected(mode="zero")
    return run, lambda answer: {"sum": sum(answer)}


@peer("clustering", "networkit")
def _(data):
    import networkit

    graph = data.networkit()
    run = lambda: networkit.centrality.LocalClusteringCoefficient(graph, False).run()
    return run, lambda found: {"sum": sum(found.scores())}


@peer("clustering", "networkx", links=50_000)
def _(data):
    import networkx

    graph = data.networkx()
    return lambda: networkx.clustering(graph), lambda answer: {"sum": sum(answer.values())}


# PageRank along the direction of links, 20 rounds, and until all shares together change by 1e-8.

DAMPING = 0.85
CHANGE = 1e-8


def page_rank_parts(data):
    import numpy as np

    matrix = data.matrix(np.ones(data.links), directed=True)
    outgoing = np.bincount(data.sources, minlength=data.count).astype(float)
    factors = np.divide(1, outgoing, out=np.zeros(data.count), where=outgoing > 0)
    return matrix.T.tocsr(), factors, np.flatnonzero(outgoing == 0)


def scipy_rounds(data, most, change):
    import numpy as np

    incoming, factors, ends = page_rank_parts(data)

    def run():
        shares = np.full(data.count, 1 / data.count)
        for _ in range(most):
            base = (1 - DAMPING + DAMPING * shares[ends].sum()) / data.count
            following = DAMPING * (incoming @ (shares * factors)) + base
            moved = np.abs(following - shares).sum() if change else 1
            shares = following
            if moved < change:
                break
        return shares

    return run


@peer("pagerank-20", "scipy")
def _(data):
    return scipy_rounds(data, 20, 0), shares


@peer("pagerank-20", "graphblas")
def _(data):
    import graphblas
    import numpy as np

    outgoing = np.bincount(data.sources, minlength=data.count).astype(float)
    factors = np.divide(1, outgoing, out=np.zeros(data.count), where=outgoing > 0)
    matrix = data.graphblas(data.targets, data.sources, np.ones(data.links, bool))
    factors = graphblas.Vector.from_dense(DAMPING * factors)
    ends = graphblas.Vector.from_dense((outgoing == 0).astype(float))

    def run():
        shares = graphblas.Vector.from_dense(np.full(data.count, 1 / data.count))
        for _ in range(20):
            given = graphblas.binary.times(shares & factors).new()
            lost = graphblas.semiring.plus_times(shares @ ends).new().value
            base = (1 - DAMPING + DAMPING * lost) / data.count
            shares = graphblas.Vector.from_dense(np.full(data.count, base))
            shares(graphblas.binary.plus) << graphblas.semiring.plus_second(matrix @ given)
        shares.wait()
        return shares

    return run, lambda answer: shares(answer.to_dense(0.0))


@peer("pagerank-20", "networkit")
def _(data):
    return networkit_rank(data, 1e-300, 20), lambda found: shares(found.scores())


def networkit_rank(data, change, most=None):
    import networkit

    graph = data.networkit(directed=True)
    sinks = networkit.centrality.SinkHandling.DistributeSinks

    def run():
        rank = networkit.centrality.PageRank(graph, DAMPING, change, distributeSinks=sinks)
        rank.norm = networkit.centrality.Norm.L1_NORM
        if most:
            rank.maxIterations = most
        return rank.run()

    return run


@peer("pagerank", "scipy")
def _(data):
    return scipy_rounds(data, 500, CHANGE), shares


@peer("pagerank", "networkit")
def _(data):
    return networkit_rank(data, CHANGE), lambda found: shares(found.scores())


@peer("pagerank", "igraph")
def _(data):
    # It solves the equations, by Gauss and Seidel, to its own tolerance.
    return data.igraph(directed=True).pagerank, shares


@peer("pagerank", "rustworkx")
def _(data):
    import rustworkx

    graph = data.rustworkx(directed=True)
    run = lambda: rustworkx.pagerank(
        graph, alpha=DAMPING, weight_fn=lambda _: 1.0, tol=CHANGE / data.count, max_iter=500
    )
    return run, lambda answer: shares(list(answer.values()))


@peer("pagerank", "networkx")
def _(data):
    import networkx

    graph = data.networkx(directed=True)
    run = lambda: networkx.pagerank(
        graph, DAMPING, weight=None, tol=CHANGE / data.count, max_iter=500
    )
    return run, lambda answer: shares(list(answer.values()))


# Least costs from the vertex with the most links.


@peer("dijkstra", "scipy")
def _(data):
    from scipy.sparse.csgraph import dijkstra

    matrix = data.matrix(data.weights)
    return lambda: dijkstra(matrix, directed=True, indices=data.ask["source"]), distances


@peer("dijkstra", "networkit")
def _(data):
    import networkit

    graph = data.networkit(weights=True)
    run = lambda: networkit.distance.Dijkstra(graph, data.ask["source"], storePaths=False).run()
    return run, lambda found: distances(found.getDistances())


@peer("dijkstra", "igraph")
def _(data):
    graph = data.igraph(weights=True)
    run = lambda: graph.distances(source=data.ask["source"], weights="weight")[0]
    return run, distances


@peer("dijkstra", "rustworkx")
def _(data):
    import rustworkx

    graph = data.rustworkx()
    run = lambda: rustworkx.dijkstra_shortest_path_lengths(graph, data.ask["source"], float)
    # The source itself is not among them.
    return run, lambda answer: distances([0.0] + list(dict(answer).values()))


@peer("dijkstra", "networkx")
def _(data):
    import networkx

    graph = data.networkx()
    run = lambda: networkx.single_source_dijkstra_path_length(graph, data.ask["source"])
    return run, lambda answer: distances(list(answer.values()))


# Articulation points and bridges.


@peer("cuts", "igraph")
def _(data):
    graph = data.igraph()
    run = lambda: (graph.articulation_points(), graph.bridges())
    return run, lambda answer: {"points": len(answer[0]), "bridges": len(answer[1])}


@peer("cuts", "networkit")
def _(data):
    import networkit

    # It gives the parts that hang together, from which both follow; that step is not counted.
    graph = data.networkit()
    run = lambda: networkit.components.BiconnectedComponents(graph).run()

    def tell(found):
        seen, points, bridges = set(), set(), 0
        for part in found.getComponents():
            points.update(vertex for vertex in part if vertex in seen)
            seen.update(part)
            bridges += len(part) == 2
        return {"points": len(points), "bridges": bridges}

    return run, tell


@peer("cuts", "rustworkx")
def _(data):
    import rustworkx

    graph = data.rustworkx()
    run = lambda: (rustworkx.articulation_points(graph), rustworkx.bridges(graph))
    return run, lambda answer: {"points": len(answer[0]), "bridges": len(answer[1])}


@peer("cuts", "networkx")
def _(data):
    import networkx

    graph = data.networkx()
    run = lambda: (set(networkx.articulation_points(graph)), list(networkx.bridges(graph)))
    return run, lambda answer: {"points": len(answer[0]), "bridges": len(answer[1])}


# Betweenness, each pair once; and what shortest paths from 64 vertices give, halved as well.


@peer("betweenness", "igraph")
def _(data):
    graph = data.igraph()
    return lambda: graph.betweenness(directed=False), between


@peer("betweenness", "networkit")
def _(data):
    import networkit

    graph = data.networkit()
    run = lambda: networkit.centrality.Betweenness(graph).run()
    return run, lambda found: between([value / 2 for value in found.scores()])


@peer("betweenness", "rustworkx")
def _(data):
    import rustworkx

    graph = data.rustworkx()
    run = lambda: rustworkx.betweenness_centrality(graph, normalized=False)
    return run, lambda answer: between(list(answer.values()))


@peer("betweenness", "networkx", links=15_000)
def _(data):
    import networkx

    graph = data.networkx()
    run = lambda: networkx.betweenness_centrality(graph, normalized=False)
    return run, lambda answer: between(list(answer.values()))


@peer("betweenness-64", "igraph")
def _(data):
    graph = data.igraph()
    return lambda: graph.betweenness(directed=False, sources=data.ask["samples"]), between


@peer("betweenness-64", "networkit")
def _(data):
    import networkit

    # It draws 64 vertices of its own, so the answer is another one.
    graph = data.networkit()
    run = lambda: networkit.centrality.EstimateBetweenness(graph, 64, False, False).run()
    return run, lambda found: {}


@peer("betweenness-64", "networkx", links=15_000)
def _(data):
    import networkx

    graph = data.networkx()
    run = lambda: networkx.betweenness_centrality_subset(
        graph, data.ask["samples"], list(graph), normalized=False
    )
    return run, lambda answer: between(list(answer.values()))


# The most that can flow between the two vertices with the most links.


@peer("flow", "scipy")
def _(data):
    import numpy as np
    from scipy.sparse.csgraph import maximum_flow

    matrix = data.matrix(data.units.astype(np.int32))
    run = lambda: maximum_flow(matrix, data.ask["source"], data.ask["sink"])
    return run, lambda answer: {"value": int(answer.flow_value)}


@peer("flow", "igraph")
def _(data):
    graph = data.igraph()
    capacities = data.units.astype(float).tolist()
    run = lambda: graph.maxflow_value(data.ask["source"], data.ask["sink"], capacities)
    return run, lambda value: {"value": value}


@peer("flow", "networkit", links=150_000)
def _(data):
    import networkit
    import numpy as np

    networkit.setNumberOfThreads(1)
    pairs = (data.sources.astype(np.uint64), data.targets.astype(np.uint64))
    graph = networkit.GraphFromCoo((data.units.astype(float), pairs), n=data.count, weighted=True)
    graph.indexEdges()
    run = lambda: networkit.flow.EdmondsKarp(graph, data.ask["source"], data.ask["sink"]).run()
    return run, lambda found: {"value": found.getMaxFlow()}


@peer("flow", "networkx", links=80_000)
def _(data):
    import networkx

    graph = networkx.Graph()
    for one, other, units in zip(data.sources.tolist(), data.targets.tolist(), data.units.tolist()):
        graph.add_edge(one, other, capacity=units)
    method = networkx.algorithms.flow.preflow_push
    run = lambda: networkx.maximum_flow_value(
        graph, data.ask["source"], data.ask["sink"], flow_func=method
    )
    return run, lambda value: {"value": value}


# The least costs among 200 actors.


@peer("pairs-200", "scipy")
def _(data):
    from scipy.sparse.csgraph import dijkstra

    matrix, actors = data.matrix(data.weights), data.ask["actors"]
    return lambda: dijkstra(matrix, directed=True, indices=actors)[:, actors], table


@peer("pairs-200", "networkit")
def _(data):
    import networkit

    graph, actors = data.networkit(weights=True), data.ask["actors"]

    def run():
        search = networkit.distance.SPSP(graph, actors, actors).run()
        return search.getDistances()

    return run, table


@peer("pairs-200", "igraph")
def _(data):
    graph, actors = data.igraph(weights=True), data.ask["actors"]
    return lambda: graph.distances(source=actors, target=actors, weights="weight"), table


@peer("pairs-200", "rustworkx", links=300_000)
def _(data):
    import rustworkx

    graph, actors = data.rustworkx(), data.ask["actors"]

    def run():
        rows = []
        for actor in actors:
            found = rustworkx.dijkstra_shortest_path_lengths(graph, actor, float)
            rows.append([0.0 if one == actor else found[one] if one in found else 1e308 for one in actors])
        return rows

    return run, table


@peer("pairs-200", "networkx", links=80_000)
def _(data):
    import networkx

    graph, actors = data.networkx(), data.ask["actors"]

    def run():
        rows = []
        for actor in actors:
            found = networkx.single_source_dijkstra_path_length(graph, actor)
            rows.append([found.get(one, 1e308) for one in actors])
        return rows

    return run, table


# Communities: the partition is handed back, so that all are judged in the same way.


@peer("leiden", "igraph")
def _(data):
    import igraph

    graph = data.igraph()

    def run():
        random.seed(1)
        igraph.set_random_number_generator(random)
        return graph.community_leiden(objective_function="modularity", n_iterations=2)

    return run, lambda answer: {"groups": answer.membership}


@peer("leiden", "networkit")
def _(data):
    import networkit

    graph = data.networkit()
    networkit.setSeed(1, False)

    def run():
        return networkit.community.ParallelLeiden(graph, iterations=2).run().getPartition()

    return run, lambda partition: {"groups": partition.getVector()}


@peer("leiden", "networkit Louvain")
def _(data):
    import networkit

    graph = data.networkit()
    networkit.setSeed(1, False)
    run = lambda: networkit.community.PLM(graph, refine=False).run().getPartition()
    return run, lambda partition: {"groups": partition.getVector()}


@peer("leiden", "networkx Louvain", module="networkx")
def _(data):
    import networkx

    graph = data.networkx()

    def tell(answer):
        groups = [0] * data.count
        for number, members in enumerate(answer):
            for member in members:
                groups[member] = number
        return {"groups": groups}

    return lambda: networkx.community.louvain_communities(graph, weight=None, seed=1), tell


# The best loopless paths.


def igraph_paths(count):
    def make(data):
        graph = data.igraph(weights=True)
        weights = graph.es["weight"]
        ends = (data.ask["source"], data.ask["far"])
        run = lambda: graph.get_k_shortest_paths(*ends, k=count, weights="weight", output="epath")
        return run, lambda paths: costs([sum(weights[link] for link in path) for path in paths])

    return make


def networkx_paths(count):
    def make(data):
        import itertools
        import networkx

        graph = data.networkx()
        ends = (data.ask["source"], data.ask["far"])
        run = lambda: list(
            itertools.islice(networkx.shortest_simple_paths(graph, *ends, weight="weight"), count)
        )
        return run, lambda paths: costs([networkx.path_weight(graph, path, "weight") for path in paths])

    return make


for number in (10, 100):
    peer(f"paths-{number}", "igraph")(igraph_paths(number))
    peer(f"paths-{number}", "networkx", links=300_000)(networkx_paths(number))


def measured(run, repeats, budget):
    """Processor time of some runs, and the last answer."""
    times, answer = [], None
    while len(times) < repeats and (not times or sum(times) < budget):
        answer = None
        began = time.process_time()
        answer = run()
        times.append((time.process_time() - began) * 1000)
    return times, answer


def plain(value):
    return float(value) if not isinstance(value, list) else value


def run(options):
    library, most, make = PEERS[options.workload][options.peer]
    data = Data(options.links, options.questions)
    if most and data.links > most:
        print(json.dumps({"peer": options.peer, "left": f"above {most} links"}))
        return
    # The time of making its own form of the network counts for the limit, not for the result. The
    # limit is one of the clock: while a process has one of processor time, Linux tells the time that
    # was used in steps of some milliseconds only.
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    signal.alarm(max(1, round(options.limit)))
    work, tell = make(data)
    times, answer = measured(work, options.repeats, min(options.limit * 250, 12_000))
    check = {key: plain(value) for key, value in tell(answer).items()}
    groups = check.pop("groups", None)
    result = {"peer": options.peer, "times": times, "check": check}
    if groups:
        result["groups"] = groups
    print(json.dumps(result), flush=True)
    # Some of these libraries do not end well.
    os._exit(0)


def listed():
    found = {}
    absent = set()
    for workload, peers in PEERS.items():
        for name, (library, _, _) in peers.items():
            if importlib.util.find_spec(library):
                found.setdefault(workload, []).append(name)
            else:
                absent.add(library)
    for library in sorted(absent):
        print(f"network_peers: no {library} here; it is left out", file=sys.stderr)
    print(json.dumps(found))


def main():
    parser = argparse.ArgumentParser(description="Runs network algorithms of other libraries.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list")
    one = commands.add_parser("run")
    for name in ("workload", "peer", "links", "questions"):
        one.add_argument(name)
    one.add_argument("--repeats", type=int, default=7)
    one.add_argument("--limit", type=float, default=120)
    options = parser.parse_args()
    if options.command == "list":
        listed()
    else:
        run(options)


if __name__ == "__main__":
    main()
