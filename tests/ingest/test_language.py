from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language import NAMES, OF_ENGLISH, agree, detect, is_read, remark, told
from kg.model import Article

PROSE: dict[str, str] = {
    "es": (
        "La alcaldesa de la ciudad anunció el martes que el puerto permanecerá cerrado durante una semana "
        "mientras los ingenieros revisan los daños que dejó la tormenta. «No vamos a poner en riesgo a "
        "nadie», dijo ante los periodistas. Según un informe del ministerio, más de treinta barcos esperan "
        "en la bahía, y los pescadores temen perder la temporada. La oposición pidió explicaciones y acusó "
        "al gobierno de haber reaccionado demasiado tarde. El ministro del Interior respondió que la "
        "seguridad de los vecinos está por encima de cualquier otra consideración."
    ),
    "de": (
        "Die Bürgermeisterin hat am Dienstag angekündigt, dass der Hafen eine Woche lang geschlossen "
        "bleibt, während Fachleute die Schäden untersuchen, die der Sturm hinterlassen hat. „Wir werden "
        "niemanden in Gefahr bringen“, sagte sie vor Journalisten. Nach einem Bericht des Ministeriums "
        "warten mehr als dreißig Schiffe in der Bucht, und die Fischer fürchten um ihre Saison. Die "
        "Opposition verlangte eine Erklärung und warf der Regierung vor, viel zu spät gehandelt zu haben. "
        "Der Innenminister erwiderte, die Sicherheit der Anwohner gehe jeder anderen Überlegung vor."
    ),
    "fr": (
        "La maire de la ville a annoncé mardi que le port resterait fermé pendant une semaine, le temps que "
        "les ingénieurs examinent les dégâts laissés par la tempête. « Nous ne mettrons personne en danger "
        "», a-t-elle déclaré aux journalistes. Selon un rapport du ministère, plus de trente bateaux "
        "attendent dans la baie et les pêcheurs craignent de perdre la saison. L'opposition a demandé des "
        "explications et reproche au gouvernement d'avoir réagi trop tard."
    ),
    "pt": (
        "A prefeita da cidade anunciou na terça-feira que o porto ficará fechado durante uma semana, "
        "enquanto os engenheiros avaliam os estragos deixados pela tempestade. “Não vamos colocar ninguém "
        "em risco”, disse aos jornalistas. Segundo um relatório do ministério, mais de trinta navios "
        "aguardam na baía, e os pescadores receiam perder a temporada. A oposição pediu explicações e "
        "acusou o governo de ter reagido tarde demais ao aviso dos meteorologistas."
    ),
    "it": (
        "La sindaca ha annunciato martedì che il porto resterà chiuso per una settimana, mentre i tecnici "
        "controllano i danni lasciati dalla tempesta. «Non metteremo in pericolo nessuno», ha detto ai "
        "giornalisti. Secondo una relazione del ministero, più di trenta navi aspettano nella baia e i "
        "pescatori temono di perdere la stagione. L'opposizione ha chiesto spiegazioni e accusa il governo "
        "di essersi mosso troppo tardi, quando l'allarme era già stato dato da giorni."
    ),
    "nl": (
        "De burgemeester heeft dinsdag aangekondigd dat de haven een week gesloten blijft terwijl "
        "deskundigen de schade onderzoeken die de storm heeft achtergelaten. „We brengen niemand in "
        "gevaar”, zei ze tegen journalisten. Volgens een rapport van het ministerie wachten meer dan dertig "
        "schepen in de baai, en de vissers zijn bang dat ze het seizoen kwijtraken. De oppositie vroeg om "
        "uitleg en verwijt de regering dat die veel te laat in actie is gekomen."
    ),
    "pl": (
        "Burmistrzyni miasta ogłosiła we wtorek, że port pozostanie zamknięty przez tydzień, dopóki "
        "inżynierowie nie zbadają szkód, które pozostawiła burza. „Nikogo nie narazimy na "
        "niebezpieczeństwo”, powiedziała dziennikarzom. Według raportu ministerstwa w zatoce czeka ponad "
        "trzydzieści statków, a rybacy boją się, że stracą cały sezon. Opozycja zażądała wyjaśnień i "
        "zarzuciła rządowi, że zareagował zbyt późno, chociaż meteorolodzy ostrzegali przed wichurą już "
        "kilka dni wcześniej i prosili o zamknięcie nabrzeża dla wszystkich mieszkańców."
    ),
    "ru": (
        "Мэр города объявила во вторник, что порт останется закрытым в течение недели, пока инженеры "
        "осматривают повреждения, которые оставил шторм. «Мы никого не подвергнем опасности», — сказала она "
        "журналистам. По данным доклада министерства, более тридцати судов ждут в заливе, и рыбаки боятся "
        "потерять сезон. Оппозиция потребовала объяснений и обвинила правительство в том, что оно "
        "отреагировало слишком поздно, хотя метеорологи предупреждали о буре ещё за несколько дней и "
        "просили закрыть набережную для всех жителей."
    ),
    "ar": (
        "أعلنت رئيسة البلدية يوم الثلاثاء أن الميناء سيبقى مغلقا لمدة أسبوع بينما يفحص المهندسون الأضرار "
        "التي خلفتها العاصفة. وقالت للصحفيين: «لن نعرض أحدا للخطر». ووفقا لتقرير الوزارة فإن أكثر من ثلاثين "
        "سفينة تنتظر في الخليج، ويخشى الصيادون من خسارة الموسم. وطالبت المعارضة بتوضيحات واتهمت الحكومة "
        "بأنها تحركت بعد فوات الأوان، رغم أن خبراء الأرصاد حذروا من العاصفة قبل عدة أيام وطلبوا إغلاق "
        "الرصيف أمام جميع السكان والزوار حتى إشعار آخر من السلطات."
    ),
    "zh": (
        "市长星期二宣布，港口将关闭一周，工程师们正在检查风暴造成的损坏。她对记者说：“我们不会让任何人冒险。"
        "”根据该部的一份报告，三十多艘船正在海湾里等待，渔民们担心会失去整个捕鱼季节。反对派要求政府作出解释"
        "，并指责政府反应太慢，尽管气象学家几天前就已经发出警告，要求对所有居民关闭码头。专家认为，修复工程至少需要两个月的时间，费用将超过四千万元。"
    ),
    "tr": (
        "Belediye başkanı salı günü, mühendisler fırtınanın bıraktığı hasarı incelerken limanın bir hafta "
        "boyunca kapalı kalacağını duyurdu. Gazetecilere, “Kimseyi tehlikeye atmayacağız” dedi. Bakanlığın "
        "raporuna göre otuzdan fazla gemi körfezde bekliyor ve balıkçılar sezonu kaybetmekten korkuyor. "
        "Muhalefet açıklama istedi ve hükümeti çok geç harekete geçmekle suçladı. Meteoroloji uzmanları "
        "fırtınaya karşı günler öncesinden uyarmış ve rıhtımın bütün kent sakinlerine kapatılmasını "
        "istemişti, ancak bu çağrı karşılık bulmadı ve çok sayıda tekne battı."
    ),
    "sv": (
        "Borgmästaren meddelade på tisdagen att hamnen kommer att hållas stängd i en vecka medan ingenjörer "
        "undersöker skadorna som stormen lämnade efter sig. ”Vi kommer inte att utsätta någon för fara”, "
        "sade hon till journalister. Enligt en rapport från departementet väntar mer än trettio fartyg i "
        "bukten, och fiskarna är rädda för att förlora säsongen. Oppositionen krävde en förklaring och "
        "anklagade regeringen för att ha reagerat för sent."
    ),
    "ja": (
        "市長は火曜日、嵐による被害を技術者が調べる間、港を一週間閉鎖すると発表した。「誰も危険にさらすことは"
        "しない」と記者団に語った。省の報告書によると、三十隻以上の船が湾で待っており、漁師たちは漁期を失うことを恐れている。野党は説明を求め、政府の対応が遅すぎたと非難した。気象の専門家は数日前から嵐を警告していた。"
    ),
    "ko": (
        "시장은 화요일 폭풍이 남긴 피해를 기술자들이 조사하는 동안 "
        "항구를 일주일간 폐쇄한다고 발표했다. 그는 기자들에게 “아무도 위험에 "
        "빠뜨리지 않겠다”고 말했다. 부처의 보고서에 따르면 서른 척이 "
        "넘는 배가 만에서 기다리고 있으며 어민들은 조업철을 놓칠까 "
        "두려워하고 있다. 야당은 해명을 요구하며 정부가 너무 늦게 "
        "대응했다고 비난했다."
    ),
    "uk": (
        "Мерка міста оголосила у вівторок, що порт залишатиметься закритим протягом тижня, поки інженери "
        "оглядають пошкодження, які залишив шторм. «Ми нікого не наразимо на небезпеку», — сказала вона "
        "журналістам. За даними доповіді міністерства, понад тридцять суден чекають у затоці, і рибалки "
        "бояться втратити сезон. Опозиція зажадала пояснень і звинуватила уряд у тому, що він відреагував "
        "надто пізно."
    ),
    "el": (
        "Η δήμαρχος ανακοίνωσε την Τρίτη ότι το λιμάνι θα παραμείνει κλειστό για μία εβδομάδα, ενώ οι "
        "μηχανικοί εξετάζουν τις ζημιές που άφησε η καταιγίδα. «Δεν θα θέσουμε κανέναν σε κίνδυνο», είπε "
        "στους δημοσιογράφους. Σύμφωνα με έκθεση του υπουργείου, περισσότερα από τριάντα πλοία περιμένουν "
        "στον κόλπο και οι ψαράδες φοβούνται ότι θα χάσουν τη σεζόν."
    ),
    "he": (
        "ראש העיר הודיעה ביום שלישי כי הנמל יישאר סגור למשך שבוע בזמן שהמהנדסים בודקים את הנזקים שהותירה "
        "הסערה. ״לא נסכן אף אחד״, אמרה לעיתונאים. לפי דוח של המשרד, יותר משלושים ספינות ממתינות במפרץ, "
        "והדייגים חוששים לאבד את העונה. האופוזיציה דרשה הסברים והאשימה את הממשלה שהגיבה מאוחר מדי."
    ),
    "hi": (
        "मेयर ने मंगलवार को घोषणा की कि बंदरगाह एक सप्ताह तक बंद रहेगा जब तक इंजीनियर तूफान से हुए नुकसान "
        "की जाँच करते हैं। उन्होंने पत्रकारों से कहा, “हम किसी को खतरे में नहीं डालेंगे।” मंत्रालय की एक "
        "रिपोर्ट के अनुसार तीस से अधिक जहाज खाड़ी में इंतजार कर रहे हैं और मछुआरों को मौसम खोने का डर है।"
    ),
    "id": (
        "Wali kota mengumumkan pada hari Selasa bahwa pelabuhan akan tetap ditutup selama seminggu "
        "sementara para insinyur memeriksa kerusakan yang ditinggalkan oleh badai. “Kami tidak akan "
        "membahayakan siapa pun,” katanya kepada wartawan. Menurut laporan kementerian, lebih dari tiga "
        "puluh kapal menunggu di teluk, dan para nelayan takut kehilangan musim. Pihak oposisi meminta "
        "penjelasan dan menuduh pemerintah bertindak terlalu lambat."
    ),
    "ca": (
        "L'alcaldessa de la ciutat va anunciar dimarts que el port romandrà tancat durant una setmana "
        "mentre els enginyers revisen els danys que ha deixat la tempesta. «No posarem ningú en perill», va "
        "dir als periodistes. Segons un informe del ministeri, més de trenta vaixells esperen a la badia i "
        "els pescadors temen perdre la temporada. L'oposició va demanar explicacions i va acusar el govern "
        "d'haver reaccionat massa tard."
    ),
    "cs": (
        "Starostka města v úterý oznámila, že přístav zůstane týden uzavřen, než inženýři prozkoumají "
        "škody, které po sobě zanechala bouře. „Nikoho nevystavíme nebezpečí,“ řekla novinářům. Podle "
        "zprávy ministerstva čeká v zálivu více než třicet lodí a rybáři se bojí, že přijdou o sezonu. "
        "Opozice požadovala vysvětlení a obvinila vládu, že jednala příliš pozdě."
    ),
    "hu": (
        "A polgármester kedden bejelentette, hogy a kikötő egy hétig zárva marad, amíg a mérnökök "
        "megvizsgálják a vihar okozta károkat. „Senkit sem teszünk ki veszélynek” – mondta az újságíróknak. "
        "A minisztérium jelentése szerint több mint harminc hajó várakozik az öbölben, és a halászok attól "
        "tartanak, hogy elveszítik az idényt. Az ellenzék magyarázatot kért, és azzal vádolta a kormányt, "
        "hogy túl későn lépett."
    ),
    "ro": (
        "Primărița orașului a anunțat marți că portul va rămâne închis timp de o săptămână, în timp ce "
        "inginerii verifică pagubele lăsate de furtună. „Nu vom pune pe nimeni în pericol”, a spus ea "
        "jurnaliștilor. Potrivit unui raport al ministerului, peste treizeci de nave așteaptă în golf, iar "
        "pescarii se tem că vor pierde sezonul. Opoziția a cerut explicații și a acuzat guvernul că a "
        "reacționat prea târziu."
    ),
    "vi": (
        "Thị trưởng thành phố hôm thứ Ba thông báo rằng cảng sẽ đóng cửa trong một tuần trong khi các kỹ sư "
        "kiểm tra thiệt hại do cơn bão để lại. “Chúng tôi sẽ không đặt bất cứ ai vào nguy hiểm”, bà nói với "
        "các nhà báo. Theo một báo cáo của bộ, hơn ba mươi con tàu đang chờ trong vịnh, và ngư dân lo sợ "
        "mất mùa đánh bắt."
    ),
}
"""A piece of news in each language."""

