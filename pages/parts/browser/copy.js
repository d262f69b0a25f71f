// A list of claims is copied as plain text: each claim with its status, who says so and when, its sentence, its source.
const SAID = 2500 // milliseconds that a button says what it did

function copyLists() {
  document.addEventListener("click", event => {
    const button = event.target.closest?.("button.d-copy")
    const list = button?.closest(".d-claims")
    if (!list) return
    const cards = [...list.querySelectorAll(".d-card[data-cite]")]
    const words = [...cards.map(asText), `Snapshot: ${list.dataset.snapshot}.`].join("\n\n")
    putIntoClipboard(words).then(
      () => tell(button, `Copied ${cards.length}`),
      () => tell(button, "The browser does not let it be copied"),
    )
  })
}

function asText(card, place) {
  const words = selector => card.querySelector(selector)?.textContent.trim() ?? ""
  const state = words(".d-status")
  const lines = [
    `${place + 1}. ${words(".d-said")}${state && ` [${state}]`}`,
    [words(".d-by"), words(".d-when")].filter(Boolean).join(". "),
    `“${words(".d-quote")}”`,
    card.dataset.cite,
  ]
  return lines.filter(Boolean).join("\n   ")
}

// Pages that come over plain http have no clipboard: a selection can be copied there.
function putIntoClipboard(words) {
  if (navigator.clipboard) return navigator.clipboard.writeText(words)
  const area = document.createElement("textarea")
  area.value = words
  area.style.position = "fixed"
  document.body.append(area)
  area.select()
  const isDone = document.execCommand("copy")
  area.remove()
  return isDone ? Promise.resolve() : Promise.reject(new Error("not copied"))
}

function tell(button, words) {
  button.dataset.name ??= button.textContent
  button.setAttribute("aria-live", "polite")
  button.textContent = words
  setTimeout(() => { button.textContent = button.dataset.name }, SAID)
}
