"""Words for measures: verbs and nouns that name a course of action, what carries one, and what leaves it open."""

from __future__ import annotations

from ingest.lexicon.words import listed

VERBS = listed(
    """
    abandon abolish adopt advance allow amend arm authorise authorize ban bar bill block boost bring broaden build
    cancel cap carry change close collect crack create criminalise criminalize curb cut declare decriminalise
    decriminalize defund deny deploy deport deregulate detain disarm dismantle dissolve divest double drill ease
    eliminate enact end enforce ensure establish exclude execute exempt expand expel extend finance fire forgive
    free freeze fund grant guarantee halt halve hike hire impose imprison improve increase install introduce invade
    invest jail keep leave legalise legalize levy license lift limit lower maintain make mandate merge militarise
    militarize modernise modernize nationalise nationalize normalise normalize offer open outlaw overhaul overturn
    pardon partition pass pause pay phase preserve privatise privatize prohibit promote prosecute protect provide
    purge put quadruple raise ratify ration rebuild recognise recognize recruit redirect redistribute reduce
    refinance reform regulate reinstate reintroduce relax relocate remove rename renegotiate renew repair repatriate
    repeal replace replant require rescind resettle restart restore restrict retain reverse revise revoke roll
    sanction save scale scrap screen secure segment sell send shelve shut simplify slash speed spend split step stop
    strengthen strip subsidise subsidize suspend tax throw tighten toughen tougher train transfer triple unseal
    upgrade vet veto waive widen withdraw withhold
    """
)
"""Verbs that name a measure when somebody proposes or promises to do it."""

LOOSE_VERBS = listed(
    """
    advance allow bill bring build carry change close collect create declare deny detain drill end ensure establish
    extend fire free improve keep leave maintain make merge offer open pass pause pay preserve promote protect
    provide put recognise recognize remove rename repair replace retain revise roll save screen secure sell send
    speed spend split step stop strengthen strip throw train
    """
)
"""Verbs that name a measure only with an object that does."""

STRONG_VERBS = listed(
    """
    abolish ban criminalise criminalize decriminalise decriminalize defund deploy deport deregulate expel legalise
    legalize militarise militarize nationalise nationalize outlaw privatise privatize prohibit reinstate renegotiate
    repatriate repeal rescind resettle subsidise subsidize tax
    """
)
"""Verbs that name a measure whatever their object."""

NOUNS = listed(
    """
    abortion accord accords act admission admissions agreement agreements aid airstrike airstrikes amendment
    amendments amnesty asylum austerity bailout ban bans benefit benefits bill bills blockade bombing budget budgets
    cap caps care ceasefire ceiling charge check checkpoints checks citizenship cleanup closure closures compact
    constitution contract contracts control controls cooperation crackdown credit credits curb curbs curfew cut
    cutback cutbacks cuts deal deals decree decrees deployment deployments deportation deportations deregulation
    detention disarmament divestment drilling education embargo embargoes emergency enforcement equality execution
    executions exemption exemptions expansion exports expulsion expulsions fare fares fee fees fence fracking freeze
    fund funding funds healthcare housing immigration imports incentive incentives increase increases independence
    initiative initiatives inspections insurance intervention invasion investment investments labeling labelling law
    laws leave legislation levy licence licences license licenses licensing limit limits loan loans lockdown
    loophole loopholes mandate mandates marriage measure measures merger minimum mission missions moratorium
    nationalisation nationalization naturalisation overhaul pact pardon pardons parole participation partnership
    passage pathway patrols penalties penalty pension pensions permits pipeline plan plans policies policing policy
    powers practice practices prevention prison prisons privatisation privatization procedure procedures program
    programme programmes programs project projects prosecution protection protections punishment purge purges quota
    quotas raid rebate rebates recount reduction reductions referendum reform reforms regulation regulations
    rehabilitation reintegration relief removal reparations repeal rescue resettlement resolution restriction
    restrictions rights rise rollback rule rules sanction sanctions scheme schemes screening segmentation sentence
    sentences sentencing sequestration service services shutdown spending standard standards stimulus strategy
    strike strikes subsidies subsidy supervision support surcharge surge surveillance suspension tariff tariffs tax
    taxation taxes timetable tolls trade training treaties treaty troops truce tuition union unions upgrade upgrades
    use vaccination vetting visa visas voucher vouchers wage wages waiver waivers wall walls war warrants
    waterboarding withdrawal withdrawals zone zones
    """
)
"""Nouns that make what somebody supports or opposes a policy."""

