// Draws the places of a case on Natural Earth's borders; contested territories are hatched and belong to nobody.
"use strict";
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  const section = document.querySelector("[data-map]");
  if (!section) return;
  const data = JSON.parse(section.querySelector(".data").textContent);
  const box = section.querySelector(".map-box");
  const narrow = box.clientWidth < 600;
  const WIDTH = narrow ? 560 : 1000;
  const HEIGHT = narrow ? 480 : 560;

  function make(name, attributes, parent) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (parent) parent.append(made);
    return made;
  }

  // Where most of it happened: a capital far off, where somebody spoke, must not press the rest together.
  function near(some) {
    const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
    const weighed = some.flatMap((one) => Array(1 + one.happenings).fill(one));
    if (weighed.length < 3) return some;
    const lat = middle(weighed.map((one) => one.lat));
    const lon = middle(weighed.map((one) => one.lon));
    const far = (one) => Math.hypot(one.lat - lat, (one.lon - lon) * Math.cos(lat * Math.PI / 180));
    const room = Math.max(3, 2.5 * middle(weighed.map(far)));
    return some.filter((one) => far(one) <= room);
  }

  function draw(countries) {
    const inside = new Set(data.states.map((one) => one.country));
    const claimants = new Set(data.contested.flatMap((one) => one.claimed_by));
    const spots = [...data.places, ...data.contested].filter((one) => one.lat !== null);
    const busy = [...data.places].filter((one) => one.happenings).concat(data.contested.filter((one) => one.lat !== null));
    const focus = near(busy.length > 1 ? busy : spots);
    const shown = focus.length
      ? { type: "MultiPoint", coordinates: focus.flatMap((one) => [[one.lon - 2.4, one.lat - 1.6], [one.lon + 2.4, one.lat + 1.6]]) }
      : { type: "FeatureCollection", features: countries.filter((one) => inside.has(one.id)) };
    const projection = d3.geoMercator().fitExtent([[60, 50], [WIDTH - 60, HEIGHT - 50]], shown);
    if (projection.scale() > 9000) projection.scale(9000).translate([0, 0]).translate((([x, y]) => [WIDTH / 2 - x, HEIGHT / 2 - y])(projection(d3.geoCentroid(shown))));
    const path = d3.geoPath(projection);
    const svg = make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": "Map of the places; the lists below say the same" });
    const defs = make("defs", {}, svg);
    const hatch = make("pattern", { id: "hatch", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, defs);
    make("line", { x1: 0, y1: 0, x2: 0, y2: 7, class: "hatching" }, hatch);
    const land = make("g", {}, svg);
    const bordered = new Map(data.contested.map((one) => [one.country || one.name, one]));
    for (const one of countries) {
      const d = path(one);
      if (!d) continue;
      const shape = make("path", { d, class: inside.has(one.id) ? "country in" : claimants.has(one.id) ? "country claims" : "country" }, land);
      make("title", {}, shape).textContent = one.properties.name;
    }
    const labels = [];
    const areas = []; // contested ground, over which no state's name stands
    // A state's name stands in the middle of what is seen of it.
    const seen = d3.geoPath(d3.geoMercator().scale(projection.scale()).translate(projection.translate()).clipExtent([[0, 0], [WIDTH, HEIGHT]]));
    for (const one of data.contested.filter((one) => one.lat !== null)) {
      const own = countries.find((land) => land.properties.name === one.name || (bordered.get(land.id) === one));
      const link = make("a", { href: one.href, class: "area", "aria-label": `${one.name}, contested: ${one.note}` }, svg);
      const [x, y] = projection([one.lon, one.lat]);
      if (own) make("path", { d: path(own) }, link);
      else {
        const [, north] = projection([one.lon, one.lat + 0.45]);
        const size = Math.max(10, y - north);
        make("ellipse", { cx: x, cy: y, rx: size * 1.2, ry: size }, link);
        areas.push([x - size * 1.2, y - size, x + size * 1.2, y + size]);
      }
      make("title", {}, link).textContent = `${one.name}: ${one.note || `claimed by ${one.claimed_by.join(", ")}`}`;
      put(link, `${one.name} (contested)`, x, y - (own ? 0 : Math.max(10, y - projection([one.lon, one.lat + 0.45])[1])) - 5, "", "middle");
    }
    for (const one of [...data.places].sort((a, b) => b.happenings - a.happenings || b.mentions - a.mentions)) {
      const [x, y] = projection([one.lon, one.lat]);
      if (x < 0 || x > WIDTH || y < 0 || y > HEIGHT) continue;
      const link = make("a", { href: one.href, class: "spot", "aria-label": `${one.name}: ${one.happenings} told to have happened there` }, svg);
      const r = 2.5 + Math.sqrt(one.happenings) * 2;
      make("circle", { cx: x, cy: y, r }, link);
      make("title", {}, link).textContent = `${one.name}: ${one.happenings} told to have happened there`;
      put(link, one.name, x + r + 3, y + 4, "", "start");
    }
    for (const one of countries.filter((one) => inside.has(one.id))) {
      const [x, y] = seen.centroid(one);
      if (x > 10 && x < WIDTH - 10 && y > 10 && y < HEIGHT - 10) [0, 34, -34, 70, -70].some((by) => put(svg, one.properties.name, x, y + by, "state-name", "middle"));
    }
    box.replaceChildren(svg);

    // A name that would stand on another is left to its circle's title.
    function put(parent, text, x, y, kind, anchor) {
      const width = text.length * (narrow ? 9.2 : 6.2);
      const left = anchor === "middle" ? x - width / 2 : x;
      const box = [left, y - 11, left + width, y + 3];
      const others = kind === "state-name" ? [...labels, ...areas] : labels;
      if (others.some((one) => one[0] < box[2] && box[0] < one[2] && one[1] < box[3] && box[1] < one[3])) return false;
      labels.push(box);
      make("text", { x, y, "text-anchor": anchor, ...(kind ? { class: kind } : {}) }, parent).textContent = text;
      return true;
    }

    const view = { x: 0, y: 0, w: WIDTH };
    const look = () => svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.w / WIDTH * HEIGHT}`);
    function zoom(factor) {
      const w = Math.min(WIDTH * 3, Math.max(WIDTH / 10, view.w * factor));
      view.x += (view.w - w) / 2;
      view.y += (view.w - w) / 2 / WIDTH * HEIGHT;
      view.w = w;
      look();
    }
    for (const button of section.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => {
      if (button.dataset.zoom === "fit") { Object.assign(view, { x: 0, y: 0, w: WIDTH }); look(); } else zoom(button.dataset.zoom === "in" ? 0.6 : 1 / 0.6);
    });
    let held = null;
    svg.addEventListener("pointerdown", (event) => { held = { x: event.clientX, y: event.clientY, at: { ...view }, moved: false }; });
    window.addEventListener("pointermove", (event) => {
      if (!held) return;
      const per = view.w / svg.clientWidth;
      held.moved = held.moved || Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4;
      view.x = held.at.x - (event.clientX - held.x) * per;
      view.y = held.at.y - (event.clientY - held.y) * per;
      look();
    });
    window.addEventListener("pointerup", () => { setTimeout(() => { held = null; }, 0); });
    svg.addEventListener("click", (event) => { if (held && held.moved) event.preventDefault(); }, true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
  }

  fetch("/static/vendor/world.json").then((answer) => answer.json()).then((world) => {
    draw(topojson.feature(world, world.objects.countries).features);
  }).catch(() => { box.textContent = "The map could not be drawn; the lists below say the same."; });
})();
