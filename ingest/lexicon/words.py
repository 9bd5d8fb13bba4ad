"""Words that tell people, organisations and documents from one another, and from ordinary words: titles, roles, heads.

All in lower case and read once; each table says what its words are evidence of.
"""

from __future__ import annotations


def listed(table: str) -> frozenset[str]:
    """The words of a table, which white space separates."""
    return frozenset(table.split())


def any_of(table: str) -> str:
    """A pattern for one of the words of a table, each of which may be a pattern itself."""
    return rf"\b(?:{'|'.join(table.split())})\b"


MALE_TITLES = listed(
    "mr king prince sir lord pope father rabbi imam congressman chairman spokesman businessman baron duke messrs"
)
FEMALE_TITLES = listed(
    "mrs ms miss queen princess dame lady sister congresswoman chairwoman spokeswoman businesswoman madam baroness"
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | listed(
        """
    dr drs pres prof professor editor-in-chief commander-in-chief senators representatives governors ministers
    president vice-president president-elect senator sen sens rep reps representative gov
    governor mayor secretary minister prime premier chancellor judge justice chief general gen colonel col lt
    lieutenant capt captain cmdr commander sgt sergeant major maj admiral adm officer detective sheriff attorney
    ambassador cardinal bishop archbishop rev reverend pastor director chair ceo spokesperson candidate nominee former
    ex-president ex-mayor late then deputy commissioner coach host anchor correspondent reporter analyst strategist
    pollster adviser advisor aide manager actor actress singer billionaire mogul economist lawmaker councilman
    councilwoman councillor alderman assemblyman assemblywoman delegate inspector superintendent undersecretary
    solicitor prosecutor magistrate emperor emir sheikh ayatollah sultan tsar czar crown first vice editor columnist
    author historian scientist lawyer journalist writer researcher comedian activist founder co-founder speaker leader
    supporter treasurer hon fr st-sgt corporal private trooper interim acting outgoing incumbent retired consultant
    operative
    """
    )
)
"""Words that stand right before a person's name, without the full stop of an abbreviation."""

ROLES = listed(
    """
    academic accountant activist actor actress administrator admiral adviser advisor advocate agent aide ally
    ambassador analyst anchor anthropologist archbishop architect artist astronaut attorney author banker baroness
    biographer biologist bishop blogger boss broadcaster builder businessman businesswoman campaigner candidate
    captain cardinal cartoonist caucus-leader ceo chair chairman chairperson chairwoman challenger chancellor chief
    clerk coach coordinator co-chair co-author co-director co-founder cofounder colonel columnist comedian commander
    commentator commissioner comptroller congressman congresswoman consul consultant contributor correspondent
    councillor councilman councilwoman counsel counselor creator criminologist critic curator daughter dean defector
    delegate democrat deputy designer detective developer diplomat director doctor donor economist editor
    editor-in-chief emeritus engineer entrepreneur envoy epidemiologist executive expert farmer father fellow
    filmmaker financier founder frontman general geologist governor head historian host husband incumbent inspector
    instructor insurgent investigator investor journalist judge justice king lawmaker lawyer leader lecturer
    legislator librarian lieutenant lobbyist magistrate major manager mathematician mayor member minister mogul
    moderator mother musician negotiator nominee nominee-elect novelist nurse observer officer official ombudsman
    operative organizer organiser owner partner pastor phd philanthropist philosopher photographer physician physicist
    pilot planner playwright poet policeman policewoman politician pollster pope premier presenter president
    president-elect presidential priest prince princess principal producer professor programmer prosecutor provost
    psychiatrist psychologist publisher queen rabbi rapper rector registrar reporter representative researcher
    resident reviewer rival runner-up sailor scholar scientist secretary secretary-general senator sergeant sheriff
    singer sociologist soldier solicitor spokesman spokesperson spokeswoman staffer star statistician strategist
    student superintendent supporter surgeon surrogate surveyor teacher technician theologian trader treasurer trustee
    tutor undersecretary veteran vice-chair vice-chairman vice-president vicar volunteer warden wife witness worker
    writer son sister brother tycoon billionaire heiress guitarist plumber electrician carpenter carer caretaker cleaner
    shopkeeper fisherman miner pensioner midwife butcher waiter waitress barber landlord landlady tenant cyclist docker
    """
)
"""Nouns that say what a person is."""

