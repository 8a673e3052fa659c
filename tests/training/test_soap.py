"""SOAP finds its way where the parameters depend on each other, and resumes exactly."""

import pytest

torch = pytest.importorskip("torch")

from lenet_gui.training.soap import SOAP  # noqa: E402

STEPS, RATE = 400, 0.05


def valley() -> tuple["torch.nn.Parameter", "torch.Tensor", "torch.Tensor"]:
    """Return a start, and a map under which distances to the goal differ a hundredfold."""
    generator = torch.Generator().manual_seed(1)
    turn = torch.linalg.qr(torch.randn(6, 6, generator=generator))[0]
    steep = turn @ torch.diag(torch.logspace(0, -2, 6)) @ turn.T
    goal = torch.randn(4, 6, generator=generator)
    return torch.nn.Parameter(torch.zeros(4, 6)), steep, goal


def descend(kind: type["torch.optim.Optimizer"], stop: int | None = None) -> "torch.Tensor":
    """Return the parameter after STEPS; with `stop`, save and restore the state there."""
    parameter, steep, goal = valley()
    optimizer = kind([parameter], lr=RATE)  # type: ignore[call-arg]
    for step in range(STEPS):
        if step == stop:
            state = optimizer.state_dict()
            optimizer = kind([parameter], lr=RATE)  # type: ignore[call-arg]
            optimizer.load_state_dict(state)
        optimizer.param_groups[0]["lr"] = RATE * (1 - step / STEPS)
        optimizer.zero_grad()
        (((parameter - goal) @ steep) ** 2).sum().backward()
        optimizer.step()
    return parameter.detach()


def test_soap_comes_closer_than_adam_in_a_turned_valley() -> None:
    _, steep, goal = valley()

    def height(at: "torch.Tensor") -> float:
        return float((((at - goal) @ steep) ** 2).sum())

    assert height(descend(SOAP)) < height(descend(torch.optim.Adam)) / 100


def test_a_restored_state_goes_on_in_the_same_way() -> None:
    assert torch.equal(descend(SOAP), descend(SOAP, stop=37))
