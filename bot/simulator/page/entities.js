// A text and its entities (UTF-16 offsets, as JavaScript counts too) become bold, links and quotes.

import { button, el } from "/page/dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

const FOLDED_LINES = 3;

// hooks: { startLink(parameter), command(text), bot }; what a tap on a link or a command does.
export function rich(text, entities, hooks) {
  const inOrder = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return span(text, 0, text.length, inOrder, hooks);
}

function span(text, from, to, entities, hooks) {
  const nodes = [];
  let at = from;
  let rest = entities.filter((entity) => entity.offset >= from && entity.offset < to);
  while (rest.length > 0) {
    const [first, ...others] = rest;
    const end = Math.min(to, first.offset + first.length);
    if (first.offset > at) nodes.push(text.slice(at, first.offset));
    const inner = span(text, first.offset, end, others, hooks);
    nodes.push(dressed(first, text.slice(first.offset, end), inner, hooks));
    at = end;
    rest = others.filter((entity) => entity.offset >= end);
  }
  if (at < to) nodes.push(text.slice(at, to));
  return nodes;
}

function dressed(entity, written, inner, hooks) {
  switch (entity.type) {
    case "pre": return el("pre", {}, el("code", {}, inner));
    case "spoiler": return spoiler(inner);
    case "text_link": return link(entity.url, inner, hooks);
    case "url": return link(withScheme(written), inner, hooks);
    case "email": return el("a", { href: `mailto:${written}` }, inner);
    case "phone_number": return el("a", { href: `tel:${written.replace(/[^+\d]/g, "")}` }, inner);
    case "bot_command": return button(inner, () => hooks.command(written), { class: "inline-link" });
    case "mention": case "hashtag": case "text_mention": return el("span", { class: "mention" }, inner);
    case "expandable_blockquote": return folded(written, inner);
    case "date_time": return el("span", { class: "date-time" }, inner);
    default: return TAGS[entity.type] ? el(TAGS[entity.type], {}, inner) : el("span", {}, inner);
  }
}

function withScheme(written) {
  return /^[a-z][a-z0-9+.-]*:/i.test(written) ? written : `https://${written}`;
}

// Only the web, mail and telephone are followed; anything else a message names stays a text.
function link(address, inner, hooks) {
  const parameter = startParameter(address, hooks.bot);
  if (parameter !== null) {
    return button(inner, () => hooks.startLink(parameter), { class: "inline-link" });
  }
  if (!isOpenable(address)) return el("span", {}, inner);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, inner);
}

export function isOpenable(address) {
  return /^(https?:\/\/|mailto:|tel:)/i.test(address);
}

// The parameter of a link to this bot's own private chat, or null for any other link.
export function startParameter(address, bot) {
  const parts = /^(?:https?:\/\/)?(?:t|telegram)\.me\/([A-Za-z0-9_]+)(?:\?(.*))?$/i.exec(address ?? "");
  if (!parts || parts[1].toLowerCase() !== bot.username.toLowerCase()) return null;
  return new URLSearchParams(parts[2] ?? "").get("start") ?? "";
}

function spoiler(inner) {
  const node = button(inner, () => node.classList.add("shown"), { class: "spoiler" });
  return node;
}

function folded(written, inner) {
  const lines = written.split("\n").length;
  const quote = el("blockquote", {}, inner);
  if (lines <= FOLDED_LINES && written.length < 160) return quote;
  const opener = button("", () => fold(!quote.classList.contains("folded")), { class: "unfold" });
  const fold = (shut) => {
    quote.classList.toggle("folded", shut);
    opener.setAttribute("aria-expanded", String(!shut));
    opener.textContent = shut ? `Visa allt (${lines} rader)` : "Visa mindre";
  };
  fold(true);
  return el("div", { class: "foldable" }, quote, opener);
}
