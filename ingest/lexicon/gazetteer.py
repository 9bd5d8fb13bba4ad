"""Names that are known beforehand: countries, states, large cities, widely known organisations.

Compact tables, written for this project, read once. They steer the typing of names; a name that is not here is judged
by the words around it.
"""

from __future__ import annotations

from ingest.lexicon.peoples import PEOPLES
from ingest.lexicon.words import listed

_COUNTRIES = """
Afghanistan:Afghan,Afghans|Albania:Albanian,Albanians|Algeria:Algerian,Algerians|Angola:Angolan,Angolans
Argentina:Argentine,Argentines,Argentinian,Argentinians,Argentinean|Armenia:Armenian,Armenians
Australia:Australian,Australians|Austria:Austrian,Austrians|Azerbaijan:Azerbaijani,Azeri|Bahamas:Bahamian
Bahrain:Bahraini|Bangladesh:Bangladeshi,Bangladeshis|Barbados:Barbadian|Belarus:Belarusian,Belarusians
Belgium:Belgian,Belgians|Belize:Belizean|Benin:Beninese|Bhutan:Bhutanese|Bolivia:Bolivian,Bolivians
Bosnia and Herzegovina=Bosnia:Bosnian,Bosnians|Botswana:|Brazil=Brasil:Brazilian,Brazilians|Brunei:
Bulgaria:Bulgarian,Bulgarians|Burkina Faso:Burkinabe|Burundi:Burundian|Cambodia:Cambodian,Cambodians
Cameroon:Cameroonian|Canada:Canadian,Canadians|Cape Verde:|Central African Republic:|Chad:Chadian
Chile=Chili:Chilean,Chileans|China=People's Republic of China,People’s Republic of China:Chinese
Colombia:Colombian,Colombians|Comoros:|Costa Rica:Costa Rican,Costa Ricans|Croatia:Croatian,Croat,Croats
Cuba:Cuban,Cubans|Cyprus:Cypriot,Cypriots|Czech Republic=Czechia:Czech,Czechs|Denmark:Danish,Dane,Danes|Djibouti:
Dominican Republic:Dominican|Democratic Republic of the Congo=Democratic Republic of Congo,Congo,DRC:Congolese
East Timor=Timor-Leste:|Ecuador:Ecuadorian,Ecuadorians,Ecuadorean|Egypt:Egyptian,Egyptians
El Salvador:Salvadoran,Salvadorans,Salvadorean|Eritrea:Eritrean|Estonia:Estonian,Estonians|Eswatini=Swaziland:
Ethiopia:Ethiopian,Ethiopians|Fiji:Fijian|Finland:Finnish,Finn,Finns|France:French,Frenchman|Gabon:Gabonese
Gambia:Gambian|Georgia:Georgian,Georgians|Germany:German,Germans|Ghana:Ghanaian,Ghanaians|Greece:Greek,Greeks
Grenada:|Guatemala:Guatemalan,Guatemalans|Guinea:Guinean|Guinea-Bissau:|Guyana:Guyanese|Haiti:Haitian,Haitians
Honduras:Honduran,Hondurans|Hong Kong:|Hungary:Hungarian,Hungarians|Iceland:Icelandic|India:Indian,Indians
Indonesia:Indonesian,Indonesians|Iran=Islamic Republic of Iran:Iranian,Iranians|Iraq:Iraqi,Iraqis
Ireland=Republic of Ireland:Irish|Israel:Israeli,Israelis|Italy:Italian,Italians
Ivory Coast=Côte d'Ivoire,Côte d’Ivoire:Ivorian|Jamaica:Jamaican,Jamaicans|Japan:Japanese
Jordan:Jordanian,Jordanians|Kazakhstan:Kazakh|Kenya:Kenyan,Kenyans|Kosovo:Kosovar|Kuwait:Kuwaiti|Kyrgyzstan:Kyrgyz
Laos:Laotian|Latvia:Latvian,Latvians|Lebanon:Lebanese|Lesotho:|Liberia:Liberian|Libya:Libyan,Libyans|Liechtenstein:
Lithuania:Lithuanian,Lithuanians|Luxembourg:|Madagascar:Malagasy|Malawi:Malawian|Malaysia:Malaysian,Malaysians
Maldives:Maldivian|Mali:Malian|Malta:Maltese|Mauritania:|Mauritius:|Mexico:Mexican,Mexicans|Moldova:Moldovan|Monaco:
Mongolia:Mongolian|Montenegro:Montenegrin|Morocco:Moroccan,Moroccans|Mozambique:Mozambican|Myanmar=Burma:Burmese
Namibia:Namibian|Nepal:Nepalese,Nepali|Netherlands=Holland:Dutch|New Zealand:New Zealander,New Zealanders
Nicaragua:Nicaraguan,Nicaraguans|Niger:|Nigeria:Nigerian,Nigerians|North Korea=N Korea,DPRK:North Korean,North Koreans
North Macedonia=Macedonia:Macedonian|Norway:Norwegian,Norwegians|Oman:Omani|Pakistan:Pakistani,Pakistanis
Palestine:Palestinian,Palestinians|Panama:Panamanian,Panamanians|Papua New Guinea:|Paraguay:Paraguayan,Paraguayans
Peru:Peruvian,Peruvians|Philippines:Filipino,Filipinos,Philippine|Poland:Polish,Pole,Poles|Portugal:Portuguese
Puerto Rico:Puerto Rican,Puerto Ricans|Qatar:Qatari|Romania:Romanian,Romanians
Russia=Russian Federation:Russian,Russians|Rwanda:Rwandan,Rwandans|Saudi Arabia:Saudi,Saudis|Senegal:Senegalese
Serbia:Serbian,Serb,Serbs|Sierra Leone:|Singapore:Singaporean|Slovakia:Slovak,Slovaks|Slovenia:Slovenian,Slovene
Somalia:Somali,Somalis|South Africa:South African,South Africans|South Korea=S Korea:South Korean,South Koreans
South Sudan:South Sudanese|Soviet Union=USSR:Soviet,Soviets|Spain:Spanish,Spaniard,Spaniards|Sri Lanka:Sri Lankan
Sudan:Sudanese|Suriname:Surinamese|Sweden:Swedish,Swede,Swedes|Switzerland:Swiss|Syria:Syrian,Syrians
Taiwan:Taiwanese|Tajikistan:Tajik|Tanzania:Tanzanian|Thailand:Thai,Thais|Tibet:Tibetan,Tibetans|Togo:Togolese
Trinidad and Tobago:Trinidadian|Tunisia:Tunisian,Tunisians|Turkey=Türkiye:Turkish,Turk,Turks|Turkmenistan:Turkmen
Uganda:Ugandan,Ugandans|Ukraine:Ukrainian,Ukrainians|United Arab Emirates=UAE:Emirati
United Kingdom=UK,U.K.,Great Britain,Britain:British,Briton,Britons
United States=US,U.S.,USA,U.S.A.,United States of America,America:American,Americans|Uruguay:Uruguayan,Uruguayans
Uzbekistan:Uzbek|Vanuatu:|Vatican=Vatican City,Holy See:|Venezuela:Venezuelan,Venezuelans|Vietnam:Vietnamese
Yemen:Yemeni,Yemenis|Zambia:Zambian|Zimbabwe:Zimbabwean,Zimbabweans|England:English,Englishman
Scotland:Scottish,Scot,Scots|Wales:Welsh|Northern Ireland:|Crimea:Crimean|Gaza=Gaza Strip:Gazan,Gazans|West Bank:
"""