ENGLISH = (
    "The harbour will stay closed for a week while engineers look at the damage that the storm left behind, the mayor "
    "said on Tuesday. More than thirty ships are waiting in the bay, and the fishing crews fear for their season."
)
QUOTED = "No vamos a poner en riesgo a nadie, y lo repito con toda claridad para que nadie diga que no lo sabía"


@pytest.mark.parametrize("language", sorted(PROSE))
def test_news_in_a_language_are_known_for_it(language: str) -> None:
    """Whatever its script, with names and quotations in it, on one line or under a headline."""
    assert detect(PROSE[language]) == language
    assert detect(f"Puerto Grande\n\nAna Ruiz\n\n{PROSE[language]}\n\n© 2025 Ledger") == language
    assert language in NAMES


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        f"{ENGLISH} “{QUOTED}”, Ana Ruiz told reporters. «{QUOTED}», she said again.",
        f'{ENGLISH}\n\n"{QUOTED}"\n\n"{QUOTED}"',
        f"{ENGLISH}\n\n{PROSE['es'][:160]}",
        f"{ENGLISH} José María de la Cruz, Universidad de los Andes, Partido de la Gente, Banco de la República.",
        ENGLISH.lower(),
    ],
    ids=["plain", "quotations", "straight marks", "a foreign sentence", "names", "no capitals"],
)
def test_english_with_other_things_in_it_is_english(text: str) -> None:
    """Foreign quotations and names change nothing."""
    assert detect(text) == "en"


