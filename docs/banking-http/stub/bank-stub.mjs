// A bank of four customers that speaks the Openteller banking contract (../openapi.yml). Node 20 or newer, nothing else:
//
//   node bank-stub.mjs --port 8090 --key demo-key [--secret "at least sixteen characters"]
//
// Everything is in memory and gone when it stops. Each value of the header Openteller-Bank is a bank of its own, as new.
// Read it as an example: `routes` is what a bank has to answer, everything else is what it has to check.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { parseArgs } from "node:util";

const options = parseArgs({
  options: {
    port: { type: "string", default: "8090" },
    key: { type: "string", default: "demo-key" },
    secret: { type: "string", default: "" },
  },
}).values;

const CURRENCY = "EUR";
const SIGNED_WITHIN = 5 * 60_000;
const REF = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}$/;

// ---- Demo data: invented, in whole minor units -------------------------------------------------------------------------

const PEOPLE = [
  ["L-1001", "Ines Valente", "+351 900 000 101", "Porto", "STANDARD", "en"],
  ["L-1002", "Tomas Lindqvist", "+46 700 000 102", "Uppsala", "PREMIUM", "en"],
  ["L-1003", "Ayla Demir", "+49 1500 000103", "Bremen", "STANDARD", "de"],
  ["L-1004", "Marek Nowicki", "+48 500 000 104", "Lublin", "STANDARD", "pl"],
];
const SPENDING = [
  ["Cafe Aurora", -640, "eating out", "CARD"],
  ["Northgate Grocers", -5230, "groceries", "CARD"],
  ["City Tram", -320, "transport", "CARD"],
  ["Bluewater Energy", -7810, "home", "DIRECT_DEBIT"],
  ["Paper & Ink Books", -1895, "shopping", "CARD"],
  ["Rent Hillside 4", -84000, "home", "TRANSFER"],
  ["Salary Harrow Ltd", 231000, "income", "CREDIT"],
  ["Kino Meridian", -1450, "leisure", "CARD"],
];

const money = (minor) => ({ minor, currency: CURRENCY });
const now = () => new Date().toISOString();
const day = (from, days) => new Date(from + days * 86_400_000).toISOString().slice(0, 10);

function newBank() {
  const started = Date.now();
  const customers = new Map();
  for (const [index, [ref, name, mobile, city, tier, language]] of PEOPLE.entries()) {
    const id = ref.slice(2);
    const account = `a-${id}-1`;
    const transactions = Array.from({ length: 48 }, (_, number) => {
      const [merchant, minor, category, kind] = SPENDING[(number + index) % SPENDING.length];
      const postedAt = new Date(started - (number * 36 + 5 + index) * 3_600_000).toISOString();
      return { ref: `t-${id}-${48 - number}`, accountRef: account, postedAt, merchant, amount: money(minor), category, kind, disputed: false };
    });
    customers.set(ref, {
      profile: { name, email: `${name.toLowerCase().replace(" ", ".")}@larkfield.example`, mobile, city, tier, language, customerSince: `20${17 + index}-04-02` },
      accounts: [
        { ref: account, kind: "CURRENT", nickname: "Everyday", last4: `44${10 + index}`, balance: money(184_520 + index * 9_137) },
        { ref: `a-${id}-2`, kind: "SAVINGS", nickname: "Rainy day", last4: `90${10 + index}`, balance: money(1_250_000 - index * 71_300) },
      ],
      transactions,
      cards: [
        { ref: `c-${id}-1`, accountRef: account, kind: "DEBIT", network: "Visa", last4: `22${10 + index}`, status: "ACTIVE" },
        { ref: `c-${id}-2`, accountRef: account, kind: "CREDIT", network: id === "1004" ? "Partner" : "Mastercard", last4: `71${10 + index}`, status: "ACTIVE" },
      ],
      loans: [{ ref: `loan-${id}`, kind: "CAR", outstanding: money(812_000), annualRateBps: 495, instalment: money(24_900), nextDue: day(started, 9 + index) }],
      investments: [{ ref: `inv-${id}`, kind: "FIXED_DEPOSIT", name: "Two-year deposit", value: money(500_000), maturesOn: day(started, 400) }],
      blockings: new Map(),
      disputes: [],
    });
  }
  return { customers, answered: new Map(), nextDispute: 70_001 };
}

