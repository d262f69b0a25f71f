// The keys of every page: `f` for the filters, `/` for the search, Escape to close the filters.
const TYPES = "input, textarea, select, [contenteditable], [role=combobox], [role=slider], [role=grid]"

function hearKeys() {
  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const at = event.composedPath()[0]
    if (event.key === "Escape" && isDrawerOpen()) return closeDrawer()
    if (at instanceof Element && at.closest(TYPES)) return
    if (event.key === "f") isDrawerOpen() ? closeDrawer() : openDrawer()
    else if (event.key === "/") toSearch()
    else return
    event.preventDefault()
  })
}

function toSearch() {
  const field = document.querySelector(".st-key-q input")
  if (field) return field.focus()
  const link = [...document.querySelectorAll(MENU)].find(one => one.pathname.endsWith("/search"))
  if (link) follow(link, false)
}
