// A drag over the columns of a chart chooses their time. A click opens a column, a finger scrolls the page.
const FAR = 8 // pixels; plotly too takes less for a click
const BRUSHES = new WeakMap()

export default function (component) {
  const { parentElement } = component
  if (!BRUSHES.has(parentElement)) BRUSHES.set(parentElement, new Brush(parentElement))
  const brush = BRUSHES.get(parentElement)
  brush.component = component
  return () => {
    brush.leave()
    BRUSHES.delete(parentElement)
  }
}

class Brush {
  constructor(parent) {
    this.from = null
    this.words = Object.assign(document.createElement("span"), { className: "words" })
    this.area = Object.assign(document.createElement("div"), { className: "area", hidden: true })
    this.area.append(this.words)
    const hint = Object.assign(document.createElement("p"), { className: "hint" })
    hint.textContent = "Drag over the columns to choose their time; click on one for its sentences."
    parent.append(hint, this.area)
    this.listening = { pointerdown: this.down, pointermove: this.move, pointerup: this.up, pointercancel: this.stop, keydown: this.key }
    for (const [name, listener] of Object.entries(this.listening)) document.addEventListener(name, listener, true)
  }

  leave() {
    for (const [name, listener] of Object.entries(this.listening)) document.removeEventListener(name, listener, true)
    this.area.remove()
  }

  get plot() {
    return document.querySelector(`.st-key-${this.component.data.figure} ${PAGE.drag_area}`)
  }

  down = event => {
    if (event.button || event.pointerType === "touch" || !this.plot || event.target !== this.plot) return
    this.from = event.clientX
  }

  move = event => {
    if (this.from === null || !this.plot) return
    if (this.area.hidden && Math.abs(event.clientX - this.from) < FAR) return
    this.show(...this.ends(event))
  }

  up = event => {
    const [first, last] = this.area.hidden || !this.plot ? [] : this.ends(event)
    this.stop()
    if (first !== undefined) this.component.setTriggerValue("chosen", [this.columns[first][0], this.columns[last][0]])
  }

  key = event => {
    if (event.key === "Escape") this.stop()
  }

  stop = () => {
    this.from = null
    this.area.hidden = true
  }

  get columns() {
    return this.component.data.columns
  }

  // The first and the last column under the drag.
  ends(event) {
    const numbers = [this.from, event.clientX].map(x => this.columnAt(x))
    return [Math.min(...numbers), Math.max(...numbers)]
  }

  columnAt(x) {
    const box = this.plot.getBoundingClientRect()
    const share = Math.min(1, Math.max(0, (x - box.left) / box.width))
    const after = this.columns.findIndex((column, number) => this.shareOf(number) > share)
    return after === -1 ? this.columns.length - 1 : Math.max(0, after - 1)
  }

  // Where a column begins, of the width of the plot.
  shareOf(number) {
    const [first, end] = [this.columns[0][0], this.component.data.end].map(Date.parse)
    return number < this.columns.length ? (Date.parse(this.columns[number][0]) - first) / (end - first) : 1
  }

  show(first, last) {
    const box = this.plot.getBoundingClientRect(), columns = this.columns
    const [left, right] = [this.shareOf(first), this.shareOf(last + 1)].map(share => box.left + share * box.width)
    Object.assign(this.area.style, {
      left: `${left}px`, width: `${right - left}px`, top: `${box.top}px`, height: `${box.height}px`,
    })
    const n = columns.slice(first, last + 1).reduce((sum, column) => sum + column[2], 0)
    const time = first === last ? columns[first][1] : `${columns[first][1]} to ${columns[last][1]}`
    const more = first === last ? "" : " or more" // of several columns also what is longer than one of them
    this.words.textContent = `${time}: ${n.toLocaleString("en")}${more} ${this.component.data.nouns[n === 1 ? 0 : 1]}`
    this.area.classList.toggle("at-right", left > window.innerWidth / 2)
    this.area.hidden = false
  }
}
