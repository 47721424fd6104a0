// The addresses of the editor of tools.
import * as acts from '../../toolkit/editor-actions.ts'
import * as pages from '../../toolkit/editor-pages.tsx'
import { lookScreen, publishScreen, versionScreen, versionsScreen } from '../../toolkit/editor-publish.tsx'
import { draftScreen, listScreen } from '../../toolkit/editor-screens.tsx'
import type { Door } from '../door/door.tsx'

export function staffToolEditor(door: Door): void {
  const after = ({ to }: { readonly to: string }) => to
  const draft = { action: acts.draftPage, view: draftScreen }
  door.show(acts.listPage, listScreen)
  door.show(acts.draftPage, draftScreen)
  for (const it of [acts.begin, acts.dropDraft, acts.bring, acts.moveQuestion, acts.removeFrom] as const) door.take(it as typeof acts.moveQuestion, { after, again: draft })
  for (const [asked, view, it] of [
    [acts.newPage, pages.newScreen, acts.addQuestion], [acts.questionPage, pages.questionScreen, acts.changeQuestion], [acts.conditionPage, pages.conditionScreen, acts.changeCondition],
    [acts.stopPage, pages.stopScreen, acts.changeStop],
    [acts.newPartPage, pages.newPartScreen, acts.addPart], [acts.partPage, pages.partScreen, acts.changePart], [acts.namePage, pages.nameScreen, acts.changeName],
  ] as const) {
    door.show(asked, view)
    door.take(it, { after, again: { action: asked, view } })
  }
  door.show(acts.lookPage, lookScreen)
  door.show(acts.publishPage, publishScreen)
  door.take(acts.publish, { after, again: { action: acts.publishPage, view: publishScreen } })
  door.give(acts.file)
  door.show(acts.versionsPage, versionsScreen)
  door.show(acts.versionPage, versionScreen)
  door.take(acts.takeBack, { after, again: { action: acts.versionPage, view: versionScreen } })
}
