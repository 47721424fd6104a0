import type { PersonId } from '../../kernel/actor.ts'
import type { Ctx, Html } from '../../platform/screen.ts'
import { Button, Form } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Table } from '../../platform/ui/table.tsx'
import { childText } from './screens.tsx'
import type { Adrift } from './store.ts'

/** What the leader sees of the tracks that nobody can act on: number, name, and whom they can go to. */
export function AdriftTracks(props: { readonly all: readonly Adrift[]; readonly counsellors: readonly { readonly person: PersonId; readonly name: string }[]; readonly ctx: Ctx }): Html {
  const text = childText(props.ctx.lang).adrift
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{text.lead}</p>
      <Table caption={text.title} captionHidden columns={[{ label: text.number, short: true }, { label: text.state }, { label: text.had }, { label: text.give }]}
        rows={props.all.map(it => [
          it.number, it.accepted ? text.accepted : text.asked, it.counsellor,
          it.able.length === 0 ? text.nobody : it.able.map(id => (
            <Form action={`/fordeling/familie/${it.track}` as SafeHref} hidden={{ to: id }}>
              <Button kind="secondary">{text.giveTo(it.number, props.counsellors.find(one => one.person === id)?.name ?? '')}</Button>
            </Form>
          )),
        ])} />
    </section>
  )
}
