/** The shape of a room's sentences: the Danish ones are the type, the English ones must have the same. A missing sentence does not compile. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...given: infer G) => string ? (...given: G) => string : Words<T[K]>
}
