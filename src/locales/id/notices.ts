/** What the bot tells unasked, in Indonesian. */
import type { notices as english } from '../en/notices.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('id', value)

export const notices: typeof english = {
  sourceStopped: (title) => `${title} sudah tidak ada, jadi saya berhenti membacanya. Hapus lewat /list.`,
  sourceFailing: (title, days) =>
    `Sudah ${n(days)} hari saya tidak bisa membaca ${title}. Saya terus mencoba.`,
  sourceQuiet: (title, days) =>
    `${title} tidak menerbitkan apa pun selama ${n(days)} hari, dan itu tidak biasa. Mungkin alamatnya pindah.`,
  sourceMoved: (title, host) => `${title} pindah ke ${host}; saya mengikutinya di sana.`,
  severalFeeds: 'Situsnya kini menyediakan beberapa feed: “Cari alamat barunya” menampilkannya.',
  noRights: (title) =>
    `Saya tidak boleh lagi menulis di ${title}, jadi kirimannya dijeda. Beri saya hak mengirim, lalu tulis /resume di sana.`,
  threadClosed: (title) => `Topik untuk ringkasan di ${title} ditutup, jadi kiriman masuk ke topik umum.`,
  copyLabel: '(Dikirim ulang: yang pertama tidak dikonfirmasi.)',
  heldAsk: (number, part) =>
    number === null
      ? `Telegram tidak memberi tahu apakah pesan terakhir saya sampai. Apakah bagian ${n(part)} sudah ada di sini?`
      : `Telegram tidak memberi tahu apakah pesan terakhir saya sampai. Apakah bagian ${n(part)} dari edisi ${n(number)} sudah ada di sini?`,
  heldArrived: 'Sudah ada',
  heldAgain: 'Kirim lagi',
  heldThanks: 'Terima kasih. Jika masih ada lanjutannya, segera menyusul.',
  heldSending: 'Saya kirim lagi.',
  heldSettled: 'Itu sudah selesai.',
  ledger: {
    when: (day, clock) => `${day} pukul ${clock}`,
    sent: (number, when, parts) => `Edisi terakhir: no. ${n(number)}, ${when}, dalam ${n(parts)} pesan.`,
    nothing: (when) => `${when}: tidak ada yang baru, jadi tidak ada yang dikirim.`,
    late: 'Edisi itu terlambat karena saya sedang tidak aktif pada jam itu.',
    merged: (count) => `Edisi itu juga mencakup ${n(count)} edisi yang terlewat.`,
    waiting: (count) => `${n(count)} pesannya masih dalam pengiriman.`,
    unknown: (count) => `${n(count)} pesannya tidak pernah dikonfirmasi Telegram.`,
    failed: (count, why) => `${n(count)} pesannya tidak bisa disampaikan: ${why}`,
    copies: (count) => `Pesan dikirim ulang ${n(count)} kali karena Telegram tidak mengonfirmasinya.`,
  },
}
