// A question that is answered with files: those that are there, each with a tick that keeps it, and room for more.
import type { Lang } from '../kernel/day.ts'
import type { Html } from '../platform/screen.ts'
import { FieldGroup } from '../platform/ui/choices.tsx'
import { type FieldProps, FileInput } from '../platform/ui/fields.tsx'
import { Link } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { chosen, fileOf, type FileFacts, type FilesIn, type Values } from './rules.ts'
import { sayFile } from './say.ts'
import type { Texts } from './text.da.ts'

/** By reference. `href`: where it is handed out. */
export type PutIn = Readonly<Record<string, FileFacts & { readonly href?: SafeHref }>>

/** What the field for more files is called after its question. */
export const moreFiles = '-new'

interface FileQuestionProps extends Omit<FieldProps, 'value'> {
  readonly text: Texts
  readonly lang: Lang
  readonly many: boolean
  /** As the page stands, and as it was kept: a file that was unticked on a page that came back is still there to tick. */
  readonly values: Values
  readonly kept: Values
  readonly files: PutIn | undefined
}

export function FileQuestion({ text, lang, many, values, kept, files, ...field }: FileQuestionProps): Html {
  if (!files) return <FieldGroup legend={field.label}><p class="form-hint">{text.noFilesHere}</p></FieldGroup>
  const on = chosen(values, field.name)
  const all = [...new Set([...chosen(kept, field.name), ...on])].flatMap(ref => there(files, ref))
  const hint = <>{field.hint} {text.fileHint}</>
  if (all.length === 0) return <FileInput {...field} hint={hint} many={many} />
  return (
    <FieldGroup legend={field.label} hint={field.hint} optional={field.optional ?? false}>
      <p class="form-hint">{text.filesHint}</p>
      {all.map(({ ref, it }, at) => (
        <div class="form-group-checkbox">
          <input class="form-checkbox" type="checkbox" id={`${field.name}-there-${at + 1}`} name={field.name} value={ref} checked={on.includes(ref)} />
          <label for={`${field.name}-there-${at + 1}`}>{sayFile(it, lang)}</label>
          {it.href && <> <Link href={it.href}>{text.fetch}<span class="sr-only">{text.fetchOf(it.name)}</span></Link></>}
        </div>
      ))}
      <FileInput name={field.name} as={`${field.name}${moreFiles}`} error={field.error} label={many ? text.moreFiles : text.addFile} hint={text.fileHint} many={many} optional="told" />
    </FieldGroup>
  )
}

function there<F>(files: Readonly<Record<string, F>>, ref: string): readonly { readonly ref: string; readonly it: F }[] {
  const it = fileOf(files, ref)
  return it ? [{ ref, it }] : []
}

/** Each with where it is handed out. `at`: the page that it hangs under. */
export const handedOutAt = (files: FilesIn, at: string): PutIn =>
  Object.fromEntries(Object.entries(files).map(([ref, it]) => [ref, { ...it, href: fileAt(at, ref) }]))
const fileAt = (at: string, ref: string): SafeHref => `${at}/vedlaeg/${ref}` as SafeHref

/** An answer that is files, for whoever may have them. */
export const FileLinks = (props: { readonly refs: readonly string[]; readonly files: FilesIn; readonly at: string; readonly lang: Lang }): Html => (
  <>{props.refs.flatMap(ref => there(props.files, ref)).map(({ ref, it }, at) => <>{at > 0 && <br />}<Link href={fileAt(props.at, ref)}>{sayFile(it, props.lang)}</Link></>)}</>
)
