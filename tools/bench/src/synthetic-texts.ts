/**
 * Returns a generator of pseudo-random integers below a limit (mulberry32). The same seed makes the
 * same sequence.
 */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) % limit;
  };
}

const SUBJECTS =
  "Order|Account|Balance|Deposit|Withdrawal|Transfer|Payment|Refund|Invoice|Session|Signature|Address|Asset|Market|Position|Quota|Price|Quantity|Beneficiary|Subscription|Webhook|Certificate|Device|Document|Currency|Network|Wallet|Batch|Report|Statement|Margin|Collateral|Voucher|Mandate|Schedule|Limit|Card|Merchant|Terminal|Dispute|Payout".split(
    "|",
  );
const FAULTS =
  "not found|has expired|is not active|was rejected|is too large|is too small|is not supported|is not allowed|is locked|is missing|is out of range|is not verified|failed|timed out|was cancelled|is closed|is under review|is already in use|cannot be changed|has no owner|is malformed|is suspended|is insufficient|was duplicated|is not yet open|needs approval|is not reachable|exceeds its limit|is frozen".split(
    "|",
  );
const CIRCUMSTANCES =
  "for this user|in this region|at this time|for this product|by the risk desk|on this network|during maintenance|in the current state|under this plan|after the cut-off|by the provider|for the given period|in this environment|on a holiday|for this venue|by its owner|with this key|in test mode|before settlement|since the last update|within this group|on this channel|for this instrument|by the custodian|without a mandate|in this currency|on this device|through this route|for this side|in this session|beyond the allowance|by the counterparty".split(
    "|",
  );

/** The number of different phrases; further ones contain a number. */
const PHRASES = SUBJECTS.length * FAULTS.length * CIRCUMSTANCES.length;

/**
 * Returns the words of an error's message: different for each number, and for neighbors from the
 * start.
 */
export function phrase(number: number): string {
  const subject = SUBJECTS[number % SUBJECTS.length];
  const fault = FAULTS[Math.floor(number / SUBJECTS.length) % FAULTS.length];
  const place = Math.floor(number / (SUBJECTS.length * FAULTS.length)) % CIRCUMSTANCES.length;
  const round = Math.floor(number / PHRASES);
  const tier = round === 0 ? "" : ` at tier ${round}`;
  return `${subject} ${fault} ${CIRCUMSTANCES[place]}${tier}`;
}

/** Words of languages in eleven scripts, the source language first. */
const WORDS: Readonly<Record<string, string>> = {
  en: "request order account balance refused missing expired",
  "zh-Hans": "订单 账户 余额 请求 无效 不足 过期",
  "zh-Hant": "訂單 帳戶 餘額 請求 無效 不足 過期",
  ja: "注文 口座 残高 リクエスト 無効 不足 期限切れ",
  ko: "주문 계좌 잔액 요청 무효 부족 만료",
  de: "Auftrag Konto Guthaben Anfrage abgelehnt fehlt abgelaufen",
  fr: "ordre compte solde demande refusé manquant expiré",
  es: "orden cuenta saldo solicitud rechazado falta caducado",
  "pt-BR": "ordem conta saldo pedido recusado falta expirado",
  it: "ordine conto saldo richiesta rifiutato mancante scaduto",
  ru: "заявка счёт баланс запрос отклонён отсутствует истёк",
  uk: "заявка рахунок баланс запит відхилено відсутній минув",
  bg: "поръчка сметка баланс заявка отказано липсва изтекло",
  el: "εντολή λογαριασμός υπόλοιπο αίτημα απορρίφθηκε λείπει έληξε",
  ar: "أمر حساب رصيد طلب مرفوض مفقود منتهي",
  he: "הזמנה חשבון יתרה בקשה נדחה חסר פג",
  hi: "आदेश खाता शेष अनुरोध अस्वीकृत अनुपस्थित समाप्त",
  th: "คำสั่ง บัญชี ยอด คำขอ ปฏิเสธ ขาด หมดอายุ",
  nl: "opdracht rekening saldo verzoek geweigerd ontbreekt verlopen",
  pl: "zlecenie konto saldo żądanie odrzucone brakuje wygasło",
  cs: "příkaz účet zůstatek žádost zamítnuto chybí vypršelo",
  sv: "order konto saldo begäran avvisad saknas utgången",
  da: "ordre konto saldo anmodning afvist mangler udløbet",
  fi: "toimeksianto tili saldo pyyntö hylätty puuttuu vanhentunut",
  nb: "ordre konto saldo forespørsel avvist mangler utløpt",
  tr: "emir hesap bakiye istek reddedildi eksik doldu",
  vi: "lệnh tài khoản số dư yêu cầu từ chối thiếu hết hạn",
  id: "pesanan akun saldo permintaan ditolak hilang kedaluwarsa",
  ro: "ordin cont sold cerere respins lipsește expirat",
  hu: "megbízás számla egyenleg kérés elutasítva hiányzik lejárt",
};

/** The tags of the synthetic locales, the source first. */
export const TAGS: readonly string[] = Object.keys(WORDS);

/**
 * Makes an entry's text in a language: some words, each param, and the number that identifies it.
 */
export function localText(tag: string, number: number, params: readonly string[]): string {
  const words = (WORDS[tag] ?? "").split(" ");
  const [one, two] = [words[number % 4], words[4 + (number % 3)]];
  // A rule forbids spaces around Latin words in Japanese.
  const space = tag === "ja" ? "" : " ";
  return [
    one,
    two,
    ...params.map((param) => `{${param}}${space}${words[number % 2]}`),
    number,
  ].join(space);
}