_STATES = """
Alabama=Ala.|Alaska|Arizona=Ariz.,Grand Canyon State|Arkansas=Ark.|California=Calif.,Golden State|Colorado=Colo.
Connecticut=Conn.|Delaware=Del.|Florida=Fla.,Sunshine State|Hawaii=Aloha State|Idaho|Illinois=Ill.
Indiana=Ind.,Hoosier State|Iowa=Hawkeye State|Kansas=Kan.|Kentucky=Ky.,Bluegrass State|Louisiana|Maine|Maryland=Md.
Massachusetts=Mass.,Bay State|Michigan=Mich.|Minnesota=Minn.|Mississippi=Miss.|Missouri|Montana=Mont.
Nebraska=Neb.,Cornhusker State|Nevada=Nev.,Silver State|New Hampshire=N.H.,Granite State|New Jersey=N.J.,Garden State
New Mexico=N.M.|New York State=N.Y.,Empire State|North Carolina=N.C.,Tar Heel State|North Dakota=N.D.
Ohio=Buckeye State|Oklahoma=Okla.|Oregon=Ore.|Pennsylvania=Pa.,Keystone State|Rhode Island=R.I.
South Carolina=S.C.,Palmetto State|South Dakota=S.D.|Tennessee=Tenn.,Volunteer State|Texas=Tex.,Lone Star State
Utah=Beehive State|Vermont=Vt.|Virginia=Va.|Washington State=Wash.|West Virginia=W.Va.|Wisconsin=Wis.,Badger State
Wyoming=Wyo.|Ontario|Quebec|British Columbia|Alberta|New South Wales|Victoria State|Queensland|Tasmania|Catalonia
Bavaria|Saxony|Manitoba|Saskatchewan|Nova Scotia|New Brunswick|Newfoundland|Yukon|Nunavut|South Australia
Western Australia|Northern Territory|Guam|American Samoa|Bermuda|Cayman Islands|Gibraltar|Greenland|Faroe Islands
Isle of Man|Channel Islands|Jersey Shore|Corsica|Crete|Sardinia|Flanders|Wallonia|Silesia|Transylvania|Pomerania
Cornwall|Devon|Essex|Kent|Sussex|Surrey|Yorkshire|Lancashire|Cumbria|Northumberland|Oxfordshire|Cambridgeshire
Merseyside|Tyneside|Greater Manchester|Greater London|Home Counties|West Midlands|East Midlands|Basque Country|Okinawa
Hokkaido|Guangdong|Sichuan|Inner Mongolia|Gujarat|Kerala|Tamil Nadu|Maharashtra|Uttar Pradesh|West Bengal|Balochistan
Sindh|Helmand|Anbar|Idlib|Sinaloa|Chiapas|Oaxaca|Veracruz|Jalisco|Chihuahua|Sonora|Atacama|Tierra del Fuego|Mindanao
Luzon|Java|Sumatra|Bali|Borneo|Papua|Aceh|Zanzibar|Katanga|Kivu|Biafra|Abkhazia|South Ossetia|Nagorno-Karabakh
Transnistria|Dagestan|Ingushetia|Bashkortostan|Tatarstan|Zaporizhzhia|Kherson|Araucanía=Araucania|Biobío=Biobio
Antofagasta|Tarapacá|Patagonia|Siberia|Kashmir|Punjab|Kurdistan|Chechnya|Donbas=Donbass|Donetsk|Luhansk|Xinjiang
Darfur|Tigray|Sinai|Galicia|Andalusia|Lombardy|Sicily|Tuscany|Normandy|Brittany
"""