COURSES = listed(
    """
    agenda approach architecture capability capacity collaboration diplomacy doctrine engagement focus outreach
    posture presence role stance strategy system
    """
)
"""Heads that name a course of action where enough stands beside them ("hard line on smuggling")."""

CREATED = listed(
    """
    agency authority bank body centre center commission corps court department fleet force fund hotline inspectorate
    inspector institute ministry observatory office ombudsman panel prosecutor regulator register registry taskforce
    tribunal unit watchdog
    """
)
"""Heads that name a measure where somebody calls for a new one ("an independent office for prosecutions")."""

GIVING = listed("provide give buy offer send supply obtain")
"""Verbs whose object is the policy."""

ENDING = listed(
    """
    abandon abolish block cancel drop end halt lift overturn repeal rescind reverse revoke scrap stop suspend veto
    withdraw
    """
)
"""Verbs whose object is done away with: "scrap the plan to …" is not that plan."""

ADOPTING = listed("adopt enact pass implement introduce approve impose institute launch")
"""Verbs whose object is the policy: who wants to introduce a tax wants the tax."""

PARTITIVES = listed("series set package number range variety list raft host slate")
"""Heads that give way to what stands behind "of"."""

NUMBERS = listed("two three four five six several these those")

MORE = listed("more greater larger bigger increased higher")
"""Words that make of what there is what shall be: "more prisons"."""

TIMES = listed("week weeks month months year years day days time")

SINGLE = listed(
    """
    amnesty austerity blockade conscription curfew decriminalisation decriminalization deregulation devolution
    disarmament embargo federalism fracking independence isolationism lockdown lockdowns multilateralism
    nationalisation nationalization privatisation privatization protectionism rehabilitation reintegration
    reparations secession sequestration socialism waterboarding
    """
)
"""Nouns that name a policy alone."""

ACTING = listed(
    """
    affirmative climate collective congressional executive industrial legal military police policy
    """
)
"""Words that make "action" a measure."""

MEANS = listed(
    """
    airport airports army beds border borders bridges classrooms clinics doctors embassy embassies equipment guards
    homes hospitals housing judges military mine mines money navy nurses officers port ports prosecutors resources
    roads schools ships soldiers staff teachers technology training troops weapons
    """
)
"""Nouns for what a measure provides or buys."""

VAGUE = listed(
    """
    laws measures plans policies policy practices programmes programs projects rules services strategy
    """
)
"""Heads that need a noun before them to say which policy is meant ("prevention policies")."""

VAGUE_MODIFIERS = listed(
    """
    administration bad better campaign certain company company's current different domestic economic few foreign
    good government internal key major many national new official old other party political public same social
    various
    """
)
"""Words before such heads that do not say it."""

GENERAL = listed(
    """
    agreement amendment bill deal initiative law legislation measure plan policy program programme project reform
    regulation rule scheme service strategy treaty
    """
)
"""Heads that say nothing without a word that is no mere praise ("new regulations")."""

LAWS = listed(
    """
    accord act agreement amendment ban bill compact deal initiative invasion law order pact partnership plan program
    programme reform reforms resolution rule rules treaty war
    """
)
"""Capitalised words that end the name of a law, a treaty or a programme."""

