"""Words that roles are made of, besides `ingest.lexicon.words.ROLES`: more nouns, what stands before them, offices.

All in lower case.
"""

from __future__ import annotations

from ingest.lexicon.words import DEPARTMENTS, PERSON_NOUNS, ROLES, listed

MORE_ROLES = listed(
    """
    associate
    acrobat adjutant alderwoman apologist apprentice arbiter archaeologist archivist assassin assemblyman assemblywoman
    assistant astronomer athlete auditor aviator baker barrister bassist beneficiary boxer breeder broker bureaucrat
    businessperson cashier celebrity cfo champion chaplain chef chemist choreographer cleric climatologist co-host
    co-owner co-writer coauthor cochair collector commandant commissar composer conductor conservator contender coo
    cook copywriter coroner councilmember cto dancer dealer demographer demonstrator dentist designate dissident
    dramatist driver drummer educator ethicist evangelist exile explorer finalist firefighter footballer forester
    front-runner frontrunner fundraiser gardener geneticist geographer goalkeeper golfer governor-general granddaughter
    grandson guard gunman gynecologist hacker hairdresser handyman hero heroine homemaker hopeful housewife hunter
    illustrator imam immunologist importer industrialist influencer intern interpreter inventor janitor jeweler jockey
    juror kingpin laureate legend linguist logger machinist magnate marshal masseur mastermind mechanic meteorologist
    microbiologist militant millionaire missionary model monk multimillionaire native neurologist neuroscientist
    neurosurgeon newscaster nun oncologist ophthalmologist orator ornithologist overseer pathologist pediatrician
    performer pharmacist pianist plotter policymaker preacher prelate prisoner prodigy promoter propagandist prophet
    protege protester protégé psychotherapist publicist pundit quarterback radiologist rancher realtor rebel recipient
    recruiter refugee restaurateur retiree sculptor seamstress secretary-treasurer serviceman songwriter specialist
    speechwriter spy statesman steelworker stockbroker stylist subcontractor supervisor tailor technocrat terrorist
    theorist therapist toxicologist trainer translator trucker undersecretary-general urologist vaccinologist vendor
    veterinarian vice-chairwoman vice-chancellor vice-principal vintner violinist virologist voter warlord watchman
    weatherman welder whip whistleblower wholesaler winner woodworker zoologist
    """
)

DEGREES = listed("phd doctorate degree mba")
"""What somebody was given by a school."""

HEADS = (
    ROLES
    | MORE_ROLES
    | listed("lady democrat republican conservative liberal socialist communist libertarian newcomer outsider insider")
) - DEGREES
"""Nouns that a role's noun phrase may end in."""

PARTISANS = listed("democrat republican conservative liberal socialist communist libertarian independent")
"""Nouns for those of a party or a conviction: alone they are no role."""

TIES = listed(
    """
    rival opponent ally challenger foe adversary nemesis enemy friend colleague counterpart peer running-mate successor
    predecessor father mother son daughter brother sister wife husband parent child widow widower niece nephew cousin
    uncle aunt grandmother grandfather grandson granddaughter stepson stepdaughter fiancé fiancée boyfriend girlfriend
    neighbor neighbour relative supporter backer
    """
)
"""Nouns that say what somebody is to somebody else: alone they are no role."""

SERVICE = listed(
    """
    adviser advisor agent aide assistant attorney chief consultant coordinator counsel deputy director fundraiser
    lawyer manager operative pollster publicist secretary speechwriter spokesman spokesperson spokeswoman staffer
    strategist surrogate treasurer
    """
)
"""Nouns for those who work for the person named with them."""

NO_ROLES = listed(
    """
    acting boy bystander caller child communist conservative dame democrat dr drs fellow first former fr girl guest hon
    house incumbent insider interim lady late liberal libertarian lord madam man messrs miss mr mrs ms narrator
    onlooker outgoing outsider passenger person presidential reader reps republican sens sir sister socialist source
    suspect then user vice victim viewer woman
    """
)
"""Words before a name that are no role where they stand alone."""

DESCRIBING = (HEADS | PERSON_NOUNS) - NO_ROLES | listed("incumbent speaker")
"""The same where a determiner makes plain that somebody is described ("Ana Lima, a neighbour of the school")."""

