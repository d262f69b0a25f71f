// Elements are made by name and filled by textContent: words of reports are never read as HTML.
const SVG = "http://www.w3.org/2000/svg"

function make(tag, properties = {}, children = []) {
  const element = tag === "svg" || tag === "path" || tag === "rect"
    ? document.createElementNS(SVG, tag) : document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name === "text") element.textContent = value
    else if (name.startsWith("on")) element[name] = value
    else put(element, name, value)
  }
  element.append(...children)
  return element
}

function put(element, name, value) {
  if (value === false || value === null || value === undefined) element.removeAttribute(name)
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? "" : value)
}

function say(element, words) {
  if (element.textContent !== words) element.textContent = words
}

// Put the elements in this order below the parent and remove all others; what stays in its place keeps its focus.
function arrange(parent, elements) {
  const focused = parent.getRootNode().activeElement
  for (const child of [...parent.children]) if (!elements.includes(child)) child.remove()
  elements.forEach((element, place) => {
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null)
  })
  if (focused && parent.contains(focused) && parent.getRootNode().activeElement !== focused) focused.focus()
}

// A handler that gives false would keep the key from being typed.
function onKey(input, key, act) {
  input.onkeydown = event => {
    if (event.key === key) act()
  }
}

function icon(path) {
  return make("svg", { viewBox: "0 0 16 16", "aria-hidden": "true", class: "icon" }, [make("path", { d: path })])
}

const CROSS = "M4 4l8 8M12 4l-8 8"

function count(number) {
  return number.toLocaleString("en-GB")
}
