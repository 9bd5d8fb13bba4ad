"""Names that are known beforehand: countries, states, large cities, widely known organisations.

Compact tables, written for this project, read once. They steer the typing of names; a name that is not here is judged
by the words around it.
"""

from __future__ import annotations

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
Alabama=Ala.|Alaska|Arizona=Ariz.|Arkansas|California=Calif.|Colorado=Colo.|Connecticut=Conn.|Delaware|Florida=Fla.
Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas=Kan.|Kentucky=Ky.|Louisiana|Maine|Maryland=Md.|Massachusetts
Michigan=Mich.|Minnesota=Minn.|Mississippi|Missouri|Montana=Mont.|Nebraska=Neb.|Nevada=Nev.|New Hampshire=N.H.
New Jersey=N.J.|New Mexico=N.M.|New York State=N.Y.|North Carolina=N.C.|North Dakota=N.D.|Ohio|Oklahoma=Okla.
Oregon=Ore.|Pennsylvania|Rhode Island=R.I.|South Carolina=S.C.|South Dakota=S.D.|Tennessee=Tenn.|Texas|Utah
Vermont=Vt.|Virginia=Va.|Washington State|West Virginia=W.Va.|Wisconsin=Wis.|Wyoming=Wyo.|Ontario|Quebec
British Columbia|Alberta|New South Wales|Victoria State|Queensland|Tasmania|Catalonia|Bavaria|Saxony
Araucanía=Araucania|Biobío=Biobio|Antofagasta|Tarapacá|Patagonia|Siberia|Kashmir|Punjab|Kurdistan|Chechnya
Donbas=Donbass|Donetsk|Luhansk|Xinjiang|Darfur|Tigray|Sinai|Galicia|Andalusia|Lombardy|Sicily|Tuscany|Normandy
Brittany
"""

_CITIES = """
Abidjan|Abu Dhabi|Accra|Addis Ababa|Aleppo|Algiers|Amman|Amsterdam|Anchorage|Ankara|Asunción=Asuncion|Athens|Atlanta
Atlantic City|Auckland|Austin|Baghdad|Baku|Baltimore|Bangkok|Barcelona|Basra|Baton Rouge|Beijing|Beirut|Belfast
Belgrade|Benghazi|Berlin|Bern|Birmingham|Bogotá=Bogota|Boise|Bonn|Boston|Brasilia=Brasília|Bratislava|Brisbane
Bristol|Brussels|Bucharest|Budapest|Buenos Aires|Buffalo|Cairo|Calais|Calgary|Cali|Canberra|Cape Town|Caracas
Cardiff|Casablanca|Charleston|Charlotte|Chennai|Chicago|Cincinnati|Cleveland|Cologne|Columbus|Concepción|Copenhagen
Córdoba|Dakar|Dallas|Damascus|Davos|Dayton|Delhi|Denver|Des Moines|Detroit|Dhaka|Doha|Dresden|Dubai|Dublin|Durban
Edinburgh|El Paso|Fort Lauderdale|Fort Worth|Frankfurt|Geneva|Genoa|Glasgow|Grand Rapids
Guantanamo Bay=Guantánamo Bay,Guantanamo|Guadalajara|Guayaquil|The Hague|Hamburg|Hanoi|Harare|Harrisburg|Havana
Helsinki|Hiroshima|Ho Chi Minh City|Hollywood|Honolulu|Houston|Indianapolis|Iquique|Islamabad|Istanbul|Jacksonville
Jakarta|Jerusalem|Johannesburg|Juneau|Kabul|Kampala|Kandahar|Kansas City|Karachi|Kathmandu|Kharkiv|Khartoum
Kiev=Kyiv|Kigali|Kingston|Kinshasa|Knoxville|Kolkata|Krakow|Kuala Lumpur|La Paz|Lagos|Lahore|Las Vegas|Leeds|Leipzig
Lille|Lima|Lisbon|Liverpool|Ljubljana|London|Los Angeles|Louisville|Luanda|Lyon|Madison|Madrid|Malmö|Managua
Manchester|Manhattan|Manila|Marseille|Mecca|Medellín=Medellin|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee
Minneapolis|Minsk|Mogadishu|Monterrey|Montevideo|Montreal|Moscow|Mosul|Mumbai|Munich|Nagasaki|Nairobi|Naples
Nashville|Nassau|New Delhi|New Orleans|New York City=New York,NYC|Newark|Nice|Norfolk|Oakland|Odessa=Odesa
Oklahoma City|Omaha|Orlando|Osaka|Oslo|Ottawa|Oxford|Palm Beach|Palo Alto|Panama City|Paris|Philadelphia|Phnom Penh
Phoenix|Pittsburgh|Port-au-Prince|Portland|Porto|Prague|Pretoria|Pristina|Providence|Punta Arenas|Pyongyang|Quito
Raleigh|Ramallah|Raqqa|Reno|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Rosario|Rotterdam|Sacramento|Saigon
Salt Lake City|San Antonio|San Bernardino|San Diego|San Francisco|San José|San Juan|San Salvador
Santiago=Santiago de Chile|Santo Domingo|São Paulo=Sao Paulo|Sarajevo|Scranton|Seattle|Seoul|Seville|Shanghai
Shenzhen|Silicon Valley|Sofia|Spokane|St. Louis|St. Petersburg|Stockholm|Strasbourg|Stuttgart|Sydney|Taipei
Tallahassee|Tallinn|Tampa|Tampa Bay|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|Temuco|Tijuana|Tirana|Tokyo|Toledo
Toronto|Trenton|Tripoli|Tucson|Tulsa|Tunis|Turin|Ulaanbaatar|Valencia|Valparaíso=Valparaiso|Vancouver|Venice|Vienna
Vilnius|Vladivostok|Warsaw|Washington=Washington D.C.,Washington DC,Washington, D.C.,D.C.|Wellington|Winnipeg|Wuhan
Yangon|Youngstown|Zagreb|Zurich|Brooklyn|Queens|Bronx|Harlem|Staten Island|Long Island|Ciudad Juárez=Ciudad Juarez
"""

_REGIONS = """
Africa|Antarctica|Asia|Europe|Latin America|Central America|South America|North America|Middle East|Southeast Asia
East Asia|South Asia|Central Asia|Eastern Europe|Western Europe|Southern Cone|Caribbean|Balkans|Scandinavia|Sahel
Maghreb|Horn of Africa|Sub-Saharan Africa|North Africa|West Africa|East Africa|Persian Gulf|South China Sea
Mediterranean=Mediterranean Sea|Black Sea|Baltic Sea|Red Sea|Gulf of Mexico|Pacific=Pacific Ocean
Atlantic=Atlantic Ocean|Arctic|Amazon Basin|Andes|Rust Belt|Midwest|New England|Deep South|Ground Zero|Wall Street
Capitol Hill|Trump Tower|Downing Street|Times Square|Red Square|Mar-a-Lago|Strait of Hormuz|Panama Canal|Suez Canal
Golan Heights|Bay Area|West Coast|East Coast|Great Lakes|Appalachia|Camp David|Ukraine|Falkland Islands
"""

_ORGANISATIONS = """
United Nations=UN,U.N.|European Union=EU,E.U.|North Atlantic Treaty Organization=NATO,Nato|World Bank
World Trade Organization=WTO|International Monetary Fund=IMF|World Health Organization=WHO|European Commission
European Parliament|European Central Bank=ECB|Organization of American States=OAS|African Union|OPEC=Opec
UNESCO=Unesco|UNICEF=Unicef|UNHCR|Interpol|Europol|Mercosur|ASEAN=Asean|OECD|White House|Pentagon|Kremlin|Congress
Senate|House of Representatives|House of Commons|House of Lords|Parliament|Bundestag|Knesset|Duma
State Department=Department of State|Justice Department=Department of Justice,DOJ
Treasury Department=Treasury,Department of the Treasury|Defense Department=Department of Defense
Homeland Security=Department of Homeland Security,DHS|Federal Bureau of Investigation=FBI,F.B.I.
Central Intelligence Agency=CIA,C.I.A.|National Security Agency=NSA|National Security Council=NSC|Secret Service
Internal Revenue Service=IRS,I.R.S.|Environmental Protection Agency=EPA|Federal Reserve=Fed|Supreme Court
Electoral College|Centers for Disease Control and Prevention=CDC|Food and Drug Administration=FDA
Federal Election Commission=FEC|Securities and Exchange Commission=SEC|New York Police Department=NYPD
Immigration and Customs Enforcement=ICE|Republican National Committee=RNC|Democratic National Committee=DNC
Republican Party=GOP,G.O.P.|Democratic Party|Tea Party|Green Party|Libertarian Party|Labour Party|Conservative Party
Communist Party|Socialist Party|Liberal Party|Likud|Hamas|Hezbollah|Taliban|Islamic State=ISIS,ISIL,IS,Isis
al Qaeda=Al Qaeda,al-Qaeda,Al-Qaeda,al-Qaida|Boko Haram|Muslim Brotherhood|Ku Klux Klan=KKK|Red Cross
Joint Chiefs of Staff|Human Rights Watch|Amnesty International|Planned Parenthood|National Rifle Association=NRA
American Civil Liberties Union=ACLU|NAACP|AFL-CIO|Black Lives Matter|WikiLeaks=Wikileaks|Greenpeace
Transparency International|Doctors Without Borders|Clinton Foundation|Trump Organization|Trump Foundation
Trump University|Brookings Institution|Heritage Foundation|Cato Institute|RAND Corporation=RAND
Pew Research Center=Pew|Gallup|Ipsos|YouGov|Quinnipiac|Rasmussen|Rasmussen Reports|Nielsen|Monmouth University
Public Policy Polling=PPP|Cadem|Morning Consult|Associated Press=AP,The Associated Press|Reuters
Agence France-Presse=AFP|Bloomberg|Breitbart|Breitbart News|New York Times=The New York Times,NYT
Washington Post=The Washington Post|Wall Street Journal=The Wall Street Journal,WSJ|USA Today|Los Angeles Times
New York Post|Boston Globe|Chicago Tribune|Guardian=The Guardian|Financial Times|Economist=The Economist|Le Monde
El País=El Pais|El Mercurio|El Comercio|La Tercera|Der Spiegel|Huffington Post=HuffPost,The Huffington Post|Politico
Vox|Slate|Salon|BuzzFeed=Buzzfeed,BuzzFeed News|Daily Beast|Daily Mail|Daily Caller|National Review|Weekly Standard
New Yorker=The New Yorker|Atlantic Monthly|Time Magazine|Newsweek|Vanity Fair|PolitiFact|FiveThirtyEight
RealClearPolitics=Real Clear Politics|CNN|MSNBC|NBC|NBC News|ABC News|CBS|CBS News|Fox News|Fox Business|Fox|NPR|PBS
BBC|HBO|C-SPAN|Al Jazeera|Univision|Telemundo|CNBC|ESPN|Sky News|ITV|Xinhua|TASS|RT|Deutsche Welle|Facebook|Twitter
Google|YouTube|Instagram|Amazon|Apple|Microsoft|Tesla|Uber|Airbnb|Netflix|Intel|IBM|Boeing|Lockheed Martin|Ford
General Motors|Toyota|Volkswagen|Exxon Mobil=ExxonMobil,Exxon|Chevron|Shell|BP|Goldman Sachs|JPMorgan Chase=JPMorgan
Morgan Stanley|Wells Fargo|Citigroup|Bank of America|Deutsche Bank|HSBC|Barclays|Walmart=Wal-Mart|Starbucks
McDonald's=McDonald’s|Coca-Cola|Pfizer|Merck|Moody's=Moody’s|Standard & Poor's=Standard & Poor’s|Harvard|Yale
Princeton|Stanford|MIT|Oxford University|Cambridge University|London School of Economics=LSE|Carabineros|PDI|RUSI
Chatham House|NASA=Nasa|FIFA|UEFA|NFL|NBA|ICC|Ministry of Defence|Home Office|Foreign Office
Downing Street Press Office|NHS|MI5|MI6|GCHQ|FSB|KGB|Mossad|Shin Bet|ETA|FARC|IRA
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


