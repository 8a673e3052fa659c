"""Tables of results worked out by hand."""

import json

import pytest

from tests.benchmarks import table


def benchmark(name: str, least: float, **extra: float) -> dict[str, object]:
    stats = {"min": least, "median": 2 * least, "rounds": 5}
    return {"group": "A group", "name": name, "stats": stats, "extra_info": extra}


def test_each_row_gives_one_item_and_its_ratio() -> None:
    rows = [
        table.result(benchmark("ours", 0.05, digits=1000)),  # 50 µs each, 20,000 a second
        table.result(benchmark("theirs", 0.125, digits=1000)),  # 125 µs, 8,000, 2.5 times
    ]
    assert list(table.table(rows)) == [
        "|  | one digit, best | median | digits a second | time, of the first row's |",
        "|---|---|---|---|---|",
        "| ours | 50 µs | 100 µs | 20,000 | 1.00 |",
        "| theirs | 125 µs | 250 µs | 8,000 | 2.50 |",
    ]


def test_memory_has_a_column_if_it_was_measured() -> None:
    row = table.result(benchmark("1 × the data", 2.0, **{"digits": 4, table.MEMORY: 70}))
    assert list(table.table([row]))[2] == "| 1 × the data | 500 ms | 1 s | 2 | 1.00 | 70 MB |"


@pytest.mark.parametrize(
    ("value", "words"),
    [(12.345, "12.3 s"), (0.9996, "1000 ms"), (0.0452, "45.2 ms"), (7.14e-5, "71.4 µs")],
)
def test_times_have_a_suitable_unit(value: float, words: str) -> None:
    assert table.seconds(value).replace(",", "") == words


def test_the_page_shows_the_recorded_results() -> None:
    results = json.loads(table.RESULTS.read_text("utf-8"))
    shown = table.PAGE.read_text("utf-8").split(table.BEGIN)[1].split(table.END)[0]
    assert shown.strip() == table.page(results)
