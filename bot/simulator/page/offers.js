// What stands ready above the writing field: the bot's own reply keys, and a link that waits.

import { deed } from "/page/deeds.js";
import { button, el } from "/page/dom.js";
import { icon } from "/page/icons.js";
import { messagesOf, state } from "/page/state.js";

export function makeOffers(pane) {
  const keys = el("div", { class: "ready-keys", role: "group", "aria-label": "Svarsknappar", hidden: true });
  const link = el("div", { class: "waiting-link", hidden: true });
  return { nodes: [link, keys], draw: (chat) => { drawKeys(keys, pane, chat); drawLink(link, chat); } };
}

function drawKeys(node, pane, chat) {
  const print = JSON.stringify(chat.readyKeys);
  if (node.dataset.print === print) return;
  node.dataset.print = print;
  node.hidden = chat.readyKeys.length === 0;
  node.replaceChildren(...chat.readyKeys.map((row) => el("div", { class: "key-row" },
    row.map((key) => button(key.text, () => answer(pane, key), { class: "key" })))));
}

function answer(pane, key) {
  const where = { as: pane.viewer(), chat: pane.chatId };
  return key.contact ? deed("sends", { ...where, kind: "contact" }) : deed("writes", { ...where, text: key.text });
}

// A link that arrives after the person has started is offered until it has been followed.
function drawLink(node, chat) {
  const parameter = state.people.get(chat.id)?.startLink ?? null;
  const used = messagesOf(chat.id).some((message) => message.text === `/start ${parameter}`);
  node.hidden = !chat.private || !chat.started || chat.blocked || parameter === null || used;
  if (node.hidden || node.dataset.parameter === parameter) return;
  node.dataset.parameter = parameter;
  node.replaceChildren(button([icon("out"), "Öppna länken som väntar"], () => deed("starts", { as: chat.id, parameter })));
}
