// Links of our own HTML are followed without a reload. Streamlit goes where the address says when Back or Forward has
// changed it, so a click changes the address and says the same. Without this script, and in a new tab, the links open
// the same page.
const OWN = "a[href^='./']:not([target], [download])"
const MENU = "nav.d-menu a"
const VERBS = ".d-text a" // reading.js keeps the focus on them

const PHONE = 768 // pixels; below, Streamlit lays the sidebar on the page

const TICK = 30 // milliseconds, as the next two
const MOMENT = 60
const PATIENCE = 5000 // with a click after which nothing runs

let watch = 0 // the timer that looks after the link that was followed last
let runs = null // sees the runs after it
let enter = null // makes an entry of the history
let keeping = 0 // the timer that gives the focus back

function followLinks() {
  enter = keepHistory()
  document.addEventListener("click", event => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find(one => one instanceof Element && one.matches(OWN))
    if (!link || !isConnected()) return // the browser itself goes there, and says so when nobody answers
    event.preventDefault()
    follow(link, !event.detail)
  })
}

function follow(link, isByKeyboard) {
  clearTimeout(keeping)
  const from = location.pathname
  const to = withEmbedding(link.href)
  if (to.href !== location.href) enter({}, "", to)
  goThere()
  watchTheWay(to, () => isByKeyboard && !link.closest(`nav, ${VERBS}`) && keepFocus(headOfPage))
  if (from === location.pathname) return
  document.querySelector(PAGE.main)?.scrollTo(0, 0)
  if (link.closest("nav")) leaveMenu(link.textContent)
}

// A page that is shown inside another one, without menus, stays so.
function withEmbedding(href) {
  const to = new URL(href)
  for (const [key, value] of new URLSearchParams(location.search)) {
    if (/^embed(_options)?$/i.test(key)) to.searchParams.append(key, value)
  }
  return to
}

function goThere() {
  window.dispatchEvent(new PopStateEvent("popstate"))
}

function app() {
  return document.querySelector(PAGE.app)
}

function isConnected() {
  return app()?.matches(PAGE.connected) ?? false
}

// Streamlit forgets where it was asked to go when the connection breaks on the way: then the browser goes there itself.
// It also does when the run of an earlier click asks for another run at that moment: then it is asked again. A page is
// there when its run is over and nothing runs for a moment: Streamlit draws the last of it a little later.
function watchTheWay(to, arrived, left = 2) {
  leaveTheWay()
  const began = performance.now()
  let hasRun = false
  let rests = began
  runs = new MutationObserver(() => {
    hasRun = true
    rests = performance.now()
  })
  runs.observe(app(), { attributeFilter: [PAGE.script_state] })
  watch = setInterval(() => {
    const now = performance.now()
    const isThere = hasRun ? app().matches(PAGE.resting) && now - rests > MOMENT : now - began > PATIENCE
    if (isConnected() && !isThere) return
    leaveTheWay()
    if (!isConnected()) return location.reload()
    if (!left || !isForgotten(to)) return arrived()
    history.replaceState({}, "", to)
    goThere()
    watchTheWay(to, arrived, left - 1)
  }, TICK)
}

function leaveTheWay() {
  clearInterval(watch)
  runs?.disconnect()
}

function isForgotten({ pathname }) {
  const here = document.querySelector(`${MENU}[aria-current]`)
  return here && here.pathname !== pathname && location.pathname === pathname
}

// Only links, Back and Forward change the page. When Streamlit makes an entry for another one, that is the late answer to
// an earlier click: its page will not stay, so Back should not come upon it.
function keepHistory() {
  const push = history.pushState.bind(history)
  history.pushState = (state, title, address) => {
    const isHere = !address || new URL(address, document.baseURI).pathname === location.pathname
    if (isHere) push(state, title, address)
    else if (!isPage(location)) history.replaceState(state, title, address)
  }
  return push
}

function isPage({ pathname }) {
  return [...document.querySelectorAll(MENU)].some(one => one.pathname === pathname)
}

// On a phone the menu lies on the page, so it makes room for it.
function leaveMenu(words) {
  const close = document.querySelector(PAGE.close_sidebar)
  if (window.innerWidth < PHONE && close) close.click()
  else keepFocus(() => [...document.querySelectorAll(MENU)].find(one => one.textContent === words))
}

function headOfPage() {
  const head = document.querySelector(`${PAGE.main} h1`)
  if (head) {
    head.tabIndex = -1
    head.style.outline = "none" // it cannot be worked with
  }
  return head
}

// What is drawn again loses the focus: it gets it back, until the next link is followed.
function keepFocus(find, left = 40) {
  clearTimeout(keeping)
  const now = document.activeElement ?? document.body
  const wanted = find()
  if (now === document.body) wanted?.focus({ preventScroll: true })
  else if (now !== wanted) return
  if (left) keeping = setTimeout(() => keepFocus(find, left - 1), 50)
}
