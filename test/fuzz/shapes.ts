/** Gives the bot updates with a field or two missing, or of another kind than Telegram's: what is left of their form is handled, the rest passed over. */
import { openDesk } from './bot-desk.ts'
import { pick } from './random.ts'
import { updates } from './sample-updates.ts'
import { fuzzerOver } from './subject.ts'

const odd: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e300,
  Number.MAX_SAFE_INTEGER,
  '',
  'x',
  '-1',
  '\0\ud800',
  'channel',
  'supergroup',
  'text_link',
  '新'.repeat(5000),
  [],
  [null],
  {},
  { id: 1 },
]

type Branch = Record<string, unknown>
/** Every field of `value` and of what it holds: where it is, and its name. */
function fieldsOf(value: unknown): [Branch, string][] {
  if (typeof value !== 'object' || value === null) return []
  const branch = value as Branch
  return Object.keys(branch).flatMap((name) => [
    [branch, name] as [Branch, string],
    ...fieldsOf(branch[name]),
  ])
}

let serial = 20_000_000

function makeUpdate(random: () => number): object {
  const update = structuredClone(updates[pick(random, updates.length)]!)
  for (let change = 1 + pick(random, 2); change > 0; change--) {
    const fields = fieldsOf(update)
    const [branch, name] = fields[pick(random, fields.length)]!
    const [otherBranch, otherName] = fields[pick(random, fields.length)]!
    // A value of elsewhere is of the right kind for something.
    const value = structuredClone(
      pick(random, 4) === 0 ? otherBranch[otherName] : odd[pick(random, odd.length)],
    )
    if (value === undefined) Reflect.deleteProperty(branch, name)
    else branch[name] = value
  }
  serial += 1
  return { ...update, update_id: serial }
}

export const { fuzz, fuzzCount } = fuzzerOver<object>({
  name: 'shapes',
  make: makeUpdate,
  print: (update) => JSON.stringify(update).slice(0, 5000),
  read: async (update) => (await openDesk()).give(update),
  prepare: openDesk,
})
