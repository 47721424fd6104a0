// The telephones that texts may name: the country's, and the municipality's own from its directory.
import type { DirectoryConfig } from '../../directory/folder.ts'
import { national, type PhoneBook } from '../../toolkit/phones.ts'

/** 112 and 114 first, then whom the municipality itself has, then the others. */
export function phonesOf({ organisations, phones }: Pick<DirectoryConfig, 'organisations' | 'phones'>): PhoneBook {
  const own = organisations.find(it => it.kind === 'municipality')
  const { alarm, politi, ...others } = national
  const number = phones.entrance ?? own?.phone
  const kommune = own && {
    name: { da: own.name, en: own.name }, ...(number && { number }), verified: 'law' as const,
    about: { da: 'Spørg efter den, der tager sig af stalking. Du behøver ikke sige dit navn.', en: 'Ask for the person who deals with stalking. You need not say your name.' },
  }
  return { alarm, politi, ...(kommune && { kommune }), ...others }
}
