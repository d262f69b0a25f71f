// Streamlit 1.67 gives every chart that can be clicked a drag mode, with which plotly keeps each move of a finger to
// itself: a page would stand still wherever a chart is under the thumb. Plotly does not hear of a touch here, so the
// browser scrolls, or makes a click of a tap.
const keep = event => { if (event.target.closest?.(`${PAGE.plot} ${PAGE.drag_layer}`)) event.stopPropagation() }
// A chart that is wider than a phone is moved sideways, by the arrow keys as well.
const reach = () => {
  for (const chart of document.querySelectorAll("[class*='st-key-figure-']:not([tabindex])")) {
    if (chart.scrollWidth > chart.clientWidth + 1) {
      chart.tabIndex = 0
      chart.setAttribute("role", "region")
      chart.setAttribute("aria-label", "Chart, to be moved sideways")
    }
  }
  begin()
}
// A map that is moved sideways begins where most facts are: at its widest point.
const begin = () => {
  for (const map of document.querySelectorAll(".st-key-figure-country:not([data-begun])")) {
    const boxes = [...map.querySelectorAll(PAGE.point)].map(point => point.getBoundingClientRect())
    const widest = boxes.reduce((one, other) => (other.width > one.width ? other : one), { width: 0 })
    if (!widest.width) continue
    map.dataset.begun = "yes"
    map.scrollLeft += widest.left + widest.width / 2 - map.getBoundingClientRect().left - map.clientWidth / 2
  }
}
let late
// A chart gets its width some time after it came, so it is looked at again when the page has come to rest.
const look = () => {
  requestAnimationFrame(reach)
  clearTimeout(late)
  late = setTimeout(reach, 400)
}

function letFingersScroll() {
  document.addEventListener("touchstart", keep, { capture: true, passive: true })
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
  look()
}
