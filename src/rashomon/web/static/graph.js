// Draws ties between actors: laid out by d3-force, then still; choose an actor to see its ties alone.
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const WIDTH = 1000;

  // Whole words: what is shown is then part of the name that is read out.
  function short(name, letters) {
    if (name.length <= letters) return name;
    const cut = name.slice(0, letters);
    const end = cut.lastIndexOf(" ");
    return end > 0 ? `${cut.slice(0, end)}…` : name;
  }

  function make(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (parent) parent.append(made);
    return made;
  }

  const LINE = 15;

  // All the room is used: the layout is stretched to the box, but for the room that names need.
  function stretch(nodes, width, height) {
    for (const [axis, from, to] of [["x", 40, width - 40], ["y", 24, height - 24]]) {
      const places = nodes.map((one) => one[axis]);
      const least = Math.min(...places);
      const most = Math.max(...places);
      for (const one of nodes) one[axis] = most > least ? from + (one[axis] - least) / (most - least) * (to - from) : (from + to) / 2;
    }
  }

  const meet = (a, b) => Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));

  // Each name stands where it covers least: right, left, above or below its sign, or a line higher or lower.
  function placed(nodes, width, height, letters, letter) {
    const taken = nodes.map((one) => [one.x - one.r, one.y - one.r, one.x + one.r, one.y + one.r]);
    for (const one of [...nodes].sort((a, b) => b.r - a.r)) {
      one.words = short(one.name, letters);
      const wide = one.words.length * letter;
      const right = one.x + one.r + 4;
      const left = one.x - one.r - 4 - wide;
      const middle = Math.max(2, Math.min(width - 2 - wide, one.x - wide / 2));
      const choices = [[right, 0], [left, 0], [middle, -one.r - 10], [middle, one.r + 11], [right, -LINE * 0.8], [right, LINE * 0.8], [left, -LINE * 0.8], [left, LINE * 0.8]];
      const cost = ([x, dy]) => {
        const box = [x, one.y + dy - LINE / 2, x + wide, one.y + dy + LINE / 2];
        const out = Math.max(0, 2 - box[0]) + Math.max(0, box[2] - width + 2) + Math.max(0, 2 - box[1]) + Math.max(0, box[3] - height + 2);
        return out * LINE * 2 + taken.reduce((sum, other) => sum + meet(box, other), 0);
      };
      const [x, dy] = choices.reduce((best, each) => (cost(each) < cost(best) ? each : best));
      one.at = { x, y: one.y + dy + 4 };
      one.box = [x, one.y + dy - LINE / 2, x + wide, one.y + dy + LINE / 2];
      taken.push(one.box);
    }
  }

  function draw(section) {
    const data = JSON.parse(section.querySelector(".data").textContent);
    const box = section.querySelector(".graph-box");
    const narrow = box.clientWidth < 600;
    const width = narrow ? 400 : WIDTH;
    const height = Math.min(900, Math.max(320, data.nodes.length * (narrow ? 28 : 25)));
    const nodes = data.nodes.map((one, n) => ({ ...one, r: 5 + Math.min(13, Math.sqrt(one.size || 1) * 1.6), x: width / 2 + 200 * Math.cos(n * 2.4), y: height / 2 + 160 * Math.sin(n * 2.4) }));
    const byId = new Map(nodes.map((one) => [one.id, one]));
    const alike = new Map();
    for (const one of data.edges) {
      const key = [one.source, one.target, one.label, one.status].join(" ");
      if (alike.has(key)) alike.get(key).count += 1; else alike.set(key, { ...one, count: 1 });
    }
    const edges = [...alike.values()].map((one) => ({ ...one, source: byId.get(one.source), target: byId.get(one.target) })).filter((one) => one.source && one.target);
    d3.forceSimulation(nodes)
      .force("charge", d3.forceManyBody().strength(narrow ? -300 : -620))
      .force("link", d3.forceLink(edges).distance(narrow ? 80 : 130).strength(0.35))
      .force("x", d3.forceX(width / 2).strength(0.05)).force("y", d3.forceY(height / 2).strength(0.09))
      .force("collide", d3.forceCollide((one) => one.r + 24)).stop().tick(320);
    stretch(nodes, width, height);
    placed(nodes, width, height, narrow ? 22 : 28, narrow ? 7.4 : 6.8);
    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": `${nodes.length} actors, ${edges.length} ties; the table below says the same` });
    const defs = make("defs", {}, svg);
    const arrow = make("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" }, defs);
    make("path", { d: "M0 1 L8 4 L0 7", class: "edge" }, arrow);
    const lines = make("g", { "aria-hidden": "true" }, svg);
    const seen = new Map();
    for (const one of edges) {
      const key = [one.source.id, one.target.id].sort().join(" ");
      const nth = seen.get(key) || 0;
      seen.set(key, nth + 1);
      one.shapes = [line(one, nth, lines)];
      if (edges.length <= 24 && nth === 0 && one.label) one.shapes.push(...[label(one, lines)].filter(Boolean));
    }
    for (const one of [...nodes].sort((a, b) => b.r - a.r)) node(one, svg);
    box.replaceChildren(svg);

    function line(one, nth, parent) {
      const { source: a, target: b } = one;
      const dx = b.x - a.x;
      const dy = b.y - a.y;
      const length = Math.hypot(dx, dy) || 1;
      const bend = (nth % 2 ? -1 : 1) * Math.ceil(nth / 2) * 22;
      const end = { x: b.x - dx / length * (b.r + 3), y: b.y - dy / length * (b.r + 3) };
      const mid = { x: (a.x + b.x) / 2 - dy / length * bend, y: (a.y + b.y) / 2 + dx / length * bend };
      const unsure = ["alleged", "denied", "negated", "hypothetical", "planned"].includes(one.status);
      const made = make("path", { d: `M${a.x} ${a.y} Q${mid.x} ${mid.y} ${end.x} ${end.y}`, class: unsure ? "edge unsure" : "edge" }, parent);
      if (one.directed) made.setAttribute("marker-end", "url(#arrow)");
      make("title", {}, made).textContent = `${a.name} – ${one.label.toLowerCase()} – ${b.name}${one.when ? `, ${one.when}` : ""}${one.status ? ` (${one.status})` : ""}`;
      return made;
    }

    function label(one, parent) {
      const words = one.count > 1 ? `${one.label.toLowerCase()} ×${one.count}` : one.label.toLowerCase();
      const x = (one.source.x + one.target.x) / 2;
      const y = (one.source.y + one.target.y) / 2 - 3;
      const box = [x - words.length * 2.7, y - 10, x + words.length * 2.7, y + 3];
      if (nodes.some((each) => meet(box, each.box) || meet(box, [each.x - each.r, each.y - each.r, each.x + each.r, each.y + each.r]))) return null;
      const made = make("text", { x, y, "text-anchor": "middle", class: "edge-label" }, parent);
      made.textContent = words;
      return made;
    }

    function node(one, parent) {
      const kind = { state: "state", person: "person", outlet: "outlet", source: "source" }[one.type] || "group";
      const made = one.href ? make("a", { href: one.href, class: `node ${kind}`, "aria-label": `${one.name}, ${one.type}` }, parent) : make("g", { class: `node ${kind}` }, parent);
      if (kind === "group") make("rect", { x: one.x - one.r * 0.85, y: one.y - one.r * 0.85, width: one.r * 1.7, height: one.r * 1.7 }, made);
      else make("circle", { cx: one.x, cy: one.y, r: one.r }, made);
      make("text", one.at, made).textContent = one.words;
      one.shape = made;
      const alone = () => focus(one);
      made.addEventListener("mouseenter", alone);
      made.addEventListener("focus", alone);
      made.addEventListener("mouseleave", () => focus(null));
      made.addEventListener("blur", () => focus(null));
    }

    function focus(chosen) {
      const near = new Set([chosen]);
      for (const one of edges) {
        const own = !chosen || one.source === chosen || one.target === chosen;
        if (own) { near.add(one.source); near.add(one.target); }
        for (const shape of one.shapes) shape.classList.toggle("faded", !own);
      }
      for (const one of nodes) one.shape.classList.toggle("faded", Boolean(chosen) && !near.has(one));
    }
  }

  for (const section of document.querySelectorAll("[data-graph]")) draw(section);
})();
