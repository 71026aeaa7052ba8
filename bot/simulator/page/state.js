// What the page knows of the world: filled by the server's events, read by everything that draws.

export const state = {
  bot: { name: "", username: "" },
  people: new Map(),
  chats: new Map(),
  messages: new Map(),
  calls: [],
  upcoming: [],
  can: {},
  texts: [],
};

const KEPT_CALLS = 300;
const listeners = new Map();
let clockAhead = 0;
let clockRuns = true;
let stoodAt = 0;

export function on(kind, listener) {
  listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
}

function announce(kind, news) {
  for (const listener of listeners.get(kind) ?? []) listener(news);
}

export function now() {
  return new Date(clockRuns ? Date.now() + clockAhead : stoodAt);
}

function setClock(news) {
  stoodAt = Date.parse(news.now);
  clockAhead = stoodAt - Date.now();
  clockRuns = news.runs ?? clockRuns;
}

// One of six colours, so that neighbours differ.
export const hueOf = (id) => Math.max(0, [...state.people.keys(), ...state.chats.keys()].indexOf(id)) % 6;

// As whom the visitor acts in each group.
export const acting = new Map();

export function viewerIn(chat) {
  if (chat.private) return chat.id;
  const chosen = acting.get(chat.id);
  return chat.members.includes(chosen) ? chosen : chat.members[0] ?? null;
}

export const messagesOf = (chatId) => [...(state.messages.get(chatId)?.values() ?? [])];

const take = {
  snapshot(news) {
    state.bot = news.bot;
    state.can = news.can;
    state.texts = news.texts;
    state.people = new Map(news.people.map((person) => [person.id, person]));
    state.chats = new Map(news.chats.map((chat) => [chat.id, chat]));
    state.messages = new Map(news.chats.map((chat) => [chat.id, byNumber(news.messages[chat.id] ?? [])]));
    state.calls = news.calls;
    state.upcoming = news.upcoming;
  },
  person(news) { state.people.set(news.person.id, news.person); },
  chat(news) { state.chats.set(news.chat.id, news.chat); },
  message(news) {
    const known = state.messages.get(news.chat) ?? new Map();
    known.set(news.message.id, news.message);
    state.messages.set(news.chat, known);
  },
  calls(news) { state.calls = news.calls; },
  call(news) { state.calls = [...state.calls, news.call].slice(-KEPT_CALLS); },
  upcoming(news) { state.upcoming = news.upcoming; },
};

const byNumber = (messages) => new Map(messages.map((message) => [message.id, message]));

export function receive(kind, news) {
  setClock(news);
  take[kind]?.(news);
  announce(kind, news);
}
