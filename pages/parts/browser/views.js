// Saved views: to open, to copy as a link, to rename, to delete; and the form that saves this one.
const PEN = "M10.5 2.5l3 3L6 13l-3.5.5L3 10Z"
const LINK = "M6.5 9.5l3-3M7 4.5l1.5-1.5a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5L7.5 13a2.8 2.8 0 0 1-4-4L5 7.5"
const BIN = "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9"

const NO_VIEW = "A view is a page with its filters and settings. All who use this server see it."

function makeViews(panel) {
  const part = {
    name: make("input", { type: "text", "aria-label": "Name of this view", placeholder: "Name this view", autocomplete: "off" }),
    save: make("button", { type: "submit", class: "save", text: "Save" }),
    list: make("ul", { role: "list", class: "views" }),
    none: make("p", { class: "none", text: NO_VIEW }),
    said: make("p", { class: "said", role: "status" }),
    undo: make("button", { type: "button", class: "undo", text: "Undo", hidden: true }),
    search: make("input", { type: "search", class: "find", "aria-label": "Search in saved views", placeholder: "Search …" }),
    more: make("button", { type: "button", class: "more" }),
    rows: new Map(),
  }
  part.undo.onclick = () => panel.act({ do: "bring back view" })
  part.search.oninput = () => {
    clearTimeout(part.timer)
    part.timer = setTimeout(() => panel.looked("views", part.search.value), DEBOUNCE)
  }
  part.more.onclick = () => panel.wants("views", part.list.children.length, part.step)
  const form = make("form", {}, [part.name, part.save])
  form.onsubmit = event => {
    event.preventDefault()
    const name = part.name.value.trim()
    if (!name) return part.name.focus()
    part.name.value = ""
    panel.act({ do: "save view", name })
    nameChanged(part)
  }
  part.name.oninput = () => nameChanged(part)
  part.form = form
  const inside = make("div", { class: "inside" },
    [form, part.said, part.undo, part.none, part.search, part.list, part.more])
  part.root = make("details", { "data-field": "views" },
    [make("summary", {}, [make("span", { class: "title", text: "Saved views" })]), inside])
  part.root.ontoggle = () => panel.opened("views", part.root.open)
  return part
}

function nameChanged(part) {
  say(part.save, part.names?.includes(part.name.value.trim()) ? "Replace" : "Save")
}

function showViews(panel, part, shown) {
  put(part.root, "data-waits", part.root.open && !shown.views)
  if (!shown.views) return
  put(part.name, "maxlength", shown.longest)
  hear(panel, part, shown.said)
  part.names = shown.views.map(view => view.name)
  nameChanged(part)
  part.step = shown.step
  part.form.hidden = !shown.may_save
  part.search.hidden = shown.n_views <= shown.step && !shown.search && !part.search.value
  if (part.search.getRootNode().activeElement !== part.search) part.search.value = shown.search
  say(part.none, shown.search ? "No view has these letters in its name." : NO_VIEW)
  part.none.hidden = shown.views.length > 0
  const rest = shown.n_views - shown.views.length
  part.more.hidden = rest <= 0
  say(part.more, `Show ${count(Math.min(rest, shown.step))} more of ${count(shown.n_views)}`)
  const rows = shown.views.map(view => {
    if (!part.rows.has(view.name)) part.rows.set(view.name, makeView(panel, part, view))
    const row = part.rows.get(view.name)
    row.view = view
    put(row.link, "href", `.${view.address}`)
    put(row.link, "aria-current", view.here && "page")
    say(row.about, view.about)
    for (const tool of row.changes) tool.hidden = !view.mine
    return row.root
  })
  arrange(part.list, rows)
  for (const [name, row] of part.rows) if (!rows.includes(row.root)) part.rows.delete(name)
}

// What came of a click: only the server knows whether it is saved.
function hear(panel, part, said) {
  if (!said || said.token !== panel.token || said.id === part.heard) return
  part.heard = said.id
  say(part.said, said.text)
  part.undo.hidden = !said.undo
  if (!said.isDone && said.name && !part.name.value) part.name.value = said.name
}

function makeView(panel, part, view) {
  const { name } = view
  const row = {
    view,
    link: make("a", { text: name }),
    about: make("span", { class: "about" }),
    field: make("input", { type: "text", "aria-label": `New name of ${name}`, maxlength: 120 }),
  }
  const tool = (label, path, onclick) =>
    make("button", { type: "button", class: "tool", "aria-label": `${label} ${name}`, title: label, onclick }, [icon(path)])
  const copy = tool("Copy the link to", LINK, () => copyLink(part, row))
  const rename = tool("Rename", PEN, () => edit(true))
  const remove = tool("Delete", BIN, () => ask(true))
  row.changes = [rename, remove]
  const yes = make("button", { type: "button", class: "yes", text: "Delete", "aria-label": `Yes, delete ${name}` })
  const no = make("button", { type: "button", text: "Keep", "aria-label": `Keep ${name}` })
  const tools = make("span", { class: "tools" }, [copy, rename, remove])
  const asked = make("span", { class: "tools asked", hidden: true }, [yes, no])
  const form = make("form", { hidden: true }, [row.field])
  row.root = make("li", {}, [make("div", { class: "view" }, [row.link, form, row.about]), tools, asked])
  const ask = asks => {
    tools.hidden = asks
    asked.hidden = !asks
    asks ? no.focus() : remove.focus()
  }
  const edit = edits => {
    row.link.hidden = edits
    form.hidden = !edits
    row.field.value = name
    edits ? row.field.select() : rename.focus()
  }
  no.onclick = () => ask(false)
  yes.onclick = () => {
    panel.act({ do: "delete view", name })
    part.name.focus()
  }
  form.onsubmit = event => {
    event.preventDefault()
    const to = row.field.value.trim()
    edit(false)
    if (!to || to === name) return
    if (part.names.includes(to)) return say(part.said, `There is already a view called ${to}.`)
    panel.act({ do: "rename view", name, to })
  }
  onKey(row.field, "Escape", () => edit(false))
  return row
}

async function copyLink(part, row) {
  const link = new URL(row.link.getAttribute("href"), location.href).href
  try {
    await navigator.clipboard.writeText(link)
    say(part.said, "The link is copied.")
  } catch {
    // Browsers let pages write to the clipboard on https and on this machine alone.
    say(part.said, link)
  }
}
