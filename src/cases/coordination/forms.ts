// Which form each paper was answered in: an old version stays readable in its own words for ever.
import type { Answers, Form } from '../../forms/rules.ts'
import type { Db } from '../../platform/db.ts'
import { formVersion } from '../../toolkit/shelf.ts'

/** Something that was answered, with the form whose words it is said in. */
export type Formed<T> = T & { readonly says: Answers; readonly form: Form | undefined }

const isAnswers = (says: unknown): says is Answers => typeof says === 'object' && says !== null && 'form' in says && 'values' in says

/** Those that are answers to a form, each with its form. */
export async function withTheirForms<T extends { readonly says: unknown }>(db: Db, all: readonly T[]): Promise<readonly Formed<T>[]> {
  const forms = new Map<string, Form | undefined>()
  const found: Formed<T>[] = []
  for (const it of all) {
    const { says } = it
    if (!isAnswers(says)) continue
    const name = `${says.form} ${says.version}`
    if (!forms.has(name)) forms.set(name, await formVersion(db, says.form, says.version))
    found.push({ ...it, says, form: forms.get(name) })
  }
  return found
}
