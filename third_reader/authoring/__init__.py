"""What a maintainer is told beside the site: the manual of errors."""
