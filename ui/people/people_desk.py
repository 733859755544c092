"""Who is here: signing in, the lock, and what waits for a PIN.

Rule 1: behind the lock numbers, alarms, the alarm bar and the six actions stay as they are; every
        other place asks for a PIN first, and opens when it was right.
Rule 2: a command that waits for a PIN is not sent later by itself: it is pressed again.
Rule 3: whoever signs in is asked about the entries that bear no name.
Rule 4: with nobody enlisted nothing is ever locked.
Rule 5: the program behind it is told who sits here and when the window locks: it decides itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from data.accounts import StaffMember, folded
from monitor.rights import Role
from ui.demo_people import demo_pins
from ui.desk import Desk
from ui.panels import Panel
from ui.people.asked import Asked
from ui.people.chair_people import ChairPeople
from ui.people.faces import unclaimed, who_face
from ui.people.glass_desk import GlassDesk
from ui.people.lock_page import LockPage
from ui.people.people_face import PeopleFace, people_face
from ui.people.people_here import PeopleHere
from ui.people.staff_page import StaffPage
from ui.requests import Backend
from ui.seat import Hold
from ui.shell import Shell
from ui.view_state import ViewState
from ui.whereabouts import Whereabouts
from ui.words import say

BEHIND_LOCK = frozenset({Panel.ANSWER, Panel.NOTE, Panel.CUFF, Panel.EMERGENCY, Panel.PEOPLE})
"""The places of the six actions, and the way in."""
OPEN_PAGES = frozenset({"live", "wall", "people", "stay", "quit"})
"""`quit` is the answer to a question that is behind the lock itself."""
MINUTE_S = 60.0


class PeopleDesk(QObject):
    """`toggled` asks the window for a panel, `page_asked` for a page; `told` is what was done.

    `clock` is the monotonic time of whoever sits here, seconds.
    """

    toggled = Signal(object)
    page_asked = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        backend: Backend,
        desk: Desk,
        state: ViewState,
        shell: Shell,
        where: Whereabouts,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(shell)
        self._backend, self._desk, self._state = backend, desk, state
        self._shell, self._where, self._clock = shell, where, clock
        self._panel, self.seat = shell.panels.people, desk.seat
        self._then: Callable[[], None] | None = None
        self.here = PeopleHere(backend, self.seat)
        self.chairs = ChairPeople(desk, state, shell.panels, self.here)
        self._connect()
        self.glass = GlassDesk(backend, shell, self._close_places)
        self._lock_after_s = 0.0
        self.lock_page: LockPage | None = None
        self._staff_page: StaffPage | None = None
        self._begin()

    def _connect(self) -> None:
        self.seat.ask = self._held
        self._panel.people = self.here
        self._panel.chosen.connect(self._ask_pin)
        self._panel.acted.connect(self._act)
        self._panel.who.left.connect(self._no_sign_in)
        self._shell.top.who_pressed.connect(self.open)
        self.chairs.toggled.connect(self.toggled)
        self.chairs.told.connect(self.told)
        self.chairs.taken_on.connect(self._take_on)

    def _begin(self) -> None:
        self.reload()
        members = self.seat.members
        nurse = next((one for one in members if one.role is Role.NURSE), None)
        if self._backend.demo and nurse is not None:
            self._sit(nurse)  # a demo is for looking, not for typing

    def reload(self) -> None:
        """The staff, or when the window locks, was changed."""
        self.here.members()
        self._lock_after_s = self._backend.staff().lock_after_min() * MINUTE_S

    # ---- what is shown

    def touch(self) -> None:
        """Somebody is here."""
        self.seat.touch(self._clock())

    def show(self) -> None:
        """To be called several times a second."""
        seat = self.seat
        idle_s = seat.idle_s(self._clock())
        if seat.enlisted and not seat.locked and idle_s >= self._lock_after_s:
            self.lock()
        self.glass.show()
        self._settle()
        self._shell.top.show_who(who_face(seat, self._desk.view))
        if self._shell.panels.is_open(Panel.PEOPLE):
            self._panel.show_face(self._face())
        self._fill_in_name()
        self.chairs.show()

    def _fill_in_name(self) -> None:
        """Whoever is signed in begins the session; without staff the name is typed."""
        line = self._shell.start.fields["by"].line
        line.setReadOnly(self.seat.enlisted)
        if self.seat.name and line.text() != self.seat.name:
            line.setText(self.seat.name)

    def _settle(self) -> None:
        """Behind the lock nothing of a patient is shown but the chairs themselves."""
        page = self._shell.pages.currentWidget()
        if not self.seat.locked:
            if page is self.lock_page:
                self._where.back()
        elif self._state.chairs:
            if not (self._shell.shows_chairs or self.glass.on):
                self._where.back()
        elif page is not self.lock_page:
            self._show_lock_page()

    def _show_lock_page(self) -> None:
        if self.lock_page is None:
            self.lock_page = LockPage(self._shell.theme)
            self.lock_page.pad.named.connect(self._signed_in)
            self._shell.add(self.lock_page)
        self._shell.pages.setCurrentWidget(self.lock_page)
        members, check = self.here.members(), self.here.check
        self.lock_page.pad.ask(self._question(), members, check, self._last)

    def show_staff(self) -> None:
        """The page on which people are enlisted; made when it is visited."""
        if self._staff_page is None:
            page = self._staff_page = StaffPage(self._backend, self._shell.theme, self.seat)
            page.changed.connect(self.reload)
            page.signed_in.connect(self._first)
            page.closed.connect(self._where.back)
            self._shell.add(page)
        self._shell.pages.setCurrentWidget(self._staff_page)

    def _first(self, member: StaffMember) -> None:
        """There is a lock from now on, and she is inside."""
        self.reload()
        self._sit(member)

    def _face(self) -> PeopleFace:
        nameless = bool(unclaimed(self._state, self.seat))
        going = bool(self.chairs.going())
        return people_face(
            self.seat, self._desk.view, self.here.trouble, going=going, nameless=nameless
        )

    # ---- the lock

    def lock(self) -> None:
        """Close what a stranger has no business with."""
        if not self.seat.lock():
            return
        self._backend.staff().lock()
        self._close_places()

    def _close_places(self) -> None:
        """What may be urgent stays open."""
        if not self.seat.locked:
            return
        panels = self._shell.panels
        self._then = None
        for name in Panel:
            if panels.is_open(name) and (name not in BEHIND_LOCK or name is Panel.PEOPLE):
                panels.by_name[name].dismiss()
        self._shell.which.hide()
        self._settle()
        self._shell.top.show_who(who_face(self.seat, self._desk.view))

    def stops(self, panel: Panel) -> bool:
        """Whether this place waits for a PIN; then it is asked for, and the place opens after."""
        self.touch()
        if not self.seat.locked or panel in BEHIND_LOCK or self.glass.opens(panel):
            return False
        self.ask_sign_in(say("sign-in-needed"), lambda: self.toggled.emit(panel))
        return True

    def stops_page(self, name: str) -> bool:
        self.touch()
        if not self.seat.locked or name in OPEN_PAGES or self.glass.opens_page(name):
            return False
        self.ask_sign_in(say("sign-in-needed"), lambda: self.page_asked.emit(name))
        return True

    def _held(self, chair: int, reason: Hold) -> None:
        """A command was not sent."""
        if reason is Hold.SIGN_IN:
            self.ask_sign_in(say("sign-in-again"))
        else:
            self.chairs.ask_claim(ending=chair)

    # ---- signing in

    def open(self) -> None:
        """Who is here; pressed again, it is closed."""
        if self._shell.panels.is_open(Panel.PEOPLE):
            self._shell.panels.close_all()
        elif self.seat.locked:
            self.ask_sign_in()
        else:
            self.here.members()
            self._open_panel()

    @property
    def _last(self) -> str:
        """Whose PIN is asked for first: of the one who was here before the lock."""
        return "" if self.seat.member is None else self.seat.member.name

    def _question(self, sentence: str = "") -> Asked:
        pins = demo_pins() if self._backend.demo else ""
        usual = sentence or pins or say("sign-in-why")
        without = self.seat.locked and bool(self.chairs.going()) and not self.glass.on
        return Asked(say("sign-in-title"), usual, without_pin=without, beside_pin=pins or sentence)

    def ask_sign_in(self, sentence: str = "", then: Callable[[], None] | None = None) -> None:
        self._then = then
        self.glass.want(then)
        if self._shell.pages.currentWidget() is self.lock_page:
            return
        self._open_panel()
        self._panel.ask_person(self._question(sentence), self._signed_in, self._last)

    def badge(self, text: str) -> bool:
        """Whether this was a badge for which nothing had asked; then its PIN is asked for."""
        name = next(
            (one.name for one in self.seat.members if folded(one.name) == folded(text)), ""
        )
        asked = self._shell.pages.currentWidget() is self.lock_page or self._shell.panels.any_open
        if not name or asked:
            return False
        self._open_panel()
        self._ask_pin(name)
        return True

    def _open_panel(self) -> None:
        if not self._shell.panels.is_open(Panel.PEOPLE):
            self.toggled.emit(Panel.PEOPLE)
        self._panel.show_face(self._face())

    def _ask_pin(self, name: str) -> None:
        self._panel.ask_person(self._question(), self._signed_in, name)

    def _no_sign_in(self) -> None:
        if self.seat.locked:
            self._then = None
            self._panel.dismiss()

    def _signed_in(self, _name: str) -> None:
        then, self._then = self._then, None
        self._take_on()
        if self._shell.panels.is_open(Panel.PEOPLE):
            self._panel.dismiss()
        self.chairs.ask_claim(then=then)

    def _take_on(self) -> None:
        """Whoever gave the right PIN last is here now."""
        if self.here.checked is not None and self.seat.enlisted:
            self._sit(self.here.checked)
            self._settle()

    def _sit(self, member: StaffMember) -> None:
        self._backend.staff().sit(member.name)
        self.seat.sign_in(member, self._clock())
        self.glass.show()

    # ---- what is pressed

    def _act(self, way: str) -> None:
        if way == "cover-other":
            self._ask_cover()
            return
        self._panel.dismiss()
        match way:
            case "cover":
                self.chairs.cover()
            case "cover-end":
                self.chairs.end_cover()
            case "hand-over":
                self.chairs.hand_over()
            case "claim":
                self.chairs.ask_claim()
            case "staff":
                self.show_staff()
            case "lock":
                self.lock()

    def _ask_cover(self) -> None:
        asked = self.chairs.cover_question()
        if asked is not None:
            self._panel.ask_person(asked, self._cover_by)

    def _cover_by(self, name: str) -> None:
        self._panel.dismiss()
        self.chairs.cover_by(name)
