// Small line drawings, 24 by 24, drawn in the colour of the text beside them.

const LINES = {
  attach: "M20 11.500 12 19.500a5 5 0 0 1-7-7l8.500-8.500a3.400 3.400 0 0 1 4.800 4.800L10 17a1.700 1.700 0 0 1-2.400-2.400l7.400-7.400",
  send: "M4 12 20 4l-5 16-3.500-6.500zM11.500 13.500 20 4",
  dots: "M12 5.500v.01M12 12v.01M12 18.500v.01",
  commands: "M5 7h14M5 12h14M5 17h9",
  silent: "M6 16V11a6 6 0 0 1 9.500-4.900M18 10.500V16h1.500H6M10 19.500a2.200 2.200 0 0 0 4 0M4 4l16 16",
  sound: "M6 16V11a6 6 0 0 1 12 0v5l1.500 1h-15zM10 19.800a2.200 2.200 0 0 0 4 0",
  pin: "M9 4h6l-.6 6 3.100 3H6.500l3.100-3zM12 13v7",
  file: "M7 3.500h7l4 4V20.500H7zM14 3.500v4h4",
  download: "M12 4v11M7.500 11 12 15.500 16.500 11M5 19.500h14",
  sticker: "M4.500 7a2.500 2.500 0 0 1 2.500-2.500h10A2.500 2.500 0 0 1 19.500 7v7L14 19.500H7A2.500 2.500 0 0 1 4.500 17zM19.500 14H16a2 2 0 0 0-2 2v3.500M9 9.500v.01M15 9.500v.01M9 13c1 1.200 2.300 1.600 3.600 1.400",
  voice: "M12 4a2.500 2.500 0 0 1 2.500 2.500v5a2.500 2.500 0 0 1-5 0v-5A2.500 2.500 0 0 1 12 4M6.500 11.500a5.500 5.500 0 0 0 11 0M12 17v3",
  photo: "M4 6.500h16v12H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.800v.01",
  location: "M12 20.500s6.500-6 6.500-11a6.500 6.500 0 0 0-13 0c0 5 6.500 11 6.500 11zM12 11.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  contact: "M12 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7M5 20c.5-4 3.300-6 7-6s6.500 2 7 6",
  edit: "M5 19.500 6 15 16 5l3 3L9 18zM14 7l3 3",
  reply: "M10 6 4.500 11.500 10 17M5 11.500h8c4 0 6 2.500 6.500 6.500",
  close: "M6 6l12 12M18 6 6 18",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 7.500V12l3 2",
  out: "M9 6h9v9M18 6 7 17",
  copy: "M9 9h10v10H9zM15 9V5H5v10h4",
  down: "M6 9.500 12 15.500 18 9.500",
  group: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3.500 19c.4-3.500 2.500-5.500 5.500-5.500s5.100 2 5.500 5.500M16 11a2.500 2.500 0 1 0-1-4.800M16.500 13.700c2.300.3 3.700 2.100 4 5.300",
  forward: "M5 6l6 6-6 6M12.500 6l6 6-6 6",
};

const SVG = "http://www.w3.org/2000/svg";

export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", LINES[name]);
  drawing.append(line);
  return drawing;
}