_CITIES = """
Abidjan|Abu Dhabi|Accra|Addis Ababa|Aleppo|Algiers|Amman|Amsterdam|Anchorage|Ankara|Asunción=Asuncion|Athens|Atlanta
Atlantic City|Auckland|Austin|Baghdad|Baku|Baltimore|Bangkok|Barcelona|Basra|Baton Rouge|Beijing|Beirut|Belfast
Belgrade|Benghazi|Berlin|Bern|Birmingham|Bogotá=Bogota|Boise|Bonn|Boston|Brasilia=Brasília|Bratislava|Brisbane|Bristol
Brussels|Bucharest|Budapest|Buenos Aires|Buffalo|Cairo|Calais|Calgary|Cali|Canberra|Cape Town|Caracas|Cardiff
Casablanca|Charleston|Charlotte|Chennai|Chicago|Cincinnati|Cleveland|Cologne|Columbus|Concepción|Copenhagen|Córdoba
Dakar|Dallas|Damascus|Davos|Dayton|Delhi|Denver|Des Moines|Detroit|Dhaka|Doha|Dresden|Dubai|Dublin|Durban|Edinburgh
El Paso|Fort Lauderdale|Fort Worth|Frankfurt|Geneva|Genoa|Glasgow|Grand Rapids|Guantanamo Bay=Guantánamo Bay,Guantanamo
Guadalajara|Guayaquil|The Hague|Hamburg|Hanoi|Harare|Harrisburg|Havana|Helsinki|Hiroshima|Ho Chi Minh City|Hollywood
Honolulu|Houston|Indianapolis|Iquique|Islamabad|Istanbul|Jacksonville|Jakarta|Jerusalem|Johannesburg|Juneau|Kabul
Kampala|Kandahar|Kansas City|Karachi|Kathmandu|Kharkiv|Khartoum|Kiev=Kyiv|Kigali|Kingston|Kinshasa|Knoxville|Kolkata
Krakow|Kuala Lumpur|La Paz|Lagos|Lahore|Las Vegas|Leeds|Leipzig|Lille|Lima|Lisbon|Liverpool|Ljubljana|London
Los Angeles|Louisville|Luanda|Lyon|Madison|Madrid|Malmö|Managua|Manchester|Manhattan|Manila|Marseille|Mecca
Medellín=Medellin|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Mogadishu|Monterrey|Montevideo
Montreal|Moscow|Mosul|Mumbai|Munich|Nagasaki|Nairobi|Naples|Nashville|Nassau|New Delhi|New Orleans
New York City=New York,NYC|Newark|Nice|Norfolk|Oakland|Odessa=Odesa|Oklahoma City|Omaha|Orlando|Osaka|Oslo|Ottawa
Oxford|Palm Beach|Palo Alto|Panama City|Paris|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Port-au-Prince|Portland|Porto
Prague|Pretoria|Pristina|Providence|Punta Arenas|Pyongyang|Quito|Raleigh|Ramallah|Raqqa|Reno|Reykjavik|Riga
Rio de Janeiro|Riyadh|Rome|Rosario|Rotterdam|Sacramento|Saigon|Salt Lake City|San Antonio|San Bernardino|San Diego
San Francisco|San José|San Juan|San Salvador|Santiago=Santiago de Chile|Santo Domingo|São Paulo=Sao Paulo|Sarajevo
Scranton|Seattle|Seoul|Seville|Shanghai|Shenzhen|Silicon Valley|Sofia|Spokane|St. Louis|St. Petersburg|Stockholm
Strasbourg|Stuttgart|Sydney|Taipei|Tallahassee|Tallinn|Tampa|Tampa Bay|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv
Temuco|Tijuana|Tirana|Tokyo|Toledo|Toronto|Trenton|Tripoli|Tucson|Tulsa|Tunis|Turin|Ulaanbaatar|Valencia
Valparaíso=Valparaiso|Vancouver|Venice|Vienna|Vilnius|Vladivostok|Warsaw
Washington=Washington D.C.,Washington DC,Washington, D.C.,D.C.|Wellington|Winnipeg|Wuhan|Akron|Albany|Albuquerque
Alexandria|Anaheim|Ann Arbor|Annapolis|Antwerp|Aspen|Augusta|Bakersfield|Bali|Bangor|Beverly Hills|Bilbao|Bologna
Bordeaux|Boulder|Bradford|Bremen|Brighton|Burlington|Busan|Cannes|Cambridge|Cardiff|Cedar Rapids|Chattanooga|Chengdu
Cluj|Colombo|Colorado Springs|Coventry|Cusco|Darwin|Davenport|Daytona Beach|Derby|Dortmund|Düsseldorf|Durham|Exeter
Fort Myers|Fresno|Gdansk|Gothenburg|Grenoble|Greensboro|Guangzhou|Hartford|Harrisburg|Hobart|Huntsville|Hyderabad|Izmir
Jaipur|Kampala|Kingston upon Hull|Kobe|Kyoto|Lansing|Lausanne|Leicester|Lincoln|Little Rock|Lucerne|Luxor|Maastricht
Malaga|Málaga|Mainz|Mannheim|Montpellier|Nantes|Newcastle|Nottingham|Nuremberg|Olympia|Peshawar|Perth|Plymouth
Podgorica|Portsmouth|Preston|Puebla|Quetta|Rawalpindi|Recife|Richmond|Rochester|Rostock|Rostov|Salem|Salvador|Salzburg
Samara|San Jose|Sapporo|Savannah|Sheffield|Skopje|Southampton|Suva|Sunderland|Swansea|Syracuse|Tacoma|Tampere|Tianjin
Toulouse|Trieste|Turku|Utrecht|Valletta|Verona|Vientiane|Wichita|Wilmington|Wolverhampton|Worcester|York|Yokohama
Zaragoza|Yerevan|Ashgabat|Astana|Bishkek|Dushanbe|Maputo|Lusaka|Lilongwe|Windhoek|Gaborone|Antananarivo|Freetown
Monrovia|Conakry|Bamako|Niamey|Ouagadougou|Lomé|Cotonou|Libreville|Yaoundé|Douala|N'Djamena|Bangui|Brazzaville
Bujumbura|Juba|Asmara|Port Moresby|Nuku'alofa|Thimphu|Dili|Bandar Seri Begawan|Port Louis|Nouakchott|Rabat|Marrakesh
Fez|Oran|Alexandria|Aden|Sanaa|Muscat|Manama|Kuwait City|Haifa|Nablus|Hebron|Jenin|Rafah|Khan Younis|Mariupol|Lviv
Dnipro|Bakhmut|Sevastopol|Yangon|Youngstown|Zagreb|Zurich|Brooklyn|Queens|Bronx|Harlem|Staten Island|Long Island
Ciudad Juárez=Ciudad Juarez
"""

