// Reading: brings the place that the reader came for into sight. Who clicks the verb of a fact is there already: nothing
// moves, and the verb keeps the focus.

const READERS = new WeakMap()
const LINK = ".d-text a.d-link"
const BELOW = "a.d-below"
const BESIDE = ".st-key-beside-text"
// What the head of the page and the steps cover, and what is too near to the lower edge, in pixels.
const COVERED = 240
const NEAR = 60

export default function (component) {
  const { parentElement, data } = component
  if (!READERS.has(parentElement)) READERS.set(parentElement, new Reader())
  const reader = READERS.get(parentElement)
  reader.show(data)
  return () => reader.leave()
}

class Reader {
  constructor() {
    this.shown = ""
    this.clicked = null
    this.listener = event => this.click(event)
    document.addEventListener("click", this.listener)
  }

  leave() {
    document.removeEventListener("click", this.listener)
  }

  click(event) {
    if (!(event.target instanceof Element)) return
    if (event.target.closest(BELOW)) {
      event.preventDefault()
      return bring(below(document.querySelector(BESIDE)), "start")
    }
    this.clicked = fact_of(event.target.closest(LINK)) ?? this.clicked
  }

  show(data) {
    if (!data || data.to === this.shown) return
    this.shown = data.to
    const clicked = this.clicked
    this.clicked = null
    if (clicked && clicked === data.fact) look(() => focused(clicked))
    else if (data.to) look(() => in_sight(data.marks))
  }
}

// The text is drawn at about the same time as this runs, so it is looked for a few times.
function look(found, left = 20) {
  setTimeout(() => found() || (left > 0 && look(found, left - 1)), left === 20 ? 150 : 100)
}

function in_sight(marks) {
  const mark = [...document.querySelectorAll(marks)].find(one => one.getClientRects().length)
  if (!mark) return false
  const { top, bottom } = mark.getBoundingClientRect()
  if (top < COVERED || bottom > window.innerHeight - NEAR) bring(mark, "center")
  return true
}

// The link that was clicked is a new one when the text is drawn again: it gets the focus back, and nothing moves.
function focused(fact) {
  const link = [...document.querySelectorAll(`${LINK}:has(mark.d-action)`)].find(one => fact_of(one) === fact)
  if (!link) return false
  const now = document.activeElement
  if (!now || now === document.body) link.focus({ preventScroll: true })
  return true
}

// Where to begin below the text: with the choices above the record, or on a screen too low for both with the record.
function below(beside) {
  const fields = beside?.querySelector(".d-record")
  if (!fields) return beside
  const choices = fields.getBoundingClientRect().top - beside.getBoundingClientRect().top
  return choices + COVERED > window.innerHeight ? (beside.querySelector(".d-card") ?? fields) : beside
}

function bring(mark, block) {
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches
  mark?.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" })
}

function fact_of(link) {
  return link && new URL(link.href, document.baseURI).searchParams.get("fact")
}
