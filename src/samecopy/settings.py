"""Every constant that a stage obeys: one frozen dataclass per stage, each constant with its reason.

`Settings` holds them all; its digest marks what was computed with them, so that nothing is reused
across settings or algorithm versions.
"""

import hashlib
from dataclasses import dataclass, field

import msgspec

STORE_NAME = "store.duckdb"
"""The store's file in an output directory; a directory that holds one is ours and never read as pages."""


BODY_WORDS = frozenset(
    ["the", "agency", "news", "press", "wire", "service", "network", "group", "media", "and", "of", "with"]
)
"""Words in the names of agencies and outlets that tell no two of them apart."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Reading a page into an article."""

    version: int = 4
    max_page_bytes: int = 20_000_000  # a 50 MB "page" is a dump or an attack; the largest real one seen: 6 MB
    max_unpack_ratio: int = 200  # gzip of text gives 3 to 10, of a sparse table 50; of zeros 1,000
    max_index_bytes: int = 20_000_000  # of a zip archive's list of files: some 200,000 of them
    max_repairs: int = 100  # places at which a damaged WARC file is taken up again: more is no WARC file
    max_text_chars: int = 1_000_000  # of visible text; the longest of 291 real pages has 113,554
    max_lines: int = 20_000  # of visible text; the most among 291 real pages is 1,333
    prose_words: int = 5  # a shorter line is a label as often as a sentence
    line_weight_cap: int = 60  # so that one giant line (a legal notice) does not outweigh an article
    furniture_weight: float = 12.0  # what a furniture line inside the body costs the span, in words
    label_weight: float = 5.0  # what a short line without end punctuation costs
    label_run: int = 3  # labels in a row cost up to so many times as much each: a menu, not subheadings
    container_share: float = 0.8  # an element is entered while it holds this share of its parent's prose
    laden_lines: int = 3  # lines of bare text outside the body: with fewer it has a headline and a byline;
    # at 12 what other readers leave stayed in, body F1 there .005 lower
    chance: float = 0.35  # a line of bare text this likely is of the body; .3 and .4 score alike (F1 ± .001)
    chance_beside: float = 0.1  # a paragraph beside the body is let go only below
    paragraph_words: int = 12  # words of running text that make a line a paragraph there
    chance_gap: float = (
        3.0  # words that an unlikely line costs the body's run: 2 to 5 score alike, 14 loses .01
    )
    stub_words: int = 50  # a body shorter than this may be what a paywall or an error page leaves; a longer
    # one is copy to be found, though its end be missing
    min_prose_words: int = 12  # one full sentence; agency flashes are that short
    site_pages: int = 3  # articles of one outlet that share a line before it is the outlet's
    site_edge_pages: int = 2  # the same for a short line at an end of the body, where sign-offs stand
    site_edge_lines: int = 2  # how far from an end of the body "at an end" is
    site_edge_chars: int = 160  # a longer line at an end may be a paragraph that two reports share
    site_version_share: float = 0.5  # of the shorter article's text, shared: a version or an update
    site_remembered: int = (
        64  # articles of an outlet remembered from run to run: a template's lines recur sooner
    )
    site_compared: int = 40  # articles compared over one line; a line of more is furniture anyway


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """Fetching pages by their addresses."""

    agent: str = "samecopy"  # what robots.txt knows us by
    max_bytes: int = 20_000_000  # as `max_page_bytes`: more would not be read
    max_robots_bytes: int = 512_000  # RFC 9309 asks for 500 KiB
    max_redirects: int = 5  # RFC 9309 asks for five hops; a page of more is lost in consent walls
    wait_seconds: float = 15.0  # for one answer of the network
    total_seconds: float = 60.0  # for one page, however slowly its bytes drip
    pause_seconds: float = 1.0  # between two requests to one host, unless its robots.txt asks for more …
    longest_pause: float = 30.0  # … up to this: a host that asks for hours is left


