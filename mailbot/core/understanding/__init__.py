"""What a mail asks for: ``reader`` reads it sentence by sentence, and puts the sentences together."""
