// What stands in the folder of every new municipality, for whoever opens it with a text editor.
export const folderReadme = (name: string): string => `# ${name}

Alt, der er jeres eget i Lods, ligger i denne mappe. Ret filerne i et almindeligt tekstprogram, og gem som UTF-8.
Se efter med \`npm run -s lods -- check\` (her kaldt \`lods check\`): den siger fil, linje og hvad du skal gøre. Lods starter ikke med en mappe, der har fejl.

| fil | hvad |
|---|---|
| \`directory.json\` | samarbejdet, organisationer, enheder, personer, og hvem der har hvilken rolle |
| \`hours.json\` | hvornår visitator kan træffes. 1 er mandag. \`closedOn\` er lukkedage hvert år: måned og dag. Helligdage og weekender er med i forvejen |
| \`deadlines.json\` | frister i arbejdsdage. \`reviewDays\` er dage i kalenderen, \`dangerMinutes\` minutter i åbningstiden. 0 er samme dag. Tallene er forslag, ingen regel sætter dem |
| \`phones.json\` | numre, der bliver, når personer skifter: indgangen og uden for åbningstid. \`null\`: der er ikke noget |
| \`kle.json\` | hvor hver slags journaliseres: KLE-nummer, facet og bevaring. Tallene er forslag og skal bekræftes |
| \`entrances.csv\` | hvem man ringer til i andre kommuner |
| \`referral-list.json\` | jeres egne linjer på henvisningslisten, og det, I ved bedre om en af Lods' egne: \`{ "id": "danner", "phone": "...", "source": { "da": "Ringet op", "en": "Called" }, "verifiedOn": "2026-11-03" }\` |
| \`colours.json\` | én rolig farve: \`accent\`. Du kan også sætte \`accentDark\`, \`accentSoft\` og \`link\`. Kontrasten bliver regnet efter. Borgerens sider har ingen farve |
| \`wording/da.json\`, \`wording/en.json\` | jeres egne ord for roller og på A4-arket, på begge sprog. \`lods wording\` viser dem, der kan ændres |
| \`guides/*.md\`, \`pages/*.md\` | jeres egne vejledninger og åbne sider. En fil med samme navn som en af Lods' egne (i \`src/toolkit/guides\` og \`src/toolkit/pages\`) træder i dens sted |
| \`toolkit/*.json\` | jeres egne udgaver af skemaer, én fil til hvert. Begynd med \`lods toolkit --form departments > toolkit/afdelinger.json\`, eller hent skemaet som fil på siden Ret redskaber. En ændret fil bliver en ny udgave; svar læses for altid med de ord, de blev givet til |

Kun \`directory.json\` skal være der. Uden de andre gælder Lods' egne forslag.

## Personer og roller
- En linje i \`persons\`: navn, organisationens nummer, enhedens nummer eller \`null\`, brugernavn, telefon. Brugernavnet er personen: får det et andet, er det en ny person. Skal det kunne skifte, så giv personen et \`id\` (en UUID), og ret det aldrig.
- En linje i \`holdings\`: rolle, brugernavn, første dag, og \`to\`, hvis der er en sidste dag. Begge dage tæller. \`"standsIn": true\` er en fast stedfortræder, \`"part"\` en del af rollen, som \`adults\` eller \`families\`.
- Roller: firstContact, visitator, primaryCoordinator, familyCounsellor, policeContact, dscAdviser, leader, tovholder, followUpMember, steeringMember, workEnvironment, hr, trainingCoordinator, toolEditor, evaluator, groupVolunteer, keyPerson, dataProtectionOfficer, operator.
- En rolle uden nogen er ubesat. Det står på forsiden og på A4-arket, indtil nogen får den.

## Når I retter noget senere
Ret filen, kør \`lods check\`, og start Lods igen (med egen databaseserver: \`lods migrate\` først). Det, der er rettet i mappen, kommer ind. Det, nogen har rettet på siderne Roller og Ret redskaber imens, gælder, og Lods siger, hvor de to er uenige.
Det, der har været, skrives ikke om: en rolle begynder tidligst i dag, og slutter tidligst i går. Den slutter ikke, før sagerne er overdraget.
`
