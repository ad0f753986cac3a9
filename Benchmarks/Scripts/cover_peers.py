#!/usr/bin/env python3
"""Solves set covers with HiGHS and CP-SAT, one thread, and prints a JSON line for each.

  cover_peers.py [--limit SECONDS] [--peers highs,cpsat] FILE ...

A FILE is in the format of the OR-Library (rows, columns, costs, then for each row its columns
from 1), or a table `actor,cell` whose sets cost 1 each. A peer that is not installed is left out.
The time is processor time of solving; reading the file and making the model are not counted.
"""
import argparse
import json
import os
import resource


def read(path):
    with open(path) as file:
        text = file.read()
    if text.startswith("actor,cell"):
        pairs = [tuple(map(int, line.split(","))) for line in text.split("\n")[1:] if line]
        columns = 1 + max(a for a, _ in pairs)
        rows = [[] for _ in range(1 + max(c for _, c in pairs))]
        for actor, cell in pairs:
            rows[cell].append(actor)
        return [1] * columns, rows
    numbers = iter(map(int, text.split()))
    row_count, column_count = next(numbers), next(numbers)
    costs = [next(numbers) for _ in range(column_count)]
    return costs, [[next(numbers) - 1 for _ in range(next(numbers))] for _ in range(row_count)]


def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def highs(costs, rows, limit):
    import highspy
    import numpy as np

    solver = highspy.Highs()
    for name, value in (
        ("output_flag", False),
        ("time_limit", limit),
        ("threads", 1),
        ("parallel", "off"),
        ("mip_rel_gap", 0.0),
    ):
        solver.setOptionValue(name, value)
    n, m = len(costs), len(rows)
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = n, m
    lp.col_cost_ = np.array(costs, float)
    lp.col_lower_, lp.col_upper_ = np.zeros(n), np.ones(n)
    lp.row_lower_, lp.row_upper_ = np.ones(m), np.full(m, highspy.kHighsInf)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * n
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0] + [len(row) for row in rows]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([c for row in rows for c in row], np.int32)
    lp.a_matrix_.value_ = np.ones(len(lp.a_matrix_.index_))
    solver.passModel(lp)
    began = used()
    solver.run()
    info = solver.getInfo()
    proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return info.objective_function_value, info.mip_dual_bound, proved, info.mip_node_count, used() - began


def cpsat(costs, rows, limit):
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    taken = [model.new_bool_var("") for _ in costs]
    for row in rows:
        model.add_bool_or([taken[c] for c in row])
    model.minimize(sum(cost * x for cost, x in zip(costs, taken)))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = 1
    # Without this clauses stay out of its linear relaxation, and nothing is ever proved.
    solver.parameters.linearization_level = 2
    began = used()
    status = solver.solve(model)
    proved = status == cp_model.OPTIMAL
    return solver.objective_value, solver.best_objective_bound, proved, solver.num_branches, used() - began


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--peers", default="highs,cpsat")
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()
    peers = {"highs": highs, "cpsat": cpsat}
    for path in options.files:
        costs, rows = read(path)
        for name in options.peers.split(","):
            try:
                found = peers[name](costs, rows, options.limit)
            except ImportError:
                continue
            objective, bound, proved, nodes, seconds = found
            print(
                json.dumps(
                    {
                        "instance": os.path.basename(path),
                        "peer": name,
                        "objective": round(objective),
                        "bound": bound,
                        "proved": proved,
                        "nodes": nodes,
                        "seconds": round(seconds, 3),
                    }
                ),
                flush=True,
            )


if __name__ == "__main__":
    main()