EXPERT_ROLES = listed(
    """
    academic analyst anthropologist biologist criminologist dean director doctor economist engineer epidemiologist
    expert fellow geologist historian lecturer phd philosopher physician physicist pollster professor psychiatrist
    psychologist researcher scholar scientist sociologist statistician strategist consultant lawyer surgeon
    mathematician
    """
)
"""What "the expert", "the specialist" or "the analyst" may be called elsewhere in the article."""

EXPERT_NOUNS = listed("expert specialist analyst academic researcher scholar scientist professor economist")

PERSON_NOUNS = ROLES | listed(
    """
    man woman boy girl person source voter citizen neighbor neighbour passenger victim caller user viewer reader child
    immigrant migrant businessperson juror defendant plaintiff suspect detainee gunman bystander onlooker insider
    veteran protester demonstrator interviewer interviewee respondent participant refugee patient parent friend
    colleague relative successor predecessor specialist whistleblower informant hacker opponent republican democrat
    conservative liberal newcomer insider outsider guest mom dad narrator speaker nonagenarian socialist communist
    centrist libertarian frontrunner front-runner contender widow widower niece nephew cousin uncle aunt grandmother
    grandfather stepson stepdaughter fiancé fiancée lady gentleman teenager mum
    """
)
"""Nouns for one human being."""

ORG_NOUNS = listed(
    """
    agency alliance army association authority bank board body bureau business cabinet campaign caucus center centre
    chain channel charity church city coalition college commission committee company conglomerate consortium consultancy
    corporation council country court delegation department division embassy enterprise establishment faculty family
    federation firm force foundation fund gang government group hospital house institute institution journal judiciary
    jury league left legislature lobby magazine media military ministry mission monarchy movement museum nation navy
    network newspaper ngo nonprofit office opposition organisation organization outlet paper parliament parish party
    platform police press public publication publisher regime regulator right school senate service site society squad
    staff startup state station store studio syndicate tabloid taskforce team think-tank panel majority minority
    tribunal union university watchdog website wing administration camp side crowd
    """
)
"""Nouns for a body of people."""

OUTLET_NOUNS = listed(
    "newspaper paper outlet magazine tabloid website site network channel publication daily weekly station journal"
)

DOCUMENT_NOUNS = listed(
    """
    poll survey study report census analysis paper audit law act bill treaty agreement accord constitution resolution
    decree memo memorandum document dossier index indictment lawsuit complaint filing affidavit transcript ruling
    verdict statute directive charter convention protocol manifesto letter petition statement release email e-mail
    article op-ed editorial book memoir documentary story column essay diary video tape recording ad advertisement
    tweet post blog review data statistics figures film movie slide chart graph map presentation page headline caption
    novel song lyrics podcast diagnosis estimate forecast brief motion order statistic barometer questionnaire
    investigation probe cable message white-paper briefing communique communiqué plan programme program proposal count
    inquiry tally
    """
)
"""Nouns for something written, asked or recorded."""

CITED_NOUNS = listed(
    """
    poll polls survey surveys study studies report reports census analysis audit law act bill treaty agreement accord
    constitution resolution decree memo memorandum dossier index barometer ruling statute directive charter convention
    protocol manifesto petition op-ed editorial paper programme program plan strategy deal pact package initiative
    decision tally
    """
)
"""The documents that are taken up as entities when something identifies them."""

GROUP_NOUNS = listed(
    """
    many some most few others several both people everyone everybody those critics opponents supporters allies
    officials authorities experts analysts observers sources voters lawmakers democrats republicans conservatives
    liberals aides troops personnel police media reporters journalists pollsters scientists researchers prosecutors
    residents neighbors neighbours polls reports studies surveys americans women men
    """
)
"""Words for several people, which need no article."""

