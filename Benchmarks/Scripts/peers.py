"""Runs the peers of pillar-benchmarks on the same data, and compares.

  peers.py run FOLDER COLLECTION [NAME]    a JSON line for each workload, or those named, and peer
  peers.py ratios PILLAR.json PEERS.jsonl  Pillar / best peer, and whether the answers agree

FOLDER holds the tables that `pillar-benchmarks --tables FOLDER` writes, COLLECTION the files that
it writes with `--folder`. Times are processor time on one thread, the median of the runs. Each
peer gets its data in the form it likes best before the clock starts.
"""
import csv, importlib.util, itertools, json, os, resource, statistics, subprocess, sys

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS"):
    os.environ[name] = "1"

PEERS = []


def peer(workload, name, *modules):
    def add(function):
        PEERS.append((workload, name, modules, function))
        return function
    return add


def processor_time():
    # With that of programs that were run and have ended.
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def table(name):
    import numpy as np
    return np.loadtxt(f"{TABLES}/{name}.csv", delimiter=",", skiprows=1, dtype=np.int64, ndmin=2)


# Loading: a peer reads the same file of facts that Pillar reads, as a table of text; only networkx
# makes a graph of it. Pillar reads the other files too, checks every id and builds the graph.

FACTS = "assistance.csv"


@peer("load", "polars", "polars")
def _():
    import polars
    read = lambda: polars.read_csv(f"{COLLECTION}/{FACTS}", infer_schema_length=0)
    return read, lambda frame: {"facts": len(frame)}


@peer("load", "pandas", "pandas")
def _():
    import pandas
    read = lambda: pandas.read_csv(f"{COLLECTION}/{FACTS}", dtype=str)
    return read, lambda frame: {"facts": len(frame)}


@peer("load", "pyarrow", "pyarrow")
def _():
    import pyarrow, pyarrow.csv
    pyarrow.set_cpu_count(1)
    read = lambda: pyarrow.csv.read_csv(f"{COLLECTION}/{FACTS}")
    return read, lambda frame: {"facts": frame.num_rows}


@peer("load", "networkx", "networkx")
def _():
    import networkx
    ends = ("providers", "measure", "form", "inhibitor", "case", "recipient")

    def read():
        graph = networkx.MultiDiGraph()
        for kind in sorted(os.listdir(f"{COLLECTION}/nodes")):
            for row in csv.DictReader(open(f"{COLLECTION}/nodes/{kind}", newline="")):
                graph.add_node(row["id"], **row)
        for row in csv.DictReader(open(f"{COLLECTION}/{FACTS}", newline="")):
            graph.add_node(row["id"], **row)
            for end in ends:
                for node in row[end].split(" | ") if row[end] else ():
                    graph.add_edge(row["id"], node, end)
        for kind in sorted(os.listdir(f"{COLLECTION}/relations")):
            for row in csv.DictReader(open(f"{COLLECTION}/relations/{kind}", newline="")):
                graph.add_edge(row["from"], row["to"], **row)
        return graph
    return read, lambda graph: {"nodes": len(graph), "edges": graph.number_of_edges()}


# Importing: a peer reads the same table of who does what where, and then counts the distinct facts
# after names were folded as far as the data need it. Pillar recognizes the columns, folds names in
# every script, keeps the rows of each fact, makes nodes and edges, checks and writes the collection.

FACT_COLUMNS = ["Organization", "Implementing Partner", "Donor", "Cluster", "Activity",
                "Admin3 Pcode", "Start Date", "End Date", "Status"]


@peer("table-parse", "wc -l")
def _():
    count = lambda: subprocess.run(["wc", "-l", f"{TABLES}/field-table.csv"], check=True,
                                   capture_output=True, text=True).stdout
    # The headings and the tags are lines, too.
    return count, lambda text: {"rows": int(text.split()[0]) - 2}


@peer("table-parse", "polars", "polars")
def _():
    import polars
    read = lambda: polars.read_csv(f"{TABLES}/field-table.csv", infer_schema_length=0)
    return read, lambda frame: {"rows": len(frame) - 1}


@peer("table-parse", "pandas", "pandas")
def _():
    import pandas
    read = lambda: pandas.read_csv(f"{TABLES}/field-table.csv", dtype=str)
    return read, lambda frame: {"rows": len(frame) - 1}


