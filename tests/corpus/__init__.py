"""Measures how mails are read, against labels of what a careful secretary understands."""
