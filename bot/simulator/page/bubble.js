// One message as it stands in a chat: bubble, attachments, keyboard, marks.

import { button, el, hidden } from "/page/dom.js";
import { rich } from "/page/entities.js";
import { icon } from "/page/icons.js";
import { hueOf } from "/page/state.js";
import { fileSize, time } from "/page/swedish.js";

const KINDS = {
  sticker: "Klistermärke", voice: "Röstmeddelande", video: "Video", audio: "Ljudfil",
  location: "Plats", venue: "Plats", contact: "Kontakt", poll: "Omröstning", dice: "Tärning",
};

// view: { message, viewer, group, hooks }
export function bubble(view) {
  const { message } = view;
  if (message.service) return serviceLine(message);
  if (message.deleted) return goneLine(message);
  return el("article", {
    class: `message ${side(view)}`, tabindex: "-1",
    "aria-label": `${message.from.name}, ${time(new Date(message.at))}`,
    data: { message: message.id },
  }, speech(view), keyboard(view));
}

function side({ message, viewer }) {
  if (message.from.bot) return "from-bot";
  return message.from.id === viewer ? "mine" : "from-other";
}

function serviceLine(message) {
  const said = DEEDS[message.service] ?? (() => "Något ändrades i gruppen");
  return el("p", { class: "service", data: { message: message.id } }, said(message));
}

const DEEDS = {
  new_chat_members: ({ from, names }) => `${from.name} tog in ${names.join(", ")}`,
  left_chat_member: ({ from, names }) => `${from.name} tog bort ${names.join(", ")}`,
  pinned_message: ({ from }) => `${from.name} fäste ett meddelande`,
  migrate_to_chat_id: () => "Gruppen blev en supergrupp",
  migrate_from_chat_id: () => "Gruppen blev en supergrupp",
};

function goneLine(message) {
  const who = message.from.bot ? "Boten" : message.from.name;
  return el("p", { class: "service gone", data: { message: message.id } }, `${who} tog bort ett meddelande`);
}

function speech(view) {
  const { message, group, hooks } = view;
  return el("div", { class: "bubble" },
    group && side(view) !== "mine" && el("p", { class: "author", data: { hue: hueOf(message.from.id) } }, message.from.name),
    message.via && el("p", { class: "via" }, `genom @${message.via}`),
    answered(view), attachment(message),
    message.text && el("div", { class: "text" }, rich(written(message.text), message.entities, hooks)),
    marks(view));
}

// Telegram's own clients show the word and keep what a link carries to themselves.
function written(text) {
  return text.startsWith("/start ") ? "/start" : text;
}

function answered({ message, hooks }) {
  const first = message.replyTo && hooks.find(message.replyTo);
  if (!first) return null;
  const line = (first.text || KINDS[first.kind] || "Meddelande").split("\n")[0];
  return el("p", { class: "answered" }, el("strong", {}, first.from.name), el("span", {}, line));
}

function marks({ message, hooks }) {
  return el("p", { class: "marks" },
    hooks.reply && button([icon("reply"), hidden("Svara på meddelandet")], () => hooks.reply(message), { class: "reply", title: "Svara" }),
    message.silent && el("span", { class: "mark", title: "Utan ljud" }, icon("silent"), hidden("Utan ljud")),
    message.edited && el("span", {}, "ändrad"),
    el("time", { datetime: message.at }, time(new Date(message.at))));
}

function attachment(message) {
  if (message.file?.image) return picture(message.file);
  if (message.file) return fileCard(message.file);
  if (message.place) return placeCard(message.place);
  if (message.poll) return pollCard(message.poll);
  if (!KINDS[message.kind]) return null;
  return el("p", { class: "kind" }, KIND_ICONS.has(message.kind) && icon(message.kind), KINDS[message.kind], " ", message.about);
}

const KIND_ICONS = new Set(["sticker", "voice", "location", "contact"]);

function picture(file) {
  return el("a", { class: "picture", href: file.href, download: file.name },
    el("img", { src: file.href, alt: `Bild: ${file.name}`, loading: "lazy" }));
}

function fileCard(file) {
  return el("a", { class: "file", href: file.href, download: file.name },
    el("span", { class: "file-icon" }, icon("file")),
    el("span", { class: "file-name" }, el("span", {}, file.name),
      el("small", {}, `${fileSize(file.size)} · ladda ner`)));
}

function placeCard(place) {
  return el("p", { class: "kind" }, icon("location"),
    el("span", {}, el("strong", {}, place.title || "Plats"), el("br"),
      place.address || `${place.latitude}, ${place.longitude}`));
}

function pollCard(poll) {
  return el("div", { class: "poll" }, el("strong", {}, poll.question),
    el("ul", {}, poll.options.map((option) => el("li", {}, option))));
}

function keyboard({ message, hooks }) {
  if (message.rows.length === 0) return null;
  const rows = message.rows.map((row, at) => el("div", { class: "key-row" },
    row.map((key, column) => keyButton(key, () => hooks.tap(message, at, column, key)))));
  return el("div", { class: "keys", role: "group", "aria-label": "Knappar" }, rows);
}

const KEY_ICONS = { url: "out", copy: "copy", share: "out" };

function keyButton(key, ontap) {
  const mark = KEY_ICONS[key.kind];
  const tapped = () => {
    if (key.kind === "callback") press.classList.add("busy");
    setTimeout(() => press.classList.remove("busy"), LONGEST_WAIT);
    ontap();
  };
  const press = button([el("span", {}, key.text), mark ? icon(mark) : null], tapped, {
    class: `key ${STYLES.has(key.style) ? key.style : ""}`,
  });
  return press;
}

const LONGEST_WAIT = 15000;
const STYLES = new Set(["primary", "success", "danger"]);
