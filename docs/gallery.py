"""Take the pictures of the README: every page on the seeds, in the light and in the dark look.

    python -m docs.gallery

It needs what `make test` installs. The pictures are docs/PAGE-LOOK.png.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from analysis.pipeline import Settings, build
from tests.browser.conftest import serve, settle
from tests.browser.install import BROWSER_FLAGS, browser_path

HERE = Path(__file__).resolve().parent
VIEWS = {
    "overview": "/",
    "topics": "/topics",
    "timeline": "/timeline",
    "people": "/people",
    "facts": "/facts?theme=Economy",
    "search": "/search?q=embas*",
    "report": "/report",
    "documents": "/documents",
    "quality": "/quality",
}
LOOKS = ("light", "dark")
WIDTH, HEIGHT, LONGEST = 1280, 900, 1500  # pixels; a page is shown down to LONGEST
PATIENCE = 180_000  # milliseconds, on a busy machine
COLOURS = 256  # a small mark of a theme keeps its colour


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        build([HERE.parent / "seeds"], Path(folder), Settings())
        browser = playwright.chromium.launch(executable_path=browser_path(), args=BROWSER_FLAGS)
        with serve(Path(folder)) as address:
            for look in LOOKS:
                for name, path in VIEWS.items():
                    save(shot(browser, address + path, look), HERE / f"{name}-{look}.png")
        browser.close()


def shot(browser: Browser, address: str, look: str) -> bytes:
    """A page as PNG, as far down as it goes or LONGEST."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=look, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(address)
    settle(page)
    page.wait_for_timeout(1500)
    height = page.get_by_test_id("stMainBlockContainer").evaluate("block => block.getBoundingClientRect().height")
    page.set_viewport_size({"width": WIDTH, "height": min(max(int(height), HEIGHT), LONGEST)})
    page.wait_for_timeout(1000)
    picture = page.screenshot()
    context.close()
    return picture


def save(picture: bytes, path: Path) -> None:
    """Save with few colours."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main()
