"""Words for measures: verbs and nouns that name a course of action, what carries one, and what leaves it open."""

from __future__ import annotations

from ingest.lexicon.words import listed

VERBS = listed(
    """
    abandon abolish adopt advance allow amend arm authorise authorize ban bar bill block boost bring broaden build cancel cap
    carry change close collect crack create criminalise criminalize curb cut declare decriminalise decriminalize defund deny
    deploy deport deregulate detain disarm dismantle dissolve divest double drill ease eliminate enact end enforce
    ensure establish exclude execute exempt expand expel extend finance fire forgive free freeze fund grant guarantee
    halt halve hike hire impose imprison improve increase install introduce invade invest jail keep legalise legalize
    leave levy license lift limit lower maintain make mandate merge militarise militarize modernise modernize
    nationalise nationalize normalise normalize offer open outlaw overhaul overturn pardon partition pass pause pay
    phase preserve privatise privatize prohibit promote prosecute protect provide purge put quadruple raise ration ratify
    rebuild recognise recognize recruit redirect redistribute reduce refinance reform regulate reinstate reintroduce
    relax relocate remove rename renegotiate renew repair repatriate repeal replace replant require rescind resettle
    restart restore restrict retain reverse revise revoke roll sanction save scale scrap screen seal secure segment
    sell send shelve shut simplify slash speed spend split step stop strengthen strip subsidise subsidize suspend take
    tax throw tighten tougher toughen train transfer triple unseal upgrade veto vet waive widen withdraw withhold
    """
)
"""Verbs that name a measure when somebody proposes or promises to do it."""

LOOSE_VERBS = listed(
    """
    advance allow bill bring carry change close collect declare deny ensure extend fire free improve keep leave maintain make offer
    open pass pause pay put recognise recognize replace retain save sell send spend split step stop strip take throw
    train promote protect provide preserve merge revise screen drill detain rename repair speed strengthen secure end seal
    build create roll remove establish
    """
)
"""Verbs that name a measure only with an object that does."""

STRONG_VERBS = listed(
    """
    ban abolish repeal deport outlaw prohibit legalise legalize nationalise nationalize privatise privatize
    decriminalise decriminalize criminalise criminalize expel deploy subsidise subsidize resettle repatriate
    reinstate renegotiate rescind militarise militarize tax defund deregulate
    """
)
"""Verbs that name a measure whatever their object."""

NOUNS = listed(
    """
    abortion accord accords act admission admissions agreement agreements aid airstrike airstrikes amendment amendments
    amnesty asylum austerity bailout ban bans benefit benefits bill bills blockade bombing border borders budget
    budgets cap caps care ceasefire ceiling charge check checks checkpoints citizenship cleanup closure closures
    compact constitution contract contracts control controls cooperation credit credits crackdown curb curbs curfew
    cut cuts cutback cutbacks deal deals decree decrees deployment deployments deportation deportations deregulation
    detention disarmament divestment drilling education embargo embargoes emergency enforcement equality execution
    executions exemption exemptions expansion exports expulsion expulsions fare fares fee fees fence fracking freeze
    fund funding funds healthcare housing immigration imports incentive incentives increase increases independence
    initiative initiatives inspections insurance intervention invasion investment investments investments labelling
    labeling law laws leave legislation levy licence licences licensing license licenses limit limits loan loans
    lockdown loophole loopholes mandate mandates marriage measure measures merger minimum mission missions moratorium
    nationalisation nationalization naturalisation overhaul pact pardon pardons parole participation partnership
    passage pathway patrols penalties penalty pension pensions permits pipeline plan plans policies policing policy
    power powers practice practices prison prisons privatisation privatization procedure procedures program programme
    programmes programs project projects protection protections punishment purge purges quota quotas raid rebate
    rebates recount reduction reductions referendum reform reforms regulation regulations rehabilitation
    reintegration relief removal reparations repeal rescue resettlement resolution restriction restrictions rights
    rise rollback rule rules sanction sanctions scheme schemes screening prosecution prevention segmentation sentence sentences sentencing
    sequestration service services shutdown spending standard standards stimulus strategy strike strikes subsidies
    subsidy supervision support surge surveillance surcharge suspension tariff tariffs tax taxation taxes timetable
    tolls trade training treaties treaty troops truce tuition union unions upgrade upgrades use vaccination visa visas
    vetting voucher vouchers wage wages waiver waivers wall walls war warrants waterboarding withdrawal withdrawals
    """
)
"""Nouns that make what somebody supports or opposes a policy."""

COURSES = listed(
    """
    approach stance posture strategy doctrine outreach engagement role presence architecture system
    collaboration diplomacy agenda line focus
    """
)
"""Heads that name a course of action where enough stands beside them ("hard line on smuggling")."""

GIVING = listed("provide give buy offer send supply obtain")
"""Verbs whose object is the policy."""

