"""Views: from the site to exactly what one template sees, in one language."""
