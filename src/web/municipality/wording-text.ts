// What is said about a municipality's own words. In Danish alone, as all that is said about the folder.
export const wordingText = {
  unknown: 'er ikke en af de tekster, der kan ændres. Ret stavemåden; lods wording viser dem alle.',
  citizens: 'er en af borgerens tekster. De er neutrale og ens alle steder, så de kan ikke ændres. Slet linjen.',
  closed: 'kan ikke ændres, for den siger, hvad en regel er, eller står også på borgerens sider. Slet linjen.',
  byRule: 'er sat sammen af flere dele og kan ikke ændres. Slet linjen.',
  plain: 'skal være én linje med noget i, uden mellemrum først og sidst og uden tegn, der ikke kan ses.',
  long: (most: number) => `er for lang. Højst ${most} tegn, ellers er der ikke plads til den.`,
  holes: (wanted: string, ours: string) => (wanted === '' ? `må ikke have {1} eller lignende. Vores tekst er: ${ours}` : `skal have ${wanted}, som navne og tal sættes ind i. Vores tekst er: ${ours}`),
  otherLanguage: (file: string) => `står kun på det ene sprog. Skriv den også i ${file}.`,
} as const
