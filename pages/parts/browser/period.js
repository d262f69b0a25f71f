// A period, of what happened or of publication: bars to drag over, and two fields for the days.
const WIDTH = 240, HEIGHT = 56, WAIT = 900

function makePeriod(panel, field) {
  const part = {
    field,
    title: make("span", { class: "title" }),
    badge: make("span", { class: "badge" }),
    bars: make("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }),
    brush: make("div", { class: "brush" }),
    low: make("span"),
    high: make("span"),
    tip: make("p", { class: "tip" }),
    first: make("input", { type: "date", max: "9999-12-31" }),
    last: make("input", { type: "date", max: "9999-12-31" }),
    clear: make("button", { type: "button", text: "Any time" }),
    hide: make("button", { type: "button", text: "Hide these days" }),
    near: make("button", { type: "button" }),
    hidden: make("ul", { role: "list", class: "hidden-days" }),
    drawn: [],
  }
  part.plot = make("div", { class: "plot" }, [part.bars, part.brush])
  const scale = make("p", { class: "scale", "aria-hidden": "true" }, [part.low, part.high])
  const days = make("div", { class: "days" }, [part.first, make("span", { text: "to" }), part.last])
  const buttons = make("div", { class: "buttons" }, [part.near, part.clear, part.hide])
  const inside = make("div", { class: "inside" }, [part.plot, scale, part.tip, days, buttons, part.hidden])
  part.root = make("details", { "data-field": field }, [make("summary", {}, [part.title, part.badge]), inside])
  part.root.ontoggle = () => panel.opened(field, part.root.open)
  part.clear.onclick = () => setPeriod(panel, part, "", "")
  part.hide.onclick = () => hidePeriod(panel, part)
  part.near.onclick = () => panel.looksNear(!panel.state.near)
  for (const input of [part.first, part.last]) watchDay(panel, part, input)
  dragOver(panel, part)
  return part
}

function showPeriod(panel, part, period) {
  part.period = period
  say(part.title, period.title)
  const what = period.title.toLowerCase()
  put(part.first, "aria-label", `First day, ${what}`)
  put(part.last, "aria-label", `Last day, ${what}`)
  put(part.title.parentElement, "data-icon", period.icon)
  showBadge(part.badge, period.only, period.hidden.length)
  put(part.root, "data-waits", part.root.open && !period.bars && period.waits)
  const focused = part.root.getRootNode().activeElement
  if (focused !== part.first) part.first.value = period.first
  if (focused !== part.last) part.last.value = period.last
  const isSet = Boolean(period.first || period.last)
  part.clear.hidden = part.hide.hidden = part.near.hidden = !isSet
  say(part.near, panel.state.near ? "Zoom out" : "Zoom in")
  part.plot.hidden = part.low.parentElement.hidden = !period.bars
  if (period.bars) showBars(part, period)
  arrange(part.hidden, period.hidden.map(one => hiddenDays(panel, part.field, one)))
}

function showBars(part, period) {
  part.drawn = period.bars
  const most = Math.max(1, ...period.bars.map(bar => bar[2])), width = WIDTH / period.bars.length
  const gap = period.bars.length > 60 ? 0 : 1
  part.bars.replaceChildren(...period.bars.map(([first, last, n], place) => {
    // A fact or two are seen beside thousands.
    const height = n ? Math.max(2, n / most * (HEIGHT - 4)) : 0
    const inside = (!period.first || last >= period.first) && (!period.last || first <= period.last)
    return make("rect", {
      x: place * width, y: HEIGHT - height, width: Math.max(0.6, width - gap), height, class: inside ? "in" : "out",
    })
  }))
  say(part.low, period.bars[0][3])
  say(part.high, period.bars.at(-1)[3])
  say(part.tip, period.takeaway)
}

function hiddenDays(panel, field, one) {
  const back = make("button", { type: "button", "aria-label": `Show ${one.label} again`, title: "Show again" }, [icon(CROSS)])
  back.onclick = () => panel.act({ do: "hide", field, value: one.value, on: false })
  return make("li", {}, [make("s", { text: one.label }), back])
}

function setPeriod(panel, part, first, last) {
  clearTimeout(part.timer)
  if (first && last && first > last) [first, last] = [last, first]
  if (first === part.period.first && last === part.period.last) return
  part.period = { ...part.period, first, last }
  part.first.value = first
  part.last.value = last
  if (part.period.bars) showBars(part, part.period)
  const { field } = part
  panel.act(first || last ? { do: "only", field, value: `${first}..${last}`, on: true }
    : { do: "only", field, value: "..", on: false })
}

function hidePeriod(panel, part) {
  const value = `${part.first.value}..${part.last.value}`
  panel.act({ do: "hide", field: part.field, value, on: true })
}

// A day that is typed passes through years such as 0002: wait until it is done.
function watchDay(panel, part, input) {
  const done = () => {
    const days = [part.first.value, part.last.value]
    if (days.every(day => !day || day >= "1000")) setPeriod(panel, part, ...days)
  }
  input.onchange = () => {
    clearTimeout(part.timer)
    part.timer = setTimeout(done, WAIT)
  }
  input.onblur = done
  onKey(input, "Enter", done)
}

function dragOver(panel, part) {
  let from = null
  const barAt = event => {
    const box = part.plot.getBoundingClientRect()
    const place = Math.floor((event.clientX - box.left) / box.width * part.drawn.length)
    return Math.min(part.drawn.length - 1, Math.max(0, place))
  }
  const ends = to => [Math.min(from, to), Math.max(from, to)]
  const show = to => {
    const [low, high] = ends(to), n = part.drawn.length
    part.brush.style.left = `${low / n * 100}%`
    part.brush.style.width = `${(high - low + 1) / n * 100}%`
    say(part.tip, low === high ? `${part.drawn[low][3]}: ${count(part.drawn[low][2])}`
      : `${part.drawn[low][3]} to ${part.drawn[high][3]}: ${count(part.drawn.slice(low, high + 1).reduce((sum, bar) => sum + bar[2], 0))} or more`)
  }
  part.plot.onpointerdown = event => {
    if (event.button || !part.drawn.length) return
    event.preventDefault()
    part.plot.setPointerCapture(event.pointerId)
    from = barAt(event)
    put(part.plot, "data-drags", true)
    show(from)
  }
  part.plot.onpointermove = event => {
    if (!part.drawn.length) return
    if (from !== null) show(barAt(event))
    else {
      const bar = part.drawn[barAt(event)]
      say(part.tip, `${bar[3]}: ${count(bar[2])}`)
    }
  }
  part.plot.onpointerup = event => {
    if (from === null) return
    const [low, high] = ends(barAt(event))
    stop()
    setPeriod(panel, part, part.drawn[low][0], part.drawn[high][1])
  }
  const stop = () => {
    from = null
    put(part.plot, "data-drags", false)
  }
  part.plot.onpointercancel = stop
  part.plot.onpointerleave = () => {
    if (from === null) say(part.tip, part.period?.takeaway ?? "")
  }
}