ENDING = listed(
    "end lift stop halt block repeal reverse abandon suspend veto scrap drop cancel overturn revoke withdraw abolish rescind"
)
"""Verbs whose object is done away with: "scrap the plan to …" is not that plan."""

PARTITIVES = listed("series set package number range variety list raft host slate")
"""Heads that give way to what stands behind "of"."""

NUMBERS = listed("two three four five six several these those")

MORE = listed("more greater larger bigger increased higher")
"""Words that make of what there is what shall be: "more prisons"."""

TIMES = listed("week weeks month months year years day days time")

SINGLE = listed(
    """
    sequestration austerity amnesty deregulation disarmament reintegration rehabilitation federalism multilateralism
    protectionism conscription waterboarding fracking nationalisation nationalization privatisation privatization
    decriminalisation decriminalization reparations devolution independence secession socialism isolationism
    """
)
"""Nouns that name a policy alone."""

ACTING = listed("military executive affirmative collective industrial congressional policy climate legal police")
"""Words that make "action" a measure."""

MEANS = listed(
    """
    equipment resources technology training staff officers equipment technology soldiers troops weapons ships money
    schools hospitals housing roads bridges homes clinics nurses doctors
    """
)
"""Nouns for what a measure provides or buys."""

VAGUE = listed("policies policy measures strategy practices rules laws programs programmes plans projects services")
"""Heads that need a noun before them to say which policy is meant ("prevention policies")."""

VAGUE_MODIFIERS = listed(
    """
    foreign economic domestic political social public national current government administration campaign party same
    other various different good better bad new old key major many few company company's certain official internal
    """
)
"""Words before such heads that do not say it."""

LAWS = listed(
    """
    accord act war invasion agreement amendment ban bill compact deal initiative law order pact partnership plan program programme
    reform reforms rule rules resolution treaty
    """
)
"""Capitalised words that end the name of a law, a treaty or a programme."""

EMPTY = listed(
    """
    action ad ads advantage advisers alternative alternatives administration allegation allegations ambition ambitions
    answer answers anyone anything apology argument arguments army attempt attempts attention attack attacks
    boycott business calm campaign campaigns candidacy candidate candidates case cause challenge change changes charges
    chance choice claim claims class comment comments conclusion conference contestants convention country crowd
    criticism debate debates decision decisions delegates demand demands details donations effort efforts election
    elections email emails end energy event everyone everything evidence experts explanation fact families fight
    footage future goal goals group groups guy help hope husband idea ideas information inquiry interest interests
    interview investigation issue issues job jobs journalists judgment kind leader leaders leadership life line lines
    list lot love man meeting meetings member members message moment money month more movement name nation nature
    nominee nomination nothing notion number numbers offer office one ones opinion opponent opponents opportunity
    others part party path people person place plan plans platform pledge pledges point policies policy position
    positions prayer presidency president press probe problem problems process promise promises proposal
    proposals protest protests question questions rally rallies reason reasons reference remark remarks report reports
    request response resignation result results return revolution rhetoric right run series side someone something
    sort speech spirit spokesman statement statements step steps style supporters system talk talks
    team theory thing things time times transparency truth turnout unity values version victory view views violence
    vision visit vote voter voters votes way ways week woman women work world year years
    """
)
"""Heads that leave open which policy is meant."""

CARRIERS = listed(
    """
    amendment attempt attempts bid bill bills call calls campaign decision drive effort efforts idea initiative
    initiatives law laws legislation measure measures motion move moves notion order orders package plan plans pledge
    pledges policies policy practice procedure program programme promise promises proposal proposals provision
    provisions push reform reforms request requests resolution rule rules scheme steps strategy suggestion threat vow
    """
)
"""Nouns that carry the policy in what follows them ("a plan to …", "a ban on …", "the idea of …")."""

DEGREES = listed(
    """
    rapid quick swift immediate mass massive new newer greater great more larger large bigger big increased steep
    tougher tough stricter strict sweeping major broad broader full total complete temporary permanent proposed planned
    promised controversial current possible eventual further additional explicit better higher high lower long-standing
    longstanding expansive determined own so-called recent ambitious radical existing old
    """
)
"""Adjectives of degree and time: they do not tell one policy from another."""

SAME_ACTIONS = (
    ("expel", "expulsion"),
    ("deport", "deportation"),
    ("deploy", "deployment"),
    ("ban", "prohibit", "prohibition", "outlaw"),
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
    ("close", "closure"),
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
)
"""Verbs and nouns for one and the same thing done."""

NO_NOUNS = listed(
    """
    question questions nomination nominations election elections position coalition opposition version mission
    commission reputation situation convention accusation allegation conversation competition condition recession
    expression impression depression section profession passion vision tension occasion discussion conclusion
    aggression administration organization organisation foundation corporation association nation generation population
    information decision suggestion assertion notion option portion corruption
    """
)
"""Words that end as the nouns of measures do and are none."""

UNFIT = listed("same final little last next other own such any further certain many several few less no")
"""Words that begin no policy's name."""
