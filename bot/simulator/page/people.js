// Which chats are before the visitor: tabs on a phone, switches on a wide screen.

import { deed } from "/page/deeds.js";
import { byId, disclosure, el, hidden } from "/page/dom.js";
import { icon } from "/page/icons.js";
import { initials } from "/page/panehead.js";
import { hueOf, state, viewerIn } from "/page/state.js";
import { count } from "/page/swedish.js";

const PANE_WIDTH = 330;
const MOST_AT_FIRST = 5;
const narrow = window.matchMedia("(max-width: 719px)");

export const isPhone = () => narrow.matches;
export const onPhoneChange = (listener) => narrow.addEventListener("change", listener);

export const shown = new Set();
let current = null;

export function makePeople({ onchange }) {
  const row = byId("people");
  row.addEventListener("keydown", (event) => walk(row, event));
  wireAdding();
  return {
    draw: () => drawChips(row, onchange),
    show: (id) => { shown.add(id); current = id; onchange(id); },
    hide: (id) => { shown.delete(id); onchange(null); },
    isVisible: (id) => (isPhone() ? id === current : shown.has(id)),
    chooseFirst,
  };
}

// At first: as many chats as fit, always with the first group among them.
function chooseFirst() {
  const chats = ordered();
  const room = Math.max(2, Math.min(MOST_AT_FIRST, Math.floor(window.innerWidth / PANE_WIDTH)));
  const group = chats.find((chat) => !chat.private);
  const people = chats.filter((chat) => chat.private).slice(0, group ? room - 1 : room);
  for (const chat of [...people, group].filter(Boolean)) shown.add(chat.id);
  current ??= chats[0]?.id ?? null;
}

export function ordered() {
  const chats = [...state.chats.values()].filter((chat) => !chat.moved);
  return [...chats.filter((chat) => chat.private), ...chats.filter((chat) => !chat.private)];
}

function drawChips(row, onchange) {
  const print = JSON.stringify([isPhone(), current, [...shown], ordered().map((chat) => [chat.id, chat.title, chat.blocked, unreadIn(chat)])]);
  if (row.dataset.print === print) return;
  row.dataset.print = print;
  row.setAttribute("role", isPhone() ? "tablist" : "group");
  row.setAttribute("aria-label", "Personer och grupper");
  const focused = row.contains(document.activeElement) ? document.activeElement.dataset.chat : null;
  row.replaceChildren(...ordered().map((chat) => chip(chat, onchange)));
  if (focused) row.querySelector(`[data-chat="${focused}"]`)?.focus();
}

function chip(chat, onchange) {
  const unread = unreadIn(chat);
  const attributes = isPhone()
    ? { role: "tab", "aria-selected": String(chat.id === current), tabindex: chat.id === current ? "0" : "-1" }
    : { "aria-pressed": String(shown.has(chat.id)) };
  return el("button", { type: "button", class: "chip", "aria-controls": `pane${chat.id}`, ...attributes, data: { chat: chat.id }, onclick: () => choose(chat.id, onchange) },
    el("span", { class: "avatar small", "aria-hidden": "true", data: { hue: chat.private ? hueOf(chat.id) : 6 } }, chat.private ? initials(chat.title) : icon("group")),
    el("span", { class: "chip-name" }, chat.private ? state.people.get(chat.id).first : chat.title),
    chat.blocked && hidden("(har blockerat boten)"),
    unread > 0 && el("span", { class: "badge" }, el("span", { "aria-hidden": "true" }, String(unread)), hidden(count(unread, "nytt meddelande", "nya meddelanden"))));
}

const unreadIn = (chat) => chat.unread[viewerIn(chat)] ?? 0;

function choose(id, onchange) {
  if (isPhone()) current = id;
  else if (!shown.delete(id)) shown.add(id);
  if (isPhone()) shown.add(id);
  onchange(null);
}

function walk(row, event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const chips = [...row.querySelectorAll(".chip")];
  const at = chips.indexOf(document.activeElement);
  if (!step || at < 0) return;
  event.preventDefault();
  const next = chips[(at + step + chips.length) % chips.length];
  next.focus();
  if (isPhone()) next.click();
}

function wireAdding() {
  const form = byId("add-form");
  const fold = disclosure(byId("add-person"), form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form));
    if (!(await deed("adds_person", fields))) return;
    form.reset();
    fold.close(true);
  });
}
