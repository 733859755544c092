"""What an intruder may do to the rows of a record: each kind of attack draws itself at random.

Rule: an attack recomputes whatever can be computed without the bytes of the key: hashes without a
      key, counts, the line in the library, the marks that lie open; so it does half of the time.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from data import audit, queries
from data.audit import GROWING
from data.chain import split_marks
from tests.data.forging import library_line, manifest_hashes, move_marks, rechain
from tests.data.tampering import ENTRIES, OF_SESSIONS, Impossible, Intruder, Row, Target

Attack = Callable[[Intruder, str, random.Random], Target]


def flip(he: Intruder, table: str, dice: random.Random) -> Target:
    """One column of one row."""
    rows = he.rows(table)
    row = dice.choice(rows)
    facts = {str(one[1]): one for one in he.ask(f"PRAGMA table_info({table})")}
    name = dice.choice(sorted(facts))
    value = _another(row[name], [one[name] for one in rows], dice, may_be_null=not facts[name][3])
    target = he.target(table, row)
    after = {**row, name: value}
    if name in he.keys(table) and isinstance(value, int) and name != "session":
        target = he.target(table, row, after)
    if isinstance(value, bytes) and isinstance(row[name], str):
        he.set(table, row, **{name: ""})
        where, which = he.at(table, after if name in he.keys(table) else row)
        he.do(f"UPDATE {table} SET {name} = CAST(? AS TEXT) WHERE {where}", value, *which)
        return target
    he.set(table, row, **{name: value})
    if table in ENTRIES and dice.random() < 0.5 and name != "session":
        _cover_up(he, int(row["session"]))
    return target


def delete(he: Intruder, table: str, dice: random.Random) -> Target:
    row = dice.choice(he.rows(table))
    target = he.target(table, row)
    he.delete(table, row)
    if table in ENTRIES and dice.random() < 0.5:
        if dice.random() < 0.5:
            _renumber(he, int(row["session"]), int(row["seq"]), -1)
        _cover_up(he, int(row["session"]))
    return target


def insert_copy(he: Intruder, table: str, dice: random.Random) -> Target:
    """The copy of a row, under another number."""
    row = dict(dice.choice(he.rows(table)))
    if table in ENTRIES:
        return _insert_entry(he, table, row, dice)
    name = next(one for one in he.keys(table) if one != "session")
    last = max(int(one[name]) for one in he.rows(table))
    row[name] = dice.choice([last + 1, last + 1, last + 7, -1, 0])
    return _insert_other(he, table, row, dice)


def insert_new(he: Intruder, table: str, dice: random.Random) -> Target:
    """A row that could have been: the columns of several rows mixed."""
    rows = he.rows(table)
    row = {name: dice.choice(rows)[name] for name in rows[0]}
    if table in ENTRIES:
        return _insert_entry(he, table, row, dice)
    name = next(one for one in he.keys(table) if one != "session")
    last = max(int(one[name]) for one in rows)
    if table == "manifests":
        _as_a_manifest(he, row, dice)
    else:
        row[name] = last + 1
    return _insert_other(he, table, row, dice)


def swap(he: Intruder, table: str, dice: random.Random) -> Target:
    """Two rows exchange everything but their numbers."""
    rows = he.rows(table)
    if len(rows) < 2:
        raise Impossible(f"{table} has one row")
    one, other = dice.sample(rows, 2)
    if table in OF_SESSIONS:
        same = [row for row in rows if row["session"] == one["session"] and row != one]
        if not same:
            raise Impossible(f"{table} has one row of this session")
        other = dice.choice(same)
    keys = he.keys(table)
    target = he.target(table, one, other)
    for row in (one, other):
        he.delete(table, row)
    he.insert(table, {**one, **{key: other[key] for key in keys}})
    he.insert(table, {**other, **{key: one[key] for key in keys}})
    if table in ENTRIES and dice.random() < 0.5:
        _cover_up(he, int(one["session"]))
    return target


def move(he: Intruder, table: str, dice: random.Random) -> Target:
    """A row to another session."""
    if table not in OF_SESSIONS:
        raise Impossible(f"rows of {table} belong to no session")
    row = dice.choice(he.rows(table))
    session = dice.choice([n for n in (*he.ids, 77) if n != row["session"]])
    target = he.target(table, row)
    changed: dict[str, Any] = {"session": session}
    if table in ENTRIES and dice.random() < 0.5:
        changed["seq"] = _free_seq(he, session)
    he.set(table, row, **changed)
    if table in ENTRIES and dice.random() < 0.5 and session in he.ids:
        _cover_up(he, int(row["session"]))
        _cover_up(he, session)
    return target


def cut(he: Intruder, table: str, dice: random.Random) -> Target:
    """Everything behind one place goes, and what counts it is set back."""
    if table in ENTRIES:
        return _cut_session(he, table, dice)
    rows = he.rows(table)
    if table in OF_SESSIONS:
        session = dice.choice(rows)["session"]
        rows = [row for row in rows if row["session"] == session]
    gone = rows[dice.randrange(len(rows)) :]
    target = he.target(table, *gone)
    for row in gone:
        he.delete(table, row)
    if table == "links" and dice.random() < 0.7:
        move_marks(he, int(gone[0]["session"]), gone)
    elif table == "sessions" and dice.random() < 0.7:
        for row in gone:
            for one in OF_SESSIONS:
                he.do(f"DELETE FROM {one} WHERE session = ?", row["n"])
        target = Target(target.sessions, None, (*target.words, "audit chain was cut off"))
        _cut_audit(he, "session IN ({})", [str(row["id"]) for row in gone], dice)
    elif table == "audit":
        _set_end_back(he, dice)
    elif table in GROWING and dice.random() < 0.7:
        told = [f'%"row":{row["n"]},%"table":"{table}"%' for row in gone]
        _cut_audit(he, " OR ".join(["facts LIKE ?"] * len(told)), told, dice, as_it_is=True)
        target = Target(words=(*target.words, "audit chain was cut off"))
    return target


ATTACKS: dict[str, Attack] = {
    "flip": flip,
    "delete": delete,
    "insert a copy": insert_copy,
    "insert a new row": insert_new,
    "swap": swap,
    "move to another session": move,
    "cut the tail": cut,
}


# ---- what they are made of ----------------------------------------------------------------------


def _another(value: Any, others: list[Any], dice: random.Random, *, may_be_null: bool) -> Any:
    ways: list[Any] = [dice.choice(others)]
    if may_be_null:
        ways.append(None)
    if isinstance(value, int | float):
        ways += [value + 1, value - 1, -value, 0, value + dice.randrange(2, 90_000)]
        ways += [float(value), value + 0.001] if isinstance(value, float) else []
    elif isinstance(value, str):
        ways += [value + " ", value.upper(), value[:-1], "", "X", f" {value}", b"\xff\xfe"]
        ways += [value.replace(",", ", ", 1), value.replace("1", "2", 1)]
    elif isinstance(value, bytes):
        at = dice.randrange(len(value)) if value else 0
        flipped = bytes([*value[:at], (value[at] ^ 1) if value else 1, *value[at + 1 :]])
        ways += [flipped, flipped, value[:-1], b"", dice.randbytes(len(value))]
    else:
        ways += [0, 1.5, "", "X"]
    return dice.choice(ways)


def _insert_entry(he: Intruder, table: str, row: Row, dice: random.Random) -> Target:
    session = int(row["session"])
    ((last,),) = he.ask("SELECT last_seq FROM sessions WHERE n = ?", session)
    way = dice.choice(["behind", "far behind", "before", "same number", "in between"])
    seq = {"behind": last + 1, "far behind": last + 500, "before": -1}.get(
        way, dice.randrange(last)
    )
    row["seq"] = seq
    if row in he.rows(table):
        raise Impossible("the same line twice is one line that the next ones follow")
    if way == "in between":
        _renumber(he, session, seq - 1, +1)
    he.insert(table, row)
    if dice.random() < 0.5:
        _cover_up(he, session)
    return he.target(table, row)


def _insert_other(he: Intruder, table: str, row: Row, dice: random.Random) -> Target:
    if table == "sessions":
        row["id"] = f"s-{dice.randrange(10**6)}"
        he.ids[int(row["n"])] = str(row["id"])
        if dice.random() < 0.5:
            row |= {"keyed": 0, "seal": None}
        if dice.random() < 0.5:
            row |= {"opened_ms": None, "ended_ms": None, "items": 0, "tail": b"", "last_seq": -1}
    if table == "layouts":
        row["text"] = str(row["text"]) + str(dice.randrange(9))
    target = he.target(table, row)
    if table == "audit":  # with a number far behind the last, it is the next that is missing
        next_n = max(int(one["n"]) for one in he.rows(table)) + 1
        target = he.target(table, {**row, "n": min(int(row["n"]), next_n)})
    he.insert(table, row)
    if table == "sessions":
        rechain(he, int(row["n"]), keyed=bool(row["keyed"]))
    if table == "audit" and dice.random() < 0.7:
        _set_end_back(he, dice)
    return target


def _as_a_manifest(he: Intruder, row: Row, dice: random.Random) -> None:
    """One that says that the session was once sealed where a link happens to be."""
    link = dice.choice(he.rows("links", "WHERE session = ?", row["session"]))
    row |= {"items": link["items"], "head": link["head"]}
    row["last_seq"], row["sha256"] = manifest_hashes(he, int(row["session"]))[int(link["items"])]
    if dice.random() < 0.3:
        row |= {"head": None, "sha256": link["head"]}  # as before schema 2.0


def _renumber(he: Intruder, session: int, behind: int, by: int) -> None:
    """Close the gap, or make one: nothing is said to be missing or to be there twice."""
    for table in ENTRIES:
        sql = f"UPDATE {table} SET seq = -1000000 - seq WHERE session = ? AND seq > ?"
        he.do(sql, session, behind)
        sql = f"UPDATE {table} SET seq = -1000000 - seq + ? WHERE session = ? AND seq < -900000"
        he.do(sql, by, session)


def _free_seq(he: Intruder, session: int) -> int:
    last = [
        int(he.ask(f"SELECT coalesce(max(seq), -1) FROM {one} WHERE session = ?", session)[0][0])
        for one in ENTRIES
    ]
    return max(last) + 1


def _cover_up(he: Intruder, session: int) -> None:
    """The library's line and the manifests say what the rows say now."""
    library_line(he, session)
    hashes = manifest_hashes(he, session)
    for row in he.ask("SELECT items FROM manifests WHERE session = ?", session):
        if row[0] in hashes:
            he.do(
                "UPDATE manifests SET sha256 = ? WHERE session = ? AND items = ?",
                *(hashes[row[0]][1], session, row[0]),
            )