@dataclass(frozen=True, slots=True)
class CopySettings:
    """Fingerprints, pairs, passages, families."""

    version: int = 4
    shingle: int = 5  # words; at 4 stock phrases pair strangers, at 6 edited copies lose their postings
    window: int = 5  # every run of 9 shared words is seen, and a third of the shingles kept
    batch_chars: int = 1_000_000  # code points tokenised at a time: more spend their time on fresh memory
    range_chars: int = 100_000_000  # code points per range of hashes: 6 million postings, some 300 MB at
    # work; with 25 million a search among 200,000 articles took 19 % more
    core_ranges: int = 4  # ranges for each of several cores, at least: small piles too are work for all
    aligned_chars: int = 3_000_000  # code points aligned at a time: some 40 MB at work
    held_bytes: int = 400_000_000  # postings, lists or counts kept in memory; beyond it they go to files
    furniture_stories: int = 3  # a shingle in this many stories of one outlet is its furniture
    furniture_line: float = 0.5  # a line with this share of furniture words is furniture as a whole
    version_crowd: int = 16  # shingles in more pages of one outlet do not speak for versions of one story
    version_shorter: float = 0.6  # shared postings of the shorter page that make two pages versions …
    version_longer: float = 0.4  # … and of the longer: a short notice beside boilerplate stays under it
    crowd: int = 400  # articles with one posting, above which not all of them are paired with each other
    crowd_reach: int = 32  # neighbours that each is paired with then: the family still hangs together
    shared: int = 2  # postings in common before two articles are aligned …
    shared_many: int = 6  # … and either so many (a passage of some 25 words) …
    shared_share: float = 0.1  # … or this share of the postings of one of them
    seed: int = 4  # words that start an alignment
    gap: int = 12  # words on one side that a passage may bridge
    passage: int = 8  # equal words that make a passage
    line_edge: int = 3  # words by which a passage may be stretched to the ends of both lines
    copy_share: float = 0.25  # unquoted words of the shorter article in passages that make a copy
    copy_words: int = 12  # equal unquoted words that make a copy: one sentence
    copy_long_words: int = 90  # so many unquoted words are a copy at a lower share: a heavy cut, padded …
    copy_long_share: float = 0.15  # … but not below this share
    copy_much: float = 0.38  # where so much of all words is shared, quoted ones too, …
    copy_much_share: float = 0.2  # … a smaller share of the unquoted makes a copy …
    copy_much_words: int = 24  # … of two sentences and more
    copy_all_share: float = 0.1  # of all words, quoted ones too: the frame of a transcript is no copy of it
    copy_whole_share: float = 0.8  # a notice that lies in the other as a whole, quotations and all, …
    copy_whole_words: int = 8  # … needs only so many unquoted words
    block_words: int = 100  # equal words as long as three paragraphs may be an excerpt …
    block_most: float = 0.5  # … where one passage holds this share of them …
    block_passages: int = 3  # … of no more than so many …
    block_clean: float = 0.985  # … with no more than so little edited …
    block_share: float = 0.42  # … unless they make up this share of the shorter article
    single_most: float = 0.9  # the same where nearly all stands in one passage, however short: background …
    phrase_words: int = 10  # or all but a phrase, a credit line …
    single_clean: float = 0.97  # … which, with so little edited, …
    sentence_words: int = 40  # … if it is a sentence or two, …
    sentence_share: float = 0.5  # … must be half of all words of a notice, …
    single_share: float = 0.36  # … and edited, this much: a short page's background, edited, came to .33
    spoken_share: float = 0.6  # … and where most of it is quoted, this much
    opening_words: int = 20  # but a passage that begins before this word of both opens both: a cut tail
    opening_equal: int = 40  # of two paragraphs and more, …
    opening_own: int = (
        24  # … a brief cut from it: so many unquoted words, more than a line that offers a letter, …
    )
    opening_share: float = 0.22  # … and this share of the brief, …
    opening_whole: float = 0.75  # … or, quotations and all, this share
    piece_words: int = 40  # fewer words than a block's in two places are copy from so many unquoted ones …
    piece_share: float = 0.2  # … if they are this share of the unquoted words of the shorter article …
    piece_all: float = 0.22  # … and this share of all: strangers with a phrase besides came to .19 …
    piece_most: float = 0.5  # … and in one place from this share
    speech_quoted: float = 0.2  # where so much of them is quoted, they may be an excerpt as well …
    speech_words: int = 150  # … if they are longer than soundbites together …
    speech_most: float = 0.65  # … with this share in one passage …
    speech_clean: float = 0.95  # … somewhat edited, as reporters quote one speech …
    speech_share: float = 0.7  # … unless they make up this share of the shorter article
    excerpt_words: int = 25  # equal words, quoted or not, that make an excerpt: above a shared soundbite;
    # and a block in one passage: below it lies a sentence
    release_reach: int = 200  # code points from a passage to a press release's name: a sentence
    spliced_sides: int = 100_000  # places of pages in pairs looked at a time: some 10 milliseconds' work
    splice_share: float = 0.6  # a page with more of its words in the bridging page may be cut from it …
    splice_whole: float = 0.85  # … and surely so above this share …
    splice_beyond: int = 150  # … unless pages of the other side agree on a paragraph (code points) it lacks