@peer("table-import", "polars", "polars")
def _():
    import polars

    def run():
        frame = polars.read_csv(f"{TABLES}/field-table.csv", infer_schema_length=0).slice(1)
        folded = frame.with_columns(
            polars.col(name).str.to_lowercase().str.replace_all(r"\s+", " ").str.strip_chars()
            for name in FACT_COLUMNS[:2])
        facts = folded.group_by(FACT_COLUMNS).agg(
            polars.len(), polars.col("Reached").cast(polars.Int64).sum())
        return len(frame), len(facts)
    return run, lambda counts: {"rows": counts[0], "facts": counts[1]}


@peer("table-import", "pandas", "pandas")
def _():
    import pandas

    def run():
        frame = pandas.read_csv(f"{TABLES}/field-table.csv", dtype=str, skiprows=[1])
        for name in FACT_COLUMNS[:2]:
            frame[name] = (frame[name].str.lower().str.replace(r"\s+", " ", regex=True).str.strip())
        frame["Reached"] = frame["Reached"].astype(int)
        facts = frame.groupby(FACT_COLUMNS, dropna=False).agg({"Reached": ["size", "sum"]})
        return len(frame), len(facts)
    return run, lambda counts: {"rows": counts[0], "facts": counts[1]}


# Activities: a peer reads the file as a stream, as Pillar does, and drops each activity when it is
# done; Pillar makes values of everything that an import needs, of which the peer takes the amounts.

@peer("activities-read", "lxml", "lxml")
def _():
    from lxml import etree

    def run():
        activities, transactions, amount = 0, 0, 0.0
        for _, element in etree.iterparse(f"{TABLES}/activities.xml", tag="iati-activity"):
            activities += 1
            for value in element.iterfind("transaction/value"):
                transactions += 1
                amount += float(value.text)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
        return {"activities": activities, "transactions": transactions, "amount": amount}
    return run, lambda sums: sums


@peer("activities-read", "ElementTree")
def _():
    from xml.etree import ElementTree

    def run():
        activities, transactions, amount = 0, 0, 0.0
        for _, element in ElementTree.iterparse(f"{TABLES}/activities.xml"):
            if element.tag == "iati-activity":
                activities += 1
                for value in element.iterfind("transaction/value"):
                    transactions += 1
                    amount += float(value.text)
                element.clear()
        return {"activities": activities, "transactions": transactions, "amount": amount}
    return run, lambda sums: sums


# Coverage: the distinct providers of each case and inhibitor, by name or through the measure.


def coverage_check(cells, named, size):
    """cells: providers of each cell that has any; named: those of them that are named."""
    import numpy as np
    return {
        "providers": int(cells.sum()), "nobody": int(size - len(cells)),
        "unnamed-only": int((named == 0).sum()), "one": int(((cells == 1) & (named > 0)).sum()),
        "several": int(((cells > 1) & (named > 0)).sum()),
    }


