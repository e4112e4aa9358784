"""Head office's own pages under ``/admin``: small, server-rendered, without any script.

``routes`` lists the pages, ``attending`` comes before each, ``calls`` is what each is handed,
``sheets`` draws them, ``words`` holds what they say in each language. What is done there stands in
``clienteling/headoffice/journal.py``.
"""
