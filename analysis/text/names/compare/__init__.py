"""How two names are compared: their scripts, sounds and parts."""
