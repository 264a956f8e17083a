"""Figures by independent libraries, for Tests/AnalyticsTests/IndependentTests.swift. Made once with

    python3 -m venv venv && venv/bin/pip install numpy scipy lifelines && venv/bin/python vectors.py > vectors.json
"""
import json
import warnings

import numpy
from lifelines import KaplanMeierFitter
from scipy import stats

warnings.filterwarnings("ignore")
chance = numpy.random.default_rng(20261128)


def gini(counts):
    """By the mean absolute difference of all pairs."""
    x = numpy.array(counts, dtype=float)
    if len(x) < 2 or x.sum() == 0:
        return None
    return float(numpy.abs(x[:, None] - x[None, :]).sum() / (2 * len(x) ** 2 * x.mean()))


def spread(counts):
    x = numpy.array(counts)
    entropy = float(stats.entropy(x[x > 0])) if x.sum() else None
    return {"counts": counts, "gini": gini(counts), "entropy": entropy,
            "evenness": entropy / float(numpy.log(len(x))) if entropy is not None and len(x) > 1 else None}


def dealt(people, units, times=200_000):
    """The mean Gini of dealing units out to people by chance, with its standard error."""
    dealt = numpy.sort(chance.multinomial(units, [1 / people] * people, size=times), axis=1)
    weights = 2 * numpy.arange(1, people + 1) - people - 1
    each = (dealt * weights).sum(axis=1) / (people * units)
    return {"people": people, "units": units, "gini": float(each.mean()),
            "error": float(each.std() / numpy.sqrt(times))}


def survival(n, late):
    entry = chance.uniform(0, 30, n) if late else numpy.zeros(n)
    exit = entry + chance.exponential(40, n) + 0.5
    gone = chance.random(n) < 0.6
    fitter = KaplanMeierFitter(alpha=0.05)
    fitter.fit(exit, gone, entry=entry if late else None)
    table, interval = fitter.event_table, fitter.confidence_interval_
    steps = []
    for time in sorted(set(exit[gone])):
        s = float(fitter.survival_function_at_times(time).iloc[0])
        low, high = (float(v) for v in interval.loc[time])
        at_risk = int(((entry < time) & (exit >= time)).sum())
        assert at_risk == int(table.loc[time, "at_risk"]) or late
        steps.append({"time": float(time), "atRisk": at_risk, "survival": s,
                      "low": low if 0 < s < 1 else None, "high": high if 0 < s < 1 else None})
    return {"entry": entry.tolist(), "exit": exit.tolist(), "gone": gone.tolist(), "steps": steps}


def paired(n, shift):
    first = chance.integers(1, 6, n)
    second = numpy.clip(first + chance.integers(-1, 2 + shift, n), 1, 5)
    d = second - first
    half = stats.t.ppf(0.975, n - 1) * d.std(ddof=1) / numpy.sqrt(n)
    test = stats.wilcoxon(d, zero_method="wilcox", method=stats.PermutationMethod(n_resamples=numpy.inf))
    return {"first": first.tolist(), "second": second.tolist(), "mean": float(d.mean()),
            "deviation": float(d.std(ddof=1)), "dz": float(d.mean() / d.std(ddof=1)),
            "dav": float(d.mean() / ((first.std(ddof=1) + second.std(ddof=1)) / 2)),
            "low": float(d.mean() - half), "high": float(d.mean() + half), "wilcoxon": float(test.pvalue)}


def wilson(taken, of):
    interval = stats.binomtest(taken, of).proportion_ci(0.95, method="wilson")
    return {"taken": taken, "of": of, "low": float(interval.low), "high": float(interval.high)}


print(json.dumps({
    "spreads": [spread(c) for c in (
        [3, 2, 0, 0], [5], [0, 0, 0], [1, 1, 1, 1], [9, 0, 0, 0, 0, 0], chance.poisson(3, 14).tolist(),
        chance.geometric(0.1, 40).tolist(), chance.integers(0, 3000, 25).tolist())],
    "dealt": [dealt(*case) for case in ((2, 1), (2, 7), (4, 5), (8, 20), (12, 40), (30, 100), (40, 3))],
    "survivals": [survival(n, late) for n, late in ((6, False), (14, False), (40, False), (14, True), (60, True))],
    "pairs": [paired(n, shift) for n, shift in ((10, 0), (12, 1), (14, 1))],
    "wilsons": [wilson(*case) for case in ((5, 8), (8, 12), (4, 9), (0, 6), (7, 7), (31, 100))],
    "quantiles": [{"degrees": df, "t": float(stats.t.ppf(0.975, df))} for df in (1, 2, 7, 11, 19, 100)],
}, indent=1))
