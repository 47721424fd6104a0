// What is said about a municipality's own lines on the referral list. In Danish alone, as all that is said about the folder.
export const referralFolderText = {
  words: 'skal være én linje uden mellemrum først og sidst.', id: 'er ikke et navn, der kan bruges. Skriv det med små bogstaver, tal og streger, som krisecenter-havneby.',
  phone: 'er ikke et telefonnummer. Skriv det med tal og mellemrum, eller null, hvis det skal væk.', web: 'er ikke en adresse. Skriv den uden https://, som krisecenter.dk.',
  day: 'er ikke en tid i kalenderen. Skriv 2026-11-03, eller 2026-11 eller 2026, hvis I ikke ved det bedre.',
  twice: 'står to gange. Slet den ene.', fixed: '112 og 114 er altid på listen og kan ikke ændres. Slet linjen.',
  hidesNothing: 'der er ingen linje med det navn at tage af listen. Ret navnet, eller slet linjen.', lacks: (key: string) => `${key} mangler. En ny linje skal have name, for, service og source.`,
  noWay: 'har hverken telefon eller hjemmeside. Skriv en af dem.', unverified: 'et nummer skal have verifiedOn og source: hvornår I så efter, og hvor. Skriv dem.',
} as const