def coverage_peers(workload, bases, modalities):
    @peer(workload, "numpy", "numpy")
    def _():
        import numpy as np
        facts, providers, inhibitors = table("facts"), table("providers"), table("inhibitors")
        strengthens, actors = table("strengthens"), table("actors")
        rows, columns = len(table("cases")), len(table("columns"))
        case, measure, basis, modality = (np.ascontiguousarray(facts[:, i]) for i in (1, 2, 3, 4))
        provider_of, provider = (np.ascontiguousarray(providers[:, i]) for i in (0, 1))
        inhibitor_of, inhibitor = (np.ascontiguousarray(inhibitors[:, i]) for i in (0, 1))
        strengthens = strengthens[np.argsort(strengthens[:, 0], kind="stable")]
        first = np.searchsorted(strengthens[:, 0], np.arange(measure.max() + 2))
        reached, link_basis = strengthens[:, 1].copy(), strengthens[:, 2].copy()
        provider_start = np.searchsorted(provider_of, np.arange(len(facts) + 1))
        named, count = actors[:, 1].copy(), len(actors)
        allowed = np.zeros(8, bool)
        allowed[list(modalities)] = True

        def expand(starts, counts):
            return np.repeat(starts - np.r_[0, np.cumsum(counts)[:-1]], counts) + np.arange(counts.sum())

        def run():
            usable = (case >= 0) & (basis < bases) & allowed[modality]
            direct = usable[inhibitor_of]
            fact, column = inhibitor_of[direct], inhibitor[direct]
            through = np.flatnonzero(usable & (measure >= 0))
            starts = first[measure[through]]
            counts = first[measure[through] + 1] - starts
            link = expand(starts, counts)
            derived, derived_column = np.repeat(through, counts), reached[link]
            kept = link_basis[link] < bases
            fact = np.concatenate((fact, derived[kept]))
            cell = case[fact] * columns + np.concatenate((column, derived_column[kept]))
            starts = provider_start[fact]
            counts = provider_start[fact + 1] - starts
            key = np.repeat(cell, counts) * count + provider[expand(starts, counts)]
            key.sort()
            key = key[np.r_[True, key[1:] != key[:-1]]]
            cell = key // count
            return (np.bincount(cell, minlength=rows * columns),
                    np.bincount(cell, weights=named[key - cell * count], minlength=rows * columns))

        def check(answer):
            total, named = answer
            return coverage_check(total[total > 0], named[total > 0], rows * columns)
        return run, check

    @peer(workload, "polars", "polars", "numpy")
    def _():
        import polars as pl
        read = lambda name: pl.read_csv(f"{TABLES}/{name}.csv").cast(pl.Int32)
        facts, providers, inhibitors = read("facts"), read("providers"), read("inhibitors")
        strengthens, actors = read("strengthens").rename({"basis": "link"}), read("actors")
        size = len(read("cases")) * len(read("columns"))

        def run():
            used = facts.lazy().filter(
                (pl.col("case") >= 0) & (pl.col("basis") < bases)
                & pl.col("modality").is_in(list(modalities)))
            direct = used.join(inhibitors.lazy(), on="fact").select("fact", "case", "inhibitor")
            derived = (used.join(strengthens.lazy(), on="measure")
                       .filter(pl.col("link") < bases).select("fact", "case", "inhibitor"))
            return (pl.concat((direct, derived)).join(providers.lazy(), on="fact")
                    .select("case", "inhibitor", "provider").unique()
                    .join(actors.lazy(), left_on="provider", right_on="actor")
                    .group_by("case", "inhibitor")
                    .agg(pl.len().alias("providers"), pl.col("named").sum()).collect())
        return run, lambda t: coverage_check(
            t["providers"].to_numpy(), t["named"].to_numpy(), size)

    @peer(workload, "duckdb", "duckdb", "numpy")
    def _():
        import duckdb
        con = duckdb.connect()
        con.execute("SET threads=1")
        for name in ("facts", "providers", "inhibitors", "strengthens", "actors"):
            con.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv('{TABLES}/{name}.csv')")
        size = len(table("cases")) * len(table("columns"))
        words = ",".join(map(str, modalities))
        query = f"""
            WITH used AS (SELECT * FROM facts WHERE "case">=0 AND basis<{bases} AND modality IN ({words})),
            entries AS (
              SELECT fact, "case", inhibitor FROM used JOIN inhibitors USING (fact)
              UNION ALL SELECT fact, "case", inhibitor FROM used
                JOIN strengthens s ON used.measure=s.measure WHERE s.basis<{bases}),
            pairs AS (SELECT DISTINCT "case", inhibitor, provider FROM entries JOIN providers USING (fact))
            SELECT count(*) providers, sum(named) named FROM pairs JOIN actors ON provider=actor
            GROUP BY "case", inhibitor"""
        return (lambda: con.execute(query).fetchnumpy()), lambda t: coverage_check(
            t["providers"], t["named"], size)


coverage_peers("coverage-strict", 1, [0])
coverage_peers("coverage-wide", 4, range(8))


# Paths: the peers get the network ready made; Pillar makes it from the graph for each question.

def path_check(costs):
    return {"paths": sum(map(len, costs)), "cost": sum(map(sum, costs)),
            "last": sum(c[-1] for c in costs if c)}


