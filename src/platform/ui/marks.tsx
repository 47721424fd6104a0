// Which fields of a form carry a mark: always the fewer, so that nobody reads the same words at every question.
import { createContext, type PropsWithChildren, useContext } from 'hono/jsx'
import { useText } from './frame.ts'

/** optional: what may be left out is marked · required: most may, so that what must be there is marked, and it is said once on top · none: all of it may be left out */
export type Marks = 'optional' | 'required' | 'none'
const MarksContext = createContext<Marks | undefined>(undefined)

/** Of so many questions so many must be answered. */
export const fewer = (asked: number, required: number): Marks => (required * 2 >= asked ? 'optional' : required > 0 ? 'required' : 'none')

/** What the form around has settled; undefined outside of one. */
export const useMarks = (): Marks | undefined => useContext(MarksContext)

/** Settles the marks of all fields in it, and says on top how they are to be read. */
export function Marked(props: PropsWithChildren<{ readonly marks: Marks }>) {
  const text = useText()
  return (
    <MarksContext.Provider value={props.marks}>
      {props.marks !== 'optional' && <p>{props.marks === 'none' ? text.allOptional : text.mostOptional}</p>}
      {props.children}
    </MarksContext.Provider>
  )
}

/** Whether a field may be left out; `told` where what stands around it says so. */
export type Optional = boolean | 'told'

export function Mark(props: { readonly optional: Optional | undefined }) {
  const text = useText()
  const marks = useMarks() ?? 'optional'
  const says = props.optional === 'told' ? undefined : marks === 'optional' ? props.optional && text.optional : !props.optional && text.required
  return says ? <span class="weight-normal"> {says}</span> : null
}
