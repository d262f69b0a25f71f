"""One chart, or the first claims, inside another page."""

from pages.parts.share.frames import draw_frame
from pages.parts.share.kept import shared
from pages.parts.view import current_view

draw_frame(current_view(), shared())
