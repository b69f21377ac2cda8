"""What a mail asks for."""
