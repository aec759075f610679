/** Sources by a part of their name: in any script, under the name and address that they have now, and only those that all may see. */
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/connect.ts'
import { findNamedSources } from '../../src/db/source-names.ts'
import { moveSource } from '../../src/db/move-source.ts'
import { describeDatabases } from '../support/databases.ts'
import { follow, unfollow } from '../../src/db/subscriptions.ts'
import { addSource, addSubscriber, noon } from '../support/rows.ts'

describeDatabases('names of sources', (open) => {
  let database: Database
  let mine: number
  beforeAll(async () => {
    database = await open()
    mine = (await addSubscriber(database.db)).id
  })
  const find = async (...words: string[]) =>
    (await findNamedSources(database.db, mine, words, 3)).map(({ title }) => title)
  const name = async (title: string, url: string, shared = true) => {
    const { id } = await addSource(database.db, { url, shared })
    await database.db.updateTable('sources').set({ title }).where('id', '=', id).execute()
    return id
  }

  test('any part of a name or address finds it, several words only together, the shortest name first', async () => {
    await name('Harbour Post', 'https://harbour.example/feed')
    await name('The Harbour Evening Post', 'https://evening.example/feed')
    await name('港口晚报', 'https://gangkou.example/feed')
    await name('أخبار الميناء', 'https://mina.example/feed')
    expect(await find('arbou')).toEqual(['Harbour Post', 'The Harbour Evening Post'])
    expect(await find('HARBOUR', 'evening')).toEqual(['The Harbour Evening Post'])
    expect(await find('晚报')).toEqual(['港口晚报'])
    expect(await find('الميناء')).toEqual(['أخبار الميناء'])
    await name('Ox News', 'https://ox.example/feed')
    expect(await find('ox')).toEqual(['Ox News'])
    // A greeting is no part of a name.
    for (const small of ['st', 'po']) expect(await find(small)).toEqual([])
    expect(await find('gangkou.ex')).toEqual(['港口晚报'])
    expect(await find('harbour', 'nowhere')).toEqual([])
    for (const vague of ['港', '🚢', '']) expect(await find(vague)).toEqual([])
    for (const odd of ['%%', '__', '\\\\', "''"]) expect(await find(odd)).toEqual([])
  })

  test('what is renamed or moves is found as it is now, and what is nobody else’s or stopped is not', async () => {
    const id = await name('Quay Letters', 'https://quay.example/feed')
    const secret = await name('Quay Secrets', 'https://secret.example/feed', false)
    expect(await find('quay')).toEqual(['Quay Letters'])
    await follow(database.db, mine, { sourceId: secret }, noon)
    expect(await find('quay')).toEqual(['Quay Letters', 'Quay Secrets'])
    await unfollow(database.db, mine, { sourceId: secret })
    await moveSource(database.db, id, 'https://wharf.example/feed')
    expect(await find('wharf')).toEqual(['Quay Letters'])
    expect(await find('quay.example')).toEqual([])
    await database.db.updateTable('sources').set({ state: 'stopped' }).where('id', '=', id).execute()
    expect(await find('wharf')).toEqual([])
  })
})
