"""The shelf of lookbooks, and beginning a new one."""
