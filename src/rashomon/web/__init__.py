"""The web application: what a case holds, to look at, to follow to its sentences, and to correct.

In: a case, requests from a browser. Out: pages rendered on the server, a JSON API, judgements and reports for the case.
Never: an analysis of its own (pages ask `analyse`), a request to another host, text of a report that is not escaped.
"""