@pytest.mark.parametrize("language", ["de", "es", "ru"])
def test_quoting_english_makes_no_english(language: str) -> None:
    """What is quoted is somebody else's language."""
    assert detect(f"{PROSE[language]} “{ENGLISH}”") == language


def test_text_that_is_all_quotation_is_known_too() -> None:
    """There is nothing else to go by."""
    assert detect(f"“{PROSE['pt'].replace('“', '').replace('”', '')}”") == "pt"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Puerto cerrado por la tormenta",
        "José Antonio Ríos, María del Pilar Soto, Juan de la Cruz Fuentes, Ana Belén de los Santos, Luis Etxeberria",
        "José Antonio Ríos\nMinisterio de Hacienda y Crédito Público\nPartido de la Gente\nAna de los Santos\n" * 9,
        "Universidad de Santiago de Chile, Partido Socialista Obrero, Instituto Nacional de Estadística y Censos",
        "Deutsche Bank, Süddeutsche Zeitung, Frankfurter Allgemeine Zeitung, Technische Universität München",
        "\n".join(f"Ríos {n}\t{n * 3}.5 %\t{n * 100:,}" for n in range(50)),
        "12 13 14 15 16\n" * 50,
        f"Mayor Ana Ruiz told reporters: “{QUOTED}.” Dockers applauded.",
        f"Ruiz tweeted: “{QUOTED}.”",
        "Real Madrid beat Atlético 3-2, Sevilla lost 0-2, Valencia won 4-0, Girona drew 1-1 with Las Palmas",
        "Prime Minister Tal Ashkenazi (טל אשכנזי) met Mahmoud Darwish (محمود درويش) on Tuesday, officials said.",
        "https://example.org/noticias/el-puerto-de-la-ciudad-esta-cerrado-por-la-tormenta",
        "a " * 500,
        "de la " * 500,
        "🌊 🌊 🌊",
    ],
)
def test_what_is_no_running_text_tells_no_language(text: str) -> None:
    """Too short, or names, figures, tables, addresses, quotations: nothing is said, and nothing lost."""
    assert detect(text) is None


