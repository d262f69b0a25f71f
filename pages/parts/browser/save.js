// Saves what the page asks for: the drawn picture of a chart as SVG or PNG, or the bytes of a table.
// A picture gets the title above, and below the lines that say what it is of; it carries its font, so it looks the same
// everywhere.

const PADDING = 16
const LINE = 1.4
const SCALE = 2
const FONT = "Source Sans"
const saved = new Set()

function give(data) {
  if (!data || saved.has(data.token)) return
  saved.add(data.token)
  if (data.bytes !== null) return offer(bytes_of(data.bytes, data.mime), data.file)
  picture(data).then(blob => blob && offer(blob, data.file))
}

function offer(blob, file) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(blob)
  link.download = file
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60000)
}

function bytes_of(base64, mime) {
  return new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], { type: mime })
}

async function picture(data) {
  const plot = document.querySelector(`.st-key-${CSS.escape(data.figure)} ${PAGE.plot}`)
  if (!plot) return null
  const look = getComputedStyle(document.querySelector(PAGE.app))
  const drawn = compose(plot, data, { ink: look.color, paper: look.backgroundColor })
  const style = document.createElementNS(SVG, "style")
  style.textContent = await font()
  drawn.prepend(style)
  const source = visible(new XMLSerializer().serializeToString(drawn))
  const svg = new Blob([source], { type: "image/svg+xml" })
  return data.mime === "image/png" ? await raster(source, drawn) : svg
}

// Control characters as signs: no SVG that holds one can be opened, nor drawn as PNG.
function visible(source) {
  return source
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, sign => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "\ufffd")
}

// The layers of the chart between its title and its footer, in one SVG.
function compose(plot, data, look) {
  const box = plot.getBoundingClientRect()
  const width = Math.ceil(box.width) + 2 * PADDING
  const drawn = element("svg", { xmlns: SVG, "font-family": `"${FONT}", sans-serif` })
  const head = lines(data.title, 20, 600, width)
    .concat(lines(data.takeaway, 15, 400, width))
  const foot = data.footer.flatMap(words => lines(words, 12, 400, width))
  const top = PADDING + height_of(head) + 8
  const height = Math.ceil(top + box.height + 8 + height_of(foot) + PADDING)
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    drawn.setAttribute(name, value)
  }
  drawn.append(labelled("title", data.title), labelled("desc", [data.takeaway, ...data.footer].join("\n")))
  drawn.append(element("rect", { width, height, fill: look.paper }))
  drawn.append(paragraph(head, PADDING, look.ink), layers(plot, box, top))
  drawn.append(paragraph(foot, top + box.height + 8, look.ink))
  return drawn
}

function layers(plot, box, top) {
  const group = element("g", { transform: `translate(${PADDING} ${top})` })
  for (const layer of plot.querySelectorAll(PAGE.picture)) {
    const copy = layer.cloneNode(true)
    const tools = [PAGE.drag_layer, PAGE.hover_layer, PAGE.zoom_layer].join()
    copy.querySelectorAll(tools).forEach(part => part.remove())
    copy.removeAttribute("class")
    copy.setAttribute("style", "background: none; overflow: visible")
    copy.setAttribute("width", box.width)
    copy.setAttribute("height", box.height)
    for (const part of copy.querySelectorAll("*")) inline(part)
    group.append(copy)
  }
  return group
}

// Patterns and clips are named within the file, not within the page.
function inline(part) {
  for (const name of ["style", "fill", "clip-path", "mask"]) {
    const value = part.getAttribute(name)
    if (value && value.includes("url(")) {
      part.setAttribute(name, value.replace(/url\((["']?)[^"')#]*#([^"')]+)\1\)/g, "url(#$2)"))
    }
  }
  if (part.localName === "text" || part.localName === "tspan") part.style.fontFamily = `"${FONT}", sans-serif`
}

function lines(words, size, weight, width) {
  const pen = document.createElement("canvas").getContext("2d")
  pen.font = `${weight} ${size}px "${FONT}", sans-serif`
  const found = []
  for (const word of words.split(/\s+/)) {
    const last = found[found.length - 1]
    if (last && pen.measureText(`${last.words} ${word}`).width <= width - 2 * PADDING) last.words += ` ${word}`
    else found.push({ words: word, size, weight })
  }
  return found
}

function height_of(found) {
  return found.reduce((sum, line) => sum + line.size * LINE, 0)
}

function paragraph(found, top, ink) {
  const group = element("g", { fill: ink })
  let y = top
  for (const line of found) {
    y += line.size * LINE
    const text = element("text", { x: PADDING, y, "font-size": line.size, "font-weight": line.weight })
    text.textContent = line.words
    group.append(text)
  }
  return group
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

function labelled(name, words) {
  const made = element(name, {})
  made.textContent = words
  return made
}

// The font of the page as a rule that needs no other file; nothing where the page has another font.
async function font() {
  for (const sheet of document.styleSheets) {
    for (const rule of rules(sheet)) {
      const family = rule.style?.getPropertyValue("font-family") ?? ""
      const style = rule.style?.getPropertyValue("font-style") ?? ""
      if (!family.includes(FONT) || style.includes("italic")) continue
      const address = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue("src"))
      if (!address) continue
      const answer = await fetch(new URL(address[1], sheet.href ?? document.baseURI))
      const weight = rule.style.getPropertyValue("font-weight") || "200 900"
      return `@font-face { font-family: "${FONT}"; font-weight: ${weight}; src: url(${await base64(await answer.blob())}) }`
    }
  }
  return ""
}

function rules(sheet) {
  try {
    return [...sheet.cssRules].filter(rule => rule instanceof CSSFontFaceRule)
  } catch (fault) {
    if (fault.name === "SecurityError") return []
    throw fault
  }
}

function base64(blob) {
  return new Promise(resolve => {
    const reader = new FileReader()
    reader.onload = () => resolve(reader.result)
    reader.readAsDataURL(blob)
  })
}

async function raster(source, drawn) {
  const image = new Image()
  image.src = await base64(new Blob([source], { type: "image/svg+xml" }))
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = drawn.getAttribute("width") * SCALE
  canvas.height = drawn.getAttribute("height") * SCALE
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, "image/png"))
}
