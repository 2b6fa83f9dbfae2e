"""The words around numbers: scales, vague counts, modifiers, currencies, units."""

from samecopy.text.wordlists import listed

SCALE_SHORT = {"bn": 1e9, "mn": 1e6, "tn": 1e12, "m": 1e6, "b": 1e9, "k": 1e3}
"""After a sum of money only: a bare `40m` may be metres."""

VAGUE = {
    "tens": 20,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "billions": 2_000_000_000,
    "trillions": 2_000_000_000_000,
}
"""A plural alone means at least two of it."""

FRACTIONS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}

APPROXIMATE = (
    "about",
    "around",
    "some",
    "nearly",
    "almost",
    "roughly",
    "approximately",
    "an estimated",
    "estimated",
    "close to",
    "just over",
    "just under",
    "circa",
    "a total of about",
)
AT_LEAST = (
    "more than",
    "over",
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "upwards of",
    "upward of",
    "in excess of",
    "above",
    "exceeding",
    "a minimum of",
    "well over",
    "far more than",
)
AT_MOST = (
    "up to",
    "fewer than",
    "less than",
    "under",
    "at most",
    "as many as",
    "as much as",
    "no more than",
    "not more than",
    "below",
    "a maximum of",
    "well under",
)

SIGNS = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "#": "GBP",
}
DOLLARS = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
}
SHARED_CURRENCIES = (
    "crowns",
    "dinars",
    "dirhams",
    "francs",
    "kroner",
    "kronor",
    "liras",
    "marks",
    "pesos",
    "riyals",
    "shillings",
)
"""Money of several countries: the name stands for itself. Only plurals, which are seldom other things."""
CURRENCIES = {
    **dict.fromkeys(("dollar", "dollars", "us dollars"), "USD"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    "pounds sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    **dict.fromkeys(("rupee", "rupees"), "INR"),
    **dict.fromkeys(("ruble", "rubles", "rouble", "roubles"), "RUB"),
    **dict.fromkeys(("swiss franc", "swiss francs"), "CHF"),
    **dict.fromkeys(("hryvnia", "hryvnias"), "UAH"),
    **dict.fromkeys(("zloty", "zlotys"), "PLN"),
    **dict.fromkeys(("rand", "rands"), "ZAR"),
    **dict.fromkeys(("shekel", "shekels"), "ILS"),
    **dict.fromkeys(("forint", "forints"), "HUF"),
    "baht": "THB",
    "naira": "NGN",
    "ringgit": "MYR",
    "rupiah": "IDR",
    **{name: name for name in SHARED_CURRENCIES},
}
UNITS = {
    **dict.fromkeys(("%", "percent", "per cent", "pct", "pc"), "%"),
    **dict.fromkeys(("percentage point", "percentage points"), "percentage points"),
    **dict.fromkeys(("km", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("mile", "miles"), "miles"),
    **dict.fromkeys(("meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("centimeter", "centimetre", "centimeters", "centimetres", "cm"), "cm"),
    **dict.fromkeys(("millimeters", "millimetres", "mm"), "mm"),
    **dict.fromkeys(("nautical mile", "nautical miles"), "nautical miles"),
    **dict.fromkeys(("foot", "feet", "ft"), "feet"),
    **dict.fromkeys(("inch", "inches"), "inches"),
    **dict.fromkeys(("yard", "yards"), "yards"),
    **dict.fromkeys(("tonne", "tonnes", "metric ton", "metric tons"), "tonnes"),
    **dict.fromkeys(("ton", "tons"), "tons"),
    **dict.fromkeys(("kg", "kilogram", "kilograms", "kilogramme", "kilogrammes", "kilo", "kilos"), "kg"),
    **dict.fromkeys(("gram", "grams"), "g"),
    **dict.fromkeys(("ounce", "ounces", "oz"), "ounces"),
    **dict.fromkeys(("pound", "pounds", "lb", "lbs"), "pounds"),
    **dict.fromkeys(("liter", "liters", "litre", "litres"), "litres"),
    **dict.fromkeys(("gallon", "gallons"), "gallons"),
    **dict.fromkeys(("barrel", "barrels"), "barrels"),
    **dict.fromkeys(("acre", "acres"), "acres"),
    **dict.fromkeys(("hectare", "hectares", "ha"), "hectares"),
    **dict.fromkeys(("square mile", "square miles", "sq miles"), "square miles"),
    **dict.fromkeys(("square kilometers", "square kilometres", "sq km", "km²"), "km²"),
    **dict.fromkeys(("square meters", "square metres", "sq m", "sqm", "m²"), "m²"),
    **dict.fromkeys(("square foot", "square feet", "sq ft"), "square feet"),
    **dict.fromkeys(("megawatt", "megawatts", "mw"), "MW"),
    **dict.fromkeys(("gigawatt", "gigawatts", "gw"), "GW"),
    **dict.fromkeys(("mph", "miles per hour", "miles an hour"), "mph"),
    **dict.fromkeys(
        (
            "km/h",
            "kph",
            "kmh",
            *(f"kilomet{er} {per} hour" for er in ("ers", "res") for per in ("per", "an")),
        ),
        "km/h",
    ),
    **dict.fromkeys(("knot", "knots"), "knots"),
    **dict.fromkeys(("degrees celsius", "degrees c", "degrees centigrade", "°c"), "°C"),
    **dict.fromkeys(("degrees fahrenheit", "degrees f", "°f"), "°F"),
    **dict.fromkeys(("cent", "cents"), "cents"),
}

GLUED = ("km", "kg", "cm", "mm", "ft", "mph", "kph", "km/h", "ha", "lb", "lbs", "oz", "mw", "gw", "pc")
"""Units that are written close behind their figure ("30cm"), and after it mean nothing else."""

NOT_BEFORE = listed(
    "no number nr flight route chapter page article section figure table room channel version"
)
"""A number after one of these is a name."""

NOT_ONE = listed("no any every some each this that the another which only")
"""After one of these, "one" is a pronoun."""
