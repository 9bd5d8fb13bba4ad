"""First names of women and men, from many countries: they tell people from other names, and which pronoun fits."""

from __future__ import annotations

from ingest.lexicon.words import listed

FIRST_NAMES_MALE = listed(
    """
    aaron abdul abdullah abel abraham adam adolfo adrian ahmad ahmed akira al alain alan alasdair alassane albert
    alberto alec alejandro aleksandar aleksandr alex alexander alexandre alexei alexis alfonso alfred alfredo ali
    allan allen alonso alvaro amir amit anders andre andrea andreas andrei andrej andres andrew andriy andrzej andy
    angel angelo anil anthony antoine anton antonio antonis antony antti anwar ari ariel arjun armando arnold art
    arthur arturo arvind asher ashok ashraf ashton asif atal attila barack barry bart bashar bela ben benedict benito
    benjamin benny benyamin bernard bernardo bernie bill billy binyamin bjorn bob bobby bogdan bongbong boris borut
    brad bradley brandon brendan brent bret brett brian brock bruce bruno bryan bryce byron caleb calvin cameron
    camilo carl carlo carlos carter cary cesar chad charles charlie chase chester chris christian christoph christophe
    christopher chuck chung clare clarence claude claudio clay clayton clement cliff clifford clint clinton clive cody
    colin connor conor corey cory craig cristian cristobal curt curtis cyril cyrus dale damian damien damon dan daniel
    daniele danny dante darrell darren darryl dave david dean deepak denis dennis derek derrick desmond devin dick
    didier diego dieter dietrich dimitris dirk dmitri dmitry domingo dominic dominique don donald donnie doug douglas
    drew duncan dustin dwayne dwight dylan earl ed eddie edgar edi edmund eduardo edward edwin ehud eli elias elijah
    elliot elliott elmer elon emanuel emerson emil emiliano emilio emmanuel emmerson enrique eric erich erik ernest
    ernesto esteban ethan eugene evan fabian faisal farid federico felipe felix ferdinand fernando fidel floyd
    francesco francis francisco franco francois frank franklin franz fred freddie frederic frederick fredrik fritz
    fumio gabriel gareth garrett gary gavin gene geoff geoffrey georg george georges georgios gerald gerard gerardo
    gerhard german gideon gilbert gilberto giorgio giovanni giuseppe glen glenn gonzalo goodluck gordon graham grant
    greg gregg gregory grover guido guillaume guillermo gunnar gus gustavo guy gyorgy hakeem hamdi hamid hamish hamza
    hank hans harold haroon harris harry harvey hasan hassan hector heinrich helmut henri henrik henry herb herbert
    herman hernan hernando hiroshi horacio horst hosni howard hubert hugh hugo humberto humphrey hussein hyun ian
    ibrahim ignacio igor ike immanuel imran ira irving isaac ismael ismail istvan ivan ivo jack jackson jacob jacques
    jaime jair jake jamal james jamie jan janos jared jaroslaw jarrod jason javier jay jean jeb jeff jefferson jeffrey
    jens jeremiah jeremy jerome jerry jerzy jesse jesus jim jimmy jin joachim joao joaquin joe joel joey johan johann
    johannes john johnnie johnny joko jomo jon jonah jonas jonathan jordan jorge jose josef joseph josh joshua josiah
    juan juergen juha jules julian julien julio julius jun junichiro jurgen justin kareem karim karl keir keith ken
    kenji kenneth kenny kent kevin khaled khalid khalil kiefer kim kiran kirk klaus kofi konrad konstantin kris kurt
    kwame kyle kyriakos lamar lance larry lars laszlo laurence laurent lawrence lech lee leif leo leon leonard
    leonardo leonid leopoldo leroy leslie lester lev levi lewis liam lindsey lionel lloyd logan lorenzo lou louis luc
    luca lucas luciano ludwig luigi luis luiz lukas luke luther lyndon macky magnus mahathir mahmoud malcolm manfred
    manmohan manny manuel marc marcel marcelo marco marcos marcus mariano marino mario marjan mark markus marlon
    marshall martin marty marvin massimo mateo mateusz mathew matias matt matteo matthew matthias matthieu maurice
    mauricio max maxime maximilian maximiliano mehmet mel melvin michael michel miguel mikael mike mikhail mikko miles
    milo milos milton ming mitch mitchell mitt moe mohamed mohammad mohammed mohsen moises morgan morris mortimer
    moses muammar muhammad muhammadu murray mustafa naftali nana narendra nasser nate nathan nathaniel nawaz nayib
    neal ned neil nelson newt nicholas nick nicola nicolae nicolas nicolás nigel nikhil nikita nikolai nikolas nikos
    noah noam noel nolan norbert norman octavio olaf oleg oliver olivier olusegun omar orlando orrin osama oscar
    oswaldo otto owen pablo paolo pascal pat patricio patrick paul paulo pavel pedro pekka percy pete peter petro phil
    philip philippe phillip pierre pietro piotr preston quentin radovan radu rafael ragnar rahul rajiv ralph ramesh
    ramiro ramon ramzan rand randall randy raphael rashid ratko raul ravi ray raymond recep reginald reince reinhard
    rene rex reza ricardo riccardo richard rick rob robert roberto robin rod roderick rodney rodolfo rodrigo rogelio
    roger roland rolf roman romano ron ronald ronan ronnie ross roy ruben rudolf rudolph rudy rufus rupert russ
    russell ryan saddam salman salvador salvatore sam sami samuel sandro sanjay saul sauli scott sean sebastian sepp
    serge sergei sergey sergio seth shane shawn shigeru shimon shinzo sidney silvio simon sipho slobodan spencer stan
    stanley stavros stefan stein stephan stephane stephen sterling steve steven stewart stuart sung sunil suresh sven
    tad takeshi tariq ted terrence terry thabo thaddeus theo theodore thierry thomas tim timothy tobias toby todd tom
    tomas tomasz tommy tony traian travis trevor tristan troy tucker tyler uhuru ulrich umberto urban vaclav valery
    vernon vicente victor vijay viktor vince vincent vincenzo virgil vitali vittorio vlad vladimir volker volodymyr
    vuyo wade walid wallace walt walter warren wayne wei wendell werner wesley wilbur wilhelm willem william willie
    wilson winston wladimir wolfgang woodrow xavier xi yair yasir yasser yitzhak yoshihide youssef yuri yusuf yves
    zachary zane zbigniew zeke ziad zoltan zoran
    aarav adel aditya aidan aiden ajay akhil alastair alistair alvin amadou amar amr ansel archie arun axel aziz
    babacar bao bartholomew bartosz basil bassam beau benoit bernhard bertram bharat bojan boleslaw boubacar brady
    braulio callum cassius cecil cedric chaim chandra chen cheng chet chidi chinedu cletus constantin cornelius
    dario dariusz dashiell deandre declan dejan demetrius denny denzel devendra diarmuid dinesh dion dolph dominik
    donovan dorian dragan duane eamon eamonn edmond eduard efrain einar eldon eliot elisha elvis emeka emile emmett
    enzo erasmo erwin eustace evgeny ezra fadi faris faustino feng fergus finley flavio florian fouad fyodor galen
    ganesh gaspar gaston gennady gerry ghassan gil giles gino godfrey gopal goran grisha grzegorz guenther gunther
    guo gustave hadi haider hani hao harish harlan haruki hazem henning hernán hideki hiram hiro hong horace horatio
    ibrahima ichiro ignatius imre ingmar irvin irwin isaiah isidro issac itzhak ivica ivor jabari jaber jacek jaden
    jafar jagan jagdish jakob jalal jamaal jamar janusz jarred jasper jedidiah jeffry jelani jermaine jerrod jian
    jie joakim joaquín jorgen jovan kamal kapil karthik kaspar kazimierz kazuo keegan keenan kelvin kendrick kenta
    kieran kishore konstantinos krishna krzysztof kurtis kwabena kwang lachlan lazaro leandro lei lenny leonidas
    leopold leszek liang linus lucian ludovic maciej mahdi mahesh majid makoto maksim malachi malik mamadou manish
    manoj manolis marcelino marcin marek mariusz marwan masoud mathias maurizio maxim mazen micah micheal milorad
    min-jun miroslav modou mohan mordecai moshe mukesh munir mustapha myles myron nabil nader naji naoki nasir
    nathanael nebojsa neville nicky nikola nils nitin nizar octavian olav omer orson osman oumar pankaj pavlo
    phineas piers piyush pradeep prakash pranab predrag qasim qiang quincy radek radoslaw rainer rajat rajesh rakesh
    rami rasheed raymundo reggie reinaldo reuben rhys ricky rico riyad rocco rodger rohan rohit romeo rory ruslan
    ryo sabri sachin saif salah salim samer samir sandeep santosh satoshi sebastien sekou serhiy seung sharif shashi
    shyam siegfried silas simeon sitaram slawomir stanislav stu subramanian sylvester takashi tao taras tarek tendai
    terence terrance themba theodor thurgood titus tobin toshiro tyrone uday vadim valentin vasily vikram vinod
    vitaly vivek vuk vyacheslav wael wilfred will winthrop wojciech xiang yahya yang yannick yaroslav yasin yaw
    yegor yevgeny yogi yong yoshi younes yusuke zachariah zaid zdenek zeljko zhang zubin
    aecio agustin ahmet anibal anselmo armin artur balazs baltasar binali bjarne bjarni bohdan boyko bronislaw
    carles ciro csaba dmytro edgardo edouard eirik eladio elio enrico eugenio evaristo facundo ferenc fermin
    friedrich gabor geert geir geraldo gergely gudmundur gyula haakon heiko heriberto inigo jeronimo jimmie jiri
    joaquim kemal kiril kjell knut kristian lajos lautaro lubomir mikkel mirko morten oleh oleksandr ondrej oriol
    oskar osvaldo oystein pascual pawel petr petteri raimundo rasmus rumen sandor selahattin sindre soren tamas
    tarcisio teodoro tomio torbjorn trond ulf ulises valeri waldemar wilfredo wopke yuriy zsolt
    """
)

