// What a person could not see or reach on this page, as it is laid out now: a list of sentences.
() => {
  const faults = []
  const say = (element, what) => {
    const words = (element.textContent || element.id || "").trim().slice(0, 30)
    faults.push(`${element.localName}.${element.className.baseVal ?? element.className} “${words}”: ${what}`)
  }
  const shown = element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
  const reachable = "a[href], button, input, textarea, summary, select, [tabindex='0']"
  const width = document.documentElement.clientWidth

  // Reflow (1.4.10) and text spacing (1.4.12): nothing runs out of the page, and no words are cut off.
  if (document.documentElement.scrollWidth > width) say(document.documentElement, "wider than the screen")
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element)
    const cuts = /hidden|clip/
    const tall = cuts.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2
    const wide = cuts.test(style.overflowX) && element.scrollWidth > element.clientWidth + 2
    const forEars = element.clientHeight <= 2 || style.clipPath !== "none"
    if ((tall || wide) && shown(element) && element.innerText && !forEars) say(element, "words are cut off")
    if (element.tabIndex > 0) say(element, "has a tabindex of its own")
    const moved = style.order !== "0" || (style.display.includes("flex") && style.flexDirection.endsWith("reverse"))
    if (moved && element.querySelectorAll(reachable).length > 1) say(element, "stands in another order")
  }

  // Focus: seen (2.4.7), never covered (2.4.11), in the order of reading (2.4.3).
  let before = null
  for (const element of document.querySelectorAll(reachable)) {
    if (!shown(element)) continue
    element.focus()
    if (document.activeElement !== element) { say(element, "cannot take the focus"); continue }
    const label = element.labels?.[0]
    const rings = [element, label].filter(Boolean).map(one => getComputedStyle(one))
    const ring = rings.find(one => one.outlineStyle !== "none" && parseFloat(one.outlineWidth) >= 2)
    if (!ring) say(element, "does not show the focus")
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect()
    const x = box.left + Math.min(box.width / 2, 20)
    // what is taller than the screen shows a part of itself
    const heights = [box.top + Math.min(box.height / 2, 20), box.top + box.height / 2, box.bottom - Math.min(box.height / 2, 20)]
    const tops = heights.map(y => document.elementFromPoint(x, y)).filter(Boolean)
    const own = tops.some(top => element.contains(top) || top.contains(element) || label?.contains(top))
    const top = tops[0]
    if (!own) say(element, `is covered by ${top ? `${top.localName}.${top.className}` : "the edge of the screen"}`)
    const place = { top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, element }
    if (element.closest("main") && before && place.bottom <= before.top && place.left <= before.left + 1) {
      say(element, "comes after what stands below it")
    }
    before = element.closest("main") ? place : before
  }
  return faults
}
