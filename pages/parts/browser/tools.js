// What stands above a chart: its title, what it shows in a sentence, the choice between chart and table, the files to
// save, and the list of what can be opened in it. A list is made when it is asked for.
const SAVE = "M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11"
const DOWN = "M4 6l4 4 4-4"
const LONG = 8 // entries; a longer list can be searched
const DRAWN = new WeakMap()

export default function (component) {
  const { parentElement, data } = component
  if (!DRAWN.has(parentElement)) DRAWN.set(parentElement, new Tools(parentElement))
  const tools = DRAWN.get(parentElement)
  tools.component = component
  tools.show(data)
  give(data.given)
  return () => DRAWN.delete(parentElement)
}

class Tools {
  constructor(parent) {
    this.title = make("h2", { class: "d-title" })
    this.takeaway = make("p", { class: "d-say" })
    this.save = button("d-tool", "Save this chart or its table", [icon(SAVE)], () => this.drop(this.save, this.files(), "file"))
    this.views = make("div", { class: "d-views", role: "group", "aria-label": "Shown as" })
    this.words = make("span", {})
    this.list = button("d-open", null, [this.words, icon(DOWN)], () => this.drop(this.list, this.data.marks, "open"))
    this.close = button("d-tool", "Close the sentences", [icon(CROSS)], () => this.shut())
    const buttons = make("div", { class: "d-buttons" }, [this.save, this.views])
    this.opening = make("div", { class: "d-opening" }, [this.list, this.close])
    parent.append(make("div", { class: "d-tools" }, [
      make("div", { class: "d-head-of" }, [this.title, buttons]), this.takeaway, this.opening,
    ]))
  }

  show(data) {
    this.data = data
    say(this.title, data.title)
    say(this.takeaway, data.takeaway)
    arrange(this.views, data.views.map((view, place) => this.view(view, place)))
    say(this.words, data.open ?? data.opens)
    put(this.list, "aria-label", data.open === null ? null : `${data.opens}: ${data.open}`)
    this.opening.hidden = !data.marks.length
    this.close.hidden = data.open === null
  }

  view(name, place) {
    const one = this.views.children[place] ?? button("", null, [name], () => this.send("view", name))
    put(one, "aria-pressed", String(name === this.data.view))
    return one
  }

  files() {
    return this.data.files.map(name => [name, null])
  }

  shut() {
    this.list.focus() // the button goes
    this.send("open", "")
  }

  send(what, value) {
    this.component.setTriggerValue(what, value)
  }

  drop(from, entries, what) {
    const isOpen = from.getAttribute("aria-expanded") === "true"
    if (!isOpen) dropDown(from, entries, value => this.send(what, value))
  }
}

function button(kind, label, inside, onclick) {
  return make("button", { type: "button", class: kind || null, "aria-label": label, title: label, onclick }, inside)
}

// A list below a button, wherever the page moves it; what is chosen in it closes it, and so does Escape or a click
// elsewhere.
function dropDown(from, entries, choose) {
  const list = make("ul", { role: "list" }, entries.map(([words, number]) => entry(words, number, choose)))
  const box = make("div", { popover: "auto", class: "d-drop" }, [list])
  if (entries.length > LONG) box.prepend(finder(list))
  from.after(box)
  box.addEventListener("toggle", event => {
    put(from, "aria-expanded", String(event.newState === "open"))
    if (event.newState !== "closed") return
    document.removeEventListener("scroll", stay, true)
    box.remove()
  })
  box.onclick = event => event.target.closest("li") && box.hidePopover()
  box.onkeydown = event => walk(event, box)
  const stay = () => place(box, from.getBoundingClientRect())
  box.showPopover()
  stay()
  document.addEventListener("scroll", stay, true)
  box.querySelector("input, button")?.focus({ preventScroll: true })
}

function entry(words, number, choose) {
  const inside = [make("span", { text: words })]
  if (number !== null) inside.push(make("span", { class: "d-number", text: count(number) }))
  return make("li", {}, [make("button", { type: "button", onclick: () => choose(words) }, inside)])
}

function finder(list) {
  const input = make("input", { type: "search", placeholder: "Search", "aria-label": "Search in the list", autocomplete: "off" })
  input.oninput = () => {
    const wanted = input.value.trim().toLowerCase()
    for (const one of list.children) one.hidden = !one.textContent.toLowerCase().includes(wanted)
  }
  return input
}

// The arrows go from entry to entry, as in a list of the system; Enter in the search takes the first one. Escape would
// only empty the search.
function walk(event, box) {
  if (event.key === "Escape") return box.hidePopover()
  const stops = [...box.querySelectorAll("input, li:not([hidden]) button")]
  const here = stops.indexOf(document.activeElement)
  const next = { ArrowDown: here + 1, ArrowUp: here - 1 }[event.key]
  if (next !== undefined) {
    event.preventDefault()
    stops[Math.min(Math.max(next, 0), stops.length - 1)].focus()
  } else if (event.key === "Enter" && document.activeElement.matches("input")) {
    event.preventDefault()
    stops[1]?.click()
  }
}

function place(box, at) {
  const room = { across: document.documentElement.clientWidth, down: document.documentElement.clientHeight }
  const below = room.down - at.bottom - 12
  const isBelow = below >= Math.min(box.scrollHeight, 200)
  box.style.maxHeight = `${Math.min(360, isBelow ? below : at.top - 12)}px`
  const { width, height } = box.getBoundingClientRect()
  box.style.left = `${Math.max(8, Math.min(at.left, room.across - width - 8))}px`
  box.style.top = `${isBelow ? at.bottom + 4 : at.top - height - 4}px`
}
