/** Sources that nobody follows: no tick looks at them again, and they are polled as soon as somebody follows them. */
import { expect, test } from 'vitest'
import { setCatalogueTopic } from '../../src/db/catalogue.ts'
import { findSource } from '../../src/db/sources.ts'
import { follow, unfollow } from '../../src/db/subscriptions.ts'
import { care } from '../../src/pipeline/care.ts'
import { pollDue } from '../../src/pipeline/poll-due.ts'
import { describeDatabases } from '../support/databases.ts'
import { useWorld } from '../support/pipeline.ts'
import { addSource, addSubscriber, noon } from '../support/rows.ts'

describeDatabases('sources that nobody follows', (open) => {
  const world = useWorld(open)
  const polled = async () => {
    await pollDue(world.test.pipeline)
    return world.test.jobs
      .splice(0)
      .flatMap(({ payload }) => ('sourceIds' in payload ? payload.sourceIds : []))
  }
  const isResting = async (id: number) => (await findSource(world.database.db, id))!.resting

  test('rest after one look, and are polled by the next one once they are followed', async () => {
    const { db } = world.database
    const chat = await addSubscriber(db)
    const topic = await db.selectFrom('topics').select(['id', 'slug']).orderBy('id').executeTakeFirstOrThrow()
    const alone = await addSource(db, {})
    const ofTopic = await addSource(db, { shared: true, catalogueTopic: topic.slug })
    const followed = await addSource(db, {})
    await follow(db, chat.id, { sourceId: followed.id }, noon)

    expect(await polled()).toEqual([followed.id])
    expect([await isResting(alone.id), await isResting(ofTopic.id), await isResting(followed.id)]).toEqual([
      true,
      true,
      false,
    ])

    await follow(db, chat.id, { sourceId: alone.id }, noon)
    expect(await polled()).toEqual([alone.id])
    await follow(db, chat.id, { topicId: topic.id }, noon)
    expect(await polled()).toEqual([ofTopic.id])

    // Left by its last follower it is passed by when it is due again, and not after that.
    await unfollow(db, chat.id, { sourceId: alone.id })
    world.test.setTime(new Date(noon.getTime() + 3_600_000))
    await polled()
    expect(await isResting(alone.id)).toBe(true)
    // Put below a topic that is followed.
    await setCatalogueTopic(db, alone.id, topic.id)
    expect(await polled()).toEqual([alone.id])
  })

  test('one that somebody followed in the moment of its being put to rest wakes within the hour', async () => {
    const { db } = world.database
    const chat = await addSubscriber(db)
    const source = await addSource(db, {})
    await follow(db, chat.id, { sourceId: source.id }, noon)
    await db.updateTable('sources').set({ resting: true }).where('id', '=', source.id).execute()
    await care(world.test.pipeline)
    expect(await polled()).toContain(source.id)
  })
})