HEADS_LAST = listed(
    """
    party ministry university bank court senate congress police committee campaign institute institution association
    corp corporation news times post agency department bureau office council commission union league federation
    foundation fund society group company inc ltd llc plc co network radio television tv magazine journal gazette
    herald tribune globe chronicle observer telegraph guardian mirror monitor dispatch examiner inquirer review
    weekly daily press wire center centre college school academy hospital church museum library army navy force
    forces guard corps service services administration authority board caucus coalition alliance movement front
    brigade organization organisation project initiative partnership trust chamber parliament assembly legislature
    embassy consulate club team airlines airways motors industries technologies systems pharmaceuticals laboratories
    holdings partners associates brothers bros enterprises entertainment pictures studios records books publishing
    media communications energy oil gas steel mining insurance capital investments securities management consulting
    solutions coal hotel hotels casino resorts cartel mafia gang militia tribunal secretariat directorate delegation
    treasury reserve conference congregation diocese archdiocese synod registry observatory chiefs republicans
    democrats conservatives libertarians socialists greens circuit ministries advocates realty properties foods
    clinic theatre theater orchestra opera ballet choir gallery zoo lab labs laboratory regiment battalion squadron
    patrol forum cooperative collective consortium inspectorate seminary polytechnic archive archives brewery winery
    bakery restaurant pharmacy bulletin digest argus advertiser echo courier ledger sentinel enquirer polling
    analytics advisers advisors consultants solicitors architects builders developers haulage logistics shipping
    railways railway transit telecom telecommunications software semiconductors robotics biotech therapeutics
    biosciences petroleum minerals resources metals timber farms dairies growers steelworkers workers teachers pac
    investigations sa sas ag gmbh nv prison customs watch
    """
)
"""Capitalised words that end the name of an organisation."""

HEADS_FIRST = listed(
    """
    ministry university bank court committee institute association department bureau office council commission union
    league federation foundation fund society center centre college school academy hospital church museum library
    board caucus coalition alliance movement organization organisation agency chamber house assembly secretariat
    directorate observatory academy parliament friends doctors bar daughters sons knights order party citizens
    americans women veterans mothers students people workers employees democracy lawyers physicians scientists artists
    nurses parents republicans democrats conservatives evangelicals
    campaign partnership freedom treaty declaration secretary joint
    centers confederation authority administration embassy brotherhood panel front forum network community conference
    """
)
"""Capitalised words that begin the name of an organisation and are followed by "of", "for" or "on"."""

PLACE_HEADS = listed(
    """
    street avenue road boulevard square park bridge river lake mountain mountains valley island islands bay beach
    coast city town county province region district state peninsula desert sea ocean gulf strait canal airport station
    palace tower building hall stadium arena plaza hills heights harbor harbour port village heights hill canyon creek
    springs falls forest border cape
    """
)
"""Capitalised words that end the name of a place."""

SUBJECTS = listed(
    """
    aeronautics affairs aging agriculture air alcohol animal antitrust arms arts atmospheric banking border budget
    business children citizenship civil climate commerce communications conservation control corrections crime
    cultural culture customs cyber defense defence development disability drug economic education employment energy
    engineering environment environmental ethics exchange explosives families family finance financial firearms fish
    fisheries food foreign forestry government health homeland housing human humanities immigration industry
    infrastructure innovation insurance intelligence interior international justice labor labour land law means media
    medicine mental mines monetary natural naval nuclear nutrition oceanic oversight parks payments pensions planning
    policy politics prevention privacy procurement public refugee regulatory rehabilitation relations religious
    research resources responsibility revenue rights rules rural safety science sciences securities security skills
    small social space sport sports standards statistics tax technology tobacco tourism trade training transport
    transportation treasury urban veterans violence water ways welfare wildlife women work youth
    """
)
"""Capitalised words for what ministries, agencies and committees deal with."""

DEPARTMENTS = listed(
    """
    house senate union state defense defence homeland security energy education commerce labor labour health interior
    treasury transportation
    """
)