FIRST_NAMES_FEMALE = listed(
    """
    abigail ada adela adele adriana agatha agnes agnieszka aisha aisling akiko alejandra alexa alexandra alexandria
    alice alicia alina alison allison alma alyssa amal amalia amanda amber amelia aminata amy ana anastasia andrea
    angela angelina angie anita ann anna annabelle anne annette annie antonia aoife april ariana ariel arlene ashley
    astrid audrey aung ava avril barbara beata beatrice beatriz becky belinda bella benazir bernadette bernice bertha
    beth bethany betsy betty beverly bianca birgitta blanca bonnie brenda brianna bridget brigitte britney brittany
    brooke camila camille candace candice cara carla carly carmen carol carole carolina caroline carolyn carrie
    catalina catherine cathy cecile cecilia celeste celia charlene charlotte chauncey chelsea cher cheryl chiara chloe
    christa christiane christina christine cindy claire clara clarissa claudia clementine colleen condoleezza connie
    constance constanza consuelo cora corinne courtney cristina crystal cynthia daisy dana daniela danielle daphne
    dawn debbie deborah debra deirdre delia delphine denise diana diane dianne dilma dina dolores donatella donna dora
    doris dorothy ebony edith eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen eloise elsa
    elvira emilia emily emma erica erika erin esmeralda esperanza estela esther ethel eugenia eunice eva eve evelyn
    ewa fabiola faith fatima fatou felicia felicity fernanda fiona flora florence frances francesca gabriela gabrielle
    gail gemma genevieve georgia georgina geraldine gertrude gia gillian gina giorgia gisela giselle giulia gladys
    glenda gloria golda graca grace graciela greta gretchen guadalupe gwen gwendolyn hannah harriet hattie hazel
    heather heidi helen helena helene henrietta hilary hilda hillary holly hope huma ida ilana ilona ilse imee imelda
    indira ines inez ingrid irena irene irina iris irma isabel isabella isabelle ivana ivanka ivy jacinda jackie
    jacqueline jade jan jana jane janet janice janine jannette jasmine jayalalitha jean jeanette jeanne jeannette jen
    jenna jennifer jenny jeri jessica jessie jill jillian jo joan joanna joanne jocelyn jodi jody josefina josephine
    joy joyce juana juanita judith judy julia juliana julie juliet june justine kaitlyn kaja kamala karen karin karina
    karla katarzyna kate katherine kathleen kathryn kathy katie katrin katrina katya kayla kayleigh kellie kelly
    kellyanne kelsey kerry kirsten kirstjen kolinda krista kristen kristin kristina lara larissa latoya laura lauren
    laurie leah leila lena leni leonor leslie leticia lidia lila lilian liliana lillian lily lina linda lindsay lisa
    liz liza lois lola lora loretta lori lorraine louisa louise lourdes lucia lucille lucinda lucy luisa luz lydia
    lynn lynne mabel mackenzie madeleine madeline madison magda magdalena maggie maia malala malgorzata malia mamata
    manuela mara marcela marcia margaret margarita margot maria mariah marian mariana marianne marie mariela marija
    marilyn marina marine marion marisa marissa marjorie marla marlene marsha marta martha martina mary maryam
    mathilde matilda maude maureen maxine maya meg megan meghan megyn melania melanie melinda melissa mercedes
    meredith meryl mette mia michaela michele michelle michiko mildred mindy mira miranda miriam moira molly mona
    monica monique muriel myra myriam nadia nadine nancy naoko naomi natalia natalie natasha nellie ngozi niamh nicola
    nicole nikki nina noelle noemi nora norma octavia olga olivia ophelia orla pamela paola park patricia patti patty
    paula paulina pauline peggy penelope penny petra phoebe phyllis pia pilar polly priscilla priyanka rachel ramona
    rebecca regina renata renee rhonda rita roberta rocio rosa rosalind rosalynn rosario rose roseanne rosemary rosie
    roxana roxanne ruth sabrina sally samantha sandra sanna saoirse sara sarah sasha savannah selena serena shannon
    sharon sheila shelley sherry sheryl shirley silvia simone sinead siobhan sofia sonia sonja sophia sophie stacey
    stacy stefanie stella stephanie sue susan susana susanna susanne sushma suzanne svetlana sybil sylvia tamara tammy
    tania tanya tara tatiana teresa tess tessa thelma theresa therese tiffany tina toni tonya tracey tracy trina
    trisha trudy tulsi ursula valentina valeria valerie vanessa vera verna veronica vicki vicky victoria viola violet
    viorica virginia vivian viviana wanda wendy whitney whoopi wilma winifred winnie xenia ximena yasmin yingluck
    yolanda yuriko yvette yvonne zelda zoe zuzana
    aaliyah abby abeba abeer adaeze adelaide adwoa aida aileen aimee aishwarya akua alana alberta alena alessandra
    althea amara amina aneta angelica anika anjali annabel antoinette aparna asma awa ayumi bintou birgit blanche
    bozena brandi breanna briana brigid caitlin carina carmela cassandra cassie chiamaka christen christy colette
    concepcion dalal danuta darlene deanna deepa delores desiree divya doreen dorota edna eliana elsie emiko estelle
    eun-ji faiza farah folasade francine frida gabriella geeta ghada ginny hailey halina hanan hanna haruka helga
    huda hyun-jung iman imogen inga iryna izabela jadwiga jaya joann jodie joelle johanna julianne justyna kaori
    kara kasia katerina katharine kavita keiko kelli kendra khadija khadijah kimberly kristine krystyna ksenia
    kumiko lakshmi lamia lana larysa lata latifa leanne leela leona li-na lubna lyudmila madhuri maha maja mandy
    mariam mariama mariko marisol marzena maysoon meena meera mei mi-young midori milena myrna nadezhda nahla najla
    natalya nawal nirmala nkechi nomvula noura oksana olena oxana padma paloma patrice paulette perla philippa
    polina pooja pratibha preeti priti priya radha rafaela rania raquel reem reiko rekha renuka robyn rochelle
    rosalie ruby sadhana sadie sakura salma samira sangeeta sawsan shanti sherri shilpa smriti sonal sonya soo-jin
    suad sudha sunita tabitha tatyana thandi tomoko tricia uma urszula usha vandana vasundhara wafa wangari xiu
    yasmine yelena yesenia yoko yuki yulia zainab zeina zofia
    andreea aniko annalena anneke anneli annika aurelia aylin ayse berta bruna codruta ebba elif eniko federica
    femke francisca galina giada ginevra gudrun hanne ilaria ildiko ilze ingrida ioana ivonne izkia javiera jimena
    jolanta jonna josefa judit julieta katalin kinga kirsi layla lenka linnea ljudmila lorena luciana lucrecia
    ludmila ludovica macarena mafalda maite malin maren margrethe marianela marietje marloes matilde maud mireille
    mirela murielle nadiya nathalie neelie nour oana odile paivi rachida raluca rebeca riitta romina rosalia rosana
    sahra salome saskia segolene sigrid simona snezana solange solveig sylvie tabata tarja tereza thais vesna vilma
    yanina yasna zorica zsuzsanna
    """
)

FIRST_NAMES = FIRST_NAMES_MALE | FIRST_NAMES_FEMALE
