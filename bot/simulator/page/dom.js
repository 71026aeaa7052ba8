// Makes elements. Everything people have written goes in as text, never as HTML.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  node.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(node.dataset, value);
  else node.setAttribute(name, value === true ? "" : value);
}

export function button(label, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, label);
}

// An icon is decoration: the accessible name is given on the button that wears it.
export function iconButton(icon, label, onclick, attributes = {}) {
  const face = el("span", { "aria-hidden": "true" }, icon);
  return button(face, onclick, { "aria-label": label, title: label, ...attributes });
}

export function byId(id) {
  return document.getElementById(id);
}

export function hidden(text) {
  return el("span", { class: "visually-hidden" }, text);
}

// A button that folds a panel in and out: Escape and a click elsewhere fold it in again.
export function disclosure(opener, panel, { onopen = () => {} } = {}) {
  const close = (back) => {
    if (panel.hidden) return;
    panel.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    if (back) opener.focus();
  };
  const open = () => {
    panel.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    onopen();
    panel.querySelector("input, select, button, a[href]")?.focus();
  };
  opener.setAttribute("aria-expanded", String(!panel.hidden));
  opener.addEventListener("click", () => (panel.hidden ? open() : close(true)));
  const onEscape = (event) => {
    if (event.key === "Escape" && !panel.hidden) { event.stopPropagation(); close(true); }
  };
  panel.addEventListener("keydown", onEscape);
  opener.addEventListener("keydown", onEscape);
  document.addEventListener("pointerdown", (event) => {
    if (!panel.contains(event.target) && !opener.contains(event.target)) close(false);
  });
  return { open, close };
}
