// The panel. The server says what to show; a click is shown at once and sent until the server says that it is done.
const PANELS = new WeakMap()
const REMEMBERED = "dossier-open-sections"
const IDLE = PAGE.connected + PAGE.resting
const PERIODS = ["period", "reported"] // when it happened, and when it was published
const PATIENCE = 3000 // milliseconds, more than it takes to hear that a click is done

export default function (component) {
  const { parentElement, data } = component
  if (!PANELS.has(parentElement)) PANELS.set(parentElement, new Panel(parentElement))
  PANELS.get(parentElement).show(component, data)
}

class Panel {
  constructor(parent) {
    this.token = `${Date.now()}-${Math.random()}`
    this.number = 0
    this.waiting = []
    this.state = null
    this.sections = new Map()
    this.clear = make("button", { type: "button", class: "clear", text: "Clear all" })
    this.clear.onclick = () => this.act({ do: "clear all" })
    this.views = makeViews(this)
    this.words = makeWords(this)
    this.details = makeDetails(this)
    this.periods = PERIODS.map(field => makePeriod(this, field))
    this.list = make("div", {}, [])
    const close = make("button", { type: "button", class: "close", "aria-label": "Close the filters", title: "Close (Esc)", onclick: closeDrawer },
      [icon(CROSS)])
    const head = make("div", { class: "head" }, [make("h2", { class: "heading", id: "filters", text: "Filters" }), this.clear, close])
    this.result = make("button", { type: "button", class: "result", onclick: closeDrawer })
    const foot = make("div", { class: "foot" }, [this.result])
    this.root = make("div", { class: "panel", role: "dialog", "aria-labelledby": "filters", tabindex: "-1" },
      [head, this.views.root, this.words.root, this.details.root, ...this.periods.map(part => part.root), this.list, foot])
    parent.append(this.root)
  }

  show(component, data) {
    this.component = component
    this.data = data
    if (!this.state) this.begin(data)
    const [token, last] = data.done
    if (token === this.token) this.waiting = this.waiting.filter(action => action.id > last)
    const host = component.parentElement.host ?? component.parentElement
    this.colours = getComputedStyle(host).getPropertyValue("--st-chart-categorical-colors").split(",")
    this.draw()
  }

  begin(data) {
    this.state = { open: data.open, search: {}, shown: {}, near: false }
    const remembered = recall()
    if (remembered && String(remembered) !== String(data.open)) {
      this.state.open = remembered
      this.tell()
    }
  }

  draw() {
    const { data } = this
    this.clear.hidden = !data.n_filters && !this.waiting.length
    this.views.root.open = this.state.open.includes("views")
    showViews(this, this.views, data.views)
    this.words.show(data.words)
    this.details.show(data.details)
    say(this.result, `Show ${count(data.details.n_shown)} ${data.nouns[data.details.n_shown === 1 ? 0 : 1]}`)
    for (const part of this.periods) {
      part.root.open = this.state.open.includes(part.field)
      showPeriod(this, part, data.periods[part.field])
    }
    const roots = data.sections.map(section => {
      if (!this.sections.has(section.field)) this.sections.set(section.field, makeSection(this, section.field))
      const part = this.sections.get(section.field)
      part.root.open = this.state.open.includes(section.field)
      showSection(this, part, section)
      return part.root
    })
    arrange(this.list, roots)
    put(this.root, "data-busy", String(this.waiting.length > 0))
    put(this.root, "data-ready", true)
  }

  // A value as it will be once the clicks that the server has not heard of are done.
  asClicked(field, value) {
    let state = value.state
    for (const action of this.waiting) {
      if (action.do === "clear all") state = ""
      else if (action.field === field && action.value === value.value) {
        state = action.on ? (action.do === "hide" ? "hidden" : "only") : ""
      }
    }
    return { ...value, state }
  }

  act(action) {
    this.number += 1
    this.waiting.push({ ...action, id: this.number })
    this.send()
    this.draw()
  }

