// Inline mode: the bot's name and some words in the writing field bring a list of cards to post.

import { deed } from "/page/deeds.js";
import { button, el } from "/page/dom.js";
import { on, state } from "/page/state.js";

const PAUSE = 250;

export function makeInline(pane, clear) {
  const node = el("div", { class: "inline-cards", role: "group", "aria-label": "Kort att dela", hidden: true });
  const parts = { pane, node, clear, waiting: 0, offered: null, asks: false };
  on("offered", (news) => offered(parts, news));
  return { node, ask: (text) => ask(parts, text), take: () => take(parts) };
}

// Asks when the writer pauses; another text than one for the bot puts the list away.
function ask(parts, text) {
  const name = `@${state.bot.username}`;
  clearTimeout(parts.waiting);
  parts.asks = text === name || text.startsWith(`${name} `);
  if (!parts.asks) { hide(parts); return; }
  parts.waiting = setTimeout(() => deed("inquires", {
    as: parts.pane.viewer(), chat: parts.pane.chatId, text: text.slice(name.length).trim(),
  }), PAUSE);
}

function offered(parts, news) {
  if (!parts.asks || news.chat !== parts.pane.chatId || news.as !== parts.pane.viewer()) return;
  parts.offered = news;
  parts.node.hidden = false;
  parts.node.replaceChildren(
    ...[news.button && button(news.button, () => done(parts, "opens", {}))].filter(Boolean),
    ...news.cards.map((card) => button([el("strong", {}, card.title), el("span", {}, card.about)],
      () => done(parts, "picks", { name: card.name }))));
}

// Enter posts the first card; nobody sends the bot's name as a message by mistake.
function take(parts) {
  if (!parts.asks) return false;
  const first = parts.offered?.cards[0];
  if (first) done(parts, "picks", { name: first.name });
  return true;
}

async function done(parts, name, fields) {
  const where = { as: parts.pane.viewer(), query: parts.offered.query };
  if (await deed(name, { ...where, ...fields })) parts.clear();
}

function hide(parts) {
  parts.offered = null;
  parts.node.hidden = true;
  parts.node.replaceChildren();
}
