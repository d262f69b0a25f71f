// The drawer of the filters, over the page. The scripts of the page and the panel inside it open and close it.
const DRAWER = ".st-key-drawer"

function isDrawerOpen() {
  return document.documentElement.dataset.filters === "open"
}

function openDrawer() {
  document.documentElement.dataset.filters = "open"
  panelInDrawer()?.focus({ preventScroll: true })
}

// The button gets the focus back, unless the reader is already elsewhere on the page.
function closeDrawer() {
  const hadFocus = document.querySelector(DRAWER)?.contains(document.activeElement)
  delete document.documentElement.dataset.filters
  if (hadFocus) document.querySelector(".d-filter")?.focus({ preventScroll: true })
}

function panelInDrawer() {
  const host = [...document.querySelectorAll(`${DRAWER} .st-key-panel *`)].find(one => one.shadowRoot)
  return host?.shadowRoot.querySelector(".panel")
}

function openFilters() {
  document.addEventListener("click", event => {
    if (!(event.target instanceof Element)) return
    if (event.target.closest(".d-filter")) isDrawerOpen() ? closeDrawer() : openDrawer()
    else if (window.innerWidth < PHONE && isDrawerOpen() && event.target.isConnected && !event.target.closest(DRAWER)) closeDrawer()
  })
}