EMPTY = listed(
    """
    action ad administration ads advantage advisers allegation allegations allegiance alternative alternatives
    ambition ambitions answer answers anyone anything apology argument arguments army attack attacks attempt
    attempts attention audience boycott business calm campaign campaigns candidacy candidate candidates case cause
    challenge chance change changes charges choice claim claims class comment comments conclusion conference
    contestants convention country criticism crowd debate debates decision decisions delegates demand demands
    details donations edge effort efforts election elections email emails end energy event everyone everything
    evidence experts explanation fact families fight footage future goal goals group groups guy help hope husband
    idea ideas information inquiry interest interests interview investigation issue issues job jobs journalists
    judgment kind lead leader leaders leadership life line lines list lot love loyalty man margin meeting meetings
    member members message moment money month more movement much name nation nature nomination nominee nothing
    notion number numbers offer office one ones opinion opponent opponents opportunity others part party path people
    person place plan plans platform pledge pledges point policies policy position positions prayer presidency
    president press probe problem problems process promise promises proposal proposals protest protests question
    questions rallies rally reason reasons reference remark remarks report reports request resignation response
    result results return revenge revolution rhetoric right run series side someone something sort speech spirit
    spokesman statement statements step steps style supporters system talk talks team theory thing things time times
    transparency truth turnout unity values version victory view views violence vision visit vote voter voters votes
    way ways week woman women work world year years
    """
)
"""Heads that leave open which policy is meant."""

CARRIERS = listed(
    """
    amendment attempt attempts bid bill bills call calls campaign decision drive effort efforts idea initiative
    initiatives law laws legislation measure measures motion move moves notion order orders package plan plans
    pledge pledges policies policy practice procedure program programme promise promises proposal proposals
    provision provisions push reform reforms request requests resolution rule rules scheme steps strategy suggestion
    threat vow
    """
)
"""Nouns that carry the policy in what follows them ("a plan to …", "a ban on …", "the idea of …")."""

DEGREES = listed(
    """
    additional ambitious better big bigger broad broader complete controversial current determined eventual existing
    expansive explicit full further great greater high higher immediate increased large larger long-standing
    longstanding lower major mass massive more new newer old own permanent planned possible promised proposed quick
    radical rapid recent so-called steep strict stricter sweeping swift temporary total tough tougher
    """
)
"""Adjectives of degree and time: they do not tell one policy from another."""

SAME_ACTIONS = (
    ("expel", "expulsion"),
    ("deport", "deportation"),
    ("deploy", "deployment"),
    ("ban", "bar", "prohibit", "prohibition", "outlaw"),
    ("cut", "reduce", "reduction", "slash", "cutback"),
    ("raise", "increase", "hike", "rise", "expand", "expansion"),
    ("remove", "removal", "purge"),
    ("repeal", "scrap", "abolish", "abolition"),
    ("legalise", "legalisation", "legalize", "legalization"),
    ("nationalise", "nationalisation", "nationalize", "nationalization"),
    ("privatise", "privatisation", "privatize", "privatization"),
    ("withdraw", "withdrawal"),
    ("leave", "exit"),
    ("restrict", "restriction"),
    ("regulate", "regulation"),
    ("deregulate", "deregulation"),
    ("protect", "protection"),
    ("simplify", "simplification"),
    ("militarise", "militarisation", "militarize", "militarization"),
    ("suspend", "suspension"),
    ("close", "closure", "shut", "shutter"),
    ("invade", "invasion"),
    ("intervene", "intervention"),
    ("segment", "segmentation"),
    ("tax", "taxation"),
    ("subsidise", "subsidy", "subsidize", "subsidisation"),
    ("renegotiate", "renegotiation"),
    ("resettle", "resettlement"),
    ("admit", "admission"),
    ("enforce", "enforcement"),
    ("strengthen", "strengthening"),
    ("restore", "restoration"),
    ("reform", "overhaul"),
    ("annex", "annexation"),
    ("participate", "participation"),
    ("deal", "agreement", "accord", "pact"),
    ("renew", "renewal", "reauthorise", "reauthorisation", "reauthorize", "reauthorization", "extend", "extension"),
    ("intern", "internment"),
    ("detain", "detention"),
    ("approve", "approval"),
    ("recognise", "recognition", "recognize"),
    ("ratify", "ratification"),
)
"""Verbs and nouns for one and the same thing done."""

NO_NOUNS = listed(
    """
    absence accusation administration aggression allegation assertion association coalition commission competition
    conclusion condition convention conversation corporation corruption decision depression discussion election
    elections expression failure foundation gap gaps generation impression information lack lacks mission nation
    nomination nominations notion occasion opposition option organisation organization passion population portion
    position profession question questions recession reputation section shortage situation suggestion tension
    version vision
    """
)
"""Words that end as the nouns of measures do and are none."""

UNFIT = listed("same final little last next other own such any further certain many several few less no")
"""Words that begin no policy's name."""
