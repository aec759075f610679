/** What the bot tells unasked, in English. */
import { formatNumber, plural } from '../format.ts'

export const notices = {
  sourceStopped: (title: string) =>
    `${title} no longer exists, so I stopped reading it. /list lets you remove it.`,
  sourceFailing: (title: string, days: number) =>
    `I have not been able to read ${title} for ${plural('en', days, { one: 'a day', other: `${formatNumber('en', days)} days` })}. I keep trying.`,
  sourceQuiet: (title: string, days: number) =>
    `${title} has published nothing for ${formatNumber('en', days)} days, which is unusual for it. It may have moved.`,
  sourceMoved: (title: string, host: string) => `${title} has moved to ${host}; I follow it there.`,
  severalFeeds: 'Its site offers several feeds now: “Find its new address” shows them.',
  noRights: (title: string) =>
    `I may not write in ${title} any more, so its digests are paused. Give me the right to post and send /resume there.`,
  threadClosed: (title: string) =>
    `The topic for digests in ${title} is closed, so they go to the general topic.`,
  /** At most 60 characters: room kept free in every part. */
  copyLabel: '(Sent again: Telegram did not confirm the first one.)',
  heldAsk: (number: number | null, part: number) =>
    number === null
      ? `Telegram did not tell me whether my last message arrived. Is part ${formatNumber('en', part)} of the digest here?`
      : `Telegram did not tell me whether my last message arrived. Is part ${formatNumber('en', part)} of digest no. ${formatNumber('en', number)} here?`,
  heldArrived: 'It is here',
  heldAgain: 'Send it again',
  heldThanks: 'Thank you. If there is more of it, it follows now.',
  heldSending: 'I am sending it again.',
  heldSettled: 'That is settled already.',
  /** What became of the last due time, for /status. */
  ledger: {
    when: (day: string, clock: string) => `${day}, ${clock}`,
    sent: (number: number, when: string, parts: number) =>
      `Last digest: no. ${formatNumber('en', number)}, ${when}, in ${plural('en', parts, { one: '1 message', other: `${formatNumber('en', parts)} messages` })}.`,
    nothing: (when: string) => `${when}: nothing was new, so nothing was sent.`,
    late: 'It came late, because I was not running when it was due.',
    merged: (n: number) =>
      plural('en', n, {
        one: 'It also covers a digest that was missed.',
        other: `It also covers ${formatNumber('en', n)} digests that were missed.`,
      }),
    waiting: (n: number) =>
      plural('en', n, {
        one: 'One of its messages is still on the way.',
        other: `${formatNumber('en', n)} of its messages are still on the way.`,
      }),
    unknown: (n: number) =>
      plural('en', n, {
        one: 'Telegram never confirmed one of its messages.',
        other: `Telegram never confirmed ${formatNumber('en', n)} of its messages.`,
      }),
    failed: (n: number, why: string) =>
      plural('en', n, {
        one: `One of its messages could not be delivered: ${why}`,
        other: `${formatNumber('en', n)} of its messages could not be delivered: ${why}`,
      }),
    copies: (n: number) =>
      plural('en', n, {
        one: 'One message was sent again, because Telegram did not confirm it.',
        other: `Messages were sent again ${formatNumber('en', n)} times, because Telegram did not confirm them.`,
      }),
  },
}