def _cut_session(he: Intruder, table: str, dice: random.Random) -> Target:
    """The end of a session: of this table only, or of all, set back to what a link says."""
    row = dice.choice(he.rows(table))
    session, seq = int(row["session"]), int(row["seq"])
    if dice.random() < 0.3:
        he.do(f"DELETE FROM {table} WHERE session = ? AND seq >= ?", session, seq)
        return he.target(table, row)
    links = he.rows("links", "WHERE session = ?", session)
    link = dice.choice(links)
    items = list(queries.items(he.connection, session, he.ids[session]))
    keep = int(link["items"])
    if dice.random() < 0.5:
        keep = dice.randrange(1, len(items))
    for item in items[keep:]:
        if item.seq is None:
            he.do("DELETE FROM anchors WHERE session = ? AND n = ?", session, item.row.values[0])
        else:
            he.do(f"DELETE FROM {item.row.table} WHERE session = ? AND seq = ?", session, item.seq)
    whole = [one for one in links if int(one["items"]) <= keep]
    ((tail,),) = he.ask("SELECT tail FROM sessions WHERE n = ?", session)
    marks = split_marks(b"".join(one["marks"] for one in links) + tail)
    at = int(whole[-1]["items"]) if whole else 0
    he.do("DELETE FROM links WHERE session = ? AND items > ?", session, keep)
    he.do("DELETE FROM manifests WHERE session = ? AND items > ?", session, keep)
    he.do(
        "UPDATE sessions SET head = ?, items = ?, tail = ? WHERE n = ?",
        *(whole[-1]["head"] if whole else b"", keep, b"".join(marks[at:keep]), session),
    )
    library_line(he, session)
    return Target(frozenset({he.ids[session]}))


def _cut_audit(
    he: Intruder, where: str, values: list[str], dice: random.Random, *, as_it_is: bool = False
) -> None:
    """From the first line on that tells of it."""
    sql = where if as_it_is else where.format(", ".join("?" * len(values)))
    ((first,),) = he.ask(f"SELECT min(n) FROM audit WHERE {sql}", *values)
    he.do("DELETE FROM audit WHERE n >= ?", first)
    _set_end_back(he, dice)


def _set_end_back(he: Intruder, dice: random.Random) -> None:
    n, head = audit.last(he.connection)
    he.do("UPDATE audit_end SET n = ?", n)
    if dice.random() < 0.5:
        he.do("UPDATE audit_end SET seal = ?", audit.end_seal(None, n, head))
