"""Who does what to whom, who speaks about whom, where, and who is that?"""

from pages.parts.choose import choose
from pages.parts.frame import open_page
from pages.parts.people import questions as people

view = open_page("People and places", "Who does what to whom, and who says so?")

look = choose("Look at", people.LOOKS, people.first(), "look")
people.draw_look(view, look)
