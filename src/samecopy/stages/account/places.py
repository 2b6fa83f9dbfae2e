"""States of the world with their demonyms, capitals and seats of government: names that can speak.

A capital or a seat standing as the source of a statement stands for its state ("Lisbon denied …").
Data only; `sources` decides with it.
"""

# names (the first is the key) | demonyms | capitals and seats
_STATES = """
Afghanistan | Afghan, Afghans | Kabul
Albania | Albanian, Albanians | Tirana
Algeria | Algerian, Algerians | Algiers
Andorra | Andorran, Andorrans | Andorra la Vella
Angola | Angolan, Angolans | Luanda
Antigua and Barbuda | Antiguan, Antiguans |
Argentina | Argentine, Argentines, Argentinian, Argentinians | Buenos Aires, Casa Rosada
Armenia | Armenian, Armenians | Yerevan
Australia | Australian, Australians | Canberra
Austria | Austrian, Austrians | Vienna, Ballhausplatz
Azerbaijan | Azerbaijani, Azerbaijanis, Azeri, Azeris | Baku
Bahamas, the Bahamas | Bahamian, Bahamians | Nassau
Bahrain | Bahraini, Bahrainis | Manama
Bangladesh | Bangladeshi, Bangladeshis | Dhaka
Barbados | Barbadian, Barbadians | Bridgetown
Belarus, Byelorussia | Belarusian, Belarusians, Belarussian | Minsk
Belgium | Belgian, Belgians |
Belize | Belizean, Belizeans | Belmopan
Benin | Beninese | Porto-Novo, Cotonou
Bhutan | Bhutanese | Thimphu
Bolivia | Bolivian, Bolivians | La Paz, Sucre
Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina | Bosnian, Bosnians | Sarajevo
Botswana | Botswanan, Motswana, Batswana | Gaborone
Brazil | Brazilian, Brazilians | Brasilia, Brasília, Planalto, Itamaraty
Brunei | Bruneian, Bruneians | Bandar Seri Begawan
Bulgaria | Bulgarian, Bulgarians | Sofia
Burkina Faso | Burkinabe, Burkinabé | Ouagadougou
Burundi | Burundian, Burundians | Gitega, Bujumbura
Cambodia | Cambodian, Cambodians | Phnom Penh
Cameroon | Cameroonian, Cameroonians | Yaounde, Yaoundé
Canada | Canadian, Canadians | Ottawa, Parliament Hill, Rideau Hall
Cape Verde, Cabo Verde | Cape Verdean | Praia
Central African Republic | Central African | Bangui
Chad | Chadian, Chadians | N'Djamena
Chile | Chilean, Chileans | La Moneda
China, PRC, mainland China | Chinese | Beijing, Peking, Zhongnanhai
Colombia | Colombian, Colombians | Bogota, Bogotá
Comoros | Comoran, Comorian | Moroni
Democratic Republic of Congo, DRC, DR Congo, Democratic Republic of the Congo | Congolese | Kinshasa
Republic of Congo, Congo | | Brazzaville
Costa Rica | Costa Rican, Costa Ricans |
Croatia | Croatian, Croatians, Croat, Croats | Zagreb
Cuba | Cuban, Cubans | Havana
Cyprus | Cypriot, Cypriots | Nicosia
Czech Republic, Czechia | Czech, Czechs | Prague, Hradcany
Denmark | Danish, Dane, Danes | Copenhagen, Christiansborg
Djibouti | Djiboutian |
Dominica | Dominican | Roseau
Dominican Republic | Dominicans | Santo Domingo
East Timor, Timor-Leste | Timorese | Dili
Ecuador | Ecuadorian, Ecuadorean, Ecuadorians | Quito
Egypt | Egyptian, Egyptians | Cairo
El Salvador | Salvadoran, Salvadorans, Salvadorean | San Salvador
Equatorial Guinea | Equatoguinean | Malabo
Eritrea | Eritrean, Eritreans | Asmara
Estonia | Estonian, Estonians | Tallinn
Eswatini, Swaziland | Swazi, Swazis | Mbabane
Ethiopia | Ethiopian, Ethiopians | Addis Ababa
Fiji | Fijian, Fijians | Suva
Finland | Finnish, Finn, Finns | Helsinki
France | French, Frenchman | Paris, Elysee, Élysée, the Elysee Palace, Matignon, Quai d'Orsay
Gabon | Gabonese | Libreville
Gambia, the Gambia | Gambian, Gambians | Banjul
Georgia | Georgian, Georgians | Tbilisi
Germany | German, Germans | Berlin, the Chancellery
Ghana | Ghanaian, Ghanaians | Accra, Jubilee House
Greece | Greek, Greeks | Athens, Maximos Mansion
Grenada | Grenadian | St. George's
Guatemala | Guatemalan, Guatemalans | Guatemala City
Guinea | Guinean, Guineans | Conakry
Guinea-Bissau | Bissau-Guinean | Bissau
Guyana | Guyanese |
Haiti | Haitian, Haitians | Port-au-Prince
Honduras | Honduran, Hondurans | Tegucigalpa
Hong Kong | Hongkonger, Hongkongers |
Hungary | Hungarian, Hungarians | Budapest
Iceland | Icelandic, Icelander, Icelanders | Reykjavik, Reykjavík
India | Indian, Indians | New Delhi, Delhi, South Block
Indonesia | Indonesian, Indonesians | Jakarta
Iran, Islamic Republic of Iran | Iranian, Iranians | Tehran, Teheran
Iraq | Iraqi, Iraqis | Baghdad
Ireland, Republic of Ireland | Irish | Dublin, Leinster House
Israel | Israeli, Israelis | Jerusalem, Tel Aviv
Italy | Italian, Italians | Rome, Palazzo Chigi, the Quirinale, Farnesina
Ivory Coast, Côte d'Ivoire, Cote d'Ivoire | Ivorian, Ivorians | Yamoussoukro, Abidjan
Jamaica | Jamaican, Jamaicans |
Japan | Japanese | Tokyo, Kantei
Jordan | Jordanian, Jordanians | Amman
Kazakhstan | Kazakh, Kazakhs, Kazakhstani | Astana, Nur-Sultan
Kenya | Kenyan, Kenyans | Nairobi
Kiribati | I-Kiribati | Tarawa
Kosovo | Kosovar, Kosovars, Kosovan | Pristina
Kuwait | Kuwaiti, Kuwaitis | Kuwait City
Kyrgyzstan | Kyrgyz, Kyrgyzstani | Bishkek
Laos | Lao, Laotian, Laotians | Vientiane
Latvia | Latvian, Latvians | Riga
Lebanon | Lebanese | Beirut, Baabda
Lesotho | Basotho, Mosotho | Maseru
Liberia | Liberian, Liberians | Monrovia
Libya | Libyan, Libyans | Tripoli, Tobruk
Liechtenstein | Liechtensteiner | Vaduz
Lithuania | Lithuanian, Lithuanians | Vilnius
Luxembourg | Luxembourger, Luxembourgish |
Madagascar | Malagasy, Madagascan | Antananarivo
Malawi | Malawian, Malawians | Lilongwe
Malaysia | Malaysian, Malaysians | Kuala Lumpur, Putrajaya
Maldives, the Maldives | Maldivian, Maldivians | Male
Mali | Malian, Malians | Bamako
Malta | Maltese | Valletta
Marshall Islands | Marshallese | Majuro
Mauritania | Mauritanian, Mauritanians | Nouakchott
Mauritius | Mauritian, Mauritians | Port Louis
Mexico | Mexican, Mexicans | Mexico City, Los Pinos
Micronesia | Micronesian | Palikir
Moldova | Moldovan, Moldovans | Chisinau, Chișinău
Monaco | Monegasque, Monégasque |
Mongolia | Mongolian, Mongolians | Ulaanbaatar, Ulan Bator
Montenegro | Montenegrin, Montenegrins | Podgorica
Morocco | Moroccan, Moroccans | Rabat
Mozambique | Mozambican, Mozambicans | Maputo
Myanmar, Burma | Burmese, Myanma | Naypyidaw, Yangon
Namibia | Namibian, Namibians | Windhoek
Nauru | Nauruan | Yaren
Nepal | Nepali, Nepalese, Nepalis | Kathmandu, Singha Durbar
Netherlands, the Netherlands, Holland | Dutch, Dutchman | The Hague, Amsterdam, Binnenhof
New Zealand | New Zealander, New Zealanders | Wellington, the Beehive
Nicaragua | Nicaraguan, Nicaraguans | Managua
Niger | Nigerien | Niamey
Nigeria | Nigerian, Nigerians | Abuja, Aso Rock
North Korea, DPRK | North Korean, North Koreans | Pyongyang
North Macedonia, Macedonia | Macedonian, Macedonians | Skopje
Norway | Norwegian, Norwegians | Oslo
Oman | Omani, Omanis | Muscat
Pakistan | Pakistani, Pakistanis | Islamabad, Rawalpindi
Palau | Palauan | Ngerulmud
Palestine, Palestinian Authority, the Palestinian Authority | Palestinian, Palestinians | Ramallah
Panama | Panamanian, Panamanians | Panama City
Papua New Guinea | Papua New Guinean | Port Moresby
Paraguay | Paraguayan, Paraguayans | Asuncion, Asunción
Peru | Peruvian, Peruvians | Lima
Philippines, the Philippines | Filipino, Filipinos, Philippine | Manila, Malacanang, Malacañang
Poland | Polish, Pole, Poles | Warsaw, Belweder
Portugal | Portuguese | Lisbon, Belem Palace
Puerto Rico | Puerto Rican, Puerto Ricans |
Qatar | Qatari, Qataris | Doha
Romania | Romanian, Romanians | Bucharest, Cotroceni
Russia, Russian Federation, the Russian Federation | Russian, Russians | Moscow, Kremlin, the Kremlin
Rwanda | Rwandan, Rwandans | Kigali
Saint Kitts and Nevis, St. Kitts and Nevis | Kittitian | Basseterre
Saint Lucia, St. Lucia | Saint Lucian | Castries
Saint Vincent and the Grenadines | Vincentian | Kingstown
Samoa | Samoan, Samoans | Apia
San Marino | Sammarinese |
Sao Tome and Principe, São Tomé and Príncipe | Santomean |
Saudi Arabia | Saudi, Saudis, Saudi Arabian | Riyadh
Scotland | Scottish, Scots | Holyrood, Bute House
Senegal | Senegalese | Dakar
Serbia | Serbian, Serbians, Serb, Serbs | Belgrade
Seychelles, the Seychelles | Seychellois |
Sierra Leone | Sierra Leonean | Freetown
Singapore | Singaporean, Singaporeans | the Istana
Slovakia | Slovak, Slovaks, Slovakian | Bratislava
Slovenia | Slovenian, Slovenians, Slovene, Slovenes | Ljubljana
Solomon Islands, the Solomon Islands | Solomon Islander | Honiara
Somalia | Somali, Somalis | Mogadishu, Villa Somalia
Somaliland | Somalilander | Hargeisa
South Africa | South African, South Africans | Pretoria, Union Buildings
South Korea, Republic of Korea, ROK | South Korean, South Koreans, Korean | Seoul, Blue House, the Blue House
South Sudan | South Sudanese | Juba
Spain | Spanish, Spaniard, Spaniards | Madrid, Moncloa, La Moncloa
Sri Lanka | Sri Lankan, Sri Lankans | Colombo
Sudan | Sudanese | Khartoum
Suriname | Surinamese | Paramaribo
Sweden | Swedish, Swede, Swedes | Stockholm, Rosenbad
Switzerland | Swiss | Bern, Berne
Syria | Syrian, Syrians | Damascus
Taiwan | Taiwanese | Taipei
Tajikistan | Tajik, Tajiks | Dushanbe
Tanzania | Tanzanian, Tanzanians | Dodoma, Dar es Salaam
Thailand | Thai, Thais | Bangkok, Government House
Togo | Togolese | Lome, Lomé
Tonga | Tongan, Tongans | Nuku'alofa
Trinidad and Tobago | Trinidadian, Tobagonian | Port of Spain
Tunisia | Tunisian, Tunisians | Tunis, Carthage Palace
Turkey, Türkiye, Turkiye | Turkish, Turk, Turks | Ankara, Bestepe
Turkmenistan | Turkmen, Turkmens | Ashgabat
Tuvalu | Tuvaluan | Funafuti
Uganda | Ugandan, Ugandans | Kampala
Ukraine | Ukrainian, Ukrainians | Kyiv, Kiev, Bankova
United Arab Emirates, UAE, the Emirates | Emirati, Emiratis | Abu Dhabi
United Kingdom, UK, Britain, Great Britain | British, Briton, Britons | London, Westminster
United Kingdom | | Downing Street, Whitehall, No. 10, Number 10, No 10, Buckingham Palace
United States, US, USA, America, United States of America | American, Americans | Washington
United States | | White House, Pentagon, Capitol Hill, Foggy Bottom, Washington DC
Uruguay | Uruguayan, Uruguayans | Montevideo
Uzbekistan | Uzbek, Uzbeks | Tashkent
Vanuatu | Vanuatuan, Ni-Vanuatu | Port Vila
Vatican, Holy See, the Vatican, Vatican City | |
Venezuela | Venezuelan, Venezuelans | Caracas, Miraflores
Vietnam | Vietnamese | Hanoi
Wales | Welsh | Cardiff Bay
Yemen | Yemeni, Yemenis | Sanaa, Sana'a, Aden
Zambia | Zambian, Zambians | Lusaka
Zimbabwe | Zimbabwean, Zimbabweans | Harare
West, the West | |
"""


def place_key(name: str) -> str:
    """`U.S.` and `US`, `The Hague` and `the Hague` share one key.

    >>> place_key("the U.S.")
    'us'
    """
    folded = " ".join(name.replace(".", "").replace("’", "'").lower().split())
    return folded.removeprefix("the ")


def _read() -> tuple[dict[str, str], dict[str, str]]:
    states: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for line in _STATES.strip().splitlines():
        names, people, seats = (field.strip() for field in line.split("|"))
        key = names.split(",")[0].lower()
        for name in f"{names},{seats}".split(","):
            if name.strip():
                states.setdefault(place_key(name), key)
        for name in people.split(","):
            if name.strip():
                demonyms.setdefault(place_key(name), key)
    return states, demonyms


STATES, DEMONYMS = _read()
"""Folded name of a state, its capital or its seats, and of its people, to the state's key."""
