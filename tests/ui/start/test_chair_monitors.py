from ui.requests import DeviceRequest
from ui.start.chair_monitors import ChairMonitors

IVY, NONIN = DeviceRequest("/dev/ttyUSB0", "ivy-450c"), DeviceRequest("/dev/ttyUSB1", "nonin-df7")
PORTS = (IVY.url, NONIN.url)


def test_a_chair_is_offered_its_own_last_monitors_and_those_of_no_other() -> None:
    monitors = ChairMonitors()
    monitors.keep(1, (IVY,))
    monitors.keep(1, (IVY, NONIN))
    assert monitors.offered(1, PORTS) == (IVY, NONIN)
    assert monitors.offered(2, PORTS) == ()


def test_a_port_that_is_gone_or_used_elsewhere_is_not_offered() -> None:
    monitors = ChairMonitors()
    monitors.keep(1, (IVY, NONIN))
    assert monitors.offered(1, (IVY.url,)) == ()
    monitors.keep(2, (NONIN,))
    monitors.know([2], [])
    assert monitors.offered(1, PORTS) == ()
    monitors.know([3], [IVY.url])
    assert monitors.offered(1, PORTS) == ()
    assert monitors.offered(2, PORTS) == (NONIN,)


def test_the_first_chair_without_a_session_is_free() -> None:
    monitors = ChairMonitors()
    monitors.know([1, 3], [])
    assert monitors.first_free(range(1, 9)) == 2
    monitors.know(range(1, 9), [])
    assert monitors.first_free(range(1, 9)) is None
