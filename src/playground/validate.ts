/** Checks a call's parameters against the generated description of the Bot API, before any method sees them. */
import schemaJson from './api-schema.generated.json' with { type: 'json' }
import { badRequest } from './failure.ts'
import type { ApiSchema, Fields, TypeNode } from './schema.ts'

const schema = schemaJson as unknown as ApiSchema

/** Method names by their lower-cased form: Telegram matches without regard to case. */
const methodNames = new Map(Object.keys(schema.methods).map((name) => [name.toLowerCase(), name]))

/** The official spelling of a method, or undefined where the Bot API has none of that name. */
export function findMethodName(name: string): string | undefined {
  return methodNames.get(name.toLowerCase())
}

/** What Telegram says when these are missing. */
const missing: Record<string, string> = {
  chat_id: 'chat_id is empty',
  text: 'message text is empty',
  message_id: 'message identifier is not specified',
}

/**
 * Returns the parameters with their types right: forms and queries carry everything as text.
 * Throws a 400 that names the first parameter that is missing, unknown or of the wrong type;
 * unknown ones are refused (Telegram ignores them) because they are always a mistake.
 */
export function checkParameters(method: string, raw: Readonly<Record<string, unknown>>) {
  const fields = schema.methods[method]
  if (!fields) throw badRequest(`no description of ${method}`)
  const checked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(raw)) {
    const field = fields[name]
    if (!field) throw badRequest(`unknown parameter "${name}" of ${method}`)
    if (value === null || value === undefined) continue
    checked[name] = coerce(field.type, value)
    const problem = findProblem(field.type, checked[name], name)
    if (problem) throw badRequest(`can't parse ${name}: ${problem.reason} at ${problem.path}`)
  }
  for (const [name, field] of Object.entries(fields))
    if (field.required && !(name in checked))
      throw badRequest(missing[name] ?? `parameter "${name}" is required`)
  return checked
}

function resolve(node: TypeNode): TypeNode {
  if (typeof node === 'string' || !('ref' in node)) return node
  const target = schema.types[node.ref]
  if (!target) throw new Error(`the schema has no type ${node.ref}`)
  return resolve(target)
}

/** Text to the type that the parameter has, where it has one; what does not fit is left for `findProblem`. */
function coerce(type: TypeNode, value: unknown): unknown {
  if (typeof value !== 'string') return value
  const node = resolve(type)
  if (node === 'string' || node === 'file') return value
  if (node === 'number') return /^-?\d+(?:\.\d+)?$/u.test(value) ? Number(value) : value
  if (node === 'boolean') return toBoolean(value)
  if ('literal' in node) return typeof node.literal === 'boolean' ? toBoolean(value) : value
  if ('union' in node) {
    for (const each of node.union) {
      const coerced = coerce(each, value)
      if (findProblem(each, coerced, '') === null) return coerced
    }
    return value
  }
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

function toBoolean(value: string): unknown {
  if (['true', '1', 'yes'].includes(value.toLowerCase())) return true
  return ['false', '0', 'no'].includes(value.toLowerCase()) ? false : value
}

interface Problem {
  path: string
  reason: string
}

function findProblem(type: TypeNode, value: unknown, path: string): Problem | null {
  const node = resolve(type)
  if (node === 'string' || node === 'file')
    return typeof value === 'string' ? null : { path, reason: 'expected a string' }
  if (node === 'number') return typeof value === 'number' ? null : { path, reason: 'expected a number' }
  if (node === 'boolean') return typeof value === 'boolean' ? null : { path, reason: 'expected a boolean' }
  if ('literal' in node)
    return value === node.literal ? null : { path, reason: `expected ${JSON.stringify(node.literal)}` }
  if ('array' in node) return findInArray(node.array, value, path)
  if ('union' in node) return findInUnion(node.union, value, path)
  return 'object' in node ? findInObject(node.object, value, path) : null
}

function findInArray(element: TypeNode, value: unknown, path: string): Problem | null {
  if (!Array.isArray(value)) return { path, reason: 'expected an array' }
  for (const [index, each] of value.entries()) {
    const problem = findProblem(element, each, `${path}[${index}]`)
    if (problem) return problem
  }
  return null
}

function findInObject(fields: Fields, value: unknown, path: string): Problem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { path, reason: 'expected an object' }
  for (const [name, each] of Object.entries(value)) {
    const field = fields[name]
    if (!field) return { path, reason: `unknown field "${name}"` }
    if (each === null || each === undefined) continue
    const problem = findProblem(field.type, each, `${path}.${name}`)
    if (problem) return problem
  }
  for (const [name, field] of Object.entries(fields))
    if (field.required && !(name in value)) return { path, reason: `field "${name}" is missing` }
  return null
}

/** Where no part fits, the complaint of the part that got furthest is the useful one. */
function findInUnion(parts: TypeNode[], value: unknown, path: string): Problem | null {
  let furthest: Problem | null = null
  for (const part of parts) {
    const problem = findProblem(part, value, path)
    if (!problem) return null
    if (!furthest || problem.path.length > furthest.path.length) furthest = problem
  }
  return furthest
}