  // Streamlit loses a click now and then, when the page changes in that moment: what is not done while nothing runs is
  // sent again.
  send(left = 3) {
    clearTimeout(this.late)
    this.component.setTriggerValue("actions", { token: this.token, actions: this.waiting })
    if (left) this.wait(left)
  }

  wait(left) {
    this.late = setTimeout(() => {
      if (!this.waiting.length || !this.root.isConnected) return
      document.querySelector(IDLE) ? this.send(left - 1) : this.wait(left)
    }, PATIENCE)
  }

  opened(field, isOpen) {
    if (isOpen === this.state.open.includes(field)) return
    this.state.open = isOpen ? [...this.state.open, field] : this.state.open.filter(one => one !== field)
    remember(this.state.open)
    this.tell()
    this.draw()
  }

  looked(field, letters) {
    const part = this.sections.get(field)
    if (part) part.timer = null
    this.state.search = { ...this.state.search, [field]: letters }
    this.tell()
  }

  looksNear(isNear) {
    this.state.near = isNear
    this.tell()
  }

  wants(field, number, step) {
    this.state.shown = { ...this.state.shown, [field]: number + step }
    this.tell()
  }

  tell() {
    this.component.setStateValue("opened", this.state)
  }
}

function makeWords(panel) {
  const wanted = make("input", { type: "search", "aria-label": "With these words", placeholder: "With these words" })
  const without = make("input", { type: "search", "aria-label": "Without these words", placeholder: "Without these words" })
  const wrong = make("p", { class: "wrong", role: "alert", id: "wrong-words" })
  const help = make("details", { class: "help" }, [make("summary", { text: "What can be written" })])
  const root = make("div", { class: "words" }, [wanted, without, wrong, help])
  let known = { words: "", without: "" }
  const send = () => {
    if (wanted.value.trim() === known.words && without.value.trim() === known.without) return
    known = { words: wanted.value.trim(), without: without.value.trim() }
    panel.act({ do: "words", value: known.words, without: known.without })
  }
  for (const input of [wanted, without]) {
    put(input, "maxlength", 1000)
    put(input, "autocomplete", "off")
    input.onchange = input.onsearch = send
    onKey(input, "Enter", send)
  }
  const show = data => {
    if (help.children.length === 1) help.append(list(data.help))
    if (panel.waiting.some(action => action.do === "words")) return
    if (known.words !== data.words) wanted.value = data.words
    if (known.without !== data.without) without.value = data.without
    known = { words: data.words, without: data.without }
    say(wrong, data.wrong ? data.wrong.message : "")
    for (const [field, input] of [["words", wanted], ["without", without]]) {
      const isWrong = data.wrong !== null && data.wrong.field === field
      put(input, "aria-invalid", isWrong)
      put(input, "aria-describedby", isWrong && "wrong-words")
    }
  }
  const list = lines => make("dl", {}, [
    ...lines.flatMap(([said, finds]) => [make("dt", { text: said }), make("dd", { text: finds })]),
    make("dt", { text: "Without these words" }),
    make("dd", { text: "Leaves out each sentence with one of these, written in the same way." }),
  ])
  return { root, show }
}

function makeDetails(panel) {
  const box = make("input", { type: "checkbox", role: "switch" })
  const name = make("span", { class: "name" })
  const n = make("span", { class: "n", "aria-hidden": "true" })
  const about = make("p")
  const help = make("details", { class: "help" }, [make("summary", { text: "What details are" }), about])
  const root = make("div", { class: "switch" }, [make("label", {}, [box, name, n]), help])
  box.onchange = () => panel.act({ do: "details", on: box.checked })
  const show = data => {
    say(name, data.label)
    say(n, count(data.n))
    say(about, data.help)
    put(box, "aria-label", `${data.label}, ${count(data.n)}`)
    if (!panel.waiting.some(action => action.do === "details")) box.checked = data.on
  }
  return { root, show }
}

function recall() {
  try {
    const found = JSON.parse(localStorage.getItem(REMEMBERED))
    return Array.isArray(found) ? found.map(String) : null
  } catch {
    return null
  }
}

function remember(open) {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(open))
  } catch {
    // A browser that keeps nothing opens the first sections again.
  }
}
