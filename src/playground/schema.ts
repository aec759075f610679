/** Shape of api-schema.generated.json, shared by the generator that writes it and the validation that reads it. */
export type TypeNode =
  | 'string'
  | 'number'
  | 'boolean'
  /** An upload, a file_id or an address. */
  | 'file'
  | { literal: string | number | boolean }
  | { array: TypeNode }
  | { union: TypeNode[] }
  /** A name in `types`. */
  | { ref: string }
  | { object: Fields }

export type Fields = Record<string, { type: TypeNode; required?: true }>

export interface ApiSchema {
  /** Parameters of each method. */
  methods: Record<string, Fields>
  /** Named types that the parameters are made of. */
  types: Record<string, TypeNode>
}
