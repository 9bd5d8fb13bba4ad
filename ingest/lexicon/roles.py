"""Words that roles are made of, besides `ingest.lexicon.words.ROLES`: more nouns, what stands before them, offices.

All in lower case.
"""

from __future__ import annotations

from ingest.lexicon.words import DEPARTMENTS, PERSON_NOUNS, ROLES, listed

MORE_ROLES = listed(
    """
    acrobat adjutant alderwoman analysts apprentice arbiter archaeologist archivist assassin assemblyman assemblywoman
    assistant astronomer athlete auditor aviator baker barrister bassist beneficiary boxer breeder broker builder
    businessperson cashier celebrity ceo cfo champion chaplain chef chemist choreographer cleric climatologist
    coauthor cochair co-host co-owner cofounder co-writer collector columnist commissar composer conductor conservator
    cook coo copywriter councillor councilmember coroner cto dancer dealer demographer dentist designate dissident
    dramatist driver drummer economist-turned-politician educator ethicist evangelist exile explorer fellow
    firefighter footballer forester fundraiser gardener general geographer geneticist goalkeeper golfer governor-general
    grandson granddaughter guard gunman gynecologist hacker hairdresser handyman homemaker housewife hunter illustrator
    imam immunologist importer industrialist influencer intern interpreter inventor janitor jeweler jockey juror
    laureate legend linguist lobbyist logger machinist magnate marshal masseur mastermind mechanic meteorologist
    microbiologist militant millionaire missionary model monk movie-maker multimillionaire native neurologist
    neuroscientist neurosurgeon newscaster nun oncologist ophthalmologist orator ornithologist pathologist pediatrician
    performer pharmacist pianist plotter policymaker prelate preacher prisoner promoter propagandist prophet
    psychotherapist publicist quarterback radiologist rancher realtor rebel recipient recruiter refugee restaurateur
    retiree sculptor seamstress secretary-treasurer serviceman songwriter specialist speechwriter spy statesman
    steelworker stockbroker stylist subcontractor supervisor surveyor tailor terrorist therapist toxicologist
    trainer translator trucker undersecretary-general urologist vaccinologist vendor veterinarian vice-chancellor
    vice-chairwoman vice-principal vintner violinist virologist voter warlord watchman weatherman welder whip
    whistleblower wholesaler winner woodworker zoologist commandant whip chairperson presenter pundit protege protégé
    protester demonstrator mastermind kingpin bureaucrat technocrat administrator overseer apologist strategist
    theorist diplomat-turned-politician front-runner frontrunner contender finalist hopeful member-elect senator-elect
    governor-elect mayor-elect congressman-elect prime-minister-designate
    """
)

DEGREES = listed("phd doctorate degree mba")
"""What somebody was given by a school."""

HEADS = (
    ROLES | MORE_ROLES | listed("lady democrat republican conservative liberal socialist communist libertarian")
) - DEGREES
"""Nouns that a role's noun phrase may end in."""

DESCRIBING = HEADS | PERSON_NOUNS
"""The same where a determiner makes plain that somebody is described ("Ana Lima, a passenger on the train")."""

TIES = listed(
    """
    rival opponent ally challenger foe adversary nemesis enemy friend colleague counterpart peer running-mate successor
    predecessor father mother son daughter brother sister wife husband parent child widow widower niece nephew cousin
    uncle aunt grandmother grandfather grandson granddaughter stepson stepdaughter fiancé fiancée boyfriend girlfriend
    fellow neighbor neighbour friend relative supporter backer
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
    mr mrs ms miss dr drs sir messrs madam hon fr lord lady sister dame fellow speaker-in guest user man woman boy girl
    person source caller viewer reader passenger victim child suspect bystander onlooker narrator insider outsider
    incumbent presidential former late then acting interim outgoing first vice house sens reps
    """
)
"""Words before a name that are no role where they stand alone."""

MODIFIERS = (
    listed(
        """
    former late then acting interim outgoing incumbent longtime veteran senior junior deputy chief vice prime first
    second associate assistant retired visiting emeritus top executive managing national general communist socialist
    conservative liberal democratic republican libertarian green labour far-right right-wing left-wing hard-right
    hard-left centre-right centre-left center-right center-left independent presidential vice-presidential political
    campaign press foreign interior defence defense finance attorney state federal district house senate majority
    minority crown opposition party police prize-winning award-winning local business media communications
    communication policy security research staff legal military intelligence health current new honorary co founding
    principal lead leading public relations editorial investigative tech technology sole onetime one-time ex sitting
    regional global international domestic digital deputy-assistant special independent private personal newly-elected
    undersecretary parliamentary congressional mayoral gubernatorial senatorial judicial municipal
    provincial rural urban economic environmental financial fiscal monetary medical scientific technical cultural
    religious social civil human rights climate energy trade labor housing transport education immigration tax budget
    banking investment hedge fund market real estate real-estate television tv radio film movie rock pop folk country
    football basketball baseball hockey soccer tennis golf boxing racing olympic world-champion criminal constitutional
    corporate defense-industry environmental-policy antitrust patent divorce union community student youth women's
    war peace field operations outreach events events-planning data strategy innovation sales marketing advertising
    product software hardware engineering science sports weather crime court chief-of-staff supreme appeals circuit
    county city town village school university college hospital church navy army air-force marine coast-guard
    self-described self-styled self-proclaimed so-called presumptive presumed likely eventual apparent would-be
    far-left anti-war pro-life anti-abortion evangelical catholic protestant jewish muslim christian baptist
    methodist civil-rights human-rights disgraced embattled jailed exiled ousted deposed convicted billionaire
    millionaire multimillionaire celebrated famed noted prominent renowned respected influential outspoken
    popular populist nationalist progressive moderate centrist hardline hard-line maverick firebrand reformist
    high-ranking top-ranking ranking no mainstream freelance part-time full-time lifelong registered undecided black
    white hispanic latino young old elderly
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
    leader dictator ruler ombudsman
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

EVALUATIVE = listed(
    """
    best worst most least only great greatest good bad better worse true real strong strongest weak such very too more
    less right wrong perfect terrible wonderful terrific fantastic horrible awful natural serious viable electable
    formidable ideal typical classic mere bigger smaller total complete proper decent nice smart crooked big flawed
    credible legitimate polarizing dangerous unpopular same different kind sort type next last first any no
    """
)
"""Words that judge or count: with them "is a …" says what somebody thinks of somebody, and no role."""
