/** What the bot says to the operators of an installation, in Indonesian. */
import type { admin as english } from '../en/admin.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('id', value)

export const admin: typeof english = {
  isRead: 'Sedang dibaca.',
  isNotRead: 'Tidak dibaca.',
  askSource: 'Kirim alamat situs atau feed. Artikelnya akan sampai ke semua orang yang mengikuti topik ini.',
  askTopic:
    'Tulis nama topik, titik dua, dan kata-kata yang menjadi ciri artikelnya. Misalnya: Dayung: regata, pendayung, kemudi',
  inCatalogue: (name) => `${name} kini ada di katalog.`,
  labels: {
    addSource: '+ Tambah sumber',
    addTopic: '+ Tambah topik',
    renameTopic: 'Ganti nama topik ini',
    stopReading: 'Berhenti membacanya',
    readAgain: 'Baca lagi',
    chart: 'Grafik 30 hari',
    failing: 'Sumber bermasalah',
    broadcast: 'Pesan untuk semua',
    readers: 'Cari pembaca',
    catalogue: 'Katalog sumber',
    openToAll: 'Buka untuk semua',
    byInvitation: 'Hanya undangan',
    beginMaintenance: 'Mulai pemeliharaan',
    endMaintenance: 'Akhiri pemeliharaan',
    refresh: 'Segarkan',
    back: '‹ Kembali',
    test: 'Tunjukkan lagi',
    rewrite: 'Tulis ulang',
    cancel: 'Batal',
    stop: 'Berhenti',
    block: 'Blokir',
    unblock: 'Buka blokir',
    usualLimit: 'Batas biasa',
  },
  title: 'Keadaan Gazette',
  chats: (active, paused, lost) => `Obrolan: ${n(active)} aktif, ${n(paused)} dijeda, ${n(lost)} hilang`,
  today: (digests, failures) => `Hari ini: ${n(digests)} edisi, ${n(failures)} tidak terkirim`,
  sources: (total, followed, failing) =>
    `Sumber: ${n(total)} seluruhnya, ${n(followed)} diikuti, ${n(failing)} tidak terbaca`,
  budget: (used, limit) => `Pemakaian model hari ini: ${n(used)} dari ${n(limit)} token`,
  cost: (usd) => `Biaya model 30 hari: ${usd.toFixed(2)} USD`,
  noPrice: 'LLM_PRICES tidak memuat salah satu model yang dipakai, jadi biayanya tidak bisa dihitung.',
  inviteOnlyOn: 'Pembaca baru perlu undangan (/invite).',
  inviteOnlyOff: 'Semua orang boleh memakai bot ini.',
  maintenanceOn: 'Pemeliharaan: saya hanya menjawab operator. Kiriman tetap berjalan.',
  maintenanceOff: 'Saya menjawab semua orang.',
  chart: {
    cost: 'Biaya model dalam USD',
    title: (days) => `${n(days)} hari terakhir, dari atas ke bawah:`,
    line: (name, last, most) => `${name}: hari ini ${last}, paling banyak ${most}`,
    subscribers: 'Obrolan',
    digests: 'Edisi',
    failures: 'Bagian tidak terkirim',
    tokens: 'Token model',
  },
  failingLine: (name, since, followers, error) =>
    `• ${name}: sejak ${since}, ${n(followers)} pengikut, ${error}`,
  noneFailing: 'Semua sumber bisa dibaca.',
  retried: 'Sedang dibaca lagi.',
  catalogue: 'Sumber topik mana yang ingin Anda ubah?',
  tapSource: 'Ketuk sebuah sumber untuk melihatnya.',
  noCatalogue: 'Topik ini tidak punya sumber sendiri.',
  askBroadcast: 'Tulis pesan untuk semua obrolan. Anda melihatnya dulu; belum ada yang dikirim.',
  draft: (chats) => `Pesan di atas akan diterima ${n(chats)} obrolan.`,
  sendTo: (chats) => `Kirim ke ${n(chats)} obrolan`,
  progress: (sent, waiting, failed) =>
    `${n(sent)} terkirim, ${n(waiting)} menunggu, ${n(failed)} tidak sampai.`,
  stopped: (chats) => `Dihentikan: ${n(chats)} obrolan tidak menerimanya.`,
  askReader: 'Tulis ID pembaca, angkanya saja, seperti yang tampil di /admin dan pesan kesalahan.',
  reader: (user) => `Pembaca ${user}`,
  isBlocked: 'Diblokir.',
  isWelcome: 'Boleh memakai bot ini.',
  usualLimit: 'Batas model yang biasa.',
  ownLimit: (tokens) => `Paling banyak ${n(tokens)} token model sehari.`,
  used: (tokens) => `${n(tokens)} token dalam 24 jam terakhir.`,
  limit: (tokens) => n(tokens),
  alerts: {
    budget:
      'Jatah model hari ini habis; sampai besok rangkuman memakai kalimat kunci. LLM_DAILY_TOKENS menaikkannya.',
    lane: (minutes) =>
      `Ada pesan yang menunggu, tetapi sudah ${n(minutes)} menit tidak ada yang terkirim. Apakah layanan pengirim berjalan?`,
    outage: (failing, all) =>
      `${n(failing)} dari ${n(all)} sumber yang dibaca dalam satu jam terakhir gagal. Apakah jaringan berfungsi?`,
    topic: (name, days) =>
      `Topik “${name}” diikuti, tetapi sudah ${n(days)} hari tidak ada artikel baru. Periksa sumbernya di /admin.`,
  },
}
