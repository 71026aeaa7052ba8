// The head of a pane: whose it is, what stands, who acts in a group, and the switches.

import { deed } from "/page/deeds.js";
import { button, disclosure, el, iconButton } from "/page/dom.js";
import { icon } from "/page/icons.js";
import { hueOf, state } from "/page/state.js";
import { count } from "/page/swedish.js";

const TYPING_SHOWN = 5000;

export function makeHead(pane) {
  const parts = {
    avatar: el("span", { class: "avatar", "aria-hidden": "true" }),
    name: el("h2", {}),
    under: el("p", { class: "under" }),
    menu: el("div", { class: "card popup menu", hidden: true }),
    typing: 0,
  };
  const opener = iconButton(icon("dots"), "Mer", null, { class: "round" });
  const fold = disclosure(opener, parts.menu, { onopen: () => fillMenu(parts, pane, fold) });
  const node = el("header", { class: "pane-head" }, parts.avatar,
    el("div", { class: "who" }, parts.name, parts.under),
    el("div", { class: "menu-box" }, opener, parts.menu));
  return {
    node,
    draw: (chat) => drawHead(parts, chat),
    typing: () => showTyping(parts, pane),
    spoke: () => { parts.typing = 0; },
  };
}

function drawHead(parts, chat) {
  parts.avatar.replaceChildren(chat.private ? initials(chat.title) : icon("group"));
  parts.avatar.dataset.hue = String(chat.private ? hueOf(chat.id) : 6);
  parts.name.textContent = chat.title;
  if (Date.now() > parts.typing) parts.under.textContent = underLine(chat);
}

export function initials(name) {
  return name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toLocaleUpperCase("sv")).join("");
}

function underLine(chat) {
  if (!chat.private) return count(chat.members.length, "medlem", "medlemmar") + (chat.botIn ? " och boten" : "");
  if (chat.blocked) return "har blockerat boten";
  return chat.started ? `samtal med ${state.bot.name}` : "har inte startat boten";
}

function showTyping(parts, pane) {
  parts.typing = Date.now() + TYPING_SHOWN;
  parts.under.textContent = `${state.bot.name} skriver …`;
  setTimeout(() => { if (Date.now() >= parts.typing) pane.draw(); }, TYPING_SHOWN + 50);
}

function fillMenu(parts, pane, fold) {
  const chat = state.chats.get(pane.chatId);
  const done = (work) => () => { fold.close(true); work(); };
  const rows = chat.private ? privateRows(chat, done) : groupRows(pane, chat, done);
  parts.menu.replaceChildren(...rows,
    el("a", { href: `/page/transcript?chat=${chat.id}`, download: true }, icon("download"), "Ladda ner samtalet"),
    button([icon("close"), "Dölj samtalet"], done(() => pane.world.hide(pane.chatId))));
}

function privateRows(chat, done) {
  const flip = done(() => deed(chat.blocked ? "unblocks" : "blocks", { as: chat.id }));
  return [button([el("span", { class: "switch", "aria-hidden": "true" }), "Blockera boten"], flip,
    { role: "switch", "aria-checked": String(chat.blocked), class: "switch-row" })];
}

function groupRows(pane, chat, done) {
  const as = pane.viewer();
  const outside = [...state.people.values()].filter((person) => !chat.members.includes(person.id));
  const rows = [chat.botIn
    ? button([icon("close"), "Ta bort boten ur gruppen"], done(() => deed("removes_bot", { as, chat: chat.id })))
    : button([icon("group"), "Lägg till boten"], done(() => deed("adds_bot", { as, chat: chat.id })))];
  if (state.can.joins) {
    rows.push(...outside.map((person) => button([icon("contact"), `Ta in ${person.name}`],
      done(() => deed("joins", { as: person.id, chat: chat.id })))));
  }
  return rows;
}
