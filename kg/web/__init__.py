"""The server: a store's pages and its SPARQL endpoint, live and only for reading (``kg serve``)."""
