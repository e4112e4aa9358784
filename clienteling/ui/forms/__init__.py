"""Forms as data: a tuple of ``Field`` lines becomes labelled inputs with values and errors.

``Form(theme, (Field("family_name", "Family name"), Field("born_on", "Birthday", kind="date"))``
answers ``values()``, ``is_dirty``, ``check()`` and shows a ``UserError`` at its field.
"""

from clienteling.ui.forms.fields import Field, Kind
from clienteling.ui.forms.form import Form
from clienteling.ui.forms.reading import read_amount, read_day, read_number

__all__ = ["Field", "Form", "Kind", "read_amount", "read_day", "read_number"]
