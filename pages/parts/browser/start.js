// A page starts the scripts once; they then serve every page of the visit.
let started = false

export default function () {
  if (started) return
  started = true
  followLinks()
  letFingersScroll()
  copyLists()
  hearKeys()
  openFilters()
}