const banks = new Map();
const bankOf = (name) => banks.get(name) ?? banks.set(name, newBank()).get(name);

// ---- What the bank answers ---------------------------------------------------------------------------------------------

class Answer {
  constructor(status, body) {
    this.status = status;
    this.body = body;
  }
}
const NOT_FOUND = (what) => new Answer(404, { error: "NOT_FOUND", what });
const BAD_REQUEST = new Answer(400, { error: "BAD_REQUEST" });
const UNAUTHORISED = new Answer(401, { error: "UNAUTHORISED" });

/** Method, path with names in braces, and the work: `call` has bank, customer, customerRef, names, query and json. */
const routes = [
  ["GET", "/health", () => ({ status: "UP" })],
  ["GET", "/customers/{customerRef}", ({ customer }) => ({ profile: customer.profile })],
  ["GET", "/customers/{customerRef}/holdings", ({ customer }) => ({ loans: customer.loans, investments: customer.investments })],
  ["GET", "/customers/{customerRef}/accounts", ({ customer }) => ({ accounts: customer.accounts })],
  ["GET", "/customers/{customerRef}/transactions", transactions],
  ["GET", "/customers/{customerRef}/cards", ({ customer }) => ({ cards: customer.cards })],
  ["POST", "/customers/{customerRef}/cards/{cardRef}/block", block],
  ["GET", "/customers/{customerRef}/disputes", ({ customer }) => ({ disputes: customer.disputes })],
  ["POST", "/customers/{customerRef}/disputes", openDispute],
];

function transactions({ customer, query }) {
  const limit = Number(query.get("limit"));
  const amount = query.get("amountMinor");
  const since = query.get("since");
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) return BAD_REQUEST;
  if (amount !== null && !/^[0-9]{1,16}$/.test(amount)) return BAD_REQUEST;
  if (since !== null && Number.isNaN(Date.parse(since))) return BAD_REQUEST;
  const merchant = (query.get("merchant") ?? "").toLowerCase();
  return {
    transactions: customer.transactions
      .filter((one) => amount === null || Math.abs(one.amount.minor) === Number(amount))
      .filter((one) => one.merchant.toLowerCase().includes(merchant))
      .filter((one) => since === null || Date.parse(one.postedAt) >= Date.parse(since))
      .slice(0, limit),
  };
}

function block({ customer, names, json }) {
  if (Object.keys(json).length > 0) return BAD_REQUEST;
  const card = customer.cards.find((one) => one.ref === names.cardRef);
  if (!card) return NOT_FOUND("CARD");
  if (card.network === "Partner") return new Answer(422, { error: "REFUSED", reason: "This card is a partner's. Please call the number on its back." });
  const before = customer.blockings.get(card.ref);
  const at = before ?? now();
  customer.blockings.set(card.ref, at);
  card.status = "BLOCKED";
  return { blocking: { cardRef: card.ref, at, alreadyBlocked: before !== undefined } };
}

function openDispute({ bank, customer, json }) {
  const { transactionRef, reason, ...more } = json;
  if (!REF.test(String(transactionRef)) || typeof reason !== "string" || reason.length < 1 || reason.length > 1000) return BAD_REQUEST;
  if (Object.keys(more).length > 0) return BAD_REQUEST;
  const payment = customer.transactions.find((one) => one.ref === transactionRef);
  if (!payment) return NOT_FOUND("TRANSACTION");
  let dispute = customer.disputes.find((one) => one.transactionRef === transactionRef);
  if (!dispute) {
    const { merchant, amount } = payment;
    dispute = { reference: `LK-${bank.nextDispute++}`, transactionRef, merchant, amount, openedAt: now(), status: "OPEN" };
    customer.disputes.unshift(dispute);
    payment.disputed = true;
  }
  return { dispute };
}

// ---- What it checks before ---------------------------------------------------------------------------------------------