_REGIONS = """
Africa|Antarctica|Asia|Europe|Latin America|Central America|South America|North America|Middle East|Southeast Asia
East Asia|South Asia|Central Asia|Eastern Europe|Western Europe|Southern Cone|Caribbean|Balkans|Scandinavia|Sahel
Maghreb|Horn of Africa|Sub-Saharan Africa|North Africa|West Africa|East Africa|Persian Gulf|South China Sea
Mediterranean=Mediterranean Sea|Black Sea|Baltic Sea|Red Sea|Gulf of Mexico|Pacific=Pacific Ocean
Atlantic=Atlantic Ocean|Arctic|Amazon Basin|Andes|Rust Belt|Midwest|New England|Deep South|Ground Zero|Wall Street
Capitol Hill|Trump Tower|Times Square|Red Square|Mar-a-Lago|Strait of Hormuz|Panama Canal|Suez Canal|Iberian Peninsula
Korean Peninsula|Arabian Peninsula|Gulf Coast|Rio Grande|Mississippi River|Hudson River|Hudson Valley|Thames|Danube
Rhine|Nile|Amazon River|Volga|Dnieper|Ganges|Mekong|Yangtze|Tigris|Euphrates|Jordan River|Lake Michigan|Rocky Mountains
Rockies|Alps|Pyrenees|Himalayas|Urals|Caucasus|Carpathians|Mount Everest|Sahara|Gobi|Kalahari|North Sea|Irish Sea
English Channel|Aegean|Adriatic|Caspian Sea|Bering Strait|Taiwan Strait|Bosphorus|Gulf of Aden|Indian Ocean
Bay of Bengal|Gulf of Guinea|Indo-Pacific|Asia-Pacific|Western Hemisphere|Global South|Far East|Near East|Baltics
Benelux|Indochina|Levant|Mesopotamia|Oceania|Polynesia|Micronesia|Eurasia|Central Europe|Northern Europe
Southern Europe|Western Balkans|South Caucasus|Great Plains|Pacific Northwest|Upper Midwest|Mid-Atlantic|Tri-State Area
Sun Belt|Bible Belt|Corn Belt|Central Valley|Central Park|Oval Office|Rose Garden|National Mall|Mount Rushmore
Everglades|Yellowstone|Grand Canyon|Golden Gate Bridge|Brooklyn Bridge|Broadway|Fifth Avenue|Madison Avenue
Pennsylvania Avenue|Silicon Alley|Dixie|Beltway|Tiananmen Square|Tahrir Square|Trafalgar Square|Champs-Élysées
Brandenburg Gate|Eiffel Tower|La Moneda Palace|Buckingham Palace|Élysée Palace|Westminster|Whitehall|Canary Wharf
Heathrow|Gatwick|Kashmir Valley|Golan Heights|Bay Area|West Coast|East Coast|Great Lakes|Appalachia|Camp David|Ukraine
Falkland Islands
"""

