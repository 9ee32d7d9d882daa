"""Times the build of a large made-up site beside plain Pelican's build of the same words."""