def test_long_text_is_judged_from_all_over() -> None:
    """A foreword in another language does not decide."""
    assert detect(PROSE["es"] * 20 + "\n" + (ENGLISH + "\n") * 400) == "en"
    assert detect(ENGLISH * 20 + "\n" + (PROSE["es"] + "\n") * 400) == "es"


@given(st.text(max_size=300) | st.lists(st.sampled_from([*OF_ENGLISH, "el", "“", "\n", "的", "\ud800"])).map(" ".join))
def test_any_text_can_be_asked(text: str) -> None:
    """It has a language or none, and the same each time."""
    assert detect(text) == detect(text)


@pytest.mark.parametrize(
    ("tag", "read"),
    [("en", True), ("en-GB", True), ("EN", True), ("und", True), (None, True), ("es", False), ("enm", False)],
)
def test_english_of_every_region_is_read(tag: str | None, read: bool) -> None:
    """And what nobody knows the language of."""
    assert is_read(tag) == read


@pytest.mark.parametrize(
    ("tag", "other", "agreed"),
    [("pt-BR", "pt", True), ("en", "en-GB", True), ("es", None, True), ("und", "en", True), ("es", "ca", False)],
)
def test_region_is_no_other_language(tag: str, other: str | None, agreed: bool) -> None:
    """And nothing contradicts where nothing is known."""
    assert agree(tag, other) == agreed