SPEECH_VERBS = listed(
    """
    said says say told tells tell added adds add explained explains claimed claims argued argues stated states noted
    notes announced announces warned warns insisted insists admitted admits asked asks replied replies responded
    responds wrote writes tweeted believes believed thinks thought knows declared declares denied denies maintains
    maintained pointed points continued concluded concludes acknowledged acknowledges affirmed affirms emphasized
    emphasizes stressed stresses suggested suggests predicted predicts promised promises proposed proposes vowed vows
    criticized criticizes accused accuses praised praises called calls described describes recalled recalls revealed
    reveals reported reports testified quipped joked joking remarked observed complained urged urges indicated
    indicates estimates estimated considers considered recognizes recognized says saying agreed agrees
    """
)
"""Verbs of saying, which tell that the name beside them speaks."""

PERSON_VERBS = listed(
    """
    won lost ran runs served met married smiled laughed walked died born resigned endorsed defeated attended
    campaigned grew graduated joined went came took made had has was is would could will did does may might spoke
    appeared visited tweeted nodded shouted cried lives lived worked works held gave got
    """
)

CALENDAR = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january
    february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
    oct nov dec christmas easter thanksgiving ramadan hanukkah halloween passover today yesterday tomorrow tonight
    """
)

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""A pattern for the days of the week, as sentences write them."""

_FUNCTION = listed(
    """
    a an the and or but nor so yet if then else when while where why how who whom whose which what that this these
    those there here i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
    myself himself herself itself themselves ourselves yourself one ones none nobody nothing somebody something
    someone anybody anything anyone everybody everything everyone of in on at by for with about against between into
    through during before after above below to from up down out off over under again further once all any both each
    few more most other some such no not only own same than too very can will just should now is are was were be been
    being am have has had having do does did doing would could might must may shall ought need dare as because until
    unless although though since whether despite without within among amid per via like unlike near toward towards
    upon across along around behind beside besides beyond except inside outside onto throughout also however moreover
    therefore meanwhile nevertheless nonetheless instead otherwise still even ever never always often sometimes
    usually perhaps maybe well yes yeah ok okay oh hey hi hello please thanks thank sorry let lets don doesn didn won
    isn aren wasn weren hasn haven hadn can't don't doesn't didn't won't isn't aren't wasn't i'm i've i'd i'll he's
    she's it's that's there's they're we're you're let's what's who's can’t don’t doesn’t didn’t won’t isn’t aren’t
    wasn’t i’m i’ve i’d i’ll he’s she’s it’s that’s there’s they’re we’re you’re let’s what’s who’s according asked
    another either neither every much many several enough less least last next first second third fourth fifth finally
    recently currently previously earlier later soon already almost nearly about roughly actually really obviously
    clearly apparently certainly probably possibly indeed anyway thus hence whoever whatever whichever wherever
    whenever hours days weeks months years ago today two three four five six seven eight nine ten eleven twelve twenty
    thirty hundred thousand million billion half percent said says added including given based following regarding
    concerning considering asked
    """
)

