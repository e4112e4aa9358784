"""Head office's own pages under ``/admin``: small, server-rendered, without any script.

``routes`` lists the pages, ``calls`` is what each page is handed, ``sheets`` draws them, ``words``
holds what they say in each language. What is done stands in ``clienteling/headoffice/journal.py``.
"""
