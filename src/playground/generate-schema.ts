/** Writes api-schema.generated.json: every Bot API method and its parameter types, read from @grammyjs/types by the compiler. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-5'
import type { ApiSchema, Fields, TypeNode } from './schema.ts'

/** The type parameter of `ApiMethods<F>` that stands for an uploaded file. */
const fileParameter = 'F'

/**
 * Reads @grammyjs/types with the TypeScript 5 compiler (version 7 has no compiler API).
 * Returns the same object for the same package version, methods and types sorted by name.
 */
export function generateSchema(): ApiSchema {
  const entry = fileURLToPath(import.meta.resolve('@grammyjs/types')).replace(/mod\.js$/u, 'methods.d.ts')
  const program = ts.createProgram([entry], {
    strict: true,
    // Keeps the names of union types on optional fields.
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    types: [],
  })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(entry)
  const methods = source?.statements.find(
    (each): each is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(each) && each.name.text === 'ApiMethods',
  )
  if (!methods || !ts.isTypeLiteralNode(methods.type)) throw new Error(`no ApiMethods in ${entry}`)
  const reader = createTypeReader(checker)
  const found: Record<string, Fields> = {}
  for (const member of methods.type.members) {
    if (!ts.isMethodSignature(member) || !ts.isIdentifier(member.name)) continue
    const [args] = member.parameters
    found[member.name.text] = args ? reader.fieldsOf(notUndefined(checker.getTypeAtLocation(args)), args) : {}
  }
  return { methods: sorted(found), types: sorted(reader.types) }
}

function notUndefined(type: ts.Type): ts.Type {
  if (!type.isUnion()) return type
  const rest = type.types.filter((each) => !(each.flags & ts.TypeFlags.Undefined))
  if (rest.length !== 1) throw new Error('a method takes a union of argument objects')
  return rest[0]!
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

function createTypeReader(checker: ts.TypeChecker) {
  const types: Record<string, TypeNode> = {}

  /** Fields of an object type; `at` is any node of the program, which the checker wants for mapped types. */
  function fieldsOf(type: ts.Type, at: ts.Node): Fields {
    const fields: Fields = {}
    for (const property of checker.getPropertiesOfType(type)) {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      const node = read(checker.getTypeOfSymbolAtLocation(property, at), at)
      fields[property.name] = optional ? { type: node } : { type: node, required: true }
    }
    return fields
  }

  function read(type: ts.Type, at: ts.Node): TypeNode {
    if (type.flags & ts.TypeFlags.TypeParameter) {
      if (type.symbol.name !== fileParameter) throw new Error(`unexpected type parameter ${type.symbol.name}`)
      return 'file'
    }
    if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return 'string'
    if (type.flags & ts.TypeFlags.Number) return 'number'
    if (type.flags & ts.TypeFlags.Boolean) return 'boolean'
    if (type.isStringLiteral() || type.isNumberLiteral()) return { literal: type.value }
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { literal: checker.typeToString(type) === 'true' }
    if (type.isUnion()) return named(type.aliasSymbol, () => readUnion(type, at))
    const element = elementOf(type)
    if (element) return { array: read(element, at) }
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return readObject(type, at)
    throw new Error(`cannot describe the type ${checker.typeToString(type)}`)
  }

  function readUnion(type: ts.UnionType, at: ts.Node): TypeNode {
    const parts = type.types.filter((each) => !(each.flags & ts.TypeFlags.Undefined))
    const booleans = parts.filter((each) => each.flags & ts.TypeFlags.BooleanLiteral)
    const others = parts.filter((each) => !booleans.includes(each)).map((each) => read(each, at))
    const nodes: TypeNode[] =
      booleans.length === 2 ? [...others, 'boolean'] : [...others, ...booleans.map((each) => read(each, at))]
    return nodes.length === 1 ? nodes[0]! : { union: nodes }
  }

  function elementOf(type: ts.Type): ts.Type | undefined {
    if (!checker.isArrayType(type) && !checker.isTupleType(type)) return undefined
    return checker.getTypeArguments(type as ts.TypeReference)[0]
  }

  function readObject(type: ts.Type, at: ts.Node): TypeNode {
    return named(type.aliasSymbol ?? type.symbol, () => ({ object: fieldsOf(type, at) }))
  }

  /** A reference to the named type, described once; what was written in place has no name and is described there. */
  function named(symbol: ts.Symbol | undefined, describe: () => TypeNode): TypeNode {
    const qualified = symbol ? checker.getFullyQualifiedName(symbol) : ''
    // Module members are named `"file".Name`; the language's own `Omit` and the like say nothing.
    if (!qualified.startsWith('"') || symbol?.name === '__type') return describe()
    const name = qualified.replace(/^".*"\./u, '')
    if (!(name in types)) {
      // Claimed before it is described, for types that contain themselves.
      types[name] = 'string'
      types[name] = describe()
    }
    return { ref: name }
  }

  return { types, fieldsOf }
}

/** The schema as text: one method or type a line, so that a change of the API reads well in a diff. */
export function printSchema(schema: ApiSchema): string {
  const lines = (record: Record<string, unknown>) =>
    Object.entries(record)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n')
  return `{\n  "methods": {\n${lines(schema.methods)}\n  },\n  "types": {\n${lines(schema.types)}\n  }\n}\n`
}

if (import.meta.main)
  writeFileSync(new URL('./api-schema.generated.json', import.meta.url), printSchema(generateSchema()))
