// Codes of states in the schemes that event data use. Rows: ISO 3166-1 alpha-3, Correlates of War number, FIPS 10-4.
//
// Sources: COW numbers are of the State System Membership list v2016 and FIPS codes of the last edition of the
// standard, both as the countrycode tables have them (vincentarelbundock/countrycode, dictionary/); states that are no
// more, Serbia (which COW counts on as Yugoslavia) and Kosovo are added from the same lists. "-" where a scheme has none.
const TABLE = `
AFG 700 AF, ALB 339 AL, DZA 615 AG, AND 232 AN, AGO 540 AO, ATG 58 AC, ARG 160 AR
ARM 371 AM, AUS 900 AS, AUT 305 AU, AZE 373 AJ, BHS 31 BF, BHR 692 BA, BGD 771 BG
BRB 53 BB, BLR 370 BO, BEL 211 BE, BLZ 80 BH, BEN 434 BN, BTN 760 BT, BOL 145 BL
BIH 346 BK, BWA 571 BC, BRA 140 BR, BRN 835 BX, BGR 355 BU, BFA 439 UV, BDI 516 BY
KHM 811 CB, CMR 471 CM, CAN 20 CA, CPV 402 CV, CAF 482 CT, TCD 483 CD, CHL 155 CI
CHN 710 CH, COL 100 CO, COM 581 CN, COG 484 CF, COD 490 CG, CRI 94 CS, CIV 437 IV
HRV 344 HR, CUB 40 CU, CYP 352 CY, CZE 316 EZ, DNK 390 DA, DJI 522 DJ, DMA 54 DO
DOM 42 DR, ECU 130 EC, EGY 651 EG, SLV 92 ES, GNQ 411 EK, ERI 531 ER, EST 366 EN
SWZ 572 WZ, ETH 530 ET, FJI 950 FJ, FIN 375 FI, FRA 220 FR, GAB 481 GB, GMB 420 GA
GEO 372 GG, DEU 255 GM, GHA 452 GH, GRC 350 GR, GRD 55 GJ, GTM 90 GT, GIN 438 GV
GNB 404 PU, GUY 110 GY, HTI 41 HA, VAT 327 VT, HND 91 HO, HUN 310 HU, ISL 395 IC
IND 750 IN, IDN 850 ID, IRN 630 IR, IRQ 645 IZ, IRL 205 EI, ISR 666 IS, ITA 325 IT
JAM 51 JM, JPN 740 JA, JOR 663 JO, KAZ 705 KZ, KEN 501 KE, KIR 946 KR, PRK 731 KN
KOR 732 KS, KWT 690 KU, KGZ 703 KG, LAO 812 LA, LVA 367 LG, LBN 660 LE, LSO 570 LT
LBR 450 LI, LBY 620 LY, LIE 223 LS, LTU 368 LH, LUX 212 LU, MDG 580 MA, MWI 553 MI
MYS 820 MY, MDV 781 MV, MLI 432 ML, MLT 338 MT, MHL 983 RM, MRT 435 MR, MUS 590 MP
MEX 70 MX, FSM 987 FM, MDA 359 MD, MCO 221 MN, MNG 712 MG, MNE 341 MJ, MAR 600 MO
MOZ 541 MZ, MMR 775 BM, NAM 565 WA, NRU 970 NR, NPL 790 NP, NLD 210 NL, NZL 920 NZ
NIC 93 NU, NER 436 NG, NGA 475 NI, MKD 343 MK, NOR 385 NO, OMN 698 MU, PAK 770 PK
PLW 986 PS, PSE - WE, PAN 95 PM, PNG 910 PP, PRY 150 PA, PER 135 PE, PHL 840 RP
POL 290 PL, PRT 235 PO, QAT 694 QA, ROU 360 RO, RUS 365 RS, RWA 517 RW, KNA 60 SC
LCA 56 ST, VCT 57 VC, WSM 990 WS, SMR 331 SM, STP 403 TP, SAU 670 SA, SEN 433 SG
SRB 345 RI, SCG 345 YI, SYC 591 SE, SLE 451 SL, SGP 830 SN, SVK 317 LO, SVN 349 SI
SLB 940 BP, SOM 520 SO, ZAF 560 SF, SSD 626 OD, ESP 230 SP, LKA 780 CE, SDN 625 SU
SUR 115 NS, SWE 380 SW, CHE 225 SZ, SYR 652 SY, TWN 713 TW, TJK 702 TI, TZA 510 TZ
THA 800 TH, TLS 860 TT, TGO 461 TO, TON 955 TN, TTO 52 TD, TUN 616 TS, TUR 640 TU
TKM 701 TX, TUV 947 TV, UGA 500 UG, UKR 369 UP, ARE 696 AE, GBR 200 UK, USA 2 US
URY 165 UY, UZB 704 UZ, VUT 935 NH, VEN 101 VE, VNM 816 VM, YEM 679 YM, ZMB 551 ZA
ZWE 552 ZI, XKX 347 KV, HKG - HK, GRL - GL, PRI - RQ, ESH - WI, SUN 365 UR
YUG 345 YO, CSK 315 CZ, DDR 265 GC, VDR 817 VS, YMD 680 YS
`;

export interface CountryCodes {
  /** Correlates of War state number; null where COW counts no state. */
  readonly cow: number | null;
  readonly fips: string | null;
  /** In CAMEO's dictionaries; ISO's code save for a few. */
  readonly cameo: string;
}

/** Where the actor dictionaries of CAMEO coders differ from ISO (openeventdata/petrarch2, Phoenix.Countries.actors.txt). */
const CAMEO: Readonly<Record<string, string>> = { XKX: 'KSV' };

/** By ISO 3166-1 alpha-3, the customary code for states that are no more. */
export const COUNTRIES: ReadonlyMap<string, CountryCodes> = new Map(
  TABLE.trim()
    .split(/,?\s*[,\n]\s*/)
    .map((row) => {
      const [iso = '', cow = '', fips = ''] = row.split(' ');
      return [
        iso,
        { cow: cow === '-' ? null : Number(cow), fips: fips === '-' ? null : fips, cameo: CAMEO[iso] ?? iso },
      ];
    }),
);
