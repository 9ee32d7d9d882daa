"""Reading: files become values. Content is opened here and nowhere else."""
