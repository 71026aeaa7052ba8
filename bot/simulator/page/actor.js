// As whom the visitor taps and writes in a group.

import { el } from "/page/dom.js";
import { acting, state } from "/page/state.js";

export function makeActor(pane) {
  const select = el("select", { onchange: () => {
    acting.set(pane.chatId, Number(select.value));
    pane.redrawAll();
  } });
  const node = el("label", { class: "actor", hidden: true }, "Du är ", select);
  return { node, draw: (chat, viewer) => draw(node, select, chat, viewer) };
}

function draw(node, select, chat, viewer) {
  node.hidden = chat.private;
  if (chat.private) return;
  const names = chat.members.map((id) => [id, state.people.get(id)?.name ?? ""]);
  const print = JSON.stringify(names);
  if (select.dataset.print !== print) {
    select.dataset.print = print;
    select.replaceChildren(...names.map(([id, name]) => el("option", { value: id }, name)));
  }
  select.value = String(viewer);
}
