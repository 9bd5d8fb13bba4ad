"""Short forms of first names, with the name that each is short for."""

from __future__ import annotations

from ingest.lexicon.words import listed

SHORT_FOR = dict(
    pair.split("=")
    for pair in listed(
        """
        al=albert alex=alexander andy=andrew barb=barbara ben=benjamin bernie=bernard bert=albert
        beth=elizabeth betsy=elizabeth betty=elizabeth bill=william billy=william bob=robert bobby=robert
        cathy=catherine charlie=charles chris=christopher chuck=charles cindy=cynthia dan=daniel danny=daniel
        dave=david deb=deborah debbie=deborah dick=richard don=donald donnie=donald doug=douglas ed=edward
        eddie=edward fran=frances frank=francis fred=frederick gabe=gabriel gene=eugene geoff=geoffrey
        gerry=gerald gil=gilbert greg=gregory hank=henry harry=henry jack=john jackie=jacqueline jake=jacob
        jan=janet jeff=jeffrey jen=jennifer jenny=jennifer jerry=gerald jim=james jimmy=james joe=joseph
        joey=joseph johnny=john jon=jonathan josh=joshua judy=judith kate=katherine kathy=katherine
        katie=katherine ken=kenneth kenny=kenneth kim=kimberly larry=lawrence len=leonard lenny=leonard
        leo=leonard les=leslie liz=elizabeth lou=louis maggie=margaret mandy=amanda marge=margaret
        matt=matthew meg=margaret mel=melvin mike=michael mick=michael mickey=michael mitch=mitchell nancy=ann
        nate=nathan ned=edward newt=newton nick=nicholas norm=norman pat=patrick patty=patricia peggy=margaret
        pete=peter phil=philip phillip=philip ray=raymond rich=richard rick=richard ricky=richard rob=robert
        robbie=robert rod=rodney ron=ronald ronnie=ronald russ=russell sam=samuel sandy=sandra sid=sidney
        stan=stanley stephen=steven steve=steven stu=stuart sue=susan susie=susan tad=thaddeus ted=edward
        terry=terence theo=theodore tim=timothy toby=tobias tom=thomas tommy=thomas tony=anthony val=valerie
        vic=victor vince=vincent vicky=victoria walt=walter wes=wesley will=william zach=zachary zack=zachary
        sasha=alexander pepe=jose paco=francisco pancho=francisco nacho=ignacio memo=guillermo beto=roberto
        lula=luiz volodya=vladimir dima=dmitry kolya=nikolai misha=mikhail
        """
    )
)