_ORGANISATIONS = """
United Nations=UN,U.N.|European Union=EU,E.U.|North Atlantic Treaty Organization=NATO,Nato|World Bank
World Trade Organization=WTO|International Monetary Fund=IMF|World Health Organization=WHO|European Commission
European Parliament|European Central Bank=ECB|Organization of American States=OAS|African Union|OPEC=Opec|UNESCO=Unesco
UNICEF=Unicef|UNHCR|Interpol|Europol|Mercosur|ASEAN=Asean|OECD|White House|Pentagon|Kremlin|Congress|Senate
House of Representatives|House of Commons|House of Lords|Parliament|Bundestag|Knesset|Duma
State Department=Department of State|Justice Department=Department of Justice,DOJ
Treasury Department=Department of the Treasury|Defense Department=Department of Defense
Homeland Security=Department of Homeland Security,DHS|Federal Bureau of Investigation=FBI,F.B.I.
Central Intelligence Agency=CIA,C.I.A.|National Security Agency=NSA|National Security Council=NSC|Secret Service
Internal Revenue Service=IRS,I.R.S.|Environmental Protection Agency=EPA|Federal Reserve=Fed|Supreme Court
Electoral College|Centers for Disease Control and Prevention=CDC|Food and Drug Administration=FDA
Federal Election Commission=FEC|Securities and Exchange Commission=SEC|New York Police Department=NYPD
Immigration and Customs Enforcement=ICE|Republican National Committee=RNC|Democratic National Committee=DNC
Republican Party=GOP,G.O.P.|Democratic Party=Democrat Party|Tea Party|Green Party|Libertarian Party|Labour Party
Conservative Party
Communist Party|Socialist Party|Liberal Party|Likud|Hamas|Hezbollah|Taliban|Islamic State=ISIS,ISIL,IS,Isis
al Qaeda=Al Qaeda,al-Qaeda,Al-Qaeda,al-Qaida|Boko Haram|Muslim Brotherhood|Ku Klux Klan=KKK|Red Cross
Joint Chiefs of Staff=Joint Chiefs|Human Rights Watch|Amnesty International|Planned Parenthood
National Rifle Association=NRA|American Civil Liberties Union=ACLU|NAACP|AFL-CIO|Black Lives Matter|WikiLeaks=Wikileaks
Greenpeace|Transparency International|Doctors Without Borders|Clinton Foundation|Trump Organization|Trump Foundation
Trump University|Brookings Institution|Heritage Foundation|Cato Institute|RAND Corporation=RAND|Pew Research Center=Pew
Gallup|Ipsos|YouGov|Quinnipiac University=Quinnipiac|Rasmussen Reports=Rasmussen|Nielsen|Monmouth University
Public Policy Polling=PPP|Cadem|Morning Consult|Associated Press=AP,The Associated Press|Reuters
Agence France-Presse=AFP|Bloomberg|Breitbart News=Breitbart|New York Times=The New York Times,NYT
Washington Post=The Washington Post,WaPo,Wash Post|Wall Street Journal=The Wall Street Journal,WSJ|USA Today=USA TODAY
Los Angeles Times=LA Times|New Hampshire Union Leader|Plain Dealer=Cleveland Plain Dealer
New York Post|New York Daily News|Detroit Free Press|Washington Examiner|Boston Globe|Chicago Tribune
Guardian=The Guardian|Financial Times|Economist=The Economist|Le Monde
El País=El Pais|El Mercurio|El Comercio|La Tercera|Der Spiegel|Huffington Post=HuffPost,The Huffington Post|Politico
Vox|Slate|Salon|BuzzFeed=Buzzfeed,BuzzFeed News|Daily Beast|Daily Mail|Daily Caller|National Review|Weekly Standard
New Yorker=The New Yorker|Atlantic Monthly|Time Magazine|Newsweek|Vanity Fair|PolitiFact|FiveThirtyEight
RealClearPolitics=Real Clear Politics|CNN|MSNBC|NBC News=NBC|ABC News=ABC|CBS News=CBS|Fox News=Fox News Channel,Fox
Fox Business|NPR|PBS|BBC=BBC News|HBO|C-SPAN|Al Jazeera|Univision|Telemundo|CNBC|ESPN|Sky News|ITV|Xinhua|TASS|RT
Deutsche Welle|Facebook|Twitter|Google|YouTube|Instagram|Amazon|Apple|Microsoft|Tesla|Uber|Airbnb|Netflix|Intel|IBM
Boeing|Lockheed Martin|Ford|General Motors|Toyota|Volkswagen|Exxon Mobil=ExxonMobil,Exxon|Chevron|Shell|BP
Goldman Sachs|JPMorgan Chase=JPMorgan|Morgan Stanley|Wells Fargo|Citigroup|Bank of America|Deutsche Bank|HSBC|Barclays
Walmart=Wal-Mart|Starbucks|McDonald's=McDonald’s|Coca-Cola|Pfizer|Merck|Moody's=Moody’s
Standard & Poor's=Standard & Poor’s|Harvard University=Harvard|Yale University=Yale|Princeton University=Princeton
Stanford University=Stanford|Massachusetts Institute of Technology=MIT,M.I.T.|Oxford University=University of Oxford
Cambridge University=University of Cambridge|Columbia University|Georgetown University=Georgetown
London School of Economics=LSE|Carabineros|PDI|RUSI|Chatham House|NASA=Nasa|FIFA|UEFA|NFL|NBA|ICC|Ministry of Defence
Home Office|Foreign Office|Downing Street|NHS|MI5|MI6|GCHQ|FSB|KGB|Mossad|Shin Bet|ETA|FARC|IRA|G7=G-7,G8,G-8|G20=G-20
BRICS=Brics|OSCE|IAEA=International Atomic Energy Agency|International Criminal Court
World Food Programme=World Food Program,WFP|UN Security Council=U.N. Security Council,United Nations Security Council
Security Council|International Court of Justice|Inter-American Development Bank|Gulf Cooperation Council|Arab League
European Court of Human Rights|European Council|Eurogroup|Federal Communications Commission=FCC
Federal Trade Commission=FTC|Federal Aviation Administration=FAA|Federal Emergency Management Agency=FEMA
Drug Enforcement Administration=DEA|Bureau of Alcohol, Tobacco, Firearms and Explosives=ATF
Occupational Safety and Health Administration=OSHA|National Labor Relations Board=NLRB
National Institutes of Health=NIH|Bureau of Labor Statistics=BLS|Congressional Budget Office=CBO
Government Accountability Office=GAO|Office of Management and Budget=OMB|Nuclear Regulatory Commission|Census Bureau
Customs and Border Protection=CBP|Border Patrol|Coast Guard|National Guard|Air Force=U.S. Air Force|Army=U.S. Army
Navy=U.S. Navy|Marine Corps=U.S. Marine Corps,Marines|Navy SEALs=Navy Seals
Veterans Affairs Department=Department of Veterans Affairs|Energy Department=Department of Energy
Labor Department=Department of Labor|Education Department=Department of Education
Commerce Department=Department of Commerce|Interior Department=Department of the Interior
Transportation Department=Department of Transportation|Agriculture Department=Department of Agriculture,USDA
Health and Human Services=Department of Health and Human Services,HHS|Housing and Urban Development=HUD|Capitol Police
Scotland Yard|Metropolitan Police|Crown Prosecution Service=CPS|Bank of England|Bank of Japan|Ofcom|Ofgem|Ofsted
HM Revenue and Customs=HMRC|Office for National Statistics=ONS|Treasury Select Committee|Liberal Democrats=Lib Dems
Tories|Labour|UKIP=Ukip|Scottish National Party=SNP|Plaid Cymru|Sinn Féin=Sinn Fein|Democratic Unionist Party=DUP
Social Democrats|Christian Democrats|Front National=National Front|En Marche|Syriza|Podemos|Fidesz
AfD=Alternative for Germany|African National Congress=ANC|Bharatiya Janata Party=BJP|Justice and Development Party=AKP
PKK|PLO|Fatah|Houthis|IRGC=Revolutionary Guards,Revolutionary Guard|Al Shabaab=al-Shabaab,Al-Shabab,al-Shabab
Sinaloa Cartel|Mara Salvatrucha=MS-13|Tren de Aragua|Wagner Group|Proud Boys|Oath Keepers|Antifa|Teamsters
United Auto Workers=UAW|AFSCME|SEIU|AARP|U.S. Chamber of Commerce=Chamber of Commerce|Sierra Club|Oxfam
Save the Children|UNAIDS|Médecins Sans Frontières|American Enterprise Institute=AEI|Center for American Progress
Council on Foreign Relations|Carnegie Endowment for International Peace
Center for Strategic and International Studies=CSIS|Urban Institute|Tax Policy Center|Tax Foundation
Kaiser Family Foundation|Marist|Suffolk University|Emerson College|Siena College|Gravis Marketing|SurveyMonkey|Zogby
Opinium|Savanta|Survation|Kantar|IBOPE|Datafolha|Getty Images|EFE|Kyodo|Sputnik|Le Figaro|Libération|Die Zeit
Frankfurter Allgemeine Zeitung|Corriere della Sera|La Repubblica|Haaretz|Jerusalem Post|Times of India
South China Morning Post|Globe and Mail|Toronto Star|Sydney Morning Herald|Daily Telegraph=The Daily Telegraph
Evening Standard|Sunday Times|Mail on Sunday|The Hill|Roll Call|Axios|ProPublica|Mother Jones|Rolling Stone
Drudge Report|Forbes|Business Insider|Snapchat|Hewlett-Packard=HP|LinkedIn|WhatsApp|Reddit|TikTok|Spotify|Cisco|Nvidia
Samsung|Huawei|Sony|Honda|Nissan|BMW|Mercedes-Benz|Audi|Renault|Fiat|Chrysler|General Electric=GE|Johnson & Johnson
Procter & Gamble|AT&T|Verizon|Comcast|T-Mobile|Vodafone|Walt Disney=Disney|Time Warner|Credit Suisse|UBS|BlackRock
Berkshire Hathaway|AstraZeneca|Moderna|BioNTech|GlaxoSmithKline|Novartis|Roche|Bayer|Nestlé|Unilever|Monsanto|Gazprom
Rosneft|Lukoil|Petrobras|Pemex|PDVSA|Saudi Aramco=Aramco|TotalEnergies|Codelco|Airbus|Raytheon|Northrop Grumman
BAE Systems
"""


