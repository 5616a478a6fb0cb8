// CAMEO's codes of international organisations, in their groups of three letters.
//
// Sources: CAMEO manual 1.1b3, tables 3.2 to 3.4, and the actor dictionaries of the CAMEO coders
// (openeventdata/petrarch2, Phoenix.International.actors.txt), which put the region in: NATO is IGO WST NAT there.
// Organisations that neither lists have the generic code and the code of their region.
const TABLE = `
United Nations: IGO UNO
NATO: IGO WST NAT
European Union: IGO EUR EEC
European Community: IGO EUR EEC
Western European Union: IGO EUR EEC
Organization for Security and Cooperation in Europe: IGO EUR SCE
Conference on Security and Cooperation in Europe: IGO EUR SCE
Council of Europe: IGO EUR COE
Collective Security Treaty Organization: IGO CAS
Commonwealth of Independent States: IGO CAS CIS
Shanghai Cooperation Organization: IGO CAS
Eurasian Economic Union: IGO CAS BUS
Warsaw Pact: IGO EEU
Arab League: IGO MEA ARL
African Union: IGO AFR OAU
Economic Community of West African States: IGO WAF BUS WAS
Southern African Development Community: IGO SAF SAD
Intergovernmental Authority on Development: IGO EAF IAD
East African Community: IGO EAF
Association of Southeast Asian Nations: IGO SEA ASN
South Asian Association for Regional Cooperation: IGO SAS SAA
Asia-Pacific Economic Cooperation: IGO ASA BUS
Gulf Cooperation Council: IGO PGS GCC
Organization of Islamic Cooperation: IGO MOS OIC
Organization of American States: IGO OAS
Mercosur: IGO SAM BUS
Union of South American Nations: IGO SAM
Non-Aligned Movement: IGO NON
Commonwealth: IGO CWN
G7: IGO GOS
G8: IGO GOE
G20: IGO
BRICS: IGO
World Trade Organization: IGO BUS WTO
International Monetary Fund: IGO BUS IMF
World Bank: IGO UNO DEV WBK
European Bank for Reconstruction and Development: IGO EUR EBR
Asian Development Bank: IGO ASA DEV ADB
Organisation for Economic Co-operation and Development: IGO BUS
OPEC: IGO BUS OPC
European Free Trade Association: IGO EUR BUS EFT
World Health Organization: IGO UNO HLH WHO
International Atomic Energy Agency: IGO UNO IAE
Organisation for the Prohibition of Chemical Weapons: IGO
UNHCR: IGO UNO REF HCR
UNICEF: IGO UNO KID
UNESCO: IGO UNO DEV
UNDP: IGO UNO DEV
World Food Programme: IGO UNO WFP
Food and Agriculture Organization: IGO UNO AGR FAO
International Labour Organization: IGO UNO LAB ILO
International Civil Aviation Organization: IGO UNO BUS
International Court of Justice: IGO UNO JUD ICJ
International Criminal Court: IGO JUD ICC
International Criminal Tribunal for the former Yugoslavia: IGO UNO JUD WCT
Interpol: IGO COP ITP
International Committee of the Red Cross: NGO HLH IRC
Red Crescent: NGO HLH RCR
Amnesty International: NGO HRI AMN
Human Rights Watch: NGO HRI HRW
Doctors Without Borders: NGO HLH MSF
Greenpeace: NGM ENV GRP
Oxfam: NGO DEV XFM
Al-Qaeda: IMG MOS ALQ
`;

/** Letters that say what sort of international actor it is, whichever organisation that may be. */
const GENERIC: ReadonlySet<string> = new Set(['IGO', 'NGO', 'NGM', 'IMG', 'MNC', 'INT']);
/** Regions of CAMEO's table 3.3, and the religion of table 3.4's Islamic organisations; they stand where a country would. */
const REGIONS: ReadonlySet<string> = new Set(
  'AFR ASA BLK CRB CAU CFR CAS CEU EIN EAF EEU EUR LAM MEA MDT NAF NMR PGS SCN SAM SAS SEA SAF WAF WST'.split(' '),
);
const ROLES: ReadonlySet<string> = new Set('AGR BUS COP DEV ENV HLH HRI JUD LAB REF'.split(' '));

export interface OrganizationCodes {
  /** All groups in one, as CAMEO writes it: `IGOWSTNAT`. */
  readonly code: string;
  /** Sort of organisation: IGO, NGO, NGM, IMG. */
  readonly sort: string;
  readonly region: string;
  /** The organisation's own letters: `NAT`. */
  readonly group: string;
  readonly roles: readonly string[];
}

/** By the name that the record uses. */
export const ORGANIZATIONS: ReadonlyMap<string, OrganizationCodes> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [name = '', code = ''] = line.split(': ');
      const groups = code.split(' ');
      const sort = groups.find((group) => GENERIC.has(group)) ?? '';
      const region = groups.find((group) => REGIONS.has(group)) ?? '';
      const roles = groups.filter((group) => ROLES.has(group));
      const own = groups.filter((group) => group !== sort && group !== region && !ROLES.has(group));
      return [name, { code: groups.join(''), sort, region, group: own.at(-1) ?? '', roles }];
    }),
);