COUNTRIES, DEMONYMS = _countries()
STATES: dict[str, str] = _forms(_STATES)
CITIES: dict[str, str] = _forms(_CITIES)
PLACES: dict[str, str] = {**_forms(_REGIONS), **CITIES, **STATES, **COUNTRIES}
"""Every known form of a place's name, with the name that stands for all its forms."""

ORGANISATIONS: dict[str, str] = _forms(_ORGANISATIONS)
"""Every known form of an organisation's name, with the name that stands for all its forms."""

AMBIGUOUS = frozenset(
    {
        "Georgia",
        "Jordan",
        "Chad",
        "Virginia",
        "Victoria",
        "Charlotte",
        "Madison",
        "Sofia",
        "Florence",
        "Orlando",
        "Austin",
        "Sydney",
    }
    | {
        "Carolina",
        "Dakota",
        "Israel",
        "Kingston",
        "Wellington",
        "Houston",
        "Lincoln",
        "Paris",
        "Columbus",
        "Rosario",
        "Valencia",
    }
    | {
        "Washington",
        "Ford",
        "Fox",
        "Shell",
        "Salon",
        "Slate",
        "Time",
        "Nice",
        "Reading",
        "Phoenix",
        "Bristol",
        "Cleveland",
        "Manchester",
    }
    | {
        "Apple",
        "Amazon",
        "Guardian",
        "Economist",
        "Rasmussen",
        "Nielsen",
        "Norfolk",
        "Oxford",
        "Santiago",
        "Concepción",
        "Chili",
    }
)
"""Known forms that are first names, surnames or ordinary words as well: the words around them decide."""