_ORDINARY = listed(
    """
    able abortion abroad abuse access account across act action activity actual additional address administration
    admit adult advance advice affair age agent agenda agree agreement aid aim air all alleged ally alone amazing
    amendment america-first amount analysis ancient anger angry armed announce announcement answer anti apology appeal
    appearance approach approval area argument arm arms army arrest art article assault attack attempt attention
    audience audio author average award away baby back background bad bail ball ban band bar base basic battle
    battleground beat beautiful become begin behavior being belief believe benefit best better bid big bill billion
    bird birth black blame blast block blog blood blow blue board boat body bomb bombing book border boss box boy
    brain break breaking bring broke brother brown budget build building bus business buy call calls came camp
    campaign can cap capital car card care career case cash cause center central century challenge champion chance
    change channel chaos chapter character charge charity cheap check child children choice church circle citizen city
    civil claim class classic clean clear climate close club coal coast code coffee cold collapse college color come
    comedy comment commentary common community company comparison complete computer concern conference conflict
    congratulations conservative conspiracy constitution consumer contact content contest context continue contract
    control controversy conversation cost country county couple courage course court cover coverage crash crazy create
    credit crime criminal crisis critic critical criticism crowd culture cup current cut cyber dad damage dance danger
    dangerous dark data date daughter day days dead deal dear death debate debt decision deep defeat defense deficit
    delegate democracy democrat democrats department deplorable deplorables desk despite detail details development
    did die difference different digital diplomacy direct dirty disaster discuss district dog dollar domestic donor
    door double down draft dream drive drop drug drugs due duty early earth east easy eat economic economy edge edit
    edition editor education effect effort eight either elect election electoral electronic elite else email emails
    emergency emotional empire employee end endorse endorsement enemy energy enforcement english enough entire
    environment episode equal error escape estate even evening event ever every evidence evil exactly example exchange
    exclusive executive exit expect experience expert explain express extra extreme eye face fact facts fail failed
    failure fair faith fake fall false family famous fans far farm fast father favor fear federal feel female fight
    figure file film final finance financial find fire firm fiscal five flag flat floor focus folks follow food
    football force foreign forget form former forward foundation four frank free freedom fresh friend front full fun
    fund future gain game gap gas gate gay gender general generation get getting giant gift girl give given global go
    goal god goes going gold golden good got governor grand grassroots great green ground group grow growing growth
    guard guess guest guide gun guns guy guys hack hair half hall hand hands happen happy hard harsh hate head heads
    headquarters health healthcare hear hearing heart heat heavy held hell help high hill hillbilly historic history
    hit hold holiday home homeland honest hope horror host hot hotel hour house housing huge human hunt hurricane
    husband idea identity image immigrant immigrants immigration impact important improve in-depth income incredible
    independent index industry inequality inflation influence information infrastructure inside insider insurance
    intelligence interest interior internal international internet interview investigation investment iron island
    issue issues jail job jobs join joke judge judicial judiciary jump just justice keep key kid kids kill killer
    killing kind king knee know knowledge label labor lack lady land language large last late latest latin latino
    latinos laugh law lawsuit lawyer lead leader leaders leadership leading league leak leaked leaks learn leave led
    left legal legislation lesson let letter level liar liberal liberals liberty library lie lies life light limited
    line link list listen little live lives living local long look looking lose losing loss lost lot love low lower
    lying machine mad made magazine mail main major majority make making male man management many map march mark
    market marriage mass massive master match matter mayor mean measure media medical medicare medicaid meet meeting
    member memo memory men mental mention message middle migrant military millennial millennials million mind minister
    minority minute miss missing mission mixed mob model modern moment money month moral more morning mother motion
    move movement movie much murder music muslim muslims myth name narrative nation national nationalism native
    natural nature navy near need negative network new news newsletter newspaper next night nobody nomination nominee
    normal north northern note nothing notice nuclear number nurse oath obamacare occasion odd offer office officer
    official oil old one online open opening operation opinion opponent opportunity opposition order organization
    original other outside own owner page paid pain panel paper parent park part partner party pass past path patient
    pay peace people perfect performance period person personal perspective phone photo photos pick picture piece
    place plain plan plane play player please plot podcast point police policy political politics poll polling polls
    pool poor pope popular population position positive possible post poverty power practice pray prayer prepared
    presence present presidency presidential press pressure pretty price primary prime prison private pro problem
    process product profile program progress progressive project promise proof protect protest proud public pull
    pundit purpose push put quality question questions quick quiet quote race racial racism racist radical radio rally
    range rate read readers reading ready real reality reason recent record red reduce reform refugee refugees region
    register related relations relationship release religion religious remarks remember report reporter republic
    republican republicans research resort response rest result results return reveal revenue review revolution rich
    right rights rigged ring rise risk river road rock role roll room rose rule ruling run running runoff rural rush
    safe safety sale same saturday save say scandal scene school science score screen sea season seat second secret
    section sector security see seek self sell senior sense series serious server service session set seven sex sexual
    share sheet shift ship shock shoot shooting shop short shot show side sign silence similar simple since single
    sister site situation six size slam small smart social society solution song sorry sound source south southern
    space speak speaker special speech speed spend spending sports spot spring staff stage stake stand standard star
    start state statement states station status stay step still stock stone stop store storm story strange strategy
    street strength strike strong student students study style subject success such summer summit sun super supply
    support supporter supporters supreme sure surprise surrogate survey sweet switch system table take taking talk
    talking target tax taxes teacher team tech technology television tell term terms terror terrorism terrorist
    terrorists test thank theater theme theory thing things think thousand threat three throw time times tiny title
    today together top total touch tough tour town track trade tradition traffic training transcript transition
    transport travel treasury treatment treaty trial trip troops trouble true trust truth try turn tweet tweets two
    type under union unique unit united universal university update upper urban use user vacation value vast version
    veteran veterans vice victim victory video view village violence violent vision visit voice volume vote voter
    voters votes wage wait wake walk wall want war warning washington-based watch water wave way weak wealth wealthy
    weapon weather web website wedding week weekend weird welcome welfare west western wheel whistle white whole why
    wife wild will win wind window winner winning winter wire wisdom woman women wonder word words work worker workers
    working world worse worst worth wrong year years yes young youth zero zone abandons accept accuses adds admits
    agrees aims alliance announces architecture asks attacks backs balancing believes between blasts breaks calls
    campaigns candidate candidates challenges charges claims continuity dangers debates defends demands denies
    destroys domestic drops drugs effective enters exposes faces fears fights files fires gets gives goes heads helps
    hits hopes holds joins keeps kills launches leaves likely loses loves lowers makes marks meets moves names needs
    offers opens opposes passes pays plans plays pledges praises promises protection pushes puts quits raises reacts
    reaches reconciling refuses rejects releases reports reveals rips risks rules runs says seeks sees sends serves
    sets shares shows sings slams speaks spends stands starts stays stops strikes suggests supports surges sues takes
    talks tells tests thinks threatens threats throws ties tops touts tries trolls turns urges uses vows visits wants
    warns wins works worried worries writes christian christians catholic catholics jewish jews jew islam islamic
    christianity judaism hindu sikh buddhist protestant evangelical evangelicals orthodox arab arabs african-american
    african-americans hispanic hispanics black-lives asian asians african africans european europeans latin-american
    western anglo nazi nazis communist communists socialist socialists marxist democratic bible quran koran internet
    twitterverse brexit obamacare gospel lord heaven
    """
)

