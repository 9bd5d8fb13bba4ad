"""Words for peoples, believers and the inhabitants of cities and states: capitalised, and names of nobody."""

from __future__ import annotations

from ingest.lexicon.words import listed

PEOPLES = listed(
    """
    Aboriginal Afro-American Alabaman Alabamans Alaskan Alaskans Alawite Alawites Andalusian Anglo-Saxon Apache Arab
    Arabian Arabs Arizonan Arizonans Armenians Ashkenazi Asian Asians Athenian Athenians Australasian Aymara Aztec
    Aztecs Baloch Balkan Baltic Basque Basques Bavarian Bedouin Bedouins Berber Berbers Berliner Berliners Bosniak
    Bosniaks Brummie Californian Californians Caribbean Catalan Catalans Caucasian Caucasians Chechen Chechens Cherokee
    Christian Christians Coptic Copts Cossack Cossacks Creole Dalit Dalits Darfuri Druze Dubliner Dubliners European
    Europeans Flemish Floridian Floridians Fulani Galician Georgian Guarani Gypsies Gypsy Hasidic Hausa Hawaiian
    Hawaiians Hazara Hazaras Hindu Hindus Hispanic Hispanics Hutu Hutus Igbo Inca Incas Inuit Iowan Iowans Islamic
    Islamist Islamists Jain Jains Jew Jewish Jews Kansan Kansans Kentuckian Kentuckians Kurd Kurdish Kurds Latina
    Latino Latinos Lebanese Londoner Londoners Manhattanite Maori Mapuche Mapuches Marylander Marylanders Maya Mayan
    Mayans Michigander Michiganders Minnesotan Minnesotans Missourian Missourians Montanan Montanans Mormon Mormons
    Muslim Muslims Navajo Nebraskan Nebraskans Nevadan Nevadans Nordic Ohioan Ohioans Oklahoman Oklahomans Oregonian
    Oregonians Parisian Parisians Pashtun Pashtuns Pennsylvanian Pennsylvanians Protestant Protestants Punjabi Quechua
    Rohingya Roma Roman Romans Samaritan Sephardic Serbo-Croat Shia Shias Shiite Shiites Sikh Sikhs Sicilian Sicilians
    Sioux Slavic Sunni Sunnis Tamil Tamils Tatar Tatars Tennessean Tennesseans Texan Texans Tuareg Tuaregs Tutsi Tutsis
    Uighur Uighurs Uyghur Uyghurs Utahn Utahns Vermonter Vermonters Viking Vikings Virginian Virginians Walloon
    Walloons Washingtonian Washingtonians Wisconsinite Wisconsinites Xhosa Yankee Yankees Yazidi Yazidis Yoruba Zulu
    Zulus African Africans Anglican Anglicans Baptist Baptists Buddhist Buddhists Catholic Catholics Calvinist Lutheran
    Lutherans Methodist Methodists Orthodox Evangelical Evangelicals Salafi Salafist Salafists Wahhabi Zionist Zionists
    Marxist Marxists Leninist Maoist Maoists Nazi Nazis Bolshevik Bolsheviks Stalinist Peronist Peronists Chavista
    Chavistas Trumpist Thatcherite Blairite Boomers Millennials Brexiteer Brexiteers Remainer Remainers Ottoman
    Byzantine Soviet Soviets Georgians Carolinian Carolinians Coloradan Coloradans Angeleno Angelenos Bostonian
    Bostonians Chicagoan Chicagoans Philadelphian Philadelphians Glaswegian Liverpudlian Mancunian Muscovite Muscovites
    Jerseyan Jerseyans Mainer Mainers Hoosier Hoosiers
    """
) - frozenset({"Caribbean", "Roma", "Yankees", "Orthodox"})
"""As written. Words that name a place, a club or a woman as well are left out."""
