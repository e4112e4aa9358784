"""Head office: the one store that orders what every till wrote, and hands it on."""
