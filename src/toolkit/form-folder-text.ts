// What is said about a municipality's own forms in its folder. In Danish alone, as all that is said about the folder.
export const formFolderText = {
  noTool: (id: string) => `der er intet skema, der hedder ${id}. Ret navnet; lods toolkit viser, hvad redskaberne hedder.`,
  twice: (file: string) => `redskabet har allerede en fil, ${file}. Slet den ene.`,
  large: 'skemaet er for stort. Gør det kortere.',
  reason: (file: string) => `Fra kommunens mappe, ${file}`,
  waits: (file: string, title: string) => `${file}: "${title}" er ny eller ændret, siden mappen sidst blev læst. Den kommer ind, næste gang Lods starter eller lods migrate bliver kørt.`,
  pageStands: (file: string, title: string, version: number) => `${file}: "${title}" har en udgave ${version}, som er udgivet på siden Ret redskaber. Den gælder, og filen venter. Hent udgaven som fil og læg den her i stedet, eller tag den tilbage på siden.`,
  takenBack: (file: string, title: string, version: number) => `${file}: udgave ${version} af "${title}" er taget tilbage på siden Ret redskaber og kommer ikke igen af sig selv. Ret filen, eller slet den.`,
  gone: (title: string, version: number) => `toolkit: "${title}" bruger udgave ${version}, som kom fra mappen, og filen er der ikke mere. Udgaven gælder, til nogen tager den tilbage på siden Ret redskaber.`,
} as const
