"""One folder per screen: a view that draws and a view model that decides."""
