// For tests only: a tool as the municipality has changed it, through the editor's own acts.
import type { TestHouse } from '../../directory/testing-house.ts'
import { perform } from '../../platform/action.ts'
import * as acts from '../../toolkit/editor-actions.ts'
import { formOf } from '../../toolkit/tools.ts'

export type EditorAct = Parameters<typeof perform<Parameters<typeof acts.moveQuestion.run>[1], never, { readonly to: string }>>[2]
/** Does one act on the draft as it stands. */
export async function edit(town: TestHouse, tool: string, act: unknown, fields: Record<string, unknown> = {}): Promise<{ readonly to: string }> {
  const editor = await town.as('poul.proeve')
  const seq = (await perform(town.house, editor, acts.draftPage, { tool })).result.draft?.seq ?? 0
  return (await perform(town.house, editor, act as EditorAct, { tool, seq: String(seq), ...fields })).result
}

/** Publishes the tool with a question for files in its first part. @returns the id of the question */
export async function withFileQuestion(town: TestHouse, tool: string, required = false): Promise<string> {
  await edit(town, tool, acts.begin)
  const { to } = await edit(town, tool, acts.addQuestion, { i: formOf(tool)?.parts[0]?.id, 'ask-da': 'Læg papiret ved', 'ask-en': 'Attach the paper', kind: 'file' })
  const question = to.split('/').at(-1) ?? ''
  await edit(town, tool, acts.changeQuestion, { question, 'ask-da': 'Læg papiret ved', 'ask-en': 'Attach the paper', kind: 'file', ...(required && { required: 'yes' }) })
  await edit(town, tool, acts.publish, { reason: 'Så ligger det samlet.' })
  return question
}