def _rows(table: str) -> list[str]:
    """The cells of a table whose rows are separated by line ends and whose cells by bars."""
    return [cell.strip() for line in table.strip().splitlines() for cell in line.split("|") if cell.strip()]


def _forms(table: str) -> dict[str, str]:
    """Every form of every name in a table, with the name that stands for all of them."""
    forms: dict[str, str] = {}
    for cell in _rows(table):
        name, _, variants = cell.partition("=")
        # "Washington, D.C." holds a comma itself, so commas with a space after them do not separate
        for form in (name, *variants.replace(", ", "\0").split(",")):
            if form:
                forms.setdefault(form.replace("\0", ", "), name)
    return forms


def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """The forms of the countries' names, and their demonyms with the country each belongs to."""
    demonyms: dict[str, str] = {}
    names: list[str] = []
    for cell in _rows(_COUNTRIES):
        name, _, people = cell.partition(":")
        names.append(name)
        for demonym in people.split(","):
            if demonym:
                demonyms.setdefault(demonym, name.partition("=")[0])
    return _forms("|".join(names)), demonyms


COUNTRIES, _OF_COUNTRIES = _countries()
DEMONYMS: dict[str, str] = {**dict.fromkeys(PEOPLES, ""), **_OF_COUNTRIES}
"""Words for peoples and what is theirs, with the country where there is one."""

