//! When the world does not do as it should: full disks, read-only folders, files that come and go, Ctrl-C.
