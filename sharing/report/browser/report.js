// The claims with their filters, the sources and the charts. Words of reports become text nodes, never HTML.
(async () => {
  "use strict";

  const unpack = async (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent.trim()), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).text();
  };

  const make = (tag, attributes = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...inside.filter((one) => one !== "" && one != null));
    return element;
  };

  const PAGE = 50;
  const MOST_PRINTED = 1000;
  const data = JSON.parse(await unpack("packed"));
  const claims = data.claims.map((parts) => Object.fromEntries(data.order.map((name, place) => [name, parts[place]])));
  const sources = data.sources.map(([title, origin, url, n, id]) => ({ title, origin, url, n, id }));
  for (const claim of claims) {
    const words = [claim.sentence, claim.evidence, claim.speaker, claim.amount, sources[claim.source].title];
    claim.words = words.join(" ").toLowerCase();
  }
  const place = (id) => document.getElementById(id);
  const number = (value) => value.toLocaleString("en");
  const counted = (value, one) => `${number(value)} ${one}${value === 1 ? "" : "s"}`;

  // Text with its marks; offsets count characters, as Python does, not the halves of UTF-16.
  const marked = (text, marks) => {
    const signs = Array.from(text);
    const found = [];
    let last = 0;
    for (const [start, end, kind] of [...marks].sort((one, other) => one[0] - other[0])) {
      if (start < last) continue;
      found.push(signs.slice(last, start).join(""), make("mark", { class: kind }, signs.slice(start, end).join("")));
      last = end;
    }
    return [...found, signs.slice(last).join("")];
  };

  const theme = (name) => {
    const [words, colour, ring] = data.themes[name] || [name, -1, false];
    return make("span", { class: `theme theme-${colour}${ring ? " ring" : ""}` }, words);
  };

  const labelled = (label, value) =>
    make("span", {}, make("span", { class: "label" }, label), " ", make("span", { dir: "auto" }, value));

  const about = (claim) => {
    const items = [labelled("Said by", (claim.speaker || "the report itself") + (claim.said ? `, ${claim.said}` : ""))];
    if (claim.when) items.push(labelled(claim.happens, claim.when));
    if (claim.recipient) items.push(labelled("For", claim.recipient));
    if (claim.amount) items.push(labelled("Amount", claim.amount));
    items.push(...claim.themes.map(theme));
    if (claim.told) {
      const independent = claim.independent ? number(claim.independent) : "none";
      items.push(make("span", {}, `also told by ${counted(claim.told, "report")} (${independent} independent)`));
    }
    return make("p", { class: "meta" }, ...items);
  };

  const status = (claim) => {
    const [words, meaning] = data.statuses[claim.status];
    return make("span", { class: `status ${claim.status}`, title: meaning }, claim.plan ? `${words} · ${claim.plan}` : words);
  };

  const card = (claim) => {
    const source = sources[claim.source];
    const from = make("p", { class: "from", dir: "auto" }, make("a", { href: `#source-${claim.source + 1}` }, source.title), `, ${source.origin}`);
    if (data.dashboard) {
      const href = `${data.dashboard}report?doc=${encodeURIComponent(source.id)}&fact=${encodeURIComponent(claim.id)}`;
      from.append(" · ", make("a", { href, rel: "noreferrer" }, "Open in the dashboard"));
    }
    const said = make("span", { dir: "auto" }, ...marked(claim.sentence, claim.marks));
    const quote = make("blockquote", { dir: "auto" }, "“", ...marked(claim.evidence, claim.evidence_marks), "”");
    return make("li", { "data-id": claim.id }, make("p", { class: "said" }, said, " ", status(claim)), about(claim), quote, from);
  };

  // The filters.
  let shown = claims;
  let drawn = 0;
  const draw = (upTo) => {
    const next = shown.slice(drawn, upTo).map(card);
    place("list").append(...next);
    drawn = Math.max(drawn, Math.min(upTo, shown.length));
    place("more").hidden = drawn >= shown.length;
    place("more").textContent = `Show ${number(Math.min(PAGE, shown.length - drawn))} more`;
  };

  const filter = () => {
    const [theme, status] = [place("theme").value, place("status").value];
    const words = place("words").value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = claims.filter(
      (claim) =>
        (theme === "*" || claim.themes.includes(theme)) &&
        (status === "*" || claim.status === status) &&
        words.every((word) => claim.words.includes(word)),
    );
    place("list").replaceChildren();
    drawn = 0;
    draw(PAGE);
    const one = data.unit.slice(0, -1);
    place("count").textContent =
      shown.length === claims.length ? `${counted(claims.length, one)}.` : `${number(shown.length)} of ${counted(claims.length, one)}.`;
  };

  const offer = (id, values, words, numbers) => {
    for (const value of values) {
      const found = numbers(value);
      if (found) place(id).append(make("option", { value }, `${words(value)} (${number(found)})`));
    }
  };
  const tally = (values) => {
    const found = new Map();
    for (const value of values) found.set(value, (found.get(value) || 0) + 1);
    return (value) => found.get(value) || 0;
  };
  offer("theme", Object.keys(data.themes), (name) => data.themes[name][0], tally(claims.flatMap((claim) => claim.themes)));
  offer("status", Object.keys(data.statuses), (name) => data.statuses[name][0], tally(claims.map((claim) => claim.status)));
  place("filters").addEventListener("submit", (event) => event.preventDefault());
  place("filters").addEventListener("input", filter);
  place("filters").addEventListener("reset", () => setTimeout(filter));
  place("more").addEventListener("click", () => draw(drawn + PAGE));
  filter();

  place("source-list").append(
    ...sources.map((source, index) => {
      const item = make("li", { id: `source-${index + 1}`, value: index + 1, dir: "auto" }, make("span", { class: "title" }, source.title), `, ${source.origin}`);
      item.append(make("span", { class: "n" }, ` · ${counted(source.n, data.unit.slice(0, -1))}`));
      if (source.url) item.append(" · ", make("a", { href: source.url, rel: "noreferrer nofollow" }, "Original"));
      return item;
    }),
  );

  // The charts. The first eight colours of a figure stand for those of themes in the look of the reader.
  const LIGHT = {
    ink: "#1a1a1a", paper: "#fdfcf9", line: "#d9d4c6",
    themes: ["#ba6f8a", "#46039a", "#0763b7", "#5e3607", "#a89200", "#055359", "#e03d3e", "#008134"],
  };
  const DARK = {
    ink: "#ece9e2", paper: "#14171a", line: "#3a4047",
    themes: ["#fba3c2", "#a08ee1", "#c0daf9", "#fddfb7", "#a38d26", "#129092", "#b65d47", "#77b771"],
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const coloured = (figure, look) =>
    JSON.parse(JSON.stringify(figure).replace(/"#00000([1-8])"/g, (_, place) => `"${look.themes[place - 1]}"`));
  const font = (look) => ({ family: "system-ui, sans-serif", size: 13, color: look.ink });

  const plot = (chart, look, width) => {
    const { data: traces, layout } = coloured({ data: chart.data, layout: chart.layout }, look);
    for (const name of Object.keys(layout).filter((key) => /^[xy]axis/.test(key))) {
      const lines = { gridcolor: look.line, linecolor: look.line, zerolinecolor: look.line, tickcolor: look.line };
      layout[name] = { zeroline: false, automargin: true, ...layout[name], ...lines };
    }
    Object.assign(layout, {
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      font: font(look),
      hoverlabel: { bgcolor: look.paper, bordercolor: look.line, font: font(look) },
      ...(width ? { width, autosize: false } : { autosize: true }),
    });
    return window.Plotly.react(`chart-${chart.key}`, traces, layout, { ...chart.config, responsive: !width });
  };
  const look = () => (dark.matches ? DARK : LIGHT);
  const plotAll = () => data.charts.forEach((chart) => plot(chart, look()));

  const script = document.createElement("script");
  script.textContent = await unpack("packed-plotly");
  document.body.append(script);
  plotAll();
  dark.addEventListener("change", plotAll);
  for (const chart of data.charts.filter((one) => one.values.length)) {
    place(`chart-${chart.key}`).on("plotly_click", (event) => {
      const value = chart.values[event.points[0].customdata];
      const select = place(chart.key);
      if (![...select.options].some((option) => option.value === value)) return;
      select.value = select.value === value ? "*" : value;
      filter();
      place("claims").scrollIntoView();
    });
  }

  // On paper: light, as wide as the page, with the claims that the filters let through, and the sources of these.
  const citeOnly = (cited) => [...place("source-list").children].forEach((item, index) => (item.hidden = Boolean(cited) && !cited.has(index)));
  const PAPER = 660; // pixels of A4 and of Letter between their margins
  addEventListener("beforeprint", () => {
    draw(Math.min(shown.length, MOST_PRINTED));
    citeOnly(new Set(shown.slice(0, drawn).map((claim) => claim.source)));
    document.querySelectorAll(".notes").forEach((one) => (one.open = true));
    data.charts.forEach((chart) => plot(chart, LIGHT, PAPER));
  });
  addEventListener("afterprint", () => {
    citeOnly(null);
    plotAll();
  });
  document.documentElement.dataset.ready = "yes";
})();
