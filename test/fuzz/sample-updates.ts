/** Updates as Telegram gives them, one of each sort with all that handlers look at: what the fuzz modules mangle. */

/** Whose updates they are. */
export const reader = { id: 7001, is_bot: false, first_name: 'Eve', language_code: 'en' }
export const chat = { id: reader.id, type: 'private' as const, first_name: 'Eve' }
export const bot = { id: 1_000_000_001, is_bot: true, first_name: 'Gazette', username: 'gazette_bot' }
const group = { id: -1001, type: 'supergroup', title: 'Port', is_forum: true }
const channel = { id: -1002, type: 'channel', title: 'News' }
const text = {
  message_id: 5,
  date: 1,
  chat,
  from: reader,
  text: 'hello',
  entities: [{ type: 'url', offset: 0, length: 5 }],
}
/** One of each sort, with all that handlers look at. */
export const updates = [
  { update_id: 1, message: text },
  { update_id: 2, message: { ...text, chat: group, message_thread_id: 7, text: '/list@gazette_bot' } },
  {
    update_id: 3,
    channel_post: { message_id: 1, date: 1, chat: channel, sender_chat: channel, text: '/start' },
  },
  {
    update_id: 4,
    callback_query: { id: '1', from: reader, chat_instance: '1', data: 'v1:list:0', message: text },
  },
  { update_id: 5, inline_query: { id: '1', from: reader, query: 'ferry', offset: '' } },
  {
    update_id: 6,
    my_chat_member: {
      chat: group,
      from: reader,
      date: 1,
      old_chat_member: { status: 'left', user: reader },
      new_chat_member: { status: 'member', user: reader },
    },
  },
  {
    update_id: 7,
    message: { ...text, document: { file_id: 'x', file_unique_id: 'x', file_name: 'a.opml', file_size: 10 } },
  },
  { update_id: 8, message: { ...text, location: { latitude: 31.2, longitude: 121.4 } } },
  {
    update_id: 9,
    message: { ...text, forward_origin: { type: 'channel', chat: channel, date: 1, message_id: 3 } },
  },
  {
    update_id: 10,
    message: {
      ...text,
      reply_to_message: { ...text, text: 'Digest no. 1' },
      quote: { text: 'x', position: 0 },
    },
  },
  {
    update_id: 11,
    message: {
      ...text,
      text: '1',
      reply_to_message: {
        ...text,
        from: bot,
        text: '1. Ferry',
        entities: [{ type: 'text_link', offset: 3, length: 5, url: 'https://news.example/1' }],
      },
    },
  },
  {
    update_id: 12,
    message: {
      ...text,
      text: '/summary',
      reply_to_message: { ...text, text: undefined, caption: 'x', caption_entities: [] },
    },
  },
  {
    update_id: 13,
    message: {
      ...text,
      text: '1',
      reply_to_message: {
        ...text,
        from: bot,
        rich_message: {
          blocks: [
            {
              type: 'details',
              summary: ['1. ', { type: 'bold', text: 'Ferry' }],
              blocks: [
                { type: 'paragraph', text: { type: 'url', text: 'here', url: 'https://news.example/1' } },
              ],
            },
          ],
        },
      },
    },
  },
  {
    update_id: 14,
    message: {
      ...text,
      text: undefined,
      chat_shared: { request_id: 1, chat_id: -1002, title: 'News', username: 'news' },
    },
  },
  {
    update_id: 15,
    message: {
      ...text,
      chat: group,
      text: undefined,
      is_topic_message: true,
      message_thread_id: 7,
      forum_topic_created: { name: 'Ships', icon_color: 1 },
    },
  },
  { update_id: 16, message: { ...text, chat: group, text: undefined, migrate_to_chat_id: -1009 } },
  { update_id: 17, message: { ...text, chat: group, text: undefined, migrate_from_chat_id: -1008 } },
  { update_id: 18, edited_message: { ...text, edit_date: 2 } },
  { update_id: 19, stopped_message_generation: { chat, draft_id: 4 } },
  {
    update_id: 20,
    callback_query: {
      id: '2',
      from: reader,
      chat_instance: '1',
      data: 'v1:follow:1',
      message: {
        ...text,
        from: bot,
        reply_markup: { inline_keyboard: [[{ text: 'Follow', callback_data: 'v1:follow:1' }]] },
      },
    },
  },
  {
    update_id: 21,
    callback_query: {
      id: '3',
      from: reader,
      chat_instance: '1',
      data: 'v1:again:short',
      message: {
        ...text,
        from: bot,
        entities: [{ type: 'text_link', offset: 0, length: 5, url: 'https://news.example/1' }],
      },
    },
  },
]