const same = (left, right) => {
  const [a, b] = [left, right].map((text) => createHash("sha256").update(String(text)).digest());
  return timingSafeEqual(a, b);
};

function signedRightly(request, body) {
  const at = request.headers["openteller-timestamp"] ?? "";
  const lines = ["v1", request.method, request.url, at, request.headers["idempotency-key"] ?? "", createHash("sha256").update(body).digest("hex")];
  const right = `v1=${createHmac("sha256", options.secret).update(lines.join("\n")).digest("hex")}`;
  return Math.abs(Date.now() - Date.parse(at)) <= SIGNED_WITHIN && same(request.headers["openteller-signature"] ?? "", right);
}

function names(pattern, path) {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const found = {};
  for (const [index, part] of wanted.entries()) {
    if (part.startsWith("{")) found[part.slice(1, -1)] = given[index];
    else if (part !== given[index]) return undefined;
  }
  return found;
}

function answer(request, body) {
  const { headers, method } = request;
  if (!same(headers.authorization ?? "", `Bearer ${options.key}`)) return UNAUTHORISED;
  if (options.secret && !signedRightly(request, body)) return UNAUTHORISED;
  const deadline = Date.parse(headers["openteller-deadline"] ?? "");
  const bankName = headers["openteller-bank"] ?? "";
  if (headers["openteller-contract"] !== "1" || Number.isNaN(deadline) || !headers["openteller-trace"]) return BAD_REQUEST;
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(bankName)) return BAD_REQUEST;

  const url = new URL(request.url, "http://stub");
  for (const [wanted, pattern, work] of routes) {
    const found = wanted === method && names(pattern, url.pathname);
    if (!found) continue;
    if (Object.values(found).some((ref) => !REF.test(ref))) return BAD_REQUEST;
    if (pattern === "/health") return new Answer(200, work());
    // Nobody waits any more: better nothing than an effect that nobody hears of.
    if (method === "POST" && deadline < Date.now()) return new Answer(503, { error: "UNAVAILABLE" });
    const bank = bankOf(bankName);
    return method === "POST" ? once(bank, request, body, () => asked(bank, found, url, work, body)) : asked(bank, found, url, work);
  }
  return BAD_REQUEST;
}

function asked(bank, found, url, work, body) {
  const customer = bank.customers.get(found.customerRef);
  if (!customer) return NOT_FOUND("CUSTOMER");
  let json = {};
  if (body) {
    try {
      json = JSON.parse(body.toString("utf8"));
    } catch {
      return BAD_REQUEST;
    }
    if (json === null || typeof json !== "object" || Array.isArray(json)) return BAD_REQUEST;
  }
  const made = work({ bank, customer, names: found, query: url.searchParams, json });
  return made instanceof Answer ? made : new Answer(200, { customerRef: found.customerRef, asOf: now(), ...made });
}

/** The same key and the same request get the same answer; a real bank keeps this in the transaction that has the effect. */
function once(bank, request, body, work) {
  const key = request.headers["idempotency-key"];
  if (!key || key.length > 200) return BAD_REQUEST;
  const print = createHash("sha256").update(`${request.url}\n`).update(body).digest("hex");
  const before = bank.answered.get(key);
  if (before) return before.print === print ? before.answer : new Answer(409, { error: "KEY_REUSED" });
  const made = work();
  // Kept as text: what it answers must not change when the card or the dispute does.
  if (made.status < 500) bank.answered.set(key, { print, answer: new Answer(made.status, JSON.parse(JSON.stringify(made.body))) });
  return made;
}

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    let { status, body } = new Answer(503, { error: "UNAVAILABLE" });
    try {
      ({ status, body } = answer(request, Buffer.concat(parts)));
    } catch (failure) {
      console.error("failed:", failure.message);
    }
    response.writeHead(status, { "Content-Type": "application/json", "Openteller-Contract": "1" });
    response.end(JSON.stringify(body));
  });
});
server.listen(Number(options.port), "127.0.0.1", () => console.log(`bank stub listens at http://127.0.0.1:${server.address().port}`));
