// One chat as one person has it before them: head, history, answers to taps, and what they can do.

import { makeComposer } from "/page/composer.js";
import { deed, tell } from "/page/deeds.js";
import { el } from "/page/dom.js";
import { isOpenable, startParameter } from "/page/entities.js";
import { makeHistory } from "/page/history.js";
import { makeHead } from "/page/panehead.js";
import { messagesOf, state, viewerIn } from "/page/state.js";
import { makeToast } from "/page/toast.js";

// world: { open(chatId) } lets a pane ask for another pane to be shown.
export function makePane(chatId, world) {
  const pane = { chatId, world, unread: 0 };
  pane.viewer = () => viewerOf(pane);
  pane.history = makeHistory("Meddelanden", (message) => viewOf(pane, message));
  pane.head = makeHead(pane);
  pane.pinned = el("div", { class: "pinned-line", hidden: true });
  pane.toast = makeToast();
  pane.composer = makeComposer(pane);
  pane.node = el("section", { class: "pane", id: `pane${chatId}`, data: { chat: chatId }, tabindex: "-1" },
    pane.head.node, pane.pinned, pane.history.node, pane.toast.node, pane.composer.node);
  for (const sign of ["focusin", "pointerdown", "pointerenter"]) {
    pane.node.addEventListener(sign, () => lookAt(pane));
  }
  return Object.assign(pane, { draw: () => draw(pane), redrawAll: () => redrawAll(pane) });
}

const viewerOf = (pane) => viewerIn(state.chats.get(pane.chatId));

function draw(pane) {
  const chat = state.chats.get(pane.chatId);
  const viewer = viewerOf(pane);
  pane.node.setAttribute("aria-label", chat.private ? `${chat.title} och ${state.bot.name}` : `Gruppen ${chat.title}`);
  pane.history.draw(pane.chatId, viewer);
  pane.head.draw(chat);
  pane.composer.draw(chat, viewer);
  pane.node.classList.toggle("unstarted", chat.private && !chat.started && !chat.blocked);
  drawPinned(pane, chat);
  notice(pane, chat.unread[viewer] ?? 0);
}

function redrawAll(pane) {
  pane.history.clear();
  pane.unread = 0;
  draw(pane);
  pane.history.toEnd();
}

// A pane somebody is looking at is read at once; another keeps its mark until it is looked at.
function notice(pane, unread) {
  if (unread > 0 && pane.unread === 0) markFirstNew(pane, unread);
  pane.unread = unread;
  if (unread > 0 && isLookedAt(pane)) lookAt(pane);
}

function markFirstNew(pane, unread) {
  if (isLookedAt(pane)) return;
  const incoming = messagesOf(pane.chatId).filter((message) => message.from.id !== viewerOf(pane) && !message.deleted);
  const first = incoming[incoming.length - unread];
  if (first) pane.history.markNew(first.id);
}

function isLookedAt(pane) {
  if (document.hidden || pane.node.hidden) return false;
  return pane.world.isPhone() || pane.node.matches(":hover") || pane.node.contains(document.activeElement);
}

function lookAt(pane) {
  if (pane.unread === 0) return;
  pane.unread = 0;
  deed("reads", { as: viewerOf(pane), chat: pane.chatId });
}

function drawPinned(pane, chat) {
  const message = chat.pinned && state.messages.get(chat.id)?.get(chat.pinned);
  pane.pinned.hidden = !message;
  if (!message) return;
  const go = el("button", { type: "button", onclick: () => pane.history.show(message.id) },
    el("strong", {}, "Fäst meddelande"), el("span", {}, message.text.split("\n")[0]));
  pane.pinned.replaceChildren(go);
}

function viewOf(pane, message) {
  const chat = state.chats.get(pane.chatId);
  return { message, viewer: viewerOf(pane), group: !chat.private, hooks: hooksOf(pane) };
}

function hooksOf(pane) {
  return {
    bot: state.bot,
    find: (id) => state.messages.get(pane.chatId)?.get(id),
    startLink: (parameter) => start(pane, parameter),
    command: (text) => deed("writes", { as: viewerOf(pane), chat: pane.chatId, text }),
    reply: (message) => pane.composer.replyTo(message),
    tap: (message, row, column, key) => tap(pane, message, row, column, key),
  };
}

async function start(pane, parameter) {
  const person = viewerOf(pane);
  if (await deed("starts", { as: person, parameter })) pane.world.open(person);
}

async function tap(pane, message, row, column, key) {
  const as = viewerOf(pane);
  pane.history.unmark();
  pane.world.expect(as);
  const done = await deed("taps", { as, chat: pane.chatId, message: message.id, row, column });
  if (!done) return;
  if (key.kind === "url") followed(pane, as, key.url);
  if (key.kind === "copy") copied(key.copy);
  if (key.kind === "share") pane.composer.put(`@${state.bot.username} ${key.share}`);
}

function followed(pane, as, address) {
  if (startParameter(address, state.bot) !== null) pane.world.open(as);
  else if (isOpenable(address)) window.open(address, "_blank", "noopener,noreferrer");
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(`Kopierat: ${text}`);
  } catch {
    tell(`Att kopiera: ${text}`);
  }
}
