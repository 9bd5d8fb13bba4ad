"""Relations between two names as a text words them: one row a wording, the subject ``<A>`` and the object ``<B>``.

In a pattern ``<A:po>`` is a mention of a person or an organisation (``p`` person, ``P`` person by name and no pronoun,
``o`` organisation, ``l`` place, ``d`` document), ``<B:n>`` a body that is described and not named; ``<A:o>+`` a list
of names, each of which is a subject, known ones or such in capitals, ``<A:P>*`` people with their titles between them;
``<B:g>`` a group that is described. ``{…}`` are the words below, a space is any white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.relations.checks import (
    is_facility,
    is_law,
    is_of_one_place,
    is_owner,
    is_part,
    is_party_or_firm,
    is_programme,
    is_report,
    is_survey,
    is_town,
    is_writing,
    lies_in,
)

OPEN, CLOSE = "\ue000", "\ue001"
"""What a mention stands between where a sentence is laid out for the patterns; articles do not use these characters."""

_STOPS = (
    "not|no|never|neither|nor|who|whom|which|that|and|or|but|of|to|with|by|for|in|at|on|from|as|than|about|his|her|"
    "their|its|under|during|before|after|against|over|former|ex|onetime|one-time|potential|"
    "possible|would-be|likely|alleged|if|same|other|another|more"
)
_WORD = rf"(?:(?!(?:{_STOPS})\b)[\w.&’'-]+ )"
_TITLE = (
    rf"(?:(?:of [Ss]tate|of [Dd]efen[cs]e|of [Ss]taff|former|then|{OPEN}[ol]\d+{CLOSE}|(?!(?:{_STOPS})\b)[\w.’'-]+),? )"
)
_BODIES = "coalition|alliance|bloc|party|movement|union|federation|faction|pact"
_ALLIES = "ally|supporter|surrogate|backer|loyalist|confidante?|running mate"
_OPPONENTS = "rival|opponent|challenger|foe|adversary|critic"

_SERVICE = (
    "advis[eo]r|aide|assistant|attorney|lawyer|counsel|counselor|official|chief of staff|director|spokesman|"
    "spokeswoman|spokesperson|strategist|speechwriter|consultant|manager|secretary|deputy|appointee|staffer|fundraiser|confidante?"
)

_TRADES = (
    "lawyer|attorney|developer|businessman|businesswoman|businessperson|investor|banker|teacher|nurse|farmer|rancher|"
    "doctor|physician|surgeon|activist|billionaire|millionaire|entrepreneur|financier|philanthropist|consultant|"
    "contractor|pastor|minister|priest|rabbi|bishop|radio host|retiree|pensioner|student|engineer|electrician|plumber|"
    "carpenter|architect|artist|musician|resident|voter|native|delegate|donor|fundraiser|homemaker|driver|builder|"
    "fisherman|shopkeeper|journalist"
)
"""Nouns for those whom the place before them says to be from there, and to hold no office for."""

WORDS = {
    "'s": r"(?:[’']s|[’'](?= ))",
    "few": rf"{_WORD}{{0,3}}",
    "near": rf"[^.;{OPEN}]{{0,60}}?",
    "title": rf"{_TITLE}{{0,5}}?",
    "the": r"(?:the |a |an |its |their |his |her )?",
    "end": r"(?=[,.;:!?)”\"]|$| (?:"
    r"and|but|who|which|that|in|from|since|until|for|as|at|on|with|by|to|over|under|among|amid|despite|because|while|if|"
    r"where|when|after|before|during|then|last|this|next|is|was|has|had|said|will|would|could|can)\b)",
    "whole": r"(?![’'\w-])",
    "not listed": rf"(?!, {OPEN}l|,? (?:and|or) [{OPEN}A-Z]|,(?: [A-Z][\w-]+,?)+ (?:and|or) )",
    "has": r"(?:(?:has|had|have|also|once|then|later|already|narrowly|soundly|easily|formally|recently) ){0,2}",
    "ally": rf"(?:{_ALLIES})",
    "opponent": rf"(?:{_OPPONENTS})",
    "race": r"(?:runoff|run-off|race|contest|matchup|match-up|showdown|battle|face-off|duel|clash)",
    "beat": r"(?:defeated|beat|beats|unseated|ousted|trounced|faces|faced|challenged|debated|sued|lost to|ran against|"
    r"(?:is|are) (?:facing|challenging|suing)|(?:is|will be) running against|will face|was (?:defeated|beaten) by)",
    "sued": r"(?:sued|(?:is|are|was|were) suing|filed (?:a |an )?(?:[\w-]+ ){0,2}?(?:lawsuit|suit|complaint) against|"
    r"(?:is|was|are) (?:running|campaigning) against)",
    "two": rf"{OPEN}p\d+{CLOSE} and {OPEN}p",
    "place": rf"{OPEN}l\d+{CLOSE}",
    "backing": r"(?:(?:that|which) (?:is |are |was |were )?)?"
    r"(?:backing|backs|supporting|supports|aligned with|allied with)",
    "works on": r"(?:tracks|tracked|covers|covered|writes|wrote|studies|studied|follows|followed|lobbies|lobbied|"
    r"consults|consulted|researches|researched|reports|reported|polls|polled)",
    "won over": r"(?:victory|victories|win|wins|triumph) over",
    "lost to": r"(?:loss|losses|defeat|losing|loses|lose) to",
    "endorsed": r"(?:endorsed|endorses|supports|backs|is (?:endorsing|backing)|campaigned (?:for|with)|allied with)",
    "serves": r"(?:advises|advised|works for|worked for)",
    "served": r"(?:(?:[’']s|[’'](?= )) "
    r"(?:[\w-]+ ){0,3}(?:campaign|office|team|staff|administration|cabinet)\b|(?![’'\w-]))",
    "staff": r"(?:campaign|effort|operation|office|team|staff|administration)",
    "succeeded": r"(?:succeeded|succeeds|replaced|replaces|will succeed|will replace|took over from|takes over from)",
    "heads": r"(?:heads|leads|chairs|runs|directs|oversees|headed|led|chaired|directed|oversaw)",
    "helm": r"(?:took|takes|taking|assumed|assuming|taken|is at|was at|at) the (?:helm|reins)",
    "service": rf"(?:{_SERVICE})",
    "span": rf"(?:(?!\b(?:not|no|never|neither|nor)\b)(?:[^.;{OPEN}]|{OPEN}[old])){{0,80}}?",
    "headed": r"(?:headed|led|chaired|run|directed)",
    "founded": r"(?:founded|co-founded|cofounded|established|created|set up|launched|formed)",
    "made of": r"(?:made up of|consisting of|composed of|comprising|(?:which|that) (?:comprises|includes))",
    "unit": r"(?:unit|agency|subsidiary|division|arm|branch|affiliate|department|part|wing|offshoot|chapter|program)",
    "town": r"(?:city|town|village|county|state|province|region|district|commune|municipality|suburb|borough|port|"
    r"neighbou?rhood|capital|island|resort|settlement|community|hamlet)",
    "firm": r"(?:firm|company|bank|group|newspaper|paper|magazine|university|college|hospital|charity|nonprofit|"
    r"organization|organisation|think tank|super PAC|start-up|startup|station|agency)",
    "trade": rf"(?:{_TRADES})s?",
    "that firm": r"(?:(?:an? |the )(?:{place} )?{few}{firm}, )?",
    "runs": r"(?:runs|oversees|administers|manages|operates)",
    "made": r"(?:conducted|carried out|did|ran|commissioned and ran)",
    "made by": r"(?:(?:conducted|carried out|done|taken|released|published|prepared|compiled|written|produced) )?"
    r"(?:[\w-]+ ){0,3}?by (?:(?:researchers|scholars|scientists|economists|experts|analysts|a team) (?:at|from) )?",
}
"""What the words in braces stand for. ``end`` is what may follow a name that is not the owner of the next word."""

Check = Callable[[str, str], bool]
"""Whether the names of subject and object bear a wording that fits others too."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A predicate, and a pattern of which both names are a part."""

    predicate: str
    pattern: str
    check: Check | None = None