@dataclass(frozen=True, slots=True)
class DescentSettings:
    """The copy tree: what it costs to make one page's text of another's, in hundredths of a natural
    logarithm, and how sure a line of descent must be. Chosen on made piles of two generators."""

    stretch_words: int = 5  # so many words put in or left out together are a piece, not a wording
    wording: int = 300  # a word changed that the source has otherwise
    wording_again: int = 100  # the same change once more: one habit, or one find-and-replace
    wording_least: int = 40  # what a change that came up again and again in the tree still says
    habit: int = 50  # a habit of spelling, however often: houses share habits without sharing copy …
    half_done: int = 300  # … and a copy that changed spelling yet mixes both: houses make it one
    cut: int = 70  # a run of paragraphs left out …
    cut_tail: int = 40  # … at the end, where desks cut first
    added: int = 120  # a run of paragraphs of its own …
    added_more: int = 30  # … for each further one in it
    restored: int = 350  # a shared paragraph that the source lacks: the page had it from elsewhere
    update: int = 40  # the same where the source is the origin, which may have put out an update …
    update_more: int = 20  # … for each further one
    fuller: int = 120  # … and once for each paragraph of such an update
    aside: int = 300  # a source other than the origin: most copies are made of the origin itself …
    aside_log: int = 60  # … the more so the more pages there are (times the logarithm of their number)
    unseen: int = 800  # an origin that is not in the pile
    late: int = 3000  # a source put out after its copy
    reference: int = 500  # taken off where the page names the source, or the outlet has it up before
    roots: int = 6  # pages tried as the origin
    candidates: int = 16  # sources tried for a page, besides those: keeps the cost linear in the pages
    known: float = 0.5  # a line of descent is named from this share of certainty …
    origin_known: float = 0.8  # … an origin from this one
    sure: float = 0.9  # "high" only from this share …
    sure_wordings: int = 3  # … and with so many wordings that are found in nothing but source and copy
    fair: float = 0.75  # "medium" from this share, where times agree


@dataclass(frozen=True, slots=True)
class CollateSettings:
    """Rows, edits and origin of a family."""

    version: int = 5
    shingle_words: int = 4  # the base is who carries most shared 4-word runs: 3 still catch stock phrases
    candidates: int = 8  # rows compared word by word per paragraph: keeps a witness linear in its length
    run_words: int = 3  # shorter runs of equal words are chance between paragraphs of one story
    short_words: int = 8  # below this a paragraph has too few runs: all equal words count, and 60% must be
    short_share: float = 0.6  # of a short paragraph: four words of seven are soon found by chance
    paragraph_share: float = 0.5  # half of the row or of the paragraph makes them the same paragraph
    hinted_share: float = 0.3  # a passage already vouches for the couple
    left_over_share: float = 0.35  # of the longer, in runs: a row and a paragraph that found nothing better
    sentence_share: float = 0.75  # a sentence of such a paragraph is the row's own, a few words changed
    neighbour_share: float = 0.3  # left over between matched neighbours: position vouches
    context_words: int = 6  # words shown before an edit, as the record says
    same_time_minutes: int = 30  # copies of one wire may be put out at once; later ones could be copied
    descent: DescentSettings = field(default_factory=DescentSettings)


