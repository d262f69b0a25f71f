// One section for each field: its values, how many facts each would leave, to tick and to hide.
const DEBOUNCE = 250
const EYE = "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z"
const CLOSED_EYE = EYE + "M2.5 2.5l11 11"
const GREY = "#7d838c" // of what has no theme, as in palette.py

function makeSection(panel, field) {
  const part = {
    badge: make("span", { class: "badge" }),
    title: make("span", { class: "title" }),
    search: make("input", { type: "search", class: "find", autocomplete: "off", spellcheck: "false" }),
    list: make("ul", { role: "list" }),
    none: make("p", { class: "none", role: "status" }),
    more: make("button", { type: "button", class: "more" }),
    rows: new Map(),
  }
  const inside = make("div", { class: "inside" }, [part.search, part.list, part.none, part.more])
  part.root = make("details", { "data-field": field }, [make("summary", {}, [part.title, part.badge]), inside])
  part.root.ontoggle = () => panel.opened(field, part.root.open)
  part.search.oninput = () => {
    clearTimeout(part.timer)
    part.timer = setTimeout(() => panel.looked(field, part.search.value), DEBOUNCE)
  }
  part.more.onclick = () => panel.wants(field, part.list.children.length, part.step)
  return part
}

function showSection(panel, part, section) {
  part.step = section.step
  put(part.title.parentElement, "data-icon", section.icon)
  say(part.title, section.title)
  showBadge(part.badge, section.only, section.hidden)
  put(part.search, "aria-label", `Search in ${section.title}`)
  put(part.search, "placeholder", "Search …")
  const values = section.values
  put(part.root, "data-waits", part.root.open && !values)
  if (!values) return
  part.search.hidden = section.n_values <= values.length && !part.search.value && !section.search && values.length <= 8
  if (part.search.getRootNode().activeElement !== part.search && !part.timer) part.search.value = section.search
  const most = Math.max(1, ...values.map(one => one.n))
  const rows = values.map(value => {
    if (!part.rows.has(value.value)) part.rows.set(value.value, makeRow(panel, section.field, value.value))
    const row = part.rows.get(value.value)
    showRow(panel, row, panel.asClicked(section.field, value), most)
    return row.root
  })
  arrange(part.list, rows)
  for (const [value, row] of part.rows) if (!rows.includes(row.root)) part.rows.delete(value)
  say(part.none, values.length ? "" : section.search ? "Nothing has these letters." : "Nothing to choose.")
  part.none.hidden = values.length > 0
  const rest = section.n_values - values.length
  part.more.hidden = rest <= 0
  say(part.more, `Show ${count(Math.min(rest, section.step))} more of ${count(section.n_values)}`)
}

function showBadge(badge, only, hidden) {
  say(badge, [only ? `${only} shown` : "", hidden ? `${hidden} hidden` : ""].filter(Boolean).join(", "))
  badge.hidden = !only && !hidden
}

function makeRow(panel, field, value) {
  const row = {
    box: make("input", { type: "checkbox" }),
    swatch: make("span", { class: "swatch", "aria-hidden": "true" }),
    name: make("span", { class: "name" }),
    n: make("span", { class: "n", "aria-hidden": "true" }),
    bar: make("span", { class: "bar", "aria-hidden": "true" }),
    eye: make("button", { type: "button", class: "hide" }, [icon(CLOSED_EYE)]),
  }
  row.root = make("li", {}, [make("label", {}, [row.box, row.swatch, row.name, row.n, row.bar]), row.eye])
  row.box.onchange = () => panel.act({ do: "only", field, value, on: row.box.checked })
  row.eye.onclick = () => panel.act({ do: "hide", field, value, on: row.root.dataset.state !== "hidden" })
  return row
}

function showRow(panel, row, value, most) {
  row.root.dataset.state = value.state
  row.box.checked = value.state === "only"
  put(row.box, "aria-label", `${value.label}, ${count(value.n)} ${panel.data.nouns[value.n === 1 ? 0 : 1]}` +
    (value.state === "hidden" ? ", hidden" : ""))
  say(row.name, value.label)
  put(row.name, "title", value.label)
  say(row.n, count(value.n))
  row.bar.style.setProperty("--share", value.n / most)
  put(row.swatch, "data-look", value.look)
  row.swatch.hidden = value.look === undefined && value.colour === undefined
  row.root.style.setProperty("--colour", value.colour === -1 ? GREY : panel.colours[value.colour] ?? "")
  put(row.eye, "aria-label", `Hide ${value.label}`)
  put(row.eye, "aria-pressed", String(value.state === "hidden"))
  put(row.eye, "title", value.state === "hidden" ? "Hidden: show it again" : "Hide")
}
