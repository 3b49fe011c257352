"""Documents -> what is written: JSON, and the schema of it."""
