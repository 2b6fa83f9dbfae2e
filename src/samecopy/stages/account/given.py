"""Words and given names that tell he from she. Data only.

The names are frequent ones of the English-speaking world, rarely borne by both; a name not listed tells
nothing.
"""

HIS = frozenset(
    """
    aaron adam adrian alan albert alexander alfred andre andrew angus anthony antonio arthur barry ben
    benjamin bernard bernie bill bob boris brad brandon brian bruce bryan carl carlos charles charlie chris
    christopher clive colin craig curtis daniel darren dave david dean dennis derek diego dmitry don donald
    douglas duncan ed eddie edward edwin elliott eric ernest ethan eugene felix fernando francesco frank
    frederick gareth gary gavin geoff geoffrey george gerald gerard giovanni glenn gordon graham greg gregory
    hans harold harry hector henry herbert howard hugh ian igor isaac ivan jack jacob jake james jason javier
    jeff jeffrey jeremy jim jimmy joe joel john jonathan jorge jose joseph joshua juan julian justin karl
    keith ken kenneth kevin kyle larry lars lawrence leo leon leonard lewis liam louis lucas luis luke malcolm
    marco marcus mario mark martin matt matthew max michael miguel mike mohamed mohammed muhammad nathan neil
    nicholas nick nigel noah norman oliver oscar owen pablo patrick paul pedro pete peter phil philip pierre
    rafael ralph ray raymond ricardo richard rick rob robert roberto rodney roger roland ron ronald ross roy
    russell ryan sam samuel scott sean sergei simon stanley stephen steve steven stuart ted terence thomas
    tim timothy toby tom tommy tony trevor vernon victor vincent vladimir walter warren wayne william yusuf
    """.split()  # noqa: SIM905
)
HERS = frozenset(
    """
    abigail agnes alexandra alice alicia alison amanda amelia amy ana andrea angela anita ann anna anne
    annette annie audrey barbara beatrice becky bernadette beth betty beverly brenda bridget carla carmen
    carol caroline catherine cathy charlotte cheryl chloe christina christine cindy claire clara claudia
    colleen cynthia daisy deborah debbie denise diana diane donna doris dorothy edith eileen elaine eleanor
    elena elizabeth ella ellen elsa emily emma erica esther eva evelyn fatima felicity fiona florence frances
    gabriela gail georgia gina gloria grace greta hannah harriet heather heidi helen helena hilary hillary ida
    ingrid irene isabel isabella ivanka jacqueline jane janet janice jean jeanne jennifer jenny jessica jill
    joan joanna josephine joyce judith judy julia julie june karen kate katherine kathleen kathryn kathy katie
    katrina kimberly kirsten laura lauren leah linda lisa liz lois louise lucia lucy lydia lynn madeleine
    maggie margaret maria marie marilyn marion marjorie marta martha mary maureen megan melanie melania
    melissa mia michelle miranda miriam monica nadia nancy naomi natalie natasha nicola nicole nina nora olga
    olivia pamela patricia paula pauline penelope phyllis priya rachel rebecca rita rosa rose rosemary ruth
    sally samantha sandra sara sarah sharon sheila shirley silvia simone sofia sonia sophia sophie stella
    stephanie sue susan suzanne sylvia tamara tanya teresa theresa tina ursula valerie vanessa vera veronica
    victoria virginia vivian wendy yvonne zoe
    """.split()  # noqa: SIM905
)
HE_WORDS = frozenset(
    """
    mr sir lord king prince baron pope sultan emir sheikh he spokesman chairman congressman businessman man
    boy father brother son husband uncle grandfather widower fisherman policeman
    """.split()  # noqa: SIM905
)
SHE_WORDS = frozenset(
    """
    mrs ms miss lady dame queen princess baroness she spokeswoman chairwoman congresswoman businesswoman
    woman girl mother sister daughter wife aunt grandmother widow policewoman
    """.split()  # noqa: SIM905
)
