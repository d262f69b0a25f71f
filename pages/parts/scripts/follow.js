// Links of our own HTML are followed without a reload. Streamlit goes where the address says when Back or Forward has
// changed it, so a click changes the address and says the same. Without this script, and in a new tab, the links open
// the same page.
const OWN = "a[href^='./']:not([target], [download])"

const PHONE = 768 // pixels; below, Streamlit lays the sidebar on the page

function followLinks() {
  document.addEventListener("click", event => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find(one => one instanceof Element && one.matches(OWN))
    if (!link) return
    event.preventDefault()
    const from = location.href
    if (link.href !== from) history.pushState({}, "", link.href)
    window.dispatchEvent(new PopStateEvent("popstate"))
    if (new URL(from).pathname === location.pathname) return
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
    if (link.closest("nav")) leaveMenu(link.textContent)
  })
}

// On a phone the menu lies on the page, so it makes room for it.
function leaveMenu(words) {
  const close = document.querySelector("[data-testid=stSidebarCollapseButton] button")
  if (window.innerWidth < PHONE && close) close.click()
  else keepFocus(words)
}

// The menu is drawn again when the page changes: the link that was followed gets the focus back.
function keepFocus(words, left = 40) {
  const now = document.activeElement ?? document.body
  if (now === document.body) [...document.querySelectorAll("nav a")].find(one => one.textContent === words)?.focus()
  else if (now.textContent !== words) return
  if (left) setTimeout(() => keepFocus(words, left - 1), 50)
}