SPANISH = Article("a.txt", PROSE["es"], language="es")
INFERRED = replace(SPANISH, inferred=frozenset({"language"}))


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (INFERRED, ("is written in Spanish (es)", "kept, without claims", "--language en")),
        (SPANISH, ("is written in Spanish (es)", "kept, without claims")),
        (replace(SPANISH, language="es-CL"), ("Spanish (es-CL)", "kept, without claims")),
        (replace(SPANISH, language="ca"), ("is said to be in Catalan (ca)", "looks like Spanish (es)", "correct it")),
        (replace(SPANISH, text=ENGLISH), ("is said to be in Spanish (es)", "looks like English (en)", "correct it")),
        (replace(SPANISH, text="Breve."), ("is said to be in Spanish (es)", "if that is wrong, correct it")),
        (replace(SPANISH, language="en"), ("is said to be in English (en)", "looks like Spanish (es)", "may be wrong")),
    ],
)
def test_user_is_told_of_an_unread_language(article: Article, words: tuple[str, ...]) -> None:
    """With what becomes of the article, and what to do where that is wrong."""
    remarked = remark(article) or ""
    assert all(some in remarked for some in words), remarked
    assert "None" not in remarked


@pytest.mark.parametrize("language", ["en", "en-GB", "und", None])
def test_nothing_is_told_of_english(language: str | None) -> None:
    """Nor where no language is known."""
    assert remark(Article("a.txt", ENGLISH, language=language)) is None
    assert remark(Article("a.txt", "Brief.", language=language)) is None


def test_language_without_a_name_goes_by_its_tag() -> None:
    """The reader can look it up."""
    assert (told("fr"), told("xyz")) == ("French (fr)", "xyz")