_POSTAL = """
AL=Alabama AK=Alaska AZ=Arizona AR=Arkansas CA=California CO=Colorado CT=Connecticut DE=Delaware FL=Florida
GA=Georgia HI=Hawaii IA=Iowa ID=Idaho IL=Illinois IN=Indiana KS=Kansas KY=Kentucky LA=Louisiana MA=Massachusetts
MD=Maryland ME=Maine MI=Michigan MN=Minnesota MO=Missouri MS=Mississippi MT=Montana NC=North_Carolina
ND=North_Dakota NE=Nebraska NH=New_Hampshire NJ=New_Jersey NM=New_Mexico NV=Nevada NY=New_York_State OH=Ohio
OK=Oklahoma OR=Oregon PA=Pennsylvania RI=Rhode_Island SC=South_Carolina SD=South_Dakota TN=Tennessee TX=Texas
UT=Utah VA=Virginia VT=Vermont WA=Washington_State WI=Wisconsin WV=West_Virginia WY=Wyoming DC=Washington
"""
POSTAL = {pair[:2]: pair[3:].replace("_", " ") for pair in sorted(listed(_POSTAL))}
"""The two letters of a state of the United States: a place behind a comma or a party's letter."""

SHORT_STATES = {"Ga": "Georgia", "La": "Louisiana", "Mo": "Missouri"}
"""States that are written short in ways that are other words too."""
STATES: dict[str, str] = _forms(_STATES)
CITIES: dict[str, str] = _forms(_CITIES)
PLACES: dict[str, str] = {**_forms(_REGIONS), **CITIES, **STATES, **COUNTRIES}
"""Every known form of a place's name, with the name that stands for all its forms."""

