"""Who does what to whom, who speaks about whom, where, and who is that?"""

from pages.parts import people
from pages.parts.choose import choose
from pages.parts.frame import open_page

view = open_page("People and places", "Who does what to whom, and who says so?")

look = choose("Look at", people.LOOKS, people.first(), "look")
people.draw_look(view, look)
