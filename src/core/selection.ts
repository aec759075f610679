/** What a schedule's digest covers of what a chat follows: everything, everything but some, or what is named; and how one thing moves between digests. */

export interface Targets {
  topics: number[]
  sources: number[]
}

/** `except`: what was moved to another digest; what is followed later is covered. */
export type Selection = { all: true; except?: Targets } | Targets

/** A followed topic or source; the other is null. */
export interface FollowedThing {
  topic_id: number | null
  source_id: number | null
}

const isNamed = ({ topics, sources }: Targets, { topic_id: topic, source_id: source }: FollowedThing) =>
  topic === null ? sources.includes(source ?? 0) : topics.includes(topic)

/** Whether a digest of this selection tells of `thing`. */
export function covers(selection: Selection, thing: FollowedThing): boolean {
  if (!('all' in selection)) return isNamed(selection, thing)
  return !selection.except || !isNamed(selection.except, thing)
}

/** Whether whatever is followed is covered, now and later. */
export const coversAll = (selection: Selection): boolean =>
  'all' in selection &&
  (!selection.except || selection.except.topics.length + selection.except.sources.length === 0)

function add(targets: Targets, { topic_id: topic, source_id: source }: FollowedThing): Targets {
  const { topics, sources } = targets
  return topic === null
    ? { topics, sources: [...sources, source ?? 0] }
    : { topics: [...topics, topic], sources }
}

const remove = (
  { topics, sources }: Targets,
  { topic_id: topic, source_id: source }: FollowedThing,
): Targets => ({
  topics: topics.filter((id) => id !== topic),
  sources: sources.filter((id) => id !== source),
})

/** The same with or without one thing. */
export function withThing(selection: Selection, thing: FollowedThing, isCovered: boolean): Selection {
  if (covers(selection, thing) === isCovered) return selection
  if (!('all' in selection)) return isCovered ? add(selection, thing) : remove(selection, thing)
  const except = selection.except ?? { topics: [], sources: [] }
  const left = isCovered ? remove(except, thing) : add(except, thing)
  return left.topics.length + left.sources.length === 0 ? { all: true } : { all: true, except: left }
}
