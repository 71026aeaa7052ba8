// What else a person can send: a sticker, a voice message, a photo, a file, a place, a card; or change the last.

import { deed } from "/page/deeds.js";
import { button, disclosure, el, iconButton } from "/page/dom.js";
import { icon } from "/page/icons.js";
import { state } from "/page/state.js";

const AT_ONCE = [["sticker", "Klistermärke"], ["voice", "Röstmeddelande"], ["location", "Plats"], ["contact", "Kontakt"]];

export function makeAttach(pane, { editLast, put }) {
  const list = el("div", { class: "card popup menu attach", hidden: true });
  const opener = iconButton(icon("attach"), "Bifoga", null, { class: "round" });
  const fold = disclosure(opener, list);
  const choose = (work) => () => { fold.close(true); work(); };
  const photo = picker(pane, "photo", "image/*");
  const file = picker(pane, "document", "");
  list.append(
    ...AT_ONCE.map(([kind, label]) => button([icon(kind), label], choose(() => send(pane, kind)))),
    button([icon("photo"), "Foto …"], choose(() => photo.click())),
    button([icon("file"), "Fil …"], choose(() => file.click())),
    button([icon("edit"), "Ändra senaste"], () => { fold.close(false); editLast(); }),
    ...state.texts.map(([label, text]) => button([icon("file"), label], () => { fold.close(false); put(text); })));
  return el("div", { class: "menu-box" }, opener, list, photo, file);
}

function send(pane, kind, extra = {}) {
  return deed("sends", { as: pane.viewer(), chat: pane.chatId, kind, ...extra });
}

function picker(pane, kind, accept) {
  const input = el("input", { type: "file", accept: accept || null, hidden: true, "aria-label": kind === "photo" ? "Välj foto" : "Välj fil" });
  input.addEventListener("change", async () => {
    if (input.files.length === 0) return;
    await send(pane, kind, { file: input.files[0] });
    input.value = "";
  });
  return input;
}
