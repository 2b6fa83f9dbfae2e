"""Measures turned into each other: whether "7,400 acres" and "3,000 hectares" are one amount.

Factors are those of the International System of Units (SI Brochure, 9th edition) and of the
international yard and pound agreement of 1959. What a unit is called is in `numberwords`.
"""

_MEASURES: dict[str, tuple[str, tuple[float, ...]]] = {
    "mm": ("length", (0.001,)),
    "cm": ("length", (0.01,)),
    "m": ("length", (1.0,)),
    "km": ("length", (1000.0,)),
    "inches": ("length", (0.0254,)),
    "feet": ("length", (0.3048,)),
    "yards": ("length", (0.9144,)),
    "miles": ("length", (1609.344,)),
    "nautical miles": ("length", (1852.0,)),
    "acres": ("area", (4046.856,)),
    "hectares": ("area", (10_000.0,)),
    "m²": ("area", (1.0,)),
    "km²": ("area", (1e6,)),
    "square feet": ("area", (0.09290304,)),
    "square miles": ("area", (2.589988e6,)),
    "g": ("mass", (0.001,)),
    "kg": ("mass", (1.0,)),
    "ounces": ("mass", (0.02834952,)),
    "pounds": ("mass", (0.45359237,)),
    "stone": ("mass", (6.35029318,)),
    "tonnes": ("mass", (1000.0,)),
    "tons": ("mass", (907.18474, 1016.0469, 1000.0)),
    "litres": ("volume", (1.0,)),
    "gallons": ("volume", (3.785412, 4.54609)),
    "pints": ("volume", (0.4731765, 0.5682613)),
    "km/h": ("speed", (1.0,)),
    "mph": ("speed", (1.609344,)),
    "knots": ("speed", (1.852,)),
    "MW": ("power", (1.0,)),
    "GW": ("power", (1000.0,)),
}
"""The dimension of each unit, and how many of its base unit it is: several where countries differ."""

_ROUNDED = 0.03
"""How far a rounded conversion lies off: "a foot" for 30 cm (1.6%), never as far as another amount."""
_DEGREE = 1.0
"""Degrees Celsius: weather is given in whole degrees of either scale."""


def convertible(unit: str, other: str) -> bool:
    """Whether two different units measure one thing."""
    if {unit, other} == {"°C", "°F"}:
        return True
    dimensions = [_MEASURES.get(u, (u,))[0] for u in (unit, other)]
    return unit != other and unit in _MEASURES and dimensions[0] == dimensions[1]


def same_amount(value: float, unit: str, other: float, other_unit: str) -> bool:
    """Whether two amounts in different units are one, rounded as writers round conversions.

    >>> same_amount(7400, "acres", 3000, "hectares"), same_amount(1000, "acres", 1000, "hectares")
    (True, False)
    >>> same_amount(32, "°C", 90, "°F"), same_amount(5, "km", 5, "°C")
    (True, False)
    """
    if not convertible(unit, other_unit):
        return False
    if {unit, other_unit} == {"°C", "°F"}:
        celsius = [v if u == "°C" else (v - 32) / 1.8 for v, u in ((value, unit), (other, other_unit))]
        return abs(celsius[0] - celsius[1]) <= _DEGREE / 2 + 1e-9
    return any(
        abs(value * x - other * y) <= _ROUNDED * max(value * x, other * y)
        for x in _MEASURES[unit][1]
        for y in _MEASURES[other_unit][1]
    )
