/** What went wrong and what to do about it, in Indonesian. */
import type { ErrorArgs } from '../../core/errors.ts'
import type { errors as english } from '../en/errors.ts'

const at = (args: ErrorArgs) => (args['host'] === undefined ? 'situs itu' : String(args['host']))

export const errors: typeof english = {
  notAdminThere: (args) =>
    `Anda bukan admin ${args['title'] ?? '?'} lagi, jadi tidak ada yang bisa diubah dari sini. Minta admin mengangkat Anda lagi.`,
  chatLost: (args) =>
    `Saya tidak ada lagi di ${args['title'] ?? '?'}. Tambahkan saya lagi, lalu kembali ke sini.`,
  noTopicRights: (args) =>
    `Saya tidak boleh membuat topik di ${args['title'] ?? '?'}. Jadikan saya admin dengan izin “Kelola topik”, lalu ketuk lagi “Satu topik per subjek” di /chats.`,
  notAFeed: () =>
    'Saya tidak menemukan artikel untuk diikuti di sana. Coba alamat halaman berita atau blognya, atau feed RSS-nya.',
  noFeedThere: (args) =>
    `${at(args)} tidak menyediakan feed, jadi saya tidak bisa mengikutinya. Cari penulis, kanal, atau acara yang sama di tempat lain: di situsnya sendiri, di blog, atau untuk podcast di Apple Podcasts.`,
  badUrl: () => 'Itu tidak tampak seperti alamat web. Kirim lengkap, misalnya https://example.com/blog',
  addressNotAllowed: () => 'Saya hanya bisa membaca halaman publik. Alamat itu ada di jaringan pribadi.',
  unreachable: (args) =>
    `Saya tidak bisa menjangkau ${at(args)}. Periksa alamatnya, atau coba lagi beberapa menit lagi.`,
  tooLarge: (args) =>
    `Itu terlalu besar${args['megabytes'] === undefined ? '' : ` (lebih dari ${args['megabytes']} MB)`}. Coba alamat satu artikel atau satu feed.`,
  timedOut: (args) => `Terlalu lama menunggu jawaban ${at(args)}. Coba lagi beberapa menit lagi.`,
  httpStatus: (args) =>
    Number(args['status']) === 404 || Number(args['status']) === 410
      ? `Menurut ${at(args)} halaman ini tidak ada. Periksa alamatnya.`
      : `${at(args)} menolak memberikan halaman itu${args['status'] === undefined ? '' : ` (kesalahan ${args['status']})`}. Coba lagi nanti, atau kirim alamat lain.`,
  emptyArticle: () =>
    'Tidak ada teks artikel di sana. Jika halamannya perlu masuk akun, saya tidak bisa membacanya; coba tautan lain.',
  notText: () =>
    'Tautan itu menuju berkas yang tidak bisa saya baca, misalnya PDF, gambar, atau video. Kirim tautan halaman web, atau teksnya langsung.',
  guarded: () =>
    'Situs itu tidak memberi artikel, melainkan halaman untuk peramban: pemeriksaan, persetujuan, skrip, atau galat. Coba tautan lain, atau kirim teksnya langsung.',
  paywalled: () =>
    'Teks lengkapnya hanya untuk pelanggan atau anggota situs itu, jadi tidak bisa saya rangkum. Coba tautan lain, atau kirim teksnya langsung.',
  badTime: () =>
    'Saya tidak memahami jam itu. Tulis seperti 8.30 atau 20.00; boleh beberapa sekaligus: 8.00, 18.30.',
  badZone: () =>
    'Saya tidak mengenal tempat itu. Tulis kota seperti Tokyo, zona seperti Europe/Paris, atau UTC+8.',
  badDays: () =>
    'Saya tidak memahami hari itu. Tulis misalnya “Sen Rab Jum”, “hari kerja”, atau “setiap hari”.',
  tooManySubscriptions: (args) =>
    `Paling banyak ${args['limit'] ?? ''} topik dan sumber, dan sekarang sudah penuh. Hentikan satu di /list dulu.`,
  nothingFollowed: () =>
    'Anda belum mengikuti apa pun. Pilih beberapa topik di /topics, atau kirim alamat sebuah situs.',
  notOpml: () =>
    'Berkas ini tidak bisa saya baca. Saya bisa menerima daftar feed sebagai berkas OPML (.opml atau .xml), seperti ekspor kebanyakan pembaca feed, atau berkas teks atau CSV berisi alamat. Untuk artikel, kirim tautannya atau teksnya, boleh juga sebagai berkas .txt atau .md.',
  fileLost: () => 'Berkas itu tidak bisa diambil dari Telegram. Tolong kirim sekali lagi.',
  noFeeds: () =>
    'Tidak ada feed dalam berkas itu. Ekspor langganan Anda sebagai OPML dari pembaca feed, lalu kirim berkasnya.',
  askedToWait: () => 'Situs itu meminta saya mengurangi kunjungan. Coba lagi beberapa menit lagi.',
  adminsOnly: () => 'Hanya admin obrolan ini yang dapat mengubahnya.',
  maintenance: () => 'Sedang ada pemeliharaan. Coba lagi sebentar lagi.',
  turnedAway: () => 'Anda tidak boleh memakai bot ini. Jika ini keliru, hubungi pengelolanya.',
  privateOnly: () => 'Silakan lakukan itu di obrolan pribadi dengan saya.',
  tooFast: (args) => `Itu terlalu banyak sekaligus. Tunggu ${args['seconds'] ?? 1} detik, lalu lanjutkan.`,
  daySpent: (args) =>
    `Jatah membaca dan menjawab untuk satu orang hari ini sudah habis. Anda bisa lanjut ${args['minutes'] ?? 1} menit lagi; kiriman tetap datang.`,
  inviteOnly: (args) =>
    `Gazette ini hanya untuk yang diundang. Minta pengelolanya mengizinkan Anda; ID Anda ${args['user'] ?? '?'}.`,
  emptyText: () => 'Tidak ada yang bisa dirangkum di dalamnya.',
  emptyInterest: () => 'Kata-kata itu kurang jelas. Sebutkan minat Anda, misalnya: robotaksi di Eropa.',
  tooManyTopics: (args) =>
    `Paling banyak ${args['limit'] ?? ''} topik sendiri, dan sekarang sudah penuh. Hapus satu di /topics dulu.`,
  notFollowing: () => 'Anda tidak mengikuti itu. /list menampilkan semua yang Anda ikuti.',
  noTopic: () => 'Tidak ada topik dengan nama itu. Pilih di /topics, atau kirim alamat situs untuk diikuti.',
  badName: (args) => `Tulis nama dalam satu baris, paling banyak ${args['limit'] ?? 60} karakter.`,
  gone: () => 'Itu sudah tidak ada. /list menampilkan yang Anda ikuti, /digest yang baru.',
  noSuchFile: (args) => `Tidak ada berkas ${args['file'] ?? ''} yang bisa dibaca.`,
  noSuchChat: (args) => `Belum ada obrolan dengan ID ${args['chat'] ?? '?'} yang menulis ke bot.`,
  modelUnreachable: () => 'Model bahasa tidak bisa dijangkau. Coba lagi beberapa menit lagi.',
  tooManyFilters: (args) => `Paling banyak ${args['limit'] ?? 100} filter. Hapus satu di /filters dulu.`,
  badWord: () => 'Perlu kata dengan setidaknya satu huruf, tanda, atau emoji.',
  tooManySchedules: (args) =>
    `Paling banyak ${args['limit'] ?? 10} kiriman untuk satu obrolan. Hapus satu di /schedule dulu.`,
  badDate: () => 'Saya tidak memahami tanggal itu. Tulis seperti 2026-12-24.',
  internal: () => 'Ada yang salah di pihak saya, dan itu sudah dicatat. Coba lagi sebentar lagi.',
}
