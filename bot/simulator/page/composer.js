// The foot of a pane: write, attach, send a command, answer with a ready-made key; or start, or unblock.

import { makeActor } from "/page/actor.js";
import { makeAttach } from "/page/attach.js";
import { deed } from "/page/deeds.js";
import { button, disclosure, el, iconButton } from "/page/dom.js";
import { icon } from "/page/icons.js";
import { makeInline } from "/page/inline.js";
import { makeOffers } from "/page/offers.js";
import { messagesOf, state } from "/page/state.js";

const LONGEST = 4096;
const TALLEST = 180;

export function makeComposer(pane) {
  const parts = { pane, target: null, drawn: "" };
  parts.text = el("textarea", { rows: "1", placeholder: "Meddelande", "aria-label": "Skriv ett meddelande" });
  parts.context = el("div", { class: "context", hidden: true });
  parts.hint = el("p", { class: "hint", role: "status" });
  parts.offers = makeOffers(pane);
  parts.instead = el("div", { class: "instead", hidden: true });
  parts.actor = makeActor(pane);
  parts.inline = makeInline(pane, () => put(parts, ""));
  parts.form = form(parts);
  wireText(parts);
  return {
    node: el("footer", { class: "composer" }, parts.actor.node, parts.context, parts.instead, ...parts.offers.nodes, parts.inline.node, parts.form),
    draw: (chat, viewer) => drawFoot(parts, chat, viewer),
    replyTo: (message) => aim(parts, { kind: "reply", message }),
    focus: () => parts.text.focus(),
    put: (text) => put(parts, text),
  };
}

function form(parts) {
  const send = el("button", { type: "submit", class: "round send", "aria-label": "Skicka", title: "Skicka" }, icon("send"));
  const node = el("form", { class: "write", onsubmit: (event) => { event.preventDefault(); submit(parts); } },
    commandMenu(parts), makeAttach(parts.pane, { editLast: () => editLast(parts), put: (text) => put(parts, text) }),
    el("div", { class: "text-box" }, parts.text, parts.hint), send);
  return node;
}

function wireText(parts) {
  const { text } = parts;
  text.addEventListener("input", () => fit(parts));
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); submit(parts); }
    if (event.key === "ArrowUp" && text.value === "") { event.preventDefault(); editLast(parts); }
    if (event.key === "Escape" && parts.target) aim(parts, null);
  });
}

function put(parts, text) {
  parts.text.value = text;
  parts.text.focus();
  fit(parts);
}

function fit(parts) {
  const { text, hint } = parts;
  text.style.height = "auto";
  text.style.overflowY = text.scrollHeight > TALLEST ? "auto" : "hidden";
  text.style.height = `${Math.min(text.scrollHeight, TALLEST)}px`;
  parts.inline.ask(text.value);
  const pieces = Math.ceil(text.value.length / LONGEST);
  hint.textContent = pieces > 1 ? `Långt: skickas som ${pieces} meddelanden.` : "";
}

async function submit(parts) {
  const { pane, text, target } = parts;
  const written = text.value;
  if (!written.trim() || parts.inline.take()) return;
  const where = { as: pane.viewer(), chat: pane.chatId, text: written };
  pane.history.unmark();
  const sent = target?.kind === "edit"
    ? await deed("edits", { ...where, message: target.message.id })
    : await deed("writes", { ...where, reply_to: target?.message.id });
  if (!sent) return;
  text.value = "";
  aim(parts, null);
  pane.history.toEnd();
}

function editLast(parts) {
  const { pane } = parts;
  const own = messagesOf(pane.chatId).filter((message) =>
    message.from.id === pane.viewer() && message.kind === "text" && !message.deleted);
  if (own.length > 0) aim(parts, { kind: "edit", message: own[own.length - 1] });
}

// What the next message is about: an answer, a change of something sent, or nothing special.
function aim(parts, target) {
  const leaving = parts.target?.kind === "edit" && target === null;
  parts.target = target;
  parts.context.hidden = target === null;
  if (target?.kind === "edit") parts.text.value = target.message.text;
  if (leaving) parts.text.value = "";
  if (target) {
    parts.context.replaceChildren(
      icon(target.kind), el("span", {}, el("strong", {}, TITLES[target.kind](target.message)), target.message.text.split("\n")[0]),
      iconButton(icon("close"), "Ångra", () => aim(parts, null), { class: "round" }));
    parts.text.focus();
  }
  fit(parts);
}

const TITLES = { edit: () => "Ändra meddelandet", reply: (message) => `Svar till ${message.from.name}` };

function commandMenu(parts) {
  const list = el("div", { class: "card popup commands", hidden: true });
  const opener = iconButton(icon("commands"), "Kommandon", null, { class: "round" });
  const fill = () => {
    const chat = state.chats.get(parts.pane.chatId);
    list.replaceChildren(...(chat.commands[parts.pane.viewer()] ?? []).map((command) =>
      button([el("strong", {}, `/${command.command}`), el("span", {}, command.description)], () => {
        fold.close(true);
        deed("writes", { as: parts.pane.viewer(), chat: chat.id, text: `/${command.command}` });
      })));
  };
  const fold = disclosure(opener, list, { onopen: fill });
  parts.commandBox = el("div", { class: "menu-box" }, opener, list);
  return parts.commandBox;
}

function drawFoot(parts, chat, viewer) {
  parts.commandBox.hidden = (chat.commands[viewer] ?? []).length === 0;
  parts.actor.draw(chat, viewer);
  parts.offers.draw(chat);
  const notice = noticeFor(parts, chat, viewer);
  const print = JSON.stringify([notice?.print, viewer]);
  if (print === parts.drawn) return;
  parts.drawn = print;
  const stoodHere = parts.instead.contains(document.activeElement);
  parts.instead.hidden = notice === null;
  parts.instead.replaceChildren(...(notice?.nodes() ?? []));
  parts.form.hidden = notice !== null && chat.private;
  if (stoodHere) (parts.form.hidden ? parts.instead.querySelector("button") : parts.text)?.focus();
}

function noticeFor({ pane }, chat, viewer) {
  if (!chat.private) return chat.botIn ? null : outsideNotice(chat, viewer);
  if (chat.blocked) return blockedNotice(chat);
  return chat.started ? null : startNotice(pane, chat);
}

function startNotice(pane, chat) {
  const link = state.people.get(chat.id)?.startLink ?? null;
  const go = () => deed("starts", { as: chat.id, parameter: link ?? "" });
  return { print: ["start", link, chat.description], nodes: () => [
    el("img", { src: "/page/icon.svg", alt: "", width: "72", height: "72" }),
    el("p", { class: "about" }, el("strong", {}, `Vad kan ${state.bot.name} göra?`), chat.description || "Tryck på Starta för att börja."),
    link && el("p", { class: "hint" }, "En inbjudan väntar. Den följer med när du startar."),
    button("Starta", go, { class: "primary wide" })].filter(Boolean) };
}

function blockedNotice(chat) {
  return { print: "blocked", nodes: () => [el("p", {}, "Boten är blockerad. Inget når fram."),
    button("Häv blockeringen", () => deed("unblocks", { as: chat.id }), { class: "primary wide" })] };
}

function outsideNotice(chat, viewer) {
  return { print: "outside", nodes: () => [el("p", {}, `${state.bot.name} är inte med i gruppen.`),
    button("Lägg till boten", () => deed("adds_bot", { as: viewer, chat: chat.id }), { class: "primary wide" })] };
}