MODIFIERS = (
    listed(
        """
    portfolio asset equity wealth risk account project plant store office warehouse customer quality shift floor
    acting advertising air-force anti-abortion anti-war antitrust apparent appeals army assistant associate attorney
    award-winning banking baptist baseball basketball billionaire black boxing budget business cable campaign catholic
    celebrated center-left center-right centre-left centre-right centrist chief christian church circuit city civil
    civil-rights climate co coast-guard college communication communications communist community congressional
    conservative constitutional convicted corporate country county court crime criminal crown cultural current daily
    data democratic deposed deputy digital disgraced district divorce domestic drug economic editorial elderly
    embattled emeritus engineering environmental estate evangelical evening events eventual ex executive exiled famed
    far-left far-right federal field film finance financial firebrand first fiscal folk football foreign former
    founding freelance full-time fund general global golf green gubernatorial gun hard-left hard-line hard-right
    hardline hardware hedge high-ranking hispanic hockey honorary hospital housing human human-rights immigration
    incumbent independent influential innovation intelligence interim international investigative investment jailed
    jewish judicial junior late latino lead leading left-wing legal liberal libertarian lifelong likely local longtime
    mainstream majority managing marine market marketing maverick mayoral media medical methodist military millionaire
    minority moderate monetary morning movie multimillionaire municipal muslim national nationalist navy network new
    newly-elected news night noted old olympic one-time onetime operations opposition ousted outgoing outreach
    outspoken parliamentary part-time party patent peace personal police policy political pop popular populist
    presidential press presumed presumptive prime principal private prize-winning pro-life product program programme
    progressive prominent protestant provincial public racing radio ranking real real-estate reformist regional
    registered relations religious renowned republican research respected retired right-wing rights rock rural sales
    school science scientific second self-described self-proclaimed self-styled senatorial senior show sitting
    so-called soccer social socialist software sole special sports staff strategy student supreme tax tech technical
    technology television tennis then top top-ranking town trade transport tv undecided undersecretary university urban
    veteran vice vice-presidential village visiting war weather weekly white would-be young youth
    """
    )
    | DEPARTMENTS
)
"""Words that may stand before a role's noun."""

COMPOUNDS = {
    ("secretary", "of"): DEPARTMENTS | {"war", "agriculture", "transportation", "the"},
    ("minister", "of"): DEPARTMENTS | {"finance", "justice", "foreign", "culture", "agriculture", "war"},
    ("chief", "of"): frozenset({"staff", "police", "mission", "protocol"}),
    ("chiefs", "of"): frozenset({"staff"}),
    ("head", "of"): frozenset({"state", "government", "mission", "delegation"}),
    ("member", "of"): frozenset({"parliament", "congress"}),
    ("justice", "of"): frozenset({"peace"}),
    ("prisoner", "of"): frozenset({"war", "conscience"}),
    ("commander", "in"): frozenset({"chief"}),
    ("editor", "in"): frozenset({"chief"}),
    ("speaker", "of"): frozenset({"parliament"}),
}
"""What a preposition joins to one role's noun: "secretary of state", "chief of staff"."""

TAILS = listed("emeritus emerita general elect designate laureate")
"""Words behind a role's noun that belong to it."""

NATIONAL = listed(
    """
    president vice-president president-elect ex-president premier minister chancellor king queen emperor prince princess
    leader dictator ruler ombudsman pres ambassador envoy
    """
)
"""Offices that a country has one of."""

OFFICES = NATIONAL | listed(
    """
    governor gov senator sen mayor ex-mayor congressman congresswoman representative rep legislator lawmaker
    assemblyman assemblywoman secretary treasurer comptroller councilman councilwoman sheriff chief archbishop bishop
    delegate delegates governor-elect mayor-elect senator-elect
    """
)
"""Offices that are held for a place, which may stand before them."""

CLOSERS = listed(
    """
    who whose whom which that and but or with in at on to for of from as by under during since until when where because
    while after before if though although about against among over through via without within not than
    """
)
"""Words that may follow a role which is set off behind a name, where no comma closes it."""

JOINT = listed(
    """
    chairman chairwoman chair chairperson president ceo executive founder owner director editor publisher secretary
    treasurer
    """
)
"""Offices of one body that one person may hold together: "chairman and chief executive of Harbour Bank"."""

AUXILIARIES = listed("has had was is been also now once currently previously formerly later already")
"""Words between a name and the verb that gives a role."""

EVALUATIVE = listed(
    """
    best worst most least only great greatest good bad better worse true real strong strongest weak such very too more
    less right wrong perfect terrible wonderful terrific fantastic horrible awful natural serious viable electable
    formidable ideal typical classic mere bigger smaller total complete proper decent nice smart crooked big flawed
    credible legitimate polarizing dangerous unpopular same different kind sort type next last first any no
    """
)
"""Words that judge or count: with them "is a …" says what somebody thinks of somebody, and no role."""