COMMON = _FUNCTION | _ORDINARY | CALENDAR
"""Ordinary words: capitalised at the start of a sentence or in a headline, they name nobody."""

FUNCTION = _FUNCTION | CALENDAR
"""Words that are never part of a person's name."""

WORD_SURNAMES = listed(
    """
    baker banks barber bell bishop black blow brown burns bush butler carpenter carter case chase church clay close
    cook cooper cross cruz day dean drew duke fields fisher flowers ford forest forrest fox frank gates glass gold
    good grace grant graves gray green grey hall hand hands harper hill holder hope house hunt hunter jobs judge
    justice kaine key king knight lamb lane law lee long lord love major marsh mason may mercy mills moore mark noble
    north page paine park parker peace pence pitt pole pope porter potter power powers price prince ray reed reid rice
    rich rider rivers rock rose rush ryan sanders sands sharp short silver small smith snow speaker spencer star stein
    steele stone strange street strong summers sweet swift taylor temple trump turner underwood walker wall ward
    warden warren waters weaver webb weeks wells west white wild wills winter wise wolf wood woods wright york young
    christie palin mercer major mayor marks
    """
)
"""Surnames that are ordinary words or parts of such: in lower case they name nobody."""

ACRONYMS_OUT = listed(
    """
    tv ceo cfo coo gdp am pm id dna hiv aids ptsd phd mba bbq diy faq pdf usb gps er icu iq ii iii iv vi vii viii ix
    xi xii ok dj mc mvp rv suv atm sos asap covid lgbt lgbtq lgbtqi vip ai it pr hr pac q a md jd esq jr sr ad bc mr
    ms dr vs re ps rsvp cctv ngo ngos url www http https html pt et est edt pst gmt utc usd eur gbp cnt lol omg wtf
    tbd ipo roi hq kc qc mp mps mep meps msp obe mbe cbe rn cpa
    """
)
"""Words in capitals that name no organisation."""
