"""The log sheet: a note, a piece sold, a call, a visit; one field is enough."""
