"""Names of the months in the languages that pages are written in, full and short, in their cases.

One line for each month; a name of two languages stands once. Not here: dates as a whole
(`dates`, and for pages of any language the reading stage's `moments`).
"""

_NAMES = (
    "january jan januar jänner jän jänn janvier janv enero ene gennaio gen janeiro januari tammikuu "
    "tammikuuta styczeń stycznia leden ledna január januára siječanj siječnja ianuarie ian януари "
    "январь января янв січень січня ocak oca ιανουάριος ιανουαρίου gener يناير",
    "february feb februar feber fév févr février febrero febbraio febbr fevereiro fev februari helmikuu "
    "helmikuuta luty lutego únor února február februára veljača veljače februarie февруари февраль "
    "февраля фев лютий лютого şubat şub φεβρουάριος φεβρουαρίου febrer فبراير",
    "march mar märz mär mrz mars marzo março maart mrt marts maaliskuu maaliskuuta marzec marca březen "
    "března március marec ožujak ožujka martie март марта березень березня mart μάρτιος μαρτίου març "
    "مارس",
    "april apr avril avr abril abr aprile huhtikuu huhtikuuta kwiecień kwietnia duben dubna április "
    "apríl apríla travanj travnja aprilie април апрель апреля апр квітень квітня nisan nis απρίλιος "
    "απριλίου أبريل",
    "may mai mayo maggio mag maio mei maj toukokuu toukokuuta maja květen května május máj mája svibanj "
    "svibnja май мая травень травня mayıs μάιος μαΐου maig مايو",
    "june jun juni juin junio giugno giu junho kesäkuu kesäkuuta czerwiec czerwca červen června június "
    "jún júna lipanj lipnja iunie юни июнь июня июн червень червня haziran haz ιούνιος ιουνίου juny "
    "يونيو",
    "july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta lipiec lipca červenec "
    "července július júl júla srpanj srpnja iulie юли июль июля июл липень липня temmuz tem ιούλιος "
    "ιουλίου juliol يوليو",
    "august aug août aout agosto ago augustus elokuu elokuuta sierpień sierpnia srpen srpna augusztus "
    "augusta kolovoz kolovoza август августа авг серпень серпня ağustos ağu αύγουστος αυγούστου agost "
    "أغسطس",
    "september sep sept septembre septiembre setiembre settembre set setembro syyskuu syyskuuta "
    "wrzesień września září szeptember septembra rujan rujna septembrie септември сентябрь сентября сен "
    "сент вересень вересня eylül eyl σεπτέμβριος σεπτεμβρίου setembre سبتمبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta październik "
    "października říjen října október októbra octombrie октомври октябрь октября окт жовтень жовтня "
    "ekim eki οκτώβριος οκτωβρίου أكتوبر",
    "november nov novembre noviembre novembro marraskuu marraskuuta listopad listopadu novembra studeni "
    "studenoga noiembrie ноември ноябрь ноября ноя листопад листопада kasım kas νοέμβριος νοεμβρίου "
    "نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des joulukuu "
    "joulukuuta grudzień grudnia prosinec prosince decembra prosinac prosinca decembrie декември "
    "декабрь декабря дек грудень грудня aralık ara δεκέμβριος δεκεμβρίου desembre ديسمبر",
)
_NUMBERS: dict[str, int] = {}
for _number, _names in enumerate(_NAMES, 1):
    for _name in _names.split():
        _NUMBERS.setdefault(_name, _number)


def month_number(name: str) -> int | None:
    """The month's number by its name in any of the languages, or None.

    A name that means different months in two languages (listopada) is in neither.

    >>> month_number("Février"), month_number("Okt."), month_number("Monday")
    (2, 10, None)
    """
    return _NUMBERS.get(name.casefold().rstrip("."))