WORDINGS: tuple[Wording, ...] = (
    Wording("heads", "<A:p>(?:, who)? {has}{heads} {the}{few}<B:o>{end}"),
    Wording("heads", "<A:p>, who {has}{heads} <B:n>{end}"),
    Wording("heads", "<B:o>,? (?:which is |which was )?{headed} by {title}<A:p>"),
    Wording("heads", "<A:p>-led <B:o>"),
    Wording("heads", "<A:p> {has}{helm} (?:of|at) {the}{few}<B:o>{end}"),
    Wording("heads", "{helm} (?:of|at) {the}{few}<B:o>, {title}<A:p>{end}"),
    Wording("memberOf", "<A:po>(?:, who)?(?:,| is| was| became| remains) {the}{few}member of {the}{few}<B:o>{end}"),
    Wording("memberOf", "<A:p>(?: of {place})?, {the}{few}(?:Democrat|Republican|member) on {the}{few}<B:o>{end}"),
    Wording("memberOf", "<A:po> belongs to {the}{few}<B:o>{end}"),
    Wording("memberOf", r"<B:o>,? \(?{made of} {the}<A:o>+"),
    Wording("memberOf", r"<B:n>,? \(?{made of} {the}<A:o>+"),
    Wording("affiliatedWith", "<B:o>{'s} {title}<A:P>"),
    Wording(
        "affiliatedWith",
        "<A:p> {has}(?:joined|joins|works for|worked for|works at|worked at) {that firm}{the}<B:o>{end}",
    ),
    Wording("affiliatedWith", "<A:p>(?:, who)? {has}(?:{heads}|{serves}) {title}<B:p>{'s} {few}{staff}\\b"),
    Wording("affiliatedWith", "<A:p>(?:, who)? {has}{serves} {title}<B:p>{end}"),
    Wording("affiliatedWith", "<A:p>{'s} <B:o>", is_party_or_firm),
    Wording("affiliatedWith", "<A:p>, who {has}{works on} {few}(?:for|at) {the}<B:o>{end}"),
    Wording("affiliatedWith", "<B:o> affiliate <A:o>"),
    Wording("affiliatedWith", "<A:p>,(?: \\d+,)? {span}{service} (?:to|for|under|of|in) {title}<B:p>{served}"),
    Wording("affiliatedWith", "<A:p>,(?: who is)? (?:with|from) {the}<B:o>(?=[,.])"),
    Wording("affiliatedWith", "<A:p> from {the}<B:o>{end}"),
    Wording("affiliatedWith", "<A:p>(?:, who)? {has}teach(?:es|ing) {few}at {the}<B:o>{end}"),
    Wording("affiliatedWith", "<A:p>(?:, who)? {has}(?:sits|serves|sat|served) on {the}{few}board of {the}<B:o>{end}"),
    Wording("allyOf", "<B:p>(?:{'s})? {few}{ally} {title}<A:p>"),
    Wording("allyOf", "<B:p>{'s} {few}{ally}, {title}<A:p>(?=[,.;)])"),
    Wording("allyOf", r"<A:po>,(?: \d+,)? {the}{few}{ally} (?:of|to) {title}<B:p>{end}"),
    Wording("allyOf", r"<A:po>,(?: \d+,)? {the}{few}<B:p>(?:{'s})? {few}{ally}{end}"),
    Wording("allyOf", "<A:po> (?:is|was|became|remains) {the}{few}{ally} (?:of|to) {title}<B:p>{end}"),
    Wording("allyOf", "<A:po> (?:is|was|became|remains) {the}{few}<B:p>(?:{'s})? {few}{ally}{end}"),
    Wording("allyOf", "<A:po>(?:, who)? {has}{endorsed} {title}<B:p>{end}"),
    Wording("allyOf", "<B:p> (?:was|has been) endorsed by {title}<A:po>"),
    Wording("allyOf", "[Pp]ro-<B:p> {few}<A:o>"),
    Wording("allyOf", "[Pp]ro-<A:P> <B:g>"),
    Wording("allyOf", "<B:g> {backing} {title}<A:P>*{whole}"),
    Wording("allyOf", "<B:o> (?:backing|supporting|aligned with|allied with) {title}<A:P>*{whole}"),
    Wording("allyOf", "<A:o>, {the}{few}{firm} {backing} {title}<B:P>{whole}"),
    Wording("allyOf", "<A:o>, {the}pro-<B:P> {few}{firm}"),
    Wording("allyOf", "<A:o>{span} in support of {title}<B:P>{end}"),
    Wording("opponentOf", "[Aa]nti-<B:p> {few}<A:o>"),
    Wording("allyOf", "<A:po> (?:is joining|are joining|has joined|joined|joins) forces with {title}<B:po>{end}"),
    Wording("opponentOf", "<B:p>(?:{'s})? {few}{opponent} {title}<A:p>"),
    Wording("opponentOf", "<B:p>{'s} {few}{opponent}, {title}<A:p>(?=[,.;)])"),
    Wording("opponentOf", "<B:p>(?:{'s})? {few}{opponent}s,?(?: including| such as| like)? {title}<A:P>*"),
    Wording("opponentOf", "<A:p>{span} (?:{won over}|{lost to}) {title}<B:P>{end}"),
    Wording("opponentOf", r"<A:po>,(?: \d+,)? {the}{few}{opponent} (?:of|to) {title}<B:po>{end}"),
    Wording("opponentOf", r"<A:po>,(?: \d+,)? {the}{few}<B:p>(?:{'s})? {few}{opponent}{end}"),
    Wording("opponentOf", "<A:po> (?:is|was|became|remains) {the}{few}{opponent} (?:of|to) {title}<B:po>{end}"),
    Wording("opponentOf", "<A:po> (?:is|was|became|remains) <B:p>{'s} {few}{opponent}{end}"),
    Wording("opponentOf", "<A:po>(?:, who)? {has}{beat} {title}<B:po>{end}"),
    Wording("opponentOf", "<A:pol>(?:, which|, who)? {has}{sued} {title}<B:pol>{end}"),
    Wording("opponentOf", "{race}{near} between {near}<A:p>{near},? and {title}<B:p>{end}"),
    Wording("opponentOf", "<A:p>{near} {race} (?:with|against) {title}<B:p>{end}"),
    Wording(
        "opponentOf", "<A:p> and {title}<B:p> (?:vied|are vying|compete|competed|are competing|squared off|faced off)"
    ),
    Wording("opponentOf", r"<A:p> (?:vs\.?|versus|v\.) <B:p>"),
    Wording("predecessorOf", "<B:p>(?:, who)? {has}{succeeded} {title}<A:p>{end}"),
    Wording("predecessorOf", "<A:p> (?:was|has been|will be|is) (?:succeeded|replaced) by {title}<B:p>"),
    Wording("predecessorOf", "<B:p>{'s} {few}predecessor,? {title}<A:p>"),
    Wording("predecessorOf", "<A:p>{'s} {few}successor,? {title}<B:p>"),
    Wording("locatedIn", "(?<![,\ue001] )<A:l>, <B:l>{not listed}{end}", lies_in),
    Wording("locatedIn", "<A:lo>, {the}{few}{town} (?:in|of|near|within) {the}(?:{few}{town} of )?{few}<B:l>"),
    Wording("locatedIn", "<A:l>, <B:l>{'s} {few}{town}\\b"),
    Wording("locatedIn", "<B:l>{'s} {few}capital(?: city)?,? (?:of )?<A:l>"),
    Wording("locatedIn", "<A:lo>(?:, (?:based|headquartered)| is (?:based|headquartered|located)) in {the}<B:l>"),
    Wording("locatedIn", "<A:l> in <B:l>{whole}", is_town),
    Wording("locatedIn", "<A:ol> in <B:l>{whole}", is_facility),
    Wording("locatedIn", "<B:l> (?:[a-z-]+ ){0,2}{firm}, <A:o>"),
    Wording("locatedIn", r"<A:P>, (?:\d+, )?an? {few}<B:l>-based (?:[a-z-]+ ){0,3}[a-z]+"),
    Wording("locatedIn", r"<A:P>, (?:\d+, )?an? <B:l> (?:[a-z-]+ ){0,2}{trade}\b"),
    Wording("locatedIn", r"<B:l>(?:-based)? (?:[a-z-]+ ){0,2}{trade}(?: |(?<!s)(?:, | and )|, (?={two}))<A:P>"),
    Wording("locatedIn", r"<A:P>, (?:\d+, )?of <B:l>(?=[,.])"),
    Wording("locatedIn", "(?<!\ue001, )<B:l>-based {few}<A:o>"),
    Wording("locatedIn", "<B:l>, {place}-based {few}<A:o>"),
    Wording("locatedIn", "<A:l>, <B:l>(?=-based)", lies_in),
    Wording("locatedIn", "(?:at|with) {the}<A:o> in <B:l>{whole}", is_of_one_place),
    Wording("partOf", "<A:o> (?:of|at) {the}<B:o>", is_part),
    Wording("partOf", "<B:o>{'s} <A:o>{whole}", is_owner),
    Wording("partOf", "<A:o>, {the}{few}{unit} of {the}{few}<B:o>{end}"),
    Wording("partOf", "<A:o>(?:, which is|,| is| was)? (?:part of|owned by) {the}{few}<B:o>{end}"),
    Wording("partOf", "<B:o>-owned <A:o>"),
    Wording("created", "<A:pol>(?:, who)? {has}{founded} {the}{few}<B:od>{end}"),
    Wording("created", r"<B:od>(?:,| was| is|, which was) {founded}(?: in \d{4})? by {title}<A:pol>"),
    Wording("created", "<A:p>, {the}{few}(?:co-)?founder (?:and [\\w-]+ )?of {the}{few}<B:o>{end}"),
    Wording("created", "(?:creation|founding|establishment) of {the}<B:od> by {title}<A:pol>"),
    Wording("created", "<A:ol> {has}(?:published|issued|released|unveiled) {the}{few}<B:d>{end}"),
    Wording(
        "created",
        "<B:o>, {the}{few}{firm} (?:that )?{title}<A:p> (?:co-)?(?:founded|created|formed|started|established)\\b",
    ),
    Wording("created", "<B:o>(?:{'s})? {few}(?:co-)?founder,? {title}<A:P>"),
    Wording("created", "<A:p>(?:, who)? {has}(?:wrote|authored|drafted|sponsored|introduced) {the}{few}<B:d>"),
    Wording("created", "<A:P>{'s} {few}<B:d>", is_law),
    Wording("created", "<A:o>{'s} {few}<B:d>", is_writing),
    Wording("created", "<A:o> <B:d>", is_report),
    Wording("conducted", "<A:o>(?:{'s})? {few}<B:d>", is_survey),
    Wording(
        "conducted",
        "<B:d>,? (?:which is )?(?:run|administered|overseen|operated) by {the}{few}<A:o>{end}",
        is_programme,
    ),
    Wording(
        "conducted",
        "<A:o>,? (?:{the}{few}{unit} (?:that|which) |which |that )?{runs} {the}{few}<B:d>{end}",
        is_programme,
    ),
    Wording("conducted", "<B:d> {made by}{title}<A:p>{whole}", is_survey),
    Wording("conducted", "<B:d> {made by}{title}<A:o>{end}", is_survey),
    Wording("created", "<B:d> {made by}{title}<A:p>{whole}", is_writing),
    Wording("created", "<B:d> {made by}{title}<A:o>{end}", is_writing),
    Wording("conducted", "<A:op> {has}{made} {the}{few}<B:d>", is_survey),
)
"""What is looked for in every sentence."""