_DOCUMENTS = """
Trans-Pacific Partnership=TPP,Trans Pacific Partnership|Transatlantic Trade and Investment Partnership=TTIP|CETA|USMCA
North American Free Trade Agreement=NAFTA,Nafta|Paris Agreement=Paris Accord,Paris climate agreement,Paris accord
Kyoto Protocol|Montreal Protocol|Joint Comprehensive Plan of Action=JCPOA|New START|INF Treaty|Non-Proliferation Treaty
Universal Declaration of Human Rights|Good Friday Agreement|Lisbon Treaty=Treaty of Lisbon|Oslo Accords|Dayton Accords
Maastricht Treaty=Treaty of Maastricht|Treaty of Versailles|Magna Carta|Bill of Rights|Declaration of Independence
Affordable Care Act=Obamacare,ObamaCare,ACA|Patriot Act|Civil Rights Act|Voting Rights Act|Clean Air Act
Clean Water Act|Clean Power Plan|Dodd-Frank Act=Dodd-Frank|Sarbanes-Oxley Act=Sarbanes-Oxley|Freedom of Information Act
Inflation Reduction Act|Human Rights Act|Equality Act|Magnitsky Act|Posse Comitatus Act|War Powers Resolution
Schengen Agreement|Belfast Agreement|Minsk Agreements|Geneva Conventions=Geneva Convention|Camp David Accords
Social Security|Medicare|Medicaid
Sustainable Development Goals|Marshall Plan|Belt and Road Initiative|Federal Register|Mueller report=Mueller Report
"""

DOCUMENTS: dict[str, str] = _forms(_DOCUMENTS)
"""Every known form of the name of a law, a treaty or a programme, with the name that stands for all its forms."""

ORGANISATIONS: dict[str, str] = _forms(_ORGANISATIONS)
"""Every known form of an organisation's name, with the name that stands for all its forms."""

AMBIGUOUS = listed(
    """
    Georgia Jordan Chad Virginia Victoria Charlotte Madison Sofia Florence Orlando Austin Sydney Carolina Dakota Israel
    Kingston Wellington Houston Lincoln Paris Columbus Rosario Valencia Washington Ford Fox Shell Salon Slate Time Nice
    Reading Phoenix Bristol Cleveland Manchester Apple Amazon Guardian Economist Rasmussen Nielsen Norfolk Oxford
    Santiago Concepción Chili Preston Salvador Savannah Kent Alexandria York Durham Richmond Derby Perth Salem Augusta
    Aspen Bradford Cambridge Java Disney Darwin Hartford Albany Lansing Boulder Lancaster Worcester Rochester Chester
    Cornwall Devon Essex Sussex Surrey Brittany Kobe Verona Vienna Troy Houston Dallas Denver Raleigh Jackson Hamilton
    Trenton Camden Clinton Troy Marist Georgetown Honda Roche Bayer Forbes Nestlé Renault Westminster Dixie Broadway
    Newcastle Plymouth Portsmouth Lyon Nantes Milan Chelsea Brooklyn Bronx Memphis Dayton Alberta Jersey
    """
)
"""Known forms that are first names, surnames or ordinary words as well: the words around them decide."""
