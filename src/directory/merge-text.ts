// What is said when a changed folder is read into a house that may have changed too. In Danish alone, as all that is said about the folder.
const quoted = (word: string | null): string => (word === null ? 'intet' : `"${word}"`)
const until = (day: string | null): string => (day === null ? 'indtil videre' : `til ${day}`)

export const mergeText = {
  otherHouse: (house: string, folder: string) => `Databasen hører til ${house}, men kommunens mappe er for ${folder}. Ret LODS_MUNICIPALITY eller LODS_DATA. Er det samme samarbejde, så ret partnership.id i directory.json tilbage.`,
  kindStays: (name: string, kind: string) => `directory.json: ${name} er stadig af slagsen ${kind}. En organisation skifter ikke slags; skriv en ny.`,
  unitStays: (name: string) => `directory.json: ${name} er stadig i den organisation, den var i. En enhed flytter ikke; skriv en ny.`,
  personStays: (name: string) => `directory.json: ${name} er stadig i den organisation, han eller hun var i. Den, der skifter organisation, skrives som en ny person med eget brugernavn.`,
  phoneStands: (name: string, house: string | null, folder: string | null) => `directory.json: ${name} har telefon ${quoted(house)} i Lods og ${quoted(folder)} i mappen. Den i Lods gælder. Ret den anden.`,
  unitStands: (name: string, house: string | null, folder: string | null) => `directory.json: ${name} arbejder i ${quoted(house)} i Lods og i ${quoted(folder)} i mappen. Det i Lods gælder. Ret det andet.`,
  endStands: (name: string, role: string, house: string | null, folder: string | null) => `directory.json: ${name} har rollen ${role} ${until(house)} i Lods og ${until(folder)} i mappen. Det i Lods gælder. Ret det andet.`,
  isOver: (name: string, role: string, last: string) => `directory.json: ${name} havde rollen ${role} til ${last}, og den er slut. Skal den gives igen, så skriv en ny linje med en ny første dag.`,
  beginsToday: (name: string, role: string, from: string, today: string) => `directory.json: ${name} får rollen ${role} fra i dag, ${today}, og ikke fra ${from}. Det, der har været, skrives ikke om.`,
  overBefore: (name: string, role: string, from: string) => `directory.json: ${name} får ikke rollen ${role} fra ${from}, for den tid er gået. Det, der har været, skrives ikke om. Slet linjen.`,
  endsYesterday: (name: string, role: string, wanted: string, last: string) => `directory.json: ${name} havde rollen ${role} til og med ${last}, og ikke kun til ${wanted}. Det, der har været, skrives ikke om.`,
  hasCases: (name: string, role: string) => `directory.json: ${name} har stadig rollen ${role}, for der er åbne sager hos ham eller hende. Overdrag på siden Roller; så slutter rollen, næste gang mappen læses.`,
  waits: (count: number) => `Kommunens mappe er ændret, siden den sidst blev læst${count === 0 ? '' : count === 1 ? ': 1 ændring af personer og roller venter' : `: ${count} ændringer af personer og roller venter`}. Det kommer ind, næste gang Lods starter eller lods migrate bliver kørt.`,
  signInTaken: (name: string) => `directory.json: brugernavnet ${name} har en anden i Lods, som er tilføjet på siden Roller. Slet personens id i filen, så er det den samme, eller vælg et andet brugernavn.`,
} as const