def path_peers(count):
    @peer(f"paths-{count}", "igraph", "igraph", "numpy")
    def _():
        import igraph
        links, pairs = table("links"), table("pairs").tolist()
        graph = igraph.Graph(int(links[:, :2].max()) + 1, links[:, :2])
        graph.es["cost"] = weights = (links[:, 2] / 2).tolist()
        run = lambda: [graph.get_k_shortest_paths(a, b, k=count, weights="cost", output="epath")
                       for a, b in pairs]
        return run, lambda found: path_check(
            [[sum(weights[e] for e in path) for path in paths] for paths in found])

    @peer(f"paths-{count}", "networkx", "networkx", "numpy")
    def _():
        import networkx
        links, pairs = table("links").tolist(), table("pairs").tolist()
        graph = networkx.Graph()
        graph.add_weighted_edges_from((a, b, c / 2) for a, b, c in links)
        run = lambda: [list(itertools.islice(
            networkx.shortest_simple_paths(graph, a, b, weight="weight"), count)) for a, b in pairs]
        return run, lambda found: path_check(
            [[networkx.path_weight(graph, p, "weight") for p in paths] for paths in found])

    if count > 1:
        return

    @peer("paths-1", "rustworkx", "rustworkx", "numpy")
    def _():
        import rustworkx
        links, pairs = table("links").tolist(), table("pairs").tolist()
        graph = rustworkx.PyGraph()
        graph.add_nodes_from(range(max(max(a, b) for a, b, _ in links) + 1))
        graph.add_edges_from([(a, b, c / 2) for a, b, c in links])
        run = lambda: [rustworkx.dijkstra_shortest_path_lengths(graph, a, float, goal=b)[b]
                       for a, b in pairs]
        return run, lambda found: path_check([[cost] for cost in found])

    @peer("paths-1", "networkit", "networkit", "numpy")
    def _():
        import networkit, numpy as np
        networkit.setNumberOfThreads(1)
        links, pairs = table("links"), table("pairs").tolist()
        graph = networkit.GraphFromCoo(
            (links[:, 2] / 2, (links[:, 0].astype(np.uint64), links[:, 1].astype(np.uint64))),
            n=int(links[:, :2].max()) + 1, weighted=True, directed=False)

        def one(a, b):
            search = networkit.distance.BidirectionalDijkstra(graph, a, b)
            search.run()
            return search.getDistance()
        return (lambda: [one(a, b) for a, b in pairs]), lambda found: path_check(
            [[cost] for cost in found])


path_peers(1)
path_peers(10)


def run_all(wanted):
    for workload, name, modules, prepare in PEERS:
        if wanted and workload not in wanted:
            continue
        missing = [module for module in modules if not importlib.util.find_spec(module)]
        if missing:
            print(f"peers: {name} is left out of {workload}: no {', '.join(missing)}", file=sys.stderr)
            continue
        # A process for each, so that one peer's memory and threads are not another one's.
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                run, check = prepare()
                times, answer = [], None
                while len(times) < 3 or (len(times) < 7 and sum(times) < 5):
                    answer = None
                    start = processor_time()
                    answer = run()
                    times.append(processor_time() - start)
                    if times[0] > 60:
                        break
                result = {"workload": workload, "peer": name, "median": statistics.median(times) * 1e3,
                          "minimum": min(times) * 1e3, "repeats": len(times), "check": check(answer)}
                os.write(writer, json.dumps(result).encode())
            except BaseException as error:
                print(f"peers: {name} failed in {workload}: {error!r}", file=sys.stderr)
            finally:
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            line = pipe.read()
        os.waitpid(child, 0)
        if line:
            print(line, flush=True)


def ratios(pillar, peers):
    pillar = {r["workload"]: r for r in json.load(open(pillar))["results"]}
    peers = [json.loads(line) for line in open(peers)]
    disagree = 0
    print(f"{'workload':<18}{'Pillar ms':>10}  {'peer':<12}{'peer ms':>10}{'ratio':>8}"
          f"{'Pillar MB/s':>13}{'peer MB/s':>11}  answers")
    for workload, own in pillar.items():
        rivals = sorted((p for p in peers if p["workload"] == workload), key=lambda p: p["median"])
        size = own["check"].get("bytes")
        speed = lambda ms: f"{size / 1e3 / ms:.1f}" if size and ms > 0 else "-"
        for place, rival in enumerate(rivals):
            keys = [k for k in rival["check"] if k in own["check"]]
            wrong = [k for k in keys if abs(rival["check"][k] - own["check"][k]) > 1e-6]
            disagree += len(wrong)
            words = f"differ in {', '.join(wrong)}" if wrong else "agree" if keys else "-"
            ratio = f"{own['median'] / rival['median']:.2f}" if rival["median"] > 0 else "-"
            print(f"{workload if place == 0 else '':<18}{own['median']:>10.1f}  {rival['peer']:<12}"
                  f"{rival['median']:>10.1f}{ratio:>8}{speed(own['median']):>13}"
                  f"{speed(rival['median']):>11}  {words}"
                  f"{'  <- best peer' if place == 0 else ''}")
        if not rivals:
            print(f"{workload:<18}{own['median']:>10.1f}  no peer{speed(own['median']):>36}")
    return 1 if disagree else 0


if __name__ == "__main__":
    if len(sys.argv) >= 4 and sys.argv[1] == "run":
        TABLES, COLLECTION = sys.argv[2:4]
        run_all(sys.argv[4:])
    elif len(sys.argv) == 4 and sys.argv[1] == "ratios":
        sys.exit(ratios(*sys.argv[2:]))
    else:
        sys.exit(__doc__)