_MENTION = re.compile(r"<([AB]):([polPd]+)>([+*]?)")
_DESCRIBED = rf"(?:[Tt]he |[Aa]n? |(?={OPEN}))(?P<BN>(?:{OPEN}[pqo]\d+{CLOSE}[’']s )?{_WORD}{{0,3}}(?:{_BODIES}))"
_GROUP = rf"(?<![\w’'-])(?:[Tt]he |[Aa]n? )?(?P<BN>(?=[A-Za-z]){_WORD}{{0,2}}(?:(?:super )?PACs?|groups?|committees?))"
CAPITALS = r"(?:[A-Z][\w-]+ )*[A-Z][\w-]+"
"""A name that was not known as one, where it stands in a list of names."""
_LISTED = rf"(?:{OPEN}[pqo]\d+{CLOSE}|{CAPITALS})"


def compiled(pattern: str) -> re.Pattern[str]:
    """A wording's pattern as a regular expression over a sentence that is laid out by `ingest.relations.ties`."""
    pattern = pattern.replace("{that firm}", WORDS["that firm"])
    for name, words in WORDS.items():
        pattern = pattern.replace(f"{{{name}}}", words)
    pattern = _MENTION.sub(_mention, pattern.replace("<B:n>", _DESCRIBED).replace("<B:g>", _GROUP))
    return re.compile(pattern.replace(" ", r"\s"))


def _mention(match: re.Match[str]) -> str:
    name, types, many = match.groups()
    types = _with_pronouns(types)
    if many == "*":
        person = rf"{OPEN}[{types}]\d+{CLOSE}"
        return rf"(?P<{name}{name}>{person}(?:(?:,|,? and) {_TITLE}{{0,5}}?{person})*)"
    if many:
        return rf"(?P<{name}>{_LISTED}(?:, (?:the )?{_LISTED})*(?:,? and (?:the )?{_LISTED})?)"
    return rf"(?P<{name}>{OPEN}[{types}]\d+{CLOSE})"


def _with_pronouns(types: str) -> str:
    return types.replace("p", "pq").replace("P", "p")


def kinds(pattern: str) -> tuple[frozenset[str], ...]:
    """The letters of which a sentence must have one for each name that a wording needs, to save looking for it."""
    return tuple(frozenset(_with_pronouns(types)) for _, types, many in _MENTION.findall(pattern) if not many)
