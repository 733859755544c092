"""`chairside train`: a lesson with a simulated patient, and what it was worth."""

from __future__ import annotations

import json
from dataclasses import replace

import click

from devices.simulated.scenario.scenario import Scenario, scenario_named, scenario_names
from ui.commands.demo import want_display
from ui.crash_report import watch
from ui.debrief.past import Past, PastTrainings
from ui.debrief.past import as_json as as_json_of
from ui.debrief.text import text_of
from ui.places import training_path
from ui.scenario_title import title_of
from ui.words import say

FIRST_LESSON = "S4"
LEARNER = "Nurse 1"
SEED = 1


@click.command(
    epilog="Example: chairside train --scenario S5; after it chairside train --debrief last"
)
@click.option(
    "--scenario", "name", metavar="NAME", help=f"The lesson; {FIRST_LESSON} when not given."
)
@click.option("--learner", metavar="NAME", default=LEARNER, show_default=True)
@click.option(
    "--speed",
    type=click.FloatRange(1, 60),
    default=10.0,
    show_default=True,
    metavar="N",
    help="So fast until the first alarm sounds; from then on as on the wall.",
)
@click.option("--seed", type=int, default=SEED, show_default=True, metavar="K")
@click.option(
    "--driver",
    "drivers",
    multiple=True,
    metavar="NAME",
    help="A monitor at the chair, in place of the lesson's own; again for more.",
)
@click.option("--no-instructor", is_flag=True, help="Without the second window.")
@click.option("--language", type=click.Choice(["en", "de"]), help="English or German.")
@click.option("--debrief", metavar="ID", help="Say what a training was worth; «last» the newest.")
@click.option("--json", "as_json", is_flag=True, help="With --debrief or --list: for programs.")
@click.option("--list", "listed", is_flag=True, help="The lessons, and the trainings so far.")
def train(
    name: str | None,
    learner: str,
    speed: float,
    seed: int,
    drivers: tuple[str, ...],
    no_instructor: bool,
    language: str | None,
    debrief: str | None,
    as_json: bool,
    listed: bool,
) -> None:
    """Learn with a simulated patient: a lesson, an instructor's window, a debrief.

    Trainings are kept in a record of their own and are no patients.
    """
    if listed and debrief is not None:
        raise click.UsageError("--list and --debrief are two questions; ask one")
    if as_json and not (listed or debrief is not None):
        raise click.UsageError("--json goes with --debrief or --list")
    if listed:
        _list(as_json=as_json)
        return
    if debrief is not None:
        _debrief(debrief, as_json=as_json)
        return
    spoken = language or click.get_current_context().obj
    scenario = _lesson(name or FIRST_LESSON, drivers)
    want_display()
    watch()
    pace = (speed, seed)
    code = _open(scenario, learner.strip() or LEARNER, pace, spoken, alone=no_instructor)
    click.get_current_context().exit(code)


def _lesson(name: str, drivers: tuple[str, ...]) -> Scenario:
    """Raises `UnknownDriver` for a monitor that there is not."""
    from devices.simulated.monitors.catalogue import (  # noqa: PLC0415 -- only where one is named
        maker_named,
    )

    scenario = scenario_named(name)
    if scenario.lesson is None:
        raise click.UsageError(say("training-no-lesson", scenario.name))
    for driver in drivers:
        maker_named(driver)
    if len(set(drivers)) < len(drivers):
        raise click.UsageError("--driver names one monitor twice")
    return replace(scenario, drivers=drivers) if drivers else scenario


def _open(
    scenario: Scenario, learner: str, pace: tuple[float, int], language: str | None, *, alone: bool
) -> int:
    """The learner's window, and the instructor's beside it; the exit code."""
    from ui.app import run  # noqa: PLC0415 -- Qt only when a window is wanted
    from ui.training import TrainingRoom  # noqa: PLC0415 -- the same
    from ui.training_desk import TrainingDesk  # noqa: PLC0415 -- the same

    speed, seed = pace
    room = TrainingRoom(
        training_path(),
        scenario,
        learner=learner,
        seed=seed,
        speed=speed,
        sound=True,
        instructor=not alone,
    )
    room.slows = True
    room.start()
    return run(
        room,
        language=language,
        wall=room.utc,
        dress=lambda window: TrainingDesk(window, room, instructor=not alone),
    )


def _debrief(asked: str, *, as_json: bool) -> None:
    past = PastTrainings(training_path()).one(asked)
    if as_json:
        click.echo(as_json_of(past))
        return
    for line in text_of(past.debrief, past.words, past.entries):
        click.echo(line)


def _list(*, as_json: bool) -> None:
    lessons = [one for one in map(scenario_named, scenario_names()) if one.lesson is not None]
    past = PastTrainings(training_path())
    trainings = [past.one(session_id) for session_id in past.ids()]
    if as_json:
        said = {
            "lessons": [{"scenario": one.name, "title": one.title} for one in lessons],
            "trainings": [_as_json(one) for one in trainings],
        }
        click.echo(json.dumps(said))
        return
    click.echo(say("training-lessons"))
    for scenario in lessons:
        click.echo(f"  {scenario.name:<4} {title_of(scenario)}")
    click.echo(say("training-past"))
    for one in trainings:
        score = "–" if one.words.score is None else str(one.words.score)
        click.echo(f"  {one.debrief.session_id}  {score:>3}  {' · '.join(one.words.head)}")
    if not trainings:
        click.echo(f"  {say('training-none-yet', training_path())}")


def _as_json(one: Past) -> dict[str, object]:
    return {
        "session": one.debrief.session_id,
        "scenario": one.debrief.facts.scenario,
        "learner": one.debrief.facts.learner,
        "score": one.debrief.score,
    }