@dataclass(frozen=True, slots=True)
class StorySettings:
    """Joining reports of one event."""

    version: int = 3
    threshold: float = 0.025  # serves piles of 2, 10, 60, 900 and 1,763 reports, with days and without
    decay_days: float = 2.5  # .96 of edited pairs lie a day apart at most; 2 and 3 score alike
    undated: float = 0.45  # what a pair without days keeps: one threshold then serves with and without
    loose_days: float = 0.7  # of days from a bare "date" in a page's head 17 of 24 were right, of others .92
    topic_reports: int = 5  # the nearest, which tell how crowded it is about a report: 3 to 8 score alike
    topic_closeness: float = 0.03  # as near strangers commonly lie; .02 splits stories of nine reports
    topic_power: float = 0.6  # 0 loses .02 ARI, .8 splits stories of nine reports
    prior_reports: float = 20.0  # in piles of ten 12 misses pairs (recall .93, not .96), 30 joins near topics
    idf_power: float = 1.5  # 1.0 and 2.0 lose .01 ARI
    head_weight: float = 3.0  # a word of the title; 2 to 4 score alike, 1 loses .01
    lead_words: float = 100.0  # how long the extra weight of the beginning lasts: +.01 ARI
    crowd: int = (
        500  # a term in more reports within reach brings no pair about: 2,000 costs twice, finds the same
    )
    sight: int = 1_000  # reports around among which a term is rare or common: 500 scores alike


@dataclass(frozen=True, slots=True)
class AccountSettings:
    """Statements, events, figures and their counts."""

    version: int = 6

    # Statements. Below it, counted but not told, stand objects of judgement in a word or two ("backed the
    # plan"), statements at second hand and short quotations with nobody beside them: kinds of which less
    # than half were right.
    statement_confidence: float = 0.5
    # Tokens read together, a quotation counting one: bounds the time that one endless line can take. Of
    # 28,264 units of news four had more, all of them bare lists of names; the next had 100.
    statement_longest: int = 120

    # Joining mentions: shares of folded words, 0 to 1, chosen on the bundled example and our own piles.
    merge_same_row: float = 0.5  # one place of one copy: edits may touch half of a short statement
    merge_other_report: float = 0.6  # other texts: a quotation cut at one end still joins
    merge_least_words: int = 4  # "very concerned" in two reports is no evidence of one statement
    # Stems in common with the shorter of two statements in different reports, chosen on the odd half of our
    # stories of counts: one source rarely says two things so near each other …
    merge_paraphrase: float = 0.5
    merge_paraphrase_words: int = 3
    # … two unnamed ones may.
    merge_nameless: float = 0.75
    merge_nameless_words: int = 3
    merge_cut_words: int = 6  # a quotation cut at both ends joins from so many words on
    merge_same_page: float = 0.85  # one page repeats itself almost word for word or not at all
    # Words in a run, outside quotation marks: two reporters who hear one speaker share fewer, and a sentence
    # with its attribution that stands in two pages word for word has more.
    lifted_words: int = 10
    merge_event: float = 0.5  # of content words; the day is equal already
    merge_event_row: float = 0.3  # the day and the place are equal already
    merge_event_row_unresolved: float = 0.5  # one side's day could not be resolved
    merge_event_undated: float = 0.6  # no day to lean on
    merge_figure_unnamed: float = 100.0  # below, "their number" and "30 towns" agree by chance
    merge_figure: float = 0.5  # of the words for what is counted; the value is equal already
    differ_what: float = 0.6  # two events are one told with two days
    differ_least_words: int = 2  # "talks" alone says nothing
    differ_rounded: float = 0.1  # of the higher value: "about 100" beside 104 is rounding
    differ_times: float = 10.0  # beyond, two figures count two things by one word
    differ_days: int = 6  # a week apart is one weekday read in two ways; more, two events of a series

    # Events of one article. Below stand dated headings without a verb and single nouns that name no kind of
    # event ("Friday's price"): told as events they were junk on all of our piles.
    event_confidence: float = 0.5
    event_longest_sentence: int = 400  # words; longer "sentences" are tables and lists without stops
    # Figures of one article.
    figure_least: float = 3.0  # "one" and "two" count leaders and sides; tolls and units are kept whatever
    figure_least_bare: float = 1000.0  # a small number with nothing counted after it is a page, age or score


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of a run."""

    read: ReadSettings = field(default_factory=ReadSettings)
    copies: CopySettings = field(default_factory=CopySettings)
    collate: CollateSettings = field(default_factory=CollateSettings)
    story: StorySettings = field(default_factory=StorySettings)
    account: AccountSettings = field(default_factory=AccountSettings)

    def digest(self) -> str:
        """Hex digest over all constants: equal settings give equal digests on every machine."""
        return hashlib.blake2b(msgspec.json.encode(self, order="deterministic"), digest_size=16).hexdigest()
